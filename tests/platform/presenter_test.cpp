#include "platform/presenter.h"

#include <algorithm>

#include "catch.h"
#include "platform/stage.h"

using namespace anteroom;
using namespace anteroom::platform;
using namespace anteroom::tests;

TEST_CASE("the first scene is shown without a fade") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  CHECK(stage.glass.shown == 1);
  CHECK(stage.glass.amounts.empty());
  CHECK(stage.glass.last.pixels[100] == 0xFFFF0000);
}

TEST_CASE("nothing is drawn while nothing changes") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  for (int t = 0; t < 10'000; t += 100) {
    stage.want(red, green);
    CHECK_FALSE(stage.presenter.step(at(t)));
  }
  CHECK(stage.glass.shown == 1);
  CHECK_FALSE(stage.presenter.next_frame());
}

TEST_CASE("another card fades in without a dip and ends exactly on it") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  stage.want(green, blue);
  for (int t = 1000; t <= 1800; ++t) stage.presenter.step(at(t));
  stage.settle(at(1800));
  const std::vector<double>& amounts = stage.glass.amounts;
  REQUIRE(amounts.size() >= 40);  // 700 ms at 16 ms a frame
  CHECK(std::is_sorted(amounts.begin(), amounts.end()));
  CHECK(amounts.front() < 0.02);
  CHECK(amounts.back() > 0.98);
  CHECK(amounts.back() < 1);
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
}

TEST_CASE("a fade mixes and shows only what differs, once the next card was painted ahead") {
  Stage stage;
  scene::Scene other = plain("other", scene::rgb(0xFF0000));
  other.items.emplace_back(scene::Fill{{20, 20, 30, 10}, scene::rgb(0x0000FF), 0, 0, {}});
  stage.want(red, other);
  stage.settle(at(0));
  stage.want(other, red);
  for (int t = 1000; t <= 1800; ++t) stage.presenter.step(at(t));
  stage.settle(at(1800));
  CHECK(stage.glass.amounts.size() >= 40);
  CHECK(stage.glass.faded_whole == 0);
  CHECK(stage.glass.shown_whole == 1);  // the first card
  CHECK_FALSE(stage.glass.last_damaged.empty());

  SECTION("when the glass lost what it had, the next frame is whole") {
    stage.want(red, other);
    for (int t = 3000; t <= 3300; ++t) stage.presenter.step(at(t));
    stage.presenter.expose();
    for (int t = 3301; t <= 3800; ++t) stage.presenter.step(at(t));
    CHECK(stage.glass.faded_whole == 1);
  }
  SECTION("when the shown card changed meanwhile, it is compared again") {
    scene::Scene later = other;
    later.items.emplace_back(scene::Fill{{60, 60, 5, 5}, scene::rgb(0x00FF00), 0, 0, {}});
    stage.want(later, red);
    stage.settle(at(2500));
    stage.want(red, other);
    for (int t = 3000; t <= 3800; ++t) stage.presenter.step(at(t));
    CHECK(stage.glass.faded_whole == 0);
  }
}

TEST_CASE("a late picture delays the change and not the frame") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  stage.want(green, green);
  // Whether or not the paint worker is ready yet, a step comes back, and a fade begins only with the finished layer.
  stage.presenter.step(at(100));
  stage.settle(at(100));
  CHECK(stage.presenter.next_frame());
  CHECK(stage.glass.amounts.size() == 1);
  CHECK(stage.glass.amounts.front() == Approx(0));
}

TEST_CASE("a clock's new minute is shown in place without a fade") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  scene::Scene later = red;
  later.ground = scene::rgb(0x00FFFF);  // the same card, looking different
  stage.want(later, later);
  stage.settle(at(50));
  CHECK(stage.glass.amounts.empty());
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last.pixels[0] == 0xFF00FFFF);
}

TEST_CASE("a card whose picture cannot be drawn is reported and not shown") {
  Stage stage;
  scene::Scene broken = red;
  broken.items.emplace_back(scene::Picture{{10, 10, 50, 50}, "/nowhere/none.svg", "Nothing.", {}, false});
  stage.want(broken, broken);
  std::vector<Presenter::Fault> faults;
  while (faults.empty()) {
    stage.presenter.step(at(0));
    faults = stage.presenter.take_faults();
    std::this_thread::yield();
  }
  CHECK(faults[0].card == "red");
  CHECK_THAT(faults[0].why, ContainsSubstring("/nowhere/none.svg"));
  CHECK(stage.glass.shown == 0);
  stage.want(green, green);
  stage.settle(at(1));
  CHECK(stage.glass.shown == 1);
}

TEST_CASE("a card stays when another picture can be shown instead of one of its own") {
  Stage stage;
  scene::Scene touched = red;
  scene::Picture step{{10, 10, 50, 50}, "/nowhere/none.svg", "Nothing.", {}, false};
  step.instead = ANTEROOM_ROOT "/assets/fallback.svg";
  touched.items.emplace_back(step);
  stage.want(touched, touched);
  stage.settle(at(0));
  CHECK(stage.glass.shown == 1);
  const std::vector<Presenter::Fault> faults = stage.presenter.take_faults();
  REQUIRE_FALSE(faults.empty());
  for (const Presenter::Fault& fault : faults) {
    CHECK(fault.card.empty());
    CHECK_THAT(fault.why, ContainsSubstring("/nowhere/none.svg"));
  }
}

TEST_CASE("an exposed or resized window is painted again") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  stage.presenter.expose();
  CHECK(stage.presenter.step(at(1)));
  CHECK(stage.glass.shown == 2);
  stage.glass.width_px = 128;
  stage.presenter.expose();
  stage.settle(at(2));
  CHECK(stage.glass.last.width == 64);  // 36 pixels of height hold no more of a 16:9 screen
  CHECK(stage.glass.last_area == Area{32, 0, 64, 36});
}

TEST_CASE("a screen on its side is turned") {
  Stage stage(90);
  stage.glass.width_px = 36;
  stage.glass.height_px = 64;
  stage.presenter.expose();
  scene::Scene corner = red;
  corner.items.emplace_back(scene::Fill{{0, 0, 40, 22.5}, scene::rgb(0xFFFFFF), 0, 0, {}});  // top left
  stage.want(corner, corner);
  stage.settle(at(0));
  REQUIRE(stage.glass.last.width == 36);
  CHECK(stage.glass.last.row(2)[33] == 0xFFFFFFFF);  // clockwise: now top right
  CHECK(stage.glass.last.row(2)[2] == 0xFFFF0000);
}

TEST_CASE("the eased mix starts and ends slowly and never goes back") {
  const auto eased = [](int passed, int whole) {
    const FadeMix mix = fade_mix(Millis(passed), Millis(whole), false, false);
    CHECK(mix.second_half);
    return mix.amount;
  };
  CHECK(eased(0, 700) == 0);
  CHECK(eased(700, 700) == 1);
  CHECK(eased(900, 700) == 1);
  CHECK(eased(-5, 700) == 0);
  CHECK(eased(350, 700) == Approx(0.5));
  CHECK(eased(0, 0) == 1);
  double last = 0;
  for (int t = 0; t <= 700; ++t) {
    const double now = eased(t, 700);
    CHECK(now >= last);
    CHECK(now - last < 0.003);  // no jump that looks like a flash
    last = now;
  }
}

TEST_CASE("a fade in halves ends the first before it begins the second, in the same time") {
  const bool answers_touch = GENERATE(false, true);
  const int whole = answers_touch ? 250 : 700;
  FadeMix last;
  for (int t = 0; t < whole; ++t) {
    const FadeMix now = fade_mix(Millis(t), Millis(whole), true, answers_touch);
    CHECK(now.second_half >= last.second_half);
    if (now.second_half == last.second_half) {
      CHECK(now.amount >= last.amount);
    } else {
      CHECK(last.amount > 0.98);
      CHECK(now.amount < 0.02);
    }
    last = now;
  }
  CHECK((last.second_half && last.amount > 0.98));
  CHECK(fade_mix(Millis(whole), Millis(whole), true, answers_touch).amount == 1);
}

namespace {

// A page of a card with `lines` of writing, each a box of words with dark strokes in it, 6 mm apart from `left` on.
scene::Scene page(const std::string& card, double left, const std::vector<double>& lines) {
  scene::Scene scene = tests::plain(card, scene::rgb(0xFAF6EF));
  for (const double y : lines) {
    scene::Text words;
    words.box = {left, y, 100, 12};
    words.ink = scene::rgb(0x1C2B33);
    scene.items.emplace_back(words);
    for (int i = 0; i < 8; ++i) {
      scene.items.emplace_back(scene::Fill{{left + 10 * i, y + 3, 4, 6}, scene::rgb(0x1C2B33), 0, 0, {}});
    }
  }
  return scene;
}

// How much darker than its paper the darkest of `layer`'s pixels is at which `words` has words and `other` has none.
int visible(const paint::Layer& layer, const paint::Layer& words, const paint::Layer& other) {
  const auto green = [](std::uint32_t pixel) { return static_cast<int>(pixel >> 8 & 255); };
  constexpr int paper = 0xF6;
  int darkest = 0;
  for (std::size_t i = 0; i < layer.pixels.size(); ++i) {
    if (green(words.pixels[i]) < 0x40 && green(other.pixels[i]) == paper) {
      darkest = std::max(darkest, paper - green(layer.pixels[i]));
    }
  }
  return darkest;
}

}  // namespace

TEST_CASE("old words leave before new ones come, and never are two texts over each other") {
  const bool answers_touch = GENERATE(false, true);
  const int rotation = GENERATE(0, 90, 180);
  Stage stage(rotation);
  if (rotation == 90) std::swap(stage.glass.width_px, stage.glass.height_px);
  stage.presenter.expose();
  const scene::Scene old_page = page("old", 20, {10, 30}), new_page = page("new", 25, {12, 40, 60});
  const int fade = answers_touch ? 250 : 700;
  stage.presenter.want(new_page, Millis(0));
  stage.settle(at(0));
  const paint::Layer after = stage.glass.last;
  stage.presenter.want(old_page, Millis(0));
  stage.settle(at(1));
  const paint::Layer before = stage.glass.last;
  stage.presenter.want(new_page, Millis(fade), answers_touch);
  stage.settle(at(1000));
  if (answers_touch) CHECK(visible(before, before, after) - visible(stage.glass.last, before, after) > 20);
  bool was_empty = false;
  for (int t = 1000; t < 1000 + fade; ++t) {
    stage.presenter.step(at(t));
    const int old_words = visible(stage.glass.last, before, after),
              new_words = visible(stage.glass.last, after, before);
    CHECK(std::min(old_words, new_words) == 0);
    was_empty = was_empty || std::max(old_words, new_words) < 30;
  }
  CHECK(was_empty);
  stage.settle(at(1000 + fade));
  CHECK(stage.presenter.shows_wanted());
  CHECK(stage.glass.last == after);
}

TEST_CASE("the screen's shape is fitted into any window") {
  CHECK(fit(16.0 / 9, 1920, 1080) == Area{0, 0, 1920, 1080});
  CHECK(fit(476.0 / 268, 1920, 1080) == Area{0, 0, 1920, 1080});  // 476 x 268 mm is a 16:9 screen
  CHECK(fit(16.0 / 9, 1000, 1000) == Area{0, 218, 1000, 563});
  CHECK(fit(9.0 / 16, 1920, 1080) == Area{656, 0, 608, 1080});
  CHECK(fit(16.0 / 9, 1, 1).width == 1);
  CHECK(fit(16.0 / 9, 1, 1).height == 1);
}

TEST_CASE("a faulty picture is painted once and not again and again") {
  Stage stage;
  scene::Scene broken = red;
  broken.items.emplace_back(scene::Picture{{10, 10, 50, 50}, "/nowhere/none.svg", "Nothing.", {}, false});
  stage.want(green, broken);
  while (!stage.presenter.has_faults()) stage.presenter.step(at(0));
  CHECK(stage.presenter.take_faults().size() == 1);
  for (int t = 1; t < 2000; ++t) stage.presenter.step(at(t));
  CHECK(stage.presenter.take_faults().empty());
  CHECK(stage.glass.shown == 1);
}

namespace {

// `scene` with a dark button at x mm.
scene::Scene with_button(scene::Scene scene, double x) {
  scene.items.emplace_back(scene::Fill{{x, 40, 10, 10}, scene::rgb(0x112233), 0, 0, {}});
  return scene;
}

int covered(const std::vector<Area>& areas) {
  int pixels = 0;
  for (const Area& area : areas) pixels += area.width * area.height;
  return pixels;
}

}  // namespace

TEST_CASE("a change on the same card is shown in place and only where it is") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  stage.presenter.want(with_button(red, 20), Millis(700));
  stage.settle(at(1));
  CHECK(stage.glass.amounts.empty());
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last.row(18)[9] == 0xFF112233);
  REQUIRE(stage.glass.last_damaged.size() == 1);
  CHECK(covered(stage.glass.last_damaged) <= 64);  // four pixels each way, and two around them
  stage.presenter.want(with_button(red, 140), Millis(700));
  stage.settle(at(2));
  CHECK(stage.glass.last_damaged.size() == 2);
  CHECK(stage.glass.last.row(18)[9] == 0xFFFF0000);
  CHECK(stage.glass.last.row(18)[57] == 0xFF112233);
}

TEST_CASE("what changes nothing on the display is not shown") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  scene::Scene spoken = red;
  spoken.items.emplace_back(scene::Handle{{0, 0, 50, 50}, "Fold the paper", {}});
  stage.presenter.want(spoken, Millis(700));
  stage.settle(at(1));
  CHECK(stage.presenter.shows_wanted());
  CHECK(stage.glass.shown == 1);
}

TEST_CASE("what is painted ahead survives a press and is used at once") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  stage.presenter.want(with_button(red, 20), Millis(700));
  stage.settle(at(1));
  stage.presenter.want(red, Millis(700));
  stage.settle(at(2));
  REQUIRE(stage.glass.shown == 3);
  stage.presenter.want(green, Millis(0));
  CHECK(stage.presenter.step(at(3)));  // the paint worker was not waited for
  CHECK(stage.presenter.shows_wanted());
  CHECK(stage.presenter.at_rest());
  CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
  CHECK(stage.glass.amounts.empty());
}

TEST_CASE("a change on the same card that was painted ahead is shown only where it is") {
  Stage stage;
  const scene::Scene pressed = with_button(red, 20);
  stage.want(red, pressed);
  stage.settle(at(0));
  stage.presenter.want(pressed, Millis(700), true);
  CHECK(stage.presenter.step(at(1)));  // the paint worker was not waited for
  CHECK(stage.presenter.shows_wanted());
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.shown_whole == 1);
  REQUIRE(stage.glass.last_damaged.size() == 1);
  CHECK(stage.glass.last_damaged[0].width < stage.glass.width_px);
}

TEST_CASE("what a dragged thing left behind was painted ahead") {
  Stage stage;
  scene::Scene before = with_button(red, 20);
  stage.want(before, before);
  stage.settle(at(0));
  for (int i = 1; i <= 20; ++i) {
    const scene::Scene now = with_button(red, 20 + i);
    stage.presenter.want(now, Millis(0), true);
    while (!stage.presenter.shows_wanted()) stage.presenter.step(at(i));
    CHECK(stage.presenter.at_rest());
    stage.presenter.expect(now);
    stage.settle(at(i));
    CHECK(stage.presenter.layer_bytes() == std::size_t{64} * 36 * 4);
  }
}

TEST_CASE("nothing is painted ahead unless it is expected") {
  Stage stage;
  stage.presenter.want(red, Millis(700));
  stage.settle(at(0));
  CHECK(stage.presenter.at_rest());
  CHECK(stage.presenter.layer_bytes() == std::size_t{64} * 36 * 4);
}

TEST_CASE("wanting something else ends a fade at once") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  stage.want(green, blue);
  for (int t = 1000; t < 1300; t += 16) stage.presenter.step(at(t));
  REQUIRE_FALSE(stage.presenter.shows_wanted());
  const int shown = stage.glass.shown;
  SECTION("a press on the coming card") {
    stage.presenter.want(with_button(green, 20), Millis(0));
    CHECK(stage.presenter.step(at(1301)));
    CHECK(stage.glass.shown == shown + 1);
    CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
    stage.settle(at(1302));
    CHECK(stage.glass.last.row(18)[9] == 0xFF112233);
    CHECK(stage.presenter.shows_wanted());
  }
  SECTION("a third card") {
    stage.presenter.want(blue, Millis(300));
    CHECK(stage.presenter.step(at(1301)));
    CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
    stage.settle(at(1302));
    for (int t = 1303; t < 1700; ++t) stage.presenter.step(at(t));
    CHECK(stage.presenter.shows_wanted());
    CHECK(stage.glass.last.pixels[100] == 0xFF0000FF);
  }
  SECTION("the incoming card is not something else") {
    stage.presenter.want(green, Millis(0));
    const std::size_t frames = stage.glass.amounts.size();
    for (int t = 1301; t <= 1800; ++t) stage.presenter.step(at(t));
    CHECK(stage.glass.amounts.size() > frames + 20);
    CHECK(stage.glass.shown == shown + 1);
    CHECK(stage.presenter.shows_wanted());
  }
}

TEST_CASE("a window exposed while the layer is away is shown completely afterwards") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  stage.presenter.want(with_button(red, 20), Millis(0));
  stage.presenter.step(at(1));  // hands the layer over
  stage.presenter.expose();
  CHECK_FALSE(stage.presenter.shows_wanted());
  stage.settle(at(2));
  CHECK(stage.glass.shown_whole == 2);
  CHECK(stage.glass.last.row(18)[9] == 0xFF112233);
}

TEST_CASE("a window resized while the layer is away gets one of its size") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  stage.presenter.want(with_button(red, 20), Millis(0));
  stage.presenter.step(at(1));
  stage.glass.width_px = 128;
  stage.glass.height_px = 72;
  stage.presenter.expose();
  stage.settle(at(2));
  CHECK(stage.glass.last.width == 128);
  CHECK(stage.glass.last.row(36)[18] == 0xFF112233);
}

TEST_CASE("a frame that found no surface is shown later and whole") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  stage.glass.drawable = false;
  stage.presenter.want(with_button(red, 20), Millis(0));
  while (stage.glass.tried < 3) {
    CHECK_FALSE(stage.presenter.step(at(1)));
    CHECK_FALSE(stage.presenter.shows_wanted());
  }
  stage.glass.drawable = true;
  stage.settle(at(2));
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last_damaged.empty());
  CHECK(stage.glass.last.row(18)[9] == 0xFF112233);
}

TEST_CASE("a turned screen is changed in place") {
  const int rotation = GENERATE(90, 180, 270);
  Stage stage(rotation);
  if (rotation != 180) {
    stage.glass.width_px = 36;
    stage.glass.height_px = 64;
    stage.presenter.expose();
  }
  stage.want(red, green);
  stage.settle(at(0));
  stage.presenter.want(with_button(red, 20), Millis(0));
  stage.settle(at(1));
  CHECK(stage.glass.shown == 2);
  CHECK(covered(stage.glass.last_damaged) <= 64);
  Stage other(rotation);
  other.glass.width_px = stage.glass.width_px;
  other.glass.height_px = stage.glass.height_px;
  other.presenter.expose();
  other.presenter.want(with_button(red, 20), Millis(0));
  other.settle(at(0));
  CHECK(stage.glass.last == other.glass.last);
}

TEST_CASE("a drag is followed to its end whatever the paint worker has time for") {
  Stage stage;
  stage.want(red, green);
  stage.settle(at(0));
  for (int x = 0; x <= 140; ++x) {
    stage.presenter.want(with_button(red, x), Millis(0));
    stage.presenter.step(at(x));
  }
  stage.settle(at(200));
  CHECK(stage.glass.last.row(18)[57] == 0xFF112233);
  CHECK(stage.glass.last.row(18)[53] == 0xFFFF0000);
  CHECK(stage.presenter.layer_bytes() <= std::size_t{3} * 64 * 36 * 4);
}

TEST_CASE("a picture that fails on a card in view leaves what was shown") {
  Stage stage;
  stage.want(red, red);
  stage.settle(at(0));
  scene::Scene broken = red;
  broken.items.emplace_back(scene::Picture{{10, 10, 50, 50}, "/nowhere/none.svg", "Nothing.", {}, false});
  stage.presenter.want(broken, Millis(0));
  while (!stage.presenter.has_faults()) stage.presenter.step(at(1));
  CHECK(stage.presenter.take_faults().size() == 1);
  for (int t = 2; t < 500; ++t) stage.presenter.step(at(t));
  CHECK_FALSE(stage.presenter.has_faults());
  CHECK(stage.glass.shown == 1);
  stage.want(green, green);
  stage.settle(at(501));
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
}

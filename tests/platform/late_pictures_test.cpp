// What the display shows while pictures are still being drawn.
#include <algorithm>
#include <thread>

#include "catch.h"
#include "paint/gated_picture.h"
#include "platform/stage.h"

using namespace anteroom;
using namespace anteroom::platform;
using namespace anteroom::tests;
using paint::GatedPicture;

namespace {

constexpr std::uint32_t yellow = 0xFFFFFF00, cyan = 0xFF00FFFF;

struct LateStage : Stage {
  paint::TempFolder folder;

  LateStage() : Stage(0, GatedPicture::options()) {}

  // Steps at `now` until `done`.
  template <typename Done>
  void step_until(MonoTime now, Done done) {
    while (!done()) {
      presenter.step(now);
      std::this_thread::yield();
    }
  }
  // The picture of with_picture() on the display.
  std::uint32_t at_picture() const { return glass.last.row(12)[12]; }
};

scene::Scene with_picture(scene::Scene scene, const GatedPicture& picture, double x = 10) {
  scene.items.emplace_back(scene::Picture{{x, 10, 50, 50}, picture.file(), "A picture.", {}, false});
  return scene;
}

// `scene` with the mark of a finger on a button, away from the picture.
scene::Scene with_mark(scene::Scene scene) {
  scene.items.emplace_back(scene::Fill{{120, 60, 10, 10}, scene::rgb(0x112233), 0, 0, {}});
  return scene;
}

constexpr std::uint32_t mark = 0xFF112233;

std::uint32_t at_mark(const MemoryGlass& glass) {
  return glass.last.row(26)[50];
}

}  // namespace

TEST_CASE("frames go on while a picture of the card ahead is being drawn") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(red, green);
  stage.settle(at(0));
  stage.want(green, with_picture(blue, slow));
  for (int t = 1000; t < 2000; t += 16) {
    stage.presenter.step(at(t));
    CHECK(stage.presenter.has_begun());  // it was painted ahead
  }
  CHECK(stage.glass.amounts.size() >= 40);  // all of the fade
  stage.step_until(at(2000), [&] { return slow.is_being_drawn(); });
  for (int t = 2001; t < 2100; ++t) CHECK_FALSE(stage.presenter.step(at(t)));
  CHECK_FALSE(stage.presenter.at_rest());
  CHECK(stage.glass.last.pixels[100] == 0xFF00FF00);
}

TEST_CASE("a card of the loop is not shown before its picture is ready") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(red, red);
  stage.settle(at(0));
  stage.presenter.want(with_picture(green, slow), Millis(0));
  stage.step_until(at(1), [&] { return !slow.runs().empty(); });
  for (int t = 2; t < 100; ++t) CHECK_FALSE(stage.presenter.step(at(t)));
  CHECK(stage.glass.shown == 1);
  CHECK_FALSE(stage.presenter.has_begun());
  slow.open();
  stage.settle(at(200));
  CHECK(stage.presenter.has_begun());
  CHECK(stage.glass.shown == 2);
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("a touch shows the page without its picture and later with it") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  const scene::Scene page = with_picture(green, slow);
  stage.want(red, red);
  stage.settle(at(0));
  SECTION("when it was not requested before") {}
  SECTION("when it was being painted ahead") {
    stage.presenter.expect(page);
    stage.step_until(at(1), [&] { return !slow.runs().empty(); });
  }
  SECTION("when the loop has turned to it by itself") {
    stage.presenter.want(page, Millis(0));
    stage.step_until(at(1), [&] { return !slow.runs().empty(); });
  }
  stage.presenter.want(page, Millis(0), true);
  stage.step_until(at(2), [&] { return stage.glass.shown == 2; });
  CHECK(stage.at_picture() == 0xFF00FF00);  // the background
  CHECK_FALSE(stage.presenter.shows_wanted());
  slow.open();
  stage.settle(at(3));
  CHECK(stage.glass.shown == 3);
  CHECK(stage.at_picture() == yellow);
  CHECK(slow.runs().size() == 1);  // it was begun once and went on
}

TEST_CASE("a touch on a page whose picture is late is shown without waiting for it") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  const scene::Scene page = with_picture(green, slow);
  stage.presenter.want(page, Millis(0), true);
  stage.step_until(at(0), [&] { return stage.glass.shown == 1; });
  constexpr int touches = 20;
  const auto began = std::chrono::steady_clock::now();
  for (int t = 1; t <= touches; ++t) {
    CAPTURE(t);
    const int shown = stage.glass.shown;
    stage.presenter.want(t % 2 == 1 ? with_mark(page) : page, Millis(0), true);
    stage.step_until(at(t), [&] { return stage.glass.shown > shown; });
    CHECK(at_mark(stage.glass) == (t % 2 == 1 ? mark : 0xFF00FF00));
    CHECK(stage.at_picture() == 0xFF00FF00);
  }
  CHECK(std::chrono::steady_clock::now() - began < touches * Millis(200));  // what a new page would wait
  slow.open();
  stage.settle(at(touches + 1));
  CHECK(stage.at_picture() == yellow);
  CHECK(slow.runs().size() == 1);
}

TEST_CASE("a drawing that is no longer waited for is stopped") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(red, with_picture(green, slow));
  stage.step_until(at(0), [&] { return slow.is_being_drawn(); });
  stage.want(blue, blue);
  stage.settle(at(2));
  CHECK(stage.glass.last.pixels[100] == 0xFFFF0000);  // the fade has begun
  CHECK_FALSE(slow.is_being_drawn());
}

TEST_CASE("a touch on the card in view does not stop what is being drawn ahead") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(red, with_picture(green, slow));
  stage.step_until(at(0), [&] { return slow.is_being_drawn(); });
  for (int t = 1; t < 30; ++t) {
    stage.presenter.want(t % 2 == 1 ? with_mark(red) : red, Millis(0), true);
    stage.step_until(at(t), [&] { return stage.presenter.shows_wanted(); });
  }
  slow.open();
  stage.settle(at(30));
  CHECK(slow.runs().size() == 1);
  stage.presenter.want(with_picture(green, slow), Millis(0));
  CHECK(stage.presenter.step(at(31)));
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("a quick picture on the page in view comes before two slow ones of the card ahead") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow), slower(stage.folder, "slower", yellow);
  const GatedPicture quick(stage.folder, "quick", cyan);
  quick.open();
  const scene::Scene ahead = with_picture(with_picture(green, slow), slower, 70);
  stage.want(red, ahead);
  stage.step_until(at(0), [&] { return slow.is_being_drawn() && slower.is_being_drawn(); });
  stage.presenter.want(with_picture(red, quick), Millis(0), true);
  stage.step_until(at(1), [&] { return stage.at_picture() == cyan; });
  slow.open();
  slower.open();
  stage.presenter.want(ahead, Millis(0));
  stage.settle(at(2));
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("a change given up for another one loses nothing") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(red, red);
  stage.settle(at(0));
  const scene::Scene page = with_picture(red, slow);
  for (int t = 1; t < 60; ++t) {
    CAPTURE(t);
    stage.presenter.want(page, Millis(0));  // nothing but the picture is new: it is waited for
    stage.presenter.step(at(t));
    if (t % 3 == 0) slow.wait_for_run();
    const scene::Scene marked = t % 2 == 0 ? with_mark(red) : with_mark(page);
    stage.presenter.want(marked, Millis(0), true);
    stage.step_until(at(t), [&] { return at_mark(stage.glass) == mark; });
    CHECK(stage.at_picture() == 0xFFFF0000);
    stage.presenter.want(red, Millis(0), true);
    stage.step_until(at(t), [&] { return stage.presenter.shows_wanted(); });
    CHECK(at_mark(stage.glass) == 0xFFFF0000);
  }
  CHECK(stage.presenter.layer_bytes() <= std::size_t{3} * 64 * 36 * 4);
  stage.presenter.want(page, Millis(0));
  slow.open();
  stage.settle(at(100));
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("a window exposed while a picture is waited for is shown at once") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.presenter.want(with_picture(green, slow), Millis(0), true);
  stage.step_until(at(0), [&] { return stage.glass.shown == 1; });
  for (int t = 1; t < 10; ++t) stage.presenter.step(at(t));  // the picture is waited for
  stage.glass.last = paint::Layer(64, 36);
  stage.presenter.expose();
  stage.step_until(at(10), [&] { return stage.glass.shown == 2; });
  CHECK(stage.glass.last.pixels[0] == 0xFF00FF00);
  slow.open();
  stage.settle(at(11));
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("a picture found faulty after its page was shown is reported for its card") {
  LateStage stage;
  const GatedPicture broken(stage.folder, "broken", yellow, "is torn");
  stage.presenter.want(with_picture(green, broken), Millis(0), true);
  stage.step_until(at(0), [&] { return stage.glass.shown == 1; });
  broken.open();
  stage.step_until(at(1), [&] { return stage.presenter.has_faults(); });
  const std::vector<Presenter::Fault> faults = stage.presenter.take_faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].card == "green");
  CHECK_THAT(faults[0].why, ContainsSubstring("is torn"));
  stage.presenter.want(blue, Millis(0));
  stage.settle(at(2));
  CHECK(stage.glass.last.pixels[0] == 0xFF0000FF);
}

TEST_CASE("a page of the loop is never shown without its picture because of an earlier touch") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  const scene::Scene card = with_picture(green, slow);
  stage.want(red, red);
  stage.settle(at(0));
  stage.presenter.want(card, Millis(0), true);
  stage.step_until(at(1), [&] { return !slow.runs().empty(); });
  stage.presenter.want(red, Millis(0), true);  // and back, before it was on the display
  stage.presenter.expect(card);
  for (int t = 2; t < 300; ++t) {
    stage.presenter.step(at(t));
    std::this_thread::sleep_for(Millis(1));
  }
  stage.presenter.want(card, Millis(0), false);
  for (int t = 300; t < 320; ++t) stage.presenter.step(at(t));
  CHECK(stage.glass.shown == 1);
  slow.open();
  stage.settle(at(320));
  CHECK(stage.glass.shown == 2);
  CHECK(stage.at_picture() == yellow);
}

TEST_CASE("the paint worker ends even if a picture never comes") {
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  stage.want(with_picture(red, slow), green);
  stage.step_until(at(0), [&] { return slow.is_being_drawn(); });
  SECTION("by itself") {}
  SECTION("after waiting for it") {
    CHECK(stage.worker.idle_within(Millis(60'000)));
  }
}

TEST_CASE("a wait that is to end before it has begun is not begun") {
  // The paint worker's thread may not have taken the order yet when something else is wanted: hurry() must reach it.
  LateStage stage;
  const GatedPicture slow(stage.folder, "slow", yellow);
  for (int i = 0; i < 200; ++i) {
    paint::Layer layer(64, 36);
    stage.worker.change(std::move(layer), red, {with_picture(red, slow), 64, 36, 0});
    stage.worker.hurry();
    CHECK(stage.worker.wait().abandoned);
  }
}

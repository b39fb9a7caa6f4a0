#include "platform/presenter.h"

#include <thread>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::platform;

namespace {

// Remembers what it was shown.
class MemoryGlass : public Glass {
 public:
  int width() const override { return width_px; }
  int height() const override { return height_px; }
  void show(const paint::Layer& layer, const Area& area) override {
    last = layer;
    last_area = area;
    ++shown;
  }
  void show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area&) override {
    CHECK(from.width == to.width);
    amounts.push_back(amount);
  }
  int width_px = 64, height_px = 36;
  paint::Layer last;
  Area last_area;
  int shown = 0;
  std::vector<double> amounts;
};

scene::Scene plain(const std::string& card, scene::Color ground) {
  scene::Scene scene;
  scene.screen = "loop";
  scene.card = card;
  scene.width_mm = 160;
  scene.height_mm = 90;
  scene.ground = ground;
  return scene;
}

const scene::Scene red = plain("red", scene::rgb(0xFF0000));
const scene::Scene green = plain("green", scene::rgb(0x00FF00));
const scene::Scene blue = plain("blue", scene::rgb(0x0000FF));

struct Stage {
  paint::FaceTable faces{{}, {}};
  paint::Pictures pictures{1 << 20};
  Studio studio{faces, pictures};
  MemoryGlass glass;
  Presenter presenter;

  explicit Stage(int rotation = 0) : presenter(studio, {160, 90, 64, 36, 600, 800, rotation}, Millis(700)) {
    presenter.attach(glass);
  }
  // Steps at `now` until nothing is left to do at that time; painting takes as long as it takes.
  void settle(MonoTime now) {
    while (!presenter.at_rest()) {
      presenter.step(now);
      if (presenter.next_frame() && *presenter.next_frame() > now) return;
      std::this_thread::yield();
    }
  }
};

MonoTime at(int ms) {
  return MonoTime(Millis(ms));
}

}  // namespace

TEST_CASE("the first scene is shown without a fade") {
  Stage stage;
  stage.presenter.want(red, red);
  stage.settle(at(0));
  CHECK(stage.glass.shown == 1);
  CHECK(stage.glass.amounts.empty());
  CHECK(stage.glass.last.pixels[100] == 0xFFFF0000);
}

TEST_CASE("nothing is drawn while nothing changes") {
  Stage stage;
  stage.presenter.want(red, green);
  stage.settle(at(0));
  for (int t = 0; t < 10'000; t += 100) {
    stage.presenter.want(red, green);
    CHECK_FALSE(stage.presenter.step(at(t)));
  }
  CHECK(stage.glass.shown == 1);
  CHECK_FALSE(stage.presenter.next_frame());
}

TEST_CASE("another card fades in without a dip and ends exactly on it") {
  Stage stage;
  stage.presenter.want(red, green);
  stage.settle(at(0));
  stage.presenter.want(green, blue);
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

TEST_CASE("a picture that is late puts the change off and not the frame") {
  Stage stage;
  stage.presenter.want(red, red);
  stage.settle(at(0));
  stage.presenter.want(green, green);
  // Whether or not the studio is ready yet, a step comes back, and a fade begins only with the finished layer.
  stage.presenter.step(at(100));
  stage.settle(at(100));
  CHECK(stage.presenter.next_frame());
  CHECK(stage.glass.amounts.size() == 1);
  CHECK(stage.glass.amounts.front() == Approx(0));
}

TEST_CASE("a clock that moves on is put in place without a fade") {
  Stage stage;
  stage.presenter.want(red, red);
  stage.settle(at(0));
  scene::Scene later = red;
  later.ground = scene::rgb(0x00FFFF);  // the same card, looking different
  stage.presenter.want(later, later);
  stage.settle(at(50));
  CHECK(stage.glass.amounts.empty());
  CHECK(stage.glass.shown == 2);
  CHECK(stage.glass.last.pixels[0] == 0xFF00FFFF);
}

TEST_CASE("a card whose picture cannot be drawn is reported and not shown") {
  Stage stage;
  scene::Scene broken = red;
  broken.items.emplace_back(scene::Picture{{10, 10, 50, 50}, "/nowhere/none.svg", "Nothing.", {}, false});
  stage.presenter.want(broken, broken);
  std::vector<Presenter::Fault> faults;
  while (faults.empty()) {
    stage.presenter.step(at(0));
    faults = stage.presenter.take_faults();
    std::this_thread::yield();
  }
  CHECK(faults[0].card == "red");
  CHECK_THAT(faults[0].why, ContainsSubstring("/nowhere/none.svg"));
  CHECK(stage.glass.shown == 0);
  stage.presenter.want(green, green);
  stage.settle(at(1));
  CHECK(stage.glass.shown == 1);
}

TEST_CASE("an exposed or resized window is painted again") {
  Stage stage;
  stage.presenter.want(red, red);
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
  stage.presenter.want(corner, corner);
  stage.settle(at(0));
  REQUIRE(stage.glass.last.width == 36);
  CHECK(stage.glass.last.row(2)[33] == 0xFFFFFFFF);  // clockwise: now top right
  CHECK(stage.glass.last.row(2)[2] == 0xFFFF0000);
}

TEST_CASE("the eased mix starts and ends slowly and never goes back") {
  CHECK(eased(Millis(0), Millis(700)) == 0);
  CHECK(eased(Millis(700), Millis(700)) == 1);
  CHECK(eased(Millis(900), Millis(700)) == 1);
  CHECK(eased(Millis(-5), Millis(700)) == 0);
  CHECK(eased(Millis(350), Millis(700)) == Approx(0.5));
  CHECK(eased(Millis(0), Millis(0)) == 1);
  double last = 0;
  for (int t = 0; t <= 700; ++t) {
    const double now = eased(Millis(t), Millis(700));
    CHECK(now >= last);
    CHECK(now - last < 0.003);  // no jump that an eye could call a flash
    last = now;
  }
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
  stage.presenter.want(green, broken);
  while (!stage.presenter.has_faults()) stage.presenter.step(at(0));
  CHECK(stage.presenter.take_faults().size() == 1);
  for (int t = 1; t < 2000; ++t) stage.presenter.step(at(t));
  CHECK(stage.presenter.take_faults().empty());
  CHECK(stage.glass.shown == 1);
}

// What a random user brings onto the screen, painted part by part, is what painting it whole gives.
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include "catch.h"
#include "paint/painter.h"
#include "platform/stage.h"
#include "simulation/random_user.h"

using namespace anteroom;
using namespace anteroom::simulation;

namespace {

assembly::Loaded shipped() {
  source::Diagnostics diagnostics;
  assembly::SourceOptions source;
  source.config = std::string(ANTEROOM_ROOT) + "/config/kiosk.toml";
  return assembly::load(source, diagnostics);
}

// A kiosk whose display is in memory, too small to read, so that a test takes seconds.
class Shown {
 public:
  static constexpr int width = 320, height = 180;

  explicit Shown(const assembly::Loaded& loaded)
      : simulation_(loaded),
        pictures_(options(loaded.content.settings)),
        worker_(*loaded.faces, pictures_),
        presenter_(worker_, loaded.content.settings.screen),
        painter_(*loaded.faces, pictures_) {
    glass_.width_px = width;
    glass_.height_px = height;
    presenter_.attach(glass_);
  }

  Simulation& simulation() { return simulation_; }
  const tests::MemoryGlass& glass() const { return glass_; }

  // Shows the present screen to the end of its fade, with every picture.
  void show() {
    while (!step()) {
      if (!presenter_.next_frame()) std::this_thread::yield();
    }
  }
  // Begins to.
  void begin_to_show() {
    for (int i = 0; i < 3; ++i) step();
  }

  paint::Layer whole() { return painter_.paint(simulation_.scene(), width, height); }

 private:
  static paint::Pictures::Options options(const Settings& settings) {
    paint::Pictures::Options options = assembly::picture_options(settings, 8U << 20);
    options.limits.time = std::chrono::minutes(5);  // on a machine that is busy with other tests, too
    return options;
  }

  // True: there is no more to show.
  bool step() {
    const app::Kiosk& kiosk = simulation_.kiosk();
    presenter_.want(kiosk.scene(), kiosk.fade(), kiosk.answers_touch());
    presenter_.step(now_);
    REQUIRE_FALSE(presenter_.has_faults());
    now_ += Millis(16);
    return presenter_.shows_wanted();
  }

  Simulation simulation_;
  paint::Pictures pictures_;
  platform::PaintWorker worker_;
  tests::MemoryGlass glass_;
  platform::Presenter presenter_;
  paint::Painter painter_;
  MonoTime now_{};
};

}  // namespace

TEST_CASE("what a random user brings onto the screen is painted in parts as it is whole") {
  const unsigned seed = GENERATE(range(1u, 5u));
  CAPTURE(seed);
  static const assembly::Loaded loaded = shipped();
  Shown shown(loaded);
  RandomUser user(seed, shown.simulation(), nullptr);
  shown.show();
  Notice notice;
  notice.words[""] = {"The lift is out of order.", "Please ask at the desk."};
  for (int i = 0; i < 120; ++i) {
    if (i % 40 == 20) shown.simulation().post(notice);
    if (i % 40 == 30) shown.simulation().post(std::nullopt);
    user.act();
    // Often something else is wanted before it is all there, as when somebody is in a hurry.
    if (user.any(3) == 0) {
      shown.begin_to_show();
    } else {
      shown.show();
      REQUIRE(shown.glass().last == shown.whole());
    }
  }
  CHECK(shown.glass().shown > shown.glass().shown_whole);
  CHECK_FALSE(shown.glass().amounts.empty());
}

// What is painted anew while an exhibit is dragged is all that has changed.
#include <algorithm>
#include <cmath>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "screens/compose.h"

using namespace anteroom;

namespace {

using std::chrono::seconds;

// The shipped kiosk with the exhibit of one card on a glass of `size`.
class DraggedExhibit {
 public:
  DraggedExhibit(assembly::Size size, const std::string& id, std::size_t language) {
    Content& content = loaded_.content;
    content.settings.screen = assembly::resized(content.settings.screen, size);
    const auto& cards = content.pack.cards;
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
    REQUIRE(found != cards.end());
    state_ = start(content, now(seconds(0)));
    state_.open = true;
    state_.hello = false;
    state_.language = language;
    state_.card = static_cast<std::size_t>(found - cards.begin());
    state_ = update(state_, content, OpenCard{}, now(seconds(1)));
    size_ = size;
  }

  scene::Scene with(const ExhibitState& exhibit) {
    State state = state_;
    state.session.exhibit = exhibit;
    return screens::compose(state, loaded_.content, fonts_);
  }
  const Steps& steps() const { return std::get<Steps>(loaded_.content.pack.cards[*state_.card].exhibit); }
  paint::Layer paint(const scene::Scene& scene) { return painter_.paint(scene, size_.width, size_.height); }
  // Paints on `layer`, which shows `before`, what has changed; returns how many pixels that were.
  long repaint(const scene::Scene& before, const scene::Scene& scene, paint::Layer& layer) {
    long pixels = 0;
    for (const paint::Area& area : painter_.repaint(before, scene, layer, {}).damaged) {
      pixels += long{area.width} * area.height;
    }
    return pixels;
  }

 private:
  static Now now(seconds time) {
    return {MonoTime(time), std::chrono::local_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(9) + time};
  }
  static assembly::Loaded shipped() {
    source::Diagnostics diagnostics;
    return assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  }
  assembly::Loaded loaded_ = shipped();
  State state_;
  assembly::Size size_{};
  paint::TtfFonts fonts_{*loaded_.faces};
  paint::Pictures pictures_{assembly::picture_options(loaded_.content.settings, 64U << 20)};
  paint::Painter painter_{*loaded_.faces, pictures_};
};

}  // namespace

TEST_CASE("a dragged moon leaves no trace, and little is painted for each of its steps") {
  constexpr std::size_t english = 0, arabic = 3;
  for (const assembly::Size size : {assembly::Size{1366, 768}, assembly::Size{1000, 563}}) {
    for (const std::size_t language : {english, arabic}) {
      DraggedExhibit timeline(size, "results", language);
      StepsState state;
      state.held = state.touched = true;
      scene::Scene before = timeline.with(state);
      paint::Layer layer = timeline.paint(before);
      for (const double position : {0.013, 0.05, 0.12, 0.155, 0.4, 0.41, 0.9, 0.3}) {
        INFO(size.width << " wide, language " << language << ", at " << position);
        state.position = position;
        const scene::Scene scene = timeline.with(state);
        const long painted = timeline.repaint(before, scene, layer);
        if (position < 0.16) CHECK(painted < long{size.width} * size.height / 20);
        CHECK(layer == timeline.paint(scene));
        before = scene;
      }
    }
  }
}

TEST_CASE("a dragged sheet leaves no trace, and only what is near its fold is painted") {
  const assembly::Size size{1366, 768};
  DraggedExhibit paper(size, "paper", 0);
  const auto at = [](int ms) { return MonoTime(Millis(ms)); };
  FoldState sheet = settle(grab(FoldState{}, inviting_corner, at(0)), at(400));
  scene::Scene before = paper.with(sheet);
  paint::Layer layer = paper.paint(before);
  for (const SheetPoint to : {SheetPoint{0.97, 0.05}, SheetPoint{0.9, 0.1}, SheetPoint{0.8, 0.2}, SheetPoint{0.78, 0.2},
                              SheetPoint{0.5, 0.4}, SheetPoint{0.9, 0.05}}) {
    sheet = drag(sheet, to, at(500));
    const scene::Scene scene = paper.with(sheet);
    const long painted = paper.repaint(before, scene, layer);
    INFO("to " << to.x << ", " << to.y);
    if (to.x > 0.7) CHECK(painted < long{size.width} * size.height / 6);
    CHECK(layer == paper.paint(scene));
    before = scene;
  }
}

TEST_CASE("a pulled muscle leaves no trace, and its table is not painted again") {
  const assembly::Size size{1366, 768};
  DraggedExhibit muscle(size, "neuromodulators", 0);
  PullState state;
  state.touched = true;
  state.hand = PullState::Hand{};
  scene::Scene before = muscle.with(state);
  paint::Layer layer = muscle.paint(before);
  for (const double effort : {0.01, 0.2, 0.5, 1.0, 0.97, 0.0}) {
    INFO("pulled by " << effort);
    state.effort = effort;
    const scene::Scene scene = muscle.with(state);
    CHECK(muscle.repaint(before, scene, layer) < long{size.width} * size.height / 3);
    CHECK(layer == muscle.paint(scene));
    before = scene;
  }
}

TEST_CASE("on a large glass a step of a dragged sheet paints little more than its flap") {
  const assembly::Size size{3840, 2160};
  DraggedExhibit paper(size, "paper", 0);
  const auto at = [](int ms) { return MonoTime(Millis(ms)); };
  FoldState sheet = settle(grab(FoldState{}, inviting_corner, at(0)), at(400));
  sheet = drag(sheet, {0.95, 0.05}, at(500));
  scene::Scene before = paper.with(sheet);
  paint::Layer layer = paper.paint(before);
  constexpr int steps = 12;
  for (int step = 1; step <= steps; ++step) {
    const SheetPoint to{0.95 - 0.03 * step, 0.05 + 0.02 * step};
    sheet = drag(sheet, to, at(500 + step));
    const scene::Scene scene = paper.with(sheet);
    const long painted = paper.repaint(before, scene, layer);
    // The flap is a triangle, folded over at half the way of the corner: as large as what it uncovers.
    const double dx = 1 - to.x, dy = to.y, way = std::hypot(dx, dy);
    const double flap = way * way * way * way / (8 * dx * dy);  // in squares of the sheet's width
    const auto handle = std::find_if(scene.items.begin(), scene.items.end(),
                                     [](const auto& item) { return std::holds_alternative<scene::Handle>(item); });
    REQUIRE(handle != scene.items.end());
    const double width = std::get<scene::Handle>(*handle).box.w / scene.width_mm * size.width;
    INFO("step " << step << ": " << painted << " pixels; the flap has " << flap * width * width);
    CHECK(painted < 1.6 * flap * width * width + 0.05 * width * width);
    before = scene;
  }
  CHECK(layer == paper.paint(before));
}

TEST_CASE("on a large glass a dragged moon paints little, even where the next calendar is lit") {
  const assembly::Size size{3840, 2160};
  DraggedExhibit timeline(size, "results", 0);
  StepsState state;
  state.held = state.touched = true;
  scene::Scene before = timeline.with(state);
  paint::Layer layer = timeline.paint(before);
  const long glass = long{size.width} * size.height;
  double last = 0;
  for (const double position : {0.01, 0.02, 0.155, 0.165, 0.17, 0.18, 0.49, 0.51, 0.52}) {
    state.position = position;
    const scene::Scene scene = timeline.with(state);
    const long painted = timeline.repaint(before, scene, layer);
    INFO("at " << position << ": " << painted << " of " << glass << " pixels");
    // Where the next step is reached, its words and two buttons change as well.
    const bool same_step = nearest_step(timeline.steps(), position) == nearest_step(timeline.steps(), last);
    CHECK(painted < (same_step ? glass / 15 : glass / 4));
    last = position;
    before = scene;
  }
  CHECK(layer == timeline.paint(before));
}

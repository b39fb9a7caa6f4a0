// The stages of the sheet of paper, as somebody with weak eyes and no colours sees them.
#include <algorithm>
#include <cmath>

#include "assembly/load.h"
#include "catch.h"
#include "exhibits/fold_view.h"
#include "paint/painter.h"
#include "paint/pictures.h"
#include "scene/palette.h"

using namespace anteroom;

namespace {

MonoTime moment(int s) {
  return MonoTime(std::chrono::seconds(s));
}

FoldState folded_sheet() {
  return settle(fold_sheet({}, moment(0)), moment(1));
}
FoldState opened_sheet() {
  return settle(open_sheet(folded_sheet(), moment(2)), moment(3));
}
FoldState smoothed_sheet(int times) {
  FoldState state = opened_sheet();
  for (int i = 0; i < times; ++i) state = settle(smooth_sheet(state, moment(4 + 2 * i)), moment(5 + 2 * i));
  return state;
}

double luminance(std::uint32_t pixel) {
  const auto linear = [](std::uint32_t byte) {
    const double value = byte / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(pixel >> 16 & 255) + 0.7152 * linear(pixel >> 8 & 255) + 0.0722 * linear(pixel & 255);
}

// Paints sheets with a pixel a millimetre, which at arm's length is what an eye with a third of full sight resolves.
class Table {
 public:
  paint::Layer paint(const FoldState& state) {
    scene::Scene scene;
    scene.width_mm = 270;
    scene.height_mm = 200;
    scene.ground = scene::palette::paper;
    scene.items = exhibits::fold_view(state, {10, 10, 250, 180}, "");
    return painter_.paint(scene, 270, 200);
  }
  // The area in mm2 in which the lightness of two sheets differs by more than `ratio` to 1.
  int differing(const FoldState& one, const FoldState& other, double ratio) {
    const paint::Layer a = paint(one), b = paint(other);
    REQUIRE(a.pixels.size() == b.pixels.size());
    int count = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
      const double x = luminance(a.pixels[i]) + 0.05, y = luminance(b.pixels[i]) + 0.05;
      if (std::max(x, y) / std::min(x, y) > ratio) ++count;
    }
    return count;
  }

 private:
  static assembly::Loaded shipped() {
    source::Diagnostics diagnostics;
    return assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  }
  assembly::Loaded loaded_ = shipped();
  paint::Pictures pictures_{assembly::picture_options(loaded_.content.settings, 1U << 20)};
  paint::Painter painter_{*loaded_.faces, pictures_};
};

}  // namespace

TEST_CASE("a smoothed sheet looks neither like an opened one nor like one that was never folded") {
  Table table;
  // One that curls no more: a hand has taken it.
  const FoldState flat = settle(grab(FoldState{}, {0.5, 0.5}, moment(0)), moment(1));
  constexpr double plain = 1.15;  // two greys side by side; three times what full sight needs
  CHECK(table.differing(flat, folded_sheet(), plain) > 5000);
  CHECK(table.differing(flat, opened_sheet(), plain) > 2500);
  CHECK(table.differing(folded_sheet(), opened_sheet(), plain) > 5000);
  for (const int times : {1, 2, 5}) {
    INFO("smoothed " << times << " times");
    const FoldState smoothed = smoothed_sheet(times);
    CHECK(table.differing(opened_sheet(), smoothed, plain) > 2500);
    // The line is still there, all across the sheet of 228 mm, and is plain to see.
    CHECK(table.differing(flat, smoothed, 1.5) > 200);
    CHECK(table.differing(flat, smoothed, plain) < 2000);
  }
}

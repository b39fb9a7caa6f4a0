#include "setup/test_picture.h"

#include <algorithm>

#include "catch.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::setup;

TEST_CASE("the ruler of the test picture is as long as it says from outer edge to outer edge") {
  const Screen screen;
  text::FakeFonts fonts;
  const TestPicture without{"HDMI-1", "Is it?", "", false, {}, {}};
  TestPicture with = without;
  with.has_ruler = true;
  const auto fills = [&](const TestPicture& picture) {
    std::vector<scene::Rect> boxes;
    for (const scene::Item& item : test_picture(picture, screen, fonts).items) {
      if (const auto* fill = std::get_if<scene::Fill>(&item)) boxes.push_back(fill->box);
    }
    return boxes;
  };
  const std::vector<scene::Rect> before = fills(without);
  std::vector<scene::Rect> ruler = fills(with);
  std::erase_if(ruler,
                [&](const scene::Rect& box) { return std::find(before.begin(), before.end(), box) != before.end(); });
  double left = screen.width_mm, right = 0;
  for (const scene::Rect& box : ruler) {
    left = std::min(left, box.x);
    right = std::max(right, box.right());
  }
  CHECK(right - left == Approx(300));
  CHECK(ruler.size() == 32);  // the line and a tick every 10 mm
}

TEST_CASE("a line of the test picture runs along each edge of the screen") {
  const Screen screen;
  text::FakeFonts fonts;
  const scene::Scene scene = test_picture({"", "Is it?", "", false, {}, {}}, screen, fonts);
  const auto covers = [&](scene::Point point) {
    return std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
      const auto* fill = std::get_if<scene::Fill>(&item);
      return fill != nullptr && fill->box.contains(point);
    });
  };
  for (const scene::Point edge : {scene::Point{238, 0.1}, {238, 267.9}, {0.1, 134}, {475.9, 134}}) CHECK(covers(edge));
  CHECK_FALSE(covers({238, 10}));
}

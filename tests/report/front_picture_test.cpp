// How much of the glass a front's drawing covers: the box around what is drawn, not the art board and not the colour
// behind it.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "assembly/load.h"
#include "catch.h"
#include "paint/pictures.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// What is drawn in a file: its box, as shares of the board, and the board's shape.
struct DrawnBox {
  Share box;
  double ratio = 0;  // of the board, width to height
  double share() const { return box.w * box.h; }
};

DrawnBox drawn_box(paint::Pictures& pictures, const std::string& file) {
  const paint::Pictures::Loaded got = pictures.load({.file = file, .width_px = 600, .height_px = 450});
  REQUIRE(got.fault.empty());
  const paint::Texture& texture = *got.texture;
  int left = texture.width, right = 0, top = texture.height, bottom = 0;
  for (int y = 0; y < texture.height; ++y) {
    for (int x = 0; x < texture.width; ++x) {
      const std::uint32_t pixel = texture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) +
                                                 static_cast<std::size_t>(x)];
      if (pixel >> 24 < 16) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  }
  // The texture has the ink only; where that is on the board does not matter unless the board is cropped.
  const double width = got.whole.width, height = got.whole.height;
  const Share box{(left + got.left_px) / width, (top + got.top_px) / height, (right - left) / width,
                  (bottom - top) / height};
  return {box, width / height};
}

// How much of `from` to `to` is in `other_from` to `other_to`.
double common(double from, double to, double other_from, double other_to) {
  return std::max(0.0, std::min(to, other_to) - std::max(from, other_from));
}

// The share of the glass that what is drawn on `front` covers.
double drawn_share(const scene::Scene& front, const DrawnBox& drawn) {
  const scene::Picture* picture = picture_of(front);
  if (picture == nullptr) return 0;
  const Share frame = picture->frame.value_or(Share{0, 0, 1, 1});
  const scene::Rect board = scene::fitted(drawn.ratio * frame.w / frame.h, picture->box);
  const Share& box = drawn.box;
  const double wide = common(box.x, box.x + box.w, frame.x, frame.x + frame.w) / frame.w;
  const double high = common(box.y, box.y + box.h, frame.y, frame.y + frame.h) / frame.h;
  return board.w * board.h * wide * high / (front.width_mm * front.height_mm);
}

// What is drawn on the fronts of a loop covers at least so much of the glass: on a usual card, and on an urgent one,
// beside the number to call; and how many of them cover `aim`.
struct Least {
  std::string config;
  assembly::Size size;
  int percent;
  double usual, urgent;
  double aim;
  std::size_t reach_aim;
};

// In portrait a board of 4:3 as wide as the glass covers 42.2 % of it, its margins included. In large letters it is the
// words and the invitation that leave no more, and on the wall the longest words of titles, whose capitals are 51 mm
// high: of cards whose words begin at one edge, those of one language have pictures of one size. On an urgent card the
// number to call, and in portrait the signs in words, come before the size of the picture.
const std::vector<Least> all_loops = {
    {"kiosk.toml", {1920, 1080}, 100, 0.40, 0.35, 0.40, 60},
    {"kiosk.toml", {1920, 1080}, 150, 0.16, 0.125, 0.16, 60},
    {"kiosk.toml", {1920, 1080}, 200, 0.05, 0.025, 0.12, 48},
    {"kiosk.toml", {1080, 1920}, 100, 0.385, 0.385, 0.385, 66},
    {"kiosk.toml", {1080, 1920}, 150, 0.13, 0.065, 0.135, 60},
    {"kiosk.toml", {1080, 1920}, 200, 0.05, 0.05, 0.12, 36},
    {"wall.toml", {1920, 1080}, 100, 0.38, 0.29, 0.45, 31},
    {"wall.toml", {1080, 1920}, 100, 0.385, 0.26, 0.385, 61},
};

bool is_urgent(const Content& content, const std::string& card) {
  return std::any_of(content.pack.cards.begin(), content.pack.cards.end(),
                     [&](const Card& each) { return each.id == card && each.is_urgent; });
}

// The fronts of `loop` on which less is drawn than `least` says, and a last entry if too few reach its aim.
std::vector<std::string> too_small(const Fronts& loop, const Least& least, const Content& content,
                                   const std::map<std::string, DrawnBox>& drawn) {
  std::vector<std::string> found;
  std::size_t reach = 0;
  double smallest = 1, largest = 0;
  for (const scene::Scene& front : loop.fronts) {
    const double share = drawn_share(front, drawn.at(front.card));
    if (share >= least.aim) ++reach;
    smallest = std::min(smallest, share);
    largest = std::max(largest, share);
    if (share >= (is_urgent(content, front.card) ? least.urgent : least.usual)) continue;
    found.push_back(loop.name + " " + front.card + " " + front.language + ": what is drawn covers " +
                    std::to_string(share));
  }
  std::cout << loop.name << ": drawn " << smallest << " to " << largest << " of the glass, " << reach << " of "
            << loop.fronts.size() << " reach " << least.aim << "\n";
  if (reach < least.reach_aim) found.push_back(loop.name + ": only " + std::to_string(reach) + " reach the aim");
  return found;
}

std::map<std::string, DrawnBox> drawn_boxes(const Content& content) {
  paint::Pictures pictures(assembly::picture_options(content.settings, 64U << 20));
  std::map<std::string, DrawnBox> drawn;
  for (const Card& card : content.pack.cards) drawn[card.id] = drawn_box(pictures, card.picture);
  return drawn;
}

}  // namespace

TEST_CASE("a picture covers as much of the glass as the words of its front leave") {
  for (const Least& least : all_loops) {
    ShippedPack shipped(least.config, least.size);
    const Content& content = shipped.loaded.content;
    const Fronts loop = shipped.loop(least.config + " " + std::to_string(least.size.width), least.percent);
    CHECK(loop.fronts.size() == 66);
    for (const std::string& front : too_small(loop, least, content, drawn_boxes(content))) FAIL_CHECK(front);
  }
}

TEST_CASE("a picture that is drawn smaller than its front allows is found") {
  const Least& least = all_loops.front();
  ShippedPack shipped(least.config, least.size);
  const Content& content = shipped.loaded.content;
  const std::map<std::string, DrawnBox> drawn = drawn_boxes(content);
  Fronts loop = shipped.loop("planted", least.percent);
  REQUIRE(too_small(loop, least, content, drawn).empty());
  for (scene::Item& item : loop.fronts.front().items) {
    auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty()) picture->box = picture->box.inset(5);
  }
  CHECK(too_small(loop, least, content, drawn).size() == 2);
  // Of a drawing with empty margins less is drawn.
  for (const auto& [card, box] : drawn) {
    INFO(card);
    CHECK(box.share() > 0.8);
    CHECK(box.share() <= 1);
  }
}

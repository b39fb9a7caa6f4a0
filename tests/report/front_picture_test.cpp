// How much of the glass a front's drawing covers: the box around what is drawn, not the art board and not the colour
// behind it.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "assembly/load.h"
#include "catch.h"
#include "paint/pictures.h"
#include "paint/placement.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// The share of the glass that what is drawn on `front` covers: the box around all pixels of the picture that are seen,
// in the part of it that the front shows.
double drawn_share(const scene::Scene& front, paint::Pictures& pictures) {
  const scene::Picture* picture = picture_of(front);
  if (picture == nullptr) return 0;
  constexpr int side_px = 600;
  const paint::Pictures::Loaded got = pictures.load(
      {.file = picture->file, .width_px = side_px, .height_px = side_px, .frame = paint::frame_of(*picture)});
  REQUIRE(got.fault.empty());
  constexpr std::uint32_t seen = 16;  // of 255
  const decode::Area ink = decode::ink_in(*got.texture, seen);
  const double width = got.whole.width, height = got.whole.height;
  const scene::Rect board = scene::fitted(width / height, picture->box);
  return board.w * board.h * (ink.width / width) * (ink.height / height) / (front.width_mm * front.height_mm);
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

// In large letters it is the words and the invitation that leave no more. On an urgent card the number to call, and the
// signs in words, come before the size of the picture.
const std::vector<Least> all_loops = {
    {"kiosk.toml", {1920, 1080}, 100, 0.40, 0.28, 0.40, 60},
    {"kiosk.toml", {1920, 1080}, 150, 0.16, 0.09, 0.16, 60},
    {"kiosk.toml", {1920, 1080}, 200, 0.05, 0.025, 0.12, 48},
    {"kiosk.toml", {1080, 1920}, 100, 0.40, 0.25, 0.40, 60},
    {"kiosk.toml", {1080, 1920}, 150, 0.13, 0.065, 0.135, 60},
    {"kiosk.toml", {1080, 1920}, 200, 0.045, 0.025, 0.12, 30},
    {"wall.toml", {1920, 1080}, 100, 0.45, 0.29, 0.45, 60},
    {"wall.toml", {1080, 1920}, 100, 0.40, 0.26, 0.40, 60},
};

bool is_urgent(const Content& content, const std::string& card) {
  return std::any_of(content.pack.cards.begin(), content.pack.cards.end(),
                     [&](const Card& each) { return each.id == card && each.is_urgent; });
}

// The fronts of `loop` on which less is drawn than `least` says, and a last entry if too few reach its aim.
std::vector<std::string> too_small(const Fronts& loop, const Least& least, const Content& content,
                                   paint::Pictures& pictures) {
  std::vector<std::string> found;
  std::size_t reach = 0;
  double smallest = 1, largest = 0;
  for (const scene::Scene& front : loop.fronts) {
    const double share = drawn_share(front, pictures);
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

paint::Pictures pictures_of(const Content& content) {
  return paint::Pictures(assembly::picture_options(content.settings, 64U << 20));
}

}  // namespace

TEST_CASE("a picture covers as much of the glass as the words of its front leave") {
  for (const Least& least : all_loops) {
    ShippedPack shipped(least.config, least.size);
    const Content& content = shipped.loaded.content;
    paint::Pictures pictures = pictures_of(content);
    const Fronts loop = shipped.loop(least.config + " " + std::to_string(least.size.width), least.percent);
    CHECK(loop.fronts.size() == 66);
    for (const std::string& front : too_small(loop, least, content, pictures)) FAIL_CHECK(front);
  }
}

TEST_CASE("a picture that is drawn smaller than its front allows is found") {
  const Least& least = all_loops.front();
  ShippedPack shipped(least.config, least.size);
  const Content& content = shipped.loaded.content;
  paint::Pictures pictures = pictures_of(content);
  Fronts loop = shipped.loop("planted", least.percent);
  REQUIRE(too_small(loop, least, content, pictures).empty());
  for (scene::Item& item : loop.fronts.front().items) {
    auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty()) picture->box = picture->box.inset(12);
  }
  CHECK(too_small(loop, least, content, pictures).size() == 2);
}

TEST_CASE("a drawing with a ground of its own stood as a box in the colour of its card") {
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      ShippedPack shipped(config, size);
      const Content& content = shipped.loaded.content;
      paint::Pictures pictures = pictures_of(content);
      std::size_t bleeding = 0;
      for (const scene::Scene& front : shipped.loop(config, 100).fronts) {
        const Card& card = *std::find_if(content.pack.cards.begin(), content.pack.cards.end(),
                                         [&](const Card& each) { return each.id == front.card; });
        REQUIRE(card.board);
        if (!card.board->ground) continue;
        ++bleeding;
        INFO(config << " " << size.width << " " << front.card << " " << front.language);
        const scene::Picture& picture = *picture_of(front);
        // Up to both edges of the glass at its side, and with nothing of the card's colour between.
        const bool to_side = picture.box.x < 1e-6 || picture.box.right() > front.width_mm - 1e-6;
        CHECK(to_side);
        if (size.width < size.height) CHECK(std::abs(picture.box.w - front.width_mm) < 1e-6);
        const double share = picture.box.w * picture.box.h / (front.width_mm * front.height_mm);
        CHECK(std::abs(drawn_share(front, pictures) - share) < 0.005);
      }
      CHECK(bleeding == 6 * 2);
    }
  }
}

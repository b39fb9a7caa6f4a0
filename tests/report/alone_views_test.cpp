// Elements of the pictures that ship which a page shows alone: measured on pixels, none of them is cut.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "paint/pictures.h"
#include "shipped_pages.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// What is drawn of the elements that `picture` shows, in shares of its board, which it may leave.
Share ink_of(const scene::Picture& picture, paint::Pictures& pictures) {
  constexpr int side_px = 900;
  constexpr int beyond = decode::Frame::beyond, all = decode::Frame::whole + 2 * beyond;
  paint::PictureSource source{picture.file, side_px, side_px};
  source.layers = picture.layers;
  source.frame = {-beyond, -beyond, all, all};
  const paint::Pictures::Loaded drawn = pictures.load(source);
  REQUIRE(drawn.fault == std::string());
  REQUIRE(drawn.texture != nullptr);
  const double from = source.frame.share_x(), share = source.frame.share_of_width();
  const auto across = [&](double px) { return from + px * share / drawn.whole.width; };
  const auto down = [&](double px) { return from + px * share / drawn.whole.height; };
  const double left = across(drawn.left_px), top = down(drawn.top_px);
  return {left, top, across(drawn.left_px + drawn.texture->width) - left,
          down(drawn.top_px + drawn.texture->height) - top};
}

// How far `ink` is outside of `frame`, at the side where that is most.
double outside(const Share& ink, const Share& frame) {
  return std::max(
      {frame.x - ink.x, frame.y - ink.y, ink.x + ink.w - frame.x - frame.w, ink.y + ink.h - frame.y - frame.h});
}

constexpr double least_seen = 0.004;  // three pixels of the drawing

}  // namespace

TEST_CASE("elements that a page shows alone are not cut by the edge of the drawing's board") {
  ShippedPages shipped({1920, 1080});
  paint::Pictures pictures(assembly::picture_options(shipped.loaded.content.settings, 0));
  std::set<std::string> seen;
  for (const std::vector<scene::Scene>& pages : shipped.cards({})) {
    for (const scene::Scene& page : pages) {
      for (const scene::Item& item : page.items) {
        const auto* picture = std::get_if<scene::Picture>(&item);
        if (picture == nullptr || picture->layers.empty() || !picture->frame) continue;
        std::string name = page.card;
        for (const std::string& layer : picture->layers) name += " " + layer;
        if (!seen.insert(name).second) continue;
        INFO(name);
        const Share ink = ink_of(*picture, pictures);
        CHECK(outside(ink, *picture->frame) < least_seen);
        Share cut = *picture->frame;
        cut.h *= 0.95;
        CHECK(outside(ink, cut) > least_seen);  // so a flat lower edge would be found
        // What the board would cut is on the lower edge of its ground, never in the middle of it.
        const double foot = ink.y + ink.h;
        if (foot <= 1) continue;
        CHECK(std::any_of(page.items.begin(), page.items.end(), [&](const scene::Item& other) {
          const auto* fill = std::get_if<scene::Fill>(&other);
          return fill != nullptr && fill->box.encloses(picture->box) &&
                 std::abs(fill->box.bottom() - picture->box.bottom()) < 1e-6;
        }));
      }
    }
  }
  CHECK(seen.size() >= 15);
}

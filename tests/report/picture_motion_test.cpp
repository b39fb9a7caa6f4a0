// What a waiting room sees of the shipped pictures when they move, frame by frame, on the pixels.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "catch.h"
#include "model/state.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "report/shipped_fronts.h"
#include "screens/compose.h"

using namespace anteroom;
using anteroom::tests::ShippedPack;

namespace {

constexpr int width_px = 480, height_px = 270;
constexpr Millis step{20};

// Paints the fronts of a pack while their pictures move.
class Frames {
 public:
  explicit Frames(const assembly::Loaded& loaded)
      : content_(loaded.content),
        fonts_(*loaded.faces),
        pictures_(assembly::picture_options(loaded.content.settings, 64U << 20)),
        painter_(*loaded.faces, pictures_),
        state_(start(content_, {MonoTime{}, report::time_of_all_cards(content_)})) {
    state_.hello = false;
  }

  // Of the pictures that were painted.
  std::size_t bytes() const { return pictures_.bytes(); }

  // The front of `card` after its picture has moved so long; none: at rest.
  paint::Layer at(std::size_t card, std::optional<Millis> motion) {
    state_.card = card;
    state_.motion = motion;
    paint::Layer layer = painter_.paint(screens::compose(state_, content_, fonts_), width_px, height_px);
    CHECK(painter_.faults().empty());
    return layer;
  }

 private:
  const Content& content_;
  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  State state_;
};

int luma(std::uint32_t pixel) {
  return static_cast<int>((2126 * (pixel >> 16 & 255) + 7152 * (pixel >> 8 & 255) + 722 * (pixel & 255)) / 10000);
}

// The share of pixels whose luminance differs by at least `least` of 255.
double changed(const paint::Layer& one, const paint::Layer& other, int least) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < one.pixels.size(); ++i) {
    if (std::abs(luma(one.pixels[i]) - luma(other.pixels[i])) >= least) ++count;
  }
  return static_cast<double>(count) / static_cast<double>(one.pixels.size());
}

std::vector<std::size_t> moving_cards(const Content& content) {
  std::vector<std::size_t> cards;
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    if (content.pack.cards[i].motion) cards.push_back(i);
  }
  return cards;
}

}  // namespace

TEST_CASE("the pictures of the shipped cards move, end as they are when still, and do not flash") {
  ShippedPack shipped("kiosk.toml", {1920, 1080});
  const Content& content = shipped.loaded.content;
  Frames frames(shipped.loaded);
  CHECK(moving_cards(content).size() == content.pack.cards.size());
  for (const std::size_t card : moving_cards(content)) {
    INFO(content.pack.cards[card].id);
    const Millis takes = content.pack.cards[card].motion->length;
    CHECK(takes <= longest_motion);
    const paint::Layer still = frames.at(card, std::nullopt);
    std::vector<paint::Layer> seen;
    double most = 0;
    std::size_t repeated = 0;
    for (Millis at{0}; at < takes; at += step) {
      seen.push_back(frames.at(card, at));
      const std::size_t third = static_cast<std::size_t>(Millis(333) / step);
      if (seen.size() > third) most = std::max(most, changed(seen.back(), seen[seen.size() - 1 - third], 26));
      if (seen.size() > 1 && seen.back().pixels == seen[seen.size() - 2].pixels) ++repeated;
    }
    // WCAG 2.2, 2.3.1: no flash over a quarter of the field of view; a tenth of full luminance counts as a change.
    CHECK(most < 0.25);
    CHECK(changed(seen.front(), still, 26) > 0.01);            // it is seen to move
    CHECK(changed(seen.back(), still, 26) < 0.01);             // and does not jump to its end
    CHECK(changed(frames.at(card, takes), still, 8) < 0.002);  // its parts together are the picture
    CHECK(static_cast<double>(repeated) < 0.3 * static_cast<double>(seen.size()));  // it does not stutter
  }
}

TEST_CASE("the parts of each picture that moves have room in memory beside those of another card") {
  for (const char* settings : {"kiosk.toml", "wall.toml"}) {
    ShippedPack shipped(settings, {1920, 1080});
    const Content& content = shipped.loaded.content;
    for (const std::size_t card : moving_cards(content)) {
      INFO(settings << ": " << content.pack.cards[card].id);
      Frames frames(shipped.loaded);
      frames.at(card, step);
      constexpr std::size_t larger = (1920 / width_px) * (1080 / height_px);
      CHECK(frames.bytes() > 0);
      CHECK(larger * frames.bytes() < assembly::picture_cache_bytes * 2 / 3);
    }
  }
}

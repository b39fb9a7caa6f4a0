#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/call_band.h"
#include "screens/illustration.h"
#include "screens/loop_card.h"
#include "screens/picture_motion.h"
#include "screens/wall_head.h"
#include "screens/wall_loop.h"
#include "screens/wall_words.h"

namespace anteroom::screens {

namespace {

// How much of the band's height the digits of the number are: from the chairs they are the largest thing on the screen.
constexpr double digits_share = 0.66;
// The letters of its lead, which says all the signs, are not smaller than this while a smaller picture can avoid it.
constexpr std::array urgent_leads{1.25, 1.1, 1.0, 0.0};
constexpr double least_urgent_picture = 0.78;  // of the width in portrait

struct WallFront {
  WallAreas areas;
  std::vector<scene::Item> words = {};
};

// Tries what a wall's card may have beside its words, from the most to the least.
class WallSearch {
 public:
  WallSearch(const View& view, const Card& card, const CardText& text)
      : view_(view), card_(card), text_(text), letters_(letter_sizes(view)) {
    if (card.picture.empty()) return;
    const std::vector<LoopCard> loop = loop_of(view);
    sizes_ = picture_shares(view);
    const double share = view.portrait() ? sizes_.front() : common_share(view, loop);
    std::erase_if(sizes_, [&](double each) { return each > share; });
    const auto common = letters_.begin() + static_cast<std::ptrdiff_t>(common_letters(view, loop, share, letters_));
    if (!calls()) {
      letters_.erase(letters_.begin(), common);
      return;
    }
    // The title of an urgent card is no larger than those of the others.
    const double title = common->title;
    constexpr double most_lead = 1.25;  // it has more words than others
    std::erase_if(letters_, [&](const Letters& each) { return each.title > title || each.lead > most_lead; });
  }

  // The picture as large as the words allow, then the letters; the code of a link gives way to a picture of a useful
  // size.
  WallFront best() const {
    for (const bool with_code : {true, false}) {
      if (with_code && card_.link.empty()) continue;
      if (auto front = with_picture(with_code)) return std::move(*front);
    }
    for (const bool with_band : {true, false}) {
      if (with_band && !calls()) continue;
      const double band = with_band ? call_band_height(view_) : 0;
      if (auto front = at({.band_mm = band, .code = !card_.link.empty()})) return std::move(*front);
      if (auto front = at({.band_mm = band})) return std::move(*front);
    }
    const WallAreas areas = wall_areas(view_, 0, 0);
    return {areas, wall_words(view_, card_, text_, areas.words, false, {}, ink_of(view_, card_, areas)).items};
  }

 private:
  bool calls() const { return has_number(card_, text_); }

  // What a card may have: the size of its picture as a share, the number to call, and the code of its link.
  struct Choice {
    double picture = 0;
    double band_mm = 0;
    bool code = false;
    double least_lead = 0;  // how many times the usual size the lead has at least
  };

  std::optional<WallFront> with_picture(bool with_code) const {
    if (calls()) {
      for (const double least_lead : urgent_leads) {
        for (const double size : sizes_) {
          // Beside a picture, words begin at the edge of all cards.
          const bool is_small = view_.portrait() ? size < least_urgent_picture : size < sizes_.front();
          if (least_lead > 0 && is_small) break;
          if (auto front = at({size, number_band_height(view_), with_code, least_lead})) return front;
        }
      }
      return std::nullopt;
    }
    for (const double size : sizes_) {
      if (auto front = at({.picture = size, .code = with_code})) return front;
    }
    return std::nullopt;
  }

  std::optional<WallFront> at(const Choice& choice) const {
    const WallAreas areas = wall_areas(view_, choice.picture, choice.band_mm);
    const WallInk ink = ink_of(view_, card_, areas);
    const auto words_in = [&](const Letters& letters) {
      return wall_words(view_, card_, text_, areas.words, choice.code, letters, ink);
    };
    const std::size_t lines = most_title_lines(words_in(letters_.back()).title_lines);
    for (const Letters& letters : letters_) {
      if (letters.lead < choice.least_lead) continue;
      WallWords words = words_in(letters);
      if (words.fits && words.title_lines <= lines) return WallFront{areas, std::move(words.items)};
    }
    return std::nullopt;
  }

  const View& view_;
  const Card& card_;
  const CardText& text_;
  std::vector<double> sizes_ = {};
  std::vector<Letters> letters_;
};

}  // namespace

namespace {

// The colour of the strip above the field with the picture, behind the head. It goes on the picture's own ground, as
// far as the head can be read on that; none: it has the colour of the words' side, or of the black screen.
std::optional<scene::Color> strip_color(const View& view, const Card& card) {
  if (view.portrait() || !has_own_ground(card)) return std::nullopt;
  const scene::Color ground = scene::rgb(card.board->ground->color);
  const double contrast =
      std::max(scene::contrast(scene::palette::ink, ground), scene::contrast(scene::palette::white, ground));
  return contrast >= scene::min_contrast ? std::optional(ground) : std::nullopt;
}

// Of what stands on `ground`.
HeadColors head_colors(const View& view, std::optional<scene::Color> ground) {
  if (!ground) return {view.colors().ink, view.colors().accent, view.colors().quiet};
  const scene::Color ink = scene::contrast(scene::palette::ink, *ground) >= scene::min_contrast ? scene::palette::ink
                                                                                                : scene::palette::white;
  return {ink, ink, ink == scene::palette::white ? scene::palette::mist : scene::palette::ink};
}

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  WallFront front = WallSearch(view, card, text).best();
  const WallAreas& areas = front.areas;
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  // The card's colour is the whole poster's.
  append(scene.items, picture_ground(view, card, view.glass()));
  if (areas.panel.w > 0) scene.items.emplace_back(scene::Fill{.box = areas.panel, .color = call_ground()});
  if (areas.panel.w <= 0) move_by(front.words, view.drift_mm());
  append(scene.items, std::move(front.words));
  const bool pictured = areas.field.w > 0;
  const std::optional<scene::Color> strip = pictured ? strip_color(view, card) : std::nullopt;
  if (strip) {
    scene.items.emplace_back(scene::Fill{.box = {areas.field.x, 0, areas.field.w, areas.field.y}, .color = *strip});
  }
  if (pictured) {
    scene.items.emplace_back(picture_in_field(view, card, text, areas.field));
    move_parts(view, card, areas.field, scene.items);
  }
  if (areas.band.h > 0) {
    append(scene.items, call_band(view, text.emergency, areas.band, {.digits_mm = digits_share * areas.band.h}));
  }
  append(scene.items, wall_head(view, position, clock, areas.head, head_colors(view, strip)));
  return scene;
}

}  // namespace anteroom::screens

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "model/names.h"
#include "screens/call_band.h"
#include "screens/code_size.h"
#include "screens/illustration.h"
#include "screens/link_block.h"
#include "screens/loop_card.h"
#include "screens/wall_head.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// How much of its room the picture has: of the screen's width, or in portrait of the height that it takes at full
// width. One whose words do not fit takes the next; beside words it is the same for all cards of a loop, as far as it
// is not below the least common one, so that their words begin at one edge.
constexpr std::array beside_words{0.622, 0.6, 0.58, 0.56, 0.54, 0.52, 0.5, 0.46, 0.42, 0.36, 0.3};
constexpr double least_common = 0.5;
constexpr std::size_t most_compared = 60;  // cards: of a longer loop, only the first are looked at
constexpr std::array above_words{1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4};

// How many times the usual size letters have: the largest with which the words fit beside the picture. The lead may be
// a little smaller than usual, since that is above the least size that can be read from the chairs.
struct Letters {
  double title = 1, lead = 1;
};
constexpr std::array beside_letters{Letters{1.18, 1.3}, Letters{1.18, 1.15}, Letters{1, 1.3},
                                    Letters{1, 1.15},   Letters{1, 1},       Letters{1, 0.9}};
constexpr std::array below_letters{Letters{1.4, 1.4}, Letters{1.4, 1.25}, Letters{1.2, 1.25},
                                   Letters{1.2, 1.1}, Letters{1, 1.35},   Letters{1, 1.25},
                                   Letters{1, 1.1},   Letters{1, 1},      Letters{1, 0.9}};
// Between picture and words, in gaps (see Measures): the picture has some air of its own.
constexpr double between_share = 0.8;
constexpr double largest_title = 1.18, largest_title_portrait = 1.4;

struct WallAreas {
  scene::Rect field;  // of the picture, up to the screen's edges; no width: there is none
  scene::Rect words, head, band;
};

// The screen in two: at the start the picture below the head, down to the edge of the screen, at the end the words,
// whose topic is in one line with the head. In portrait the picture is at the bottom, the words between it and the
// head. `share` 0: all for the words. With `band_mm` the number to call is across the foot of the picture.
WallAreas wall_areas(const View& view, double share, double band_mm) {
  const Measures space = measures(view);
  const scene::Rect glass = view.glass();
  const double air = 0.7 * space.margin;  // above letters, whose boxes have some of their own
  WallAreas areas;
  if (view.portrait()) {
    scene::Column column(glass);
    areas.band = column.take_from_end(band_mm);
    if (share > 0) areas.field = column.take_from_end(glass.w * picture_height * share);
    column.skip(air);
    areas.head = scene::inset(column.take(wall_head_height(view)), space.margin, 0);
    column.skip(space.gap);
    areas.words = scene::inset(column.rest(), space.margin, 0);
    return areas;
  }
  scene::Row row(glass, view.direction());
  const scene::Rect start = share > 0 ? row.take(glass.w * share) : scene::Rect{};
  scene::Row rest(row.rest(), view.direction());
  rest.take(share > 0 ? between_share * space.gap : space.margin);
  rest.take_from_end(space.margin);
  scene::Column words(rest.rest()), picture(share > 0 ? start : rest.rest());
  words.skip(air);
  picture.skip(air);
  scene::Row head(picture.take(wall_head_height(view)), view.direction());
  if (share > 0) {
    head.take(space.margin);
    head.take_from_end(0.15 * space.margin);
    areas.band = picture.take_from_end(band_mm);
    areas.field = picture.rest();
  } else {
    words.skip(wall_head_height(view) + space.gap);
    areas.band = words.take_from_end(band_mm);
  }
  areas.head = head.rest();
  words.skip_from_end(air);
  areas.words = words.rest();
  return areas;
}

struct WallWords {
  std::vector<scene::Item> items;
  bool fits = true;
  std::size_t title_lines = 0;
};

// Topic, title and lead from the top of `area` down, and the code of the card's link with its label if `with_code`.
WallWords wall_words(const View& view, const Card& card, const CardText& text, const scene::Rect& area, bool with_code,
                     Letters letters) {
  const Measures space = measures(view);
  const View own = in_language_of(text, view);
  scene::Column column(area);
  WallWords words;
  const bool coloured = !view.high_contrast && card.ground != Ground::none && !card.picture.empty();
  words.items = heading(own, text.topic, text.title, column, view.screen().height_mm / 2,
                        {.times = letters.title,
                         .most = view.portrait() ? largest_title_portrait : largest_title,
                         .topic = coloured ? std::optional(scene::palette::deep_teal) : std::nullopt});
  if (!words.items.empty()) words.title_lines = std::get<scene::Text>(words.items.back()).layout.lines.size();
  // Below the title, which stays where it is on all other cards.
  text::Layout mark = language_mark(view, text, column.width());
  if (!mark.lines.empty()) column.skip(0.5 * space.gap);
  add_text(words.items, view, column, {std::move(mark), scene::TextRole::label, view.colors().ink});
  column.skip(space.gap);
  const std::string& lead = text.wall.empty() ? text.lead : text.wall;
  text::Style body = type_scale(own).body;
  body.size_mm *= letters.lead;
  add_text(words.items, own, column,
           {lay_out_body(own, lead, body, column.width()), scene::TextRole::body, view.colors().ink});
  if (with_code) {
    column.skip(space.gap);
    append(words.items, link_block(view, card.link, column.take(code_size_mm(view.content.settings))));
  }
  constexpr double rounding_mm = 1e-6;
  words.fits =
      column.room() > -rounding_mm && std::none_of(words.items.begin(), words.items.end(), [](const auto& item) {
        const auto* part = std::get_if<scene::Text>(&item);
        return part != nullptr && part->layout.has_broken_word();
      });
  return words;
}

struct WallFront {
  WallAreas areas;
  std::vector<scene::Item> words = {};
};

bool has_number(const Card& card, const CardText& text) {
  return card.is_urgent && !text.emergency.empty();
}

// True if the words of `card` fit beside a picture of `share`, in the smallest letters.
bool words_fit(const View& view, const Card& card, const CardText& text, double share) {
  const WallAreas areas = wall_areas(view, share, has_number(card, text) ? call_band_height(view) : 0);
  return wall_words(view, card, text, areas.words, false, beside_letters.back()).fits;
}

// The largest share of `beside_words` that the pictures of all cards in the view's language can have, or the least
// common one.
double common_share(const View& view) {
  const Pack& pack = view.content.pack;
  const auto language = std::find(pack.languages.begin(), pack.languages.end(), view.language);
  const auto index = static_cast<std::size_t>(language - pack.languages.begin());
  std::size_t place = 0, compared = 0;
  for (const Card& card : pack.cards) {
    if (compared == most_compared) break;
    if (!card.shown_on(view.role()) || card.picture.empty() || index >= card.text.size() || !card.has_text(index)) {
      continue;
    }
    ++compared;
    while (beside_words[place] > least_common && !words_fit(view, card, card.text[index], beside_words[place])) ++place;
  }
  return beside_words[place];
}

// Tries what a wall's card may have beside its words, from the most to the least.
class WallSearch {
 public:
  WallSearch(const View& view, const Card& card, const CardText& text) : view_(view), card_(card), text_(text) {
    view.portrait() ? letters_.assign(below_letters.begin(), below_letters.end())
                    : letters_.assign(beside_letters.begin(), beside_letters.end());
    if (card.picture.empty()) return;
    if (view.portrait()) {
      sizes_.assign(above_words.begin(), above_words.end());
    } else {
      const double share = common_share(view);
      std::copy_if(beside_words.begin(), beside_words.end(), std::back_inserter(sizes_),
                   [&](double each) { return each <= share; });
    }
  }

  // The picture as large as the words allow, then the letters; the code of a link gives way to a picture of a useful
  // size.
  WallFront best() const {
    for (const bool with_code : {true, false}) {
      if (with_code && card_.link.empty()) continue;
      for (const double size : sizes_) {
        if (auto front = at({.picture = size, .band = calls(), .code = with_code})) return std::move(*front);
      }
    }
    for (const bool with_band : {true, false}) {
      if (with_band && !calls()) continue;
      if (auto front = at({.band = with_band, .code = !card_.link.empty()})) return std::move(*front);
      if (auto front = at({.band = with_band})) return std::move(*front);
    }
    const WallAreas areas = wall_areas(view_, 0, 0);
    return {areas, wall_words(view_, card_, text_, areas.words, false, {}).items};
  }

 private:
  bool calls() const { return has_number(card_, text_); }

  // What a card may have: the size of its picture as a share, the number to call, and the code of its link.
  struct Choice {
    double picture = 0;
    bool band = false, code = false;
  };

  std::optional<WallFront> at(const Choice& choice) const {
    const WallAreas areas = wall_areas(view_, choice.picture, choice.band ? call_band_height(view_) : 0);
    const auto words_in = [&](const Letters& letters) {
      return wall_words(view_, card_, text_, areas.words, choice.code, letters);
    };
    // A title may be larger, but not in more lines.
    const std::size_t lines = words_in(letters_.back()).title_lines;
    for (const Letters& letters : letters_) {
      WallWords words = words_in(letters);
      if (words.fits && words.title_lines <= lines) return WallFront{areas, std::move(words.items)};
    }
    return std::nullopt;
  }

  const View& view_;
  const Card& card_;
  const CardText& text_;
  std::vector<double> sizes_ = {};
  std::vector<Letters> letters_ = {};
};

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  WallFront front = WallSearch(view, card, text).best();
  const WallAreas& areas = front.areas;
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  // The card's colour is the whole poster's; in high contrast only the picture's.
  const bool pictured = areas.field.w > 0;
  append(scene.items, picture_ground(view, card, pictured && view.high_contrast ? areas.field : view.glass()));
  append(scene.items, std::move(front.words));
  if (pictured) scene.items.emplace_back(illustration(view, card, text, areas.field));
  if (areas.band.h > 0) append(scene.items, call_band(view, text.emergency, areas.band));
  append(scene.items, wall_head(view, position, clock, areas.head));
  return scene;
}

}  // namespace anteroom::screens

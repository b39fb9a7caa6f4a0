#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "model/names.h"
#include "scene/rules.h"
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
constexpr std::array beside_words{0.622, 0.61, 0.6, 0.592, 0.58, 0.57, 0.56, 0.54, 0.52, 0.5, 0.46, 0.42, 0.36, 0.3};
constexpr double least_common = 0.5;
constexpr double least_for_titles = 0.592;  // down to this it is smaller where titles have even lines only then
constexpr double even_line = 0.45;         // of the longest line of a title: its shortest one
constexpr std::size_t most_compared = 60;  // cards of a loop: of a longer one, only the first are looked at
constexpr std::array above_words{1.0, 0.95, 0.9, 0.85, 0.8, 0.78, 0.7, 0.6, 0.5, 0.4};

// How many times the usual size letters have: for all usual cards of a loop the largest with which the words of each
// fit beside the picture, so that they do not jump from card to card. A card whose words need it has smaller ones. The
// lead may be a little smaller than usual, since that is above the least size that can be read from the chairs; and the
// title by the little that its size is above the least one, where that saves a line.
struct Letters {
  double title = 1, lead = 1;
};
constexpr double least_title = 0.975;
constexpr std::array beside_letters{Letters{1.18, 1.4},         Letters{1.18, 1.3},         Letters{1.18, 1.2},
                                    Letters{1.1, 1.3},          Letters{1.1, 1.2},          Letters{least_title, 1.35},
                                    Letters{least_title, 1.3},  Letters{least_title, 1.25}, Letters{least_title, 1.2},
                                    Letters{least_title, 1.15}, Letters{least_title, 1.1},  Letters{least_title, 1.05},
                                    Letters{least_title, 1},    Letters{least_title, 0.95}, Letters{least_title, 0.9}};
constexpr std::array below_letters{Letters{1.4, 1.5}, Letters{1.4, 1.4},  Letters{1.4, 1.25}, Letters{1.3, 1.5},
                                   Letters{1.3, 1.4}, Letters{1.3, 1.25}, Letters{1.2, 1.4},  Letters{1.2, 1.25},
                                   Letters{1.2, 1.1}, Letters{1.1, 1.4},  Letters{1.1, 1.25}, Letters{1, 1.4},
                                   Letters{1, 1.3},   Letters{1, 1.2},    Letters{1, 1.1},    Letters{1, 1},
                                   Letters{1, 0.9}};
// In portrait the field of the picture is so high, times its width: a little more than a board, so that what is drawn
// on that may be as wide as the screen.
constexpr double field_ratio_of_wall = 0.78;
// Between picture and words, in gaps (see Measures): the picture has some air of its own.
constexpr double between_share = 0.8;
// How high the band with the number of an urgent card is, as a share of the screen's shorter side, and how much of that
// its digits are: from the chairs they are the largest thing on the screen.
constexpr double number_share = 0.26, digits_share = 0.66;
// The letters of its lead, which says all the signs, are not smaller than this while a smaller picture can avoid it.
constexpr std::array urgent_leads{1.25, 1.1, 1.0, 0.0};
constexpr double least_urgent_picture = 0.78;  // of the width in portrait
constexpr double largest_title = 1.18, largest_title_portrait = 1.4;

struct WallAreas {
  scene::Rect field;  // of the picture, up to the screen's edges; no width: there is none
  scene::Rect words, head;
  scene::Rect band;   // with the number to call; no height: there is none
  scene::Rect panel;  // of the band's colour behind the words, up to the screen's edges; no width: there is none
};

// The screen in two: at the start the picture below the head, down to the edge of the screen, at the end the words,
// whose topic is in one line with the head. In portrait the picture is at the bottom, the words between it and the
// head. `share` 0: all for the words. With `band_mm` the number to call is across the foot of the picture, and in
// landscape the words beside it are on a panel of its colour.
WallAreas wall_areas(const View& view, double share, double band_mm) {
  const Measures space = measures(view);
  const scene::Rect glass = view.glass();
  const double air = 0.7 * space.margin;  // above letters, whose boxes have some of their own
  WallAreas areas;
  if (view.portrait()) {
    scene::Column column(glass);
    areas.band = column.take_from_end(band_mm);
    if (share > 0) areas.field = column.take_from_end(glass.w * field_ratio_of_wall * share);
    column.skip(air);
    areas.head = scene::inset(column.take(wall_head_height(view)), space.margin, 0);
    column.skip(space.gap);
    areas.words = scene::inset(column.rest(), space.margin, 0);
    return areas;
  }
  scene::Row row(glass, view.direction());
  const scene::Rect start = share > 0 ? row.take(glass.w * share) : scene::Rect{};
  if (share > 0 && band_mm > 0) areas.panel = row.rest();
  scene::Row rest(row.rest(), view.direction());
  rest.take(share > 0 ? between_share * space.gap : space.margin);
  rest.take_from_end(0.6 * space.margin);
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

double band_height(const View& view) {
  return number_share * std::min(view.screen().width_mm, view.screen().height_mm);
}

// What the words stand on decides their colours.
struct WallInk {
  scene::Color words, topic;
};

WallInk ink_of(const View& view, const Card& card, const WallAreas& areas) {
  if (areas.panel.w > 0) return {call_ink(), call_ink()};
  const bool coloured = !view.high_contrast && card.ground != Ground::none && !card.picture.empty();
  return {view.colors().ink, coloured ? scene::palette::deep_teal : view.colors().accent};
}

struct WallWords {
  std::vector<scene::Item> items;
  bool fits = true;
  std::size_t title_lines = 0;
};

// Topic, title and lead from the top of `area` down, and the code of the card's link with its label if `with_code`.
WallWords wall_words(const View& view, const Card& card, const CardText& text, const scene::Rect& area, bool with_code,
                     Letters letters, const WallInk& ink) {
  const Measures space = measures(view);
  const View own = in_language_of(text, view);
  scene::Column column(area);
  WallWords words;
  words.items = heading(own, text.topic, text.title, column, view.screen().height_mm / 2,
                        {.times = letters.title,
                         .most = view.portrait() ? largest_title_portrait : largest_title,
                         .topic = ink.topic,
                         .title = ink.words});
  if (!words.items.empty()) words.title_lines = std::get<scene::Text>(words.items.back()).layout.lines.size();
  // Below the title, which stays where it is on all other cards.
  text::Layout mark = language_mark(view, text, column.width());
  if (!mark.lines.empty()) column.skip(0.5 * space.gap);
  add_text(words.items, view, column, {std::move(mark), scene::TextRole::label, ink.words});
  column.skip(space.gap);
  const std::string& lead = text.wall.empty() ? text.lead : text.wall;
  text::Style body = type_scale(own).body;
  body.size_mm *= letters.lead;
  add_text(words.items, own, column, {lay_out_body(own, lead, body, column.width()), scene::TextRole::body, ink.words});
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
  const WallAreas areas = wall_areas(view, share, has_number(card, text) ? band_height(view) : 0);
  return wall_words(view, card, text, areas.words, false, beside_letters.back(), {}).fits;
}

// True if the title of `text` has at most two lines beside a picture of `share`, and none is much shorter than the
// other.
bool has_even_title(const View& view, const CardText& text, double share) {
  const View own = in_language_of(text, view);
  text::Style style = type_scale(own).title;
  style.size_mm *= least_title;
  const double width = wall_areas(view, share, 0).words.w;
  const std::vector<text::Line> lines = text::lay_out(text.title, style, width, view.fonts).lines;
  const auto [shortest, longest] = std::minmax_element(
      lines.begin(), lines.end(), [](const auto& one, const auto& other) { return one.width_mm < other.width_mm; });
  return lines.empty() || (lines.size() <= 2 && shortest->width_mm >= even_line * longest->width_mm);
}

// A card of the loop with its words in the view's language.
struct LoopCard {
  const Card* card;
  const CardText* text;
};

// The cards with a picture that the wall shows in the view's language, urgent ones last.
std::vector<LoopCard> loop_of(const View& view) {
  const Pack& pack = view.content.pack;
  const auto language = static_cast<std::size_t>(
      std::find(pack.languages.begin(), pack.languages.end(), view.language) - pack.languages.begin());
  std::vector<LoopCard> loop;
  for (const Card& card : pack.cards) {
    if (loop.size() == most_compared) break;
    if (!card.shown_on(view.role()) || card.picture.empty() || language >= card.text.size() ||
        !card.has_text(language)) {
      continue;
    }
    loop.push_back({&card, &card.text[language]});
  }
  std::stable_partition(loop.begin(), loop.end(), [](const LoopCard& each) { return !each.card->is_urgent; });
  return loop;
}

// The largest share of `beside_words` with which the words of all cards of `loop` fit and their titles have even lines;
// where there is none for the titles, the largest with which the words fit, or the least common one.
double common_share(const View& view, const std::vector<LoopCard>& loop) {
  std::size_t place = 0;
  for (const LoopCard& each : loop) {
    if (!words_fit(view, *each.card, *each.text, least_common)) continue;  // it has a smaller picture than the others
    while (beside_words[place] > least_common && !words_fit(view, *each.card, *each.text, beside_words[place])) ++place;
  }
  std::size_t best = place, fewest = loop.size() + 1;
  for (std::size_t each = place; fewest > 0 && beside_words[each] >= least_for_titles; ++each) {
    const auto uneven = static_cast<std::size_t>(std::count_if(loop.begin(), loop.end(), [&](const LoopCard& card) {
      return !has_even_title(view, *card.text, beside_words[each]);
    }));
    if (uneven >= fewest) continue;
    best = each;
    fewest = uneven;
  }
  return beside_words[best];
}

// How many lines a title may have that has `least` of them in the smallest letters: no more for larger letters, but two
// are as good as one.
std::size_t most_title_lines(std::size_t least) {
  return std::max<std::size_t>(least, 2);
}

// The place in `letters`, which are in order from the most wished on, of the first that suit all usual cards of `loop`
// beside a picture of `share`: the words fit, and no title has too many lines. A card that even the last ones do not
// suit is left out.
std::size_t common_letters(const View& view, const std::vector<LoopCard>& loop, double share,
                           const std::vector<Letters>& letters) {
  const WallAreas areas = wall_areas(view, share, 0);
  const auto words_in = [&](const LoopCard& each, const Letters& size) {
    return wall_words(view, *each.card, *each.text, areas.words, false, size, {});
  };
  std::vector<std::pair<LoopCard, std::size_t>> usual;  // with how many lines their titles may have
  for (const LoopCard& each : loop) {
    if (each.card->is_urgent) break;
    const WallWords least = words_in(each, letters.back());
    if (least.fits) usual.emplace_back(each, most_title_lines(least.title_lines));
  }
  const auto suits = [&](const Letters& size) {
    return std::all_of(usual.begin(), usual.end(), [&](const auto& each) {
      const WallWords words = words_in(each.first, size);
      return words.fits && words.title_lines <= each.second;
    });
  };
  const auto found = std::find_if(letters.begin(), letters.end() - 1, suits);
  return static_cast<std::size_t>(found - letters.begin());
}

// Tries what a wall's card may have beside its words, from the most to the least.
class WallSearch {
 public:
  WallSearch(const View& view, const Card& card, const CardText& text) : view_(view), card_(card), text_(text) {
    view.portrait() ? letters_.assign(below_letters.begin(), below_letters.end())
                    : letters_.assign(beside_letters.begin(), beside_letters.end());
    if (card.picture.empty()) return;
    const std::vector<LoopCard> loop = loop_of(view);
    const double share = view.portrait() ? above_words.front() : common_share(view, loop);
    if (view.portrait()) {
      sizes_.assign(above_words.begin(), above_words.end());
    } else {
      std::copy_if(beside_words.begin(), beside_words.end(), std::back_inserter(sizes_),
                   [&](double each) { return each <= share; });
    }
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
          if (auto front = at({size, band_height(view_), with_code, least_lead})) return front;
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
  std::vector<Letters> letters_ = {};
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
  append(scene.items, std::move(front.words));
  const bool pictured = areas.field.w > 0;
  const std::optional<scene::Color> strip = pictured ? strip_color(view, card) : std::nullopt;
  if (strip) {
    scene.items.emplace_back(scene::Fill{.box = {areas.field.x, 0, areas.field.w, areas.field.y}, .color = *strip});
  }
  if (pictured) scene.items.emplace_back(picture_in_field(view, card, text, areas.field));
  if (areas.band.h > 0) {
    append(scene.items,
           call_band(view, text.emergency, areas.band, {.digits_mm = digits_share * areas.band.h, .is_centred = true}));
  }
  append(scene.items, wall_head(view, position, clock, areas.head, head_colors(view, strip)));
  return scene;
}

}  // namespace anteroom::screens

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "model/names.h"
#include "screens/bar.h"
#include "screens/call_band.h"
#include "screens/code_size.h"
#include "screens/illustration.h"
#include "screens/link_block.h"
#include "screens/loop_card.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// How much of its room the picture has: of the screen's width, or in portrait of the height that it takes at full
// width. The first is tried first; a card whose words do not fit beside it takes the next.
constexpr std::array beside_words{0.62, 0.59, 0.56, 0.53, 0.5, 0.46, 0.42, 0.36, 0.3};
constexpr std::array above_words{1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4};
// In portrait short words have room to be larger than they must be: so many times, if they fit below the picture.
constexpr std::array larger{1.3, 1.2, 1.1};

struct WallAreas {
  scene::Rect ground, words;
};

// The picture's ground, up to three edges of the screen, and the room beside or below it; `share` 0: all for the words.
WallAreas wall_areas(const View& view, double share) {
  const Measures space = measures(view);
  const scene::Rect all = above_bar(view);
  const double air = 0.5 * space.margin;  // above a topic, whose letters have some of their own
  if (view.portrait()) {
    scene::Column column(all, air);
    const scene::Rect ground = share > 0 ? column.take(all.w * picture_height * share) : scene::Rect{};
    return {.ground = ground, .words = scene::inset(column.rest(), space.margin, 0)};
  }
  scene::Row row(all, view.direction());
  const scene::Rect ground = share > 0 ? row.take(all.w * share) : scene::Rect{};
  scene::Column column(scene::inset(row.rest(), space.margin, 0));
  column.skip(air);
  return {.ground = ground, .words = column.rest()};
}

struct WallWords {
  std::vector<scene::Item> items;
  bool fits = true;
};

// Topic, title and lead from the top of `area` down, in letters `times` the usual size, and the code of the card's link
// with its label if `with_code`.
WallWords wall_words(const View& view, const Card& card, const CardText& text, const scene::Rect& area, bool with_code,
                     double times) {
  const Measures space = measures(view);
  const View own = in_language_of(text, view);
  scene::Column column(area);
  WallWords words;
  words.items = heading(own, text.topic, text.title, column, view.screen().height_mm / 2,
                        {.times = times, .most = view.portrait() ? larger.front() : 1});
  // Below the title, which stays where it is on all other cards.
  text::Layout mark = language_mark(view, text, column.width());
  if (!mark.lines.empty()) column.skip(0.5 * space.gap);
  add_text(words.items, view, column, {std::move(mark), scene::TextRole::label, view.colors().ink});
  column.skip(space.gap);
  const std::string& lead = text.wall.empty() ? text.lead : text.wall;
  text::Style body = type_scale(own).body;
  body.size_mm *= times;
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

// `band` is the number to call, of an urgent card.
struct WallFront {
  scene::Rect ground = {}, band = {};
  std::vector<scene::Item> words = {};
};

// Tries what a wall's card may have beside its words, from the most to the least.
class WallSearch {
 public:
  WallSearch(const View& view, const Card& card, const CardText& text) : view_(view), card_(card), text_(text) {
    if (card.picture.empty()) return;
    view.portrait() ? sizes_.assign(above_words.begin(), above_words.end())
                    : sizes_.assign(beside_words.begin(), beside_words.end());
  }

  // The picture as large as the words allow; the code of a link gives way to a picture of a useful size.
  WallFront best() const {
    if (view_.portrait() && !sizes_.empty()) {
      for (const double times : larger) {
        if (auto front = at({.picture = sizes_.front(), .band = calls(), .code = !card_.link.empty(), .times = times}))
          return std::move(*front);
      }
    }
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
    return {.words = wall_words(view_, card_, text_, wall_areas(view_, 0).words, false, 1).items};
  }

 private:
  bool calls() const { return card_.is_urgent && !text_.emergency.empty(); }

  // What a card may have: the size of its picture as a share, the number to call, the code of its link, and how many
  // times the usual size its words are.
  struct Choice {
    double picture = 0;
    bool band = false, code = false;
    double times = 1;
  };

  std::optional<WallFront> at(const Choice& choice) const {
    const WallAreas areas = wall_areas(view_, choice.picture);
    WallFront front{.ground = areas.ground};
    scene::Column column(areas.words);
    if (choice.band) {
      front.band = scene::inset(column.take_from_end(call_band_height(view_)), -measures(view_).margin, 0);
    }
    column.skip_from_end(0.5 * measures(view_).gap);
    WallWords words = wall_words(view_, card_, text_, column.rest(), choice.code, choice.times);
    if (!words.fits) return std::nullopt;
    front.words = std::move(words.items);
    return front;
  }

  const View& view_;
  const Card& card_;
  const CardText& text_;
  std::vector<double> sizes_ = {};
};

}  // namespace

scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock) {
  WallFront front = WallSearch(view, card, text).best();
  scene::Scene scene = blank(view, screen_name::loop, card.id);
  if (front.ground.w > 0) append(scene.items, picture_ground(view, card, front.ground));
  append(scene.items, std::move(front.words));
  if (front.ground.w > 0) scene.items.emplace_back(illustration(view, card, text, picture_on(view, front.ground)));
  if (front.band.h > 0) append(scene.items, call_band(view, text.emergency, front.band));
  const std::string where =
      view.say("position", {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
  append(scene.items, bar(view, position, {.start = view.clinic_name(), .position = where, .end = clock}));
  return scene;
}

}  // namespace anteroom::screens

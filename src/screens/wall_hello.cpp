#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "model/names.h"
#include "screens/greetings.h"
#include "screens/hello.h"
#include "screens/wall_head.h"
#include "screens/wall_words.h"

namespace anteroom::screens {

namespace {

scene::Item sign(const View& view, const scene::Rect& box, const char* icon, bool mirrored) {
  return scene::Picture{.box = box, .file = view.icon(icon), .tint = view.colors().on_chosen, .mirrored = mirrored};
}

struct Pointer {
  text::Layout words;
  double icon_mm = 0, pad_mm = 0;
  double height() const { return std::max(icon_mm, words.height_mm) + 2 * pad_mm; }
};

// In one line in letters of a title or a little smaller, else in two.
Pointer pointer_of(const View& view, const std::string& said, double width_mm) {
  const TypeScale type = type_scale(view);
  Pointer pointer;
  struct Try {
    std::size_t lines;
    double share;  // of the size of a title
  };
  for (const auto& [lines, share] :
       {Try{1, 1}, Try{1, 0.9}, Try{1, 0.8}, Try{1, 0.7}, Try{2, 1}, Try{2, 0.8}, Try{2, 0}}) {
    text::Style style = type.title;
    style.size_mm = std::max(style.size_mm * share, type.body.size_mm);
    pointer.icon_mm = 1.3 * style.size_mm;
    pointer.pad_mm = 0.5 * style.size_mm;
    pointer.words = lay_out_centred(view, said, style, width_mm - 5 * pointer.icon_mm);
    if (pointer.words.lines.size() <= lines && !pointer.words.has_broken_word()) break;
  }
  return pointer;
}

// An arrow at the side of the room where the touchscreen is, else a hand before the words.
std::vector<scene::Item> band(const View& view, Pointer pointer, const scene::Rect& area) {
  const scene::palette::Colors& colors = view.colors();
  const std::string& place = view.content.settings.wall.ready_place;
  const double icon = pointer.icon_mm;
  const scene::Rect inside = scene::inset(area, icon, 0);
  std::vector<scene::Item> items{scene::Fill{.box = area, .color = colors.chosen}};
  // Rooms are not mirrored: left is left for whoever reads from right to left.
  scene::Row row(inside, scene::Direction::left_to_right);
  const scene::Rect left = row.take(icon), right = row.take_from_end(icon);
  const bool to_left = place == "left", to_right = place == "right";
  const auto put = [&](const scene::Rect& at, const char* file, bool mirrored) {
    items.emplace_back(sign(view, scene::centred({icon, icon}, at), file, mirrored));
  };
  if (to_left) put(left, "next", true);
  if (to_right) put(right, "next", false);
  const bool reads_left = view.direction() == scene::Direction::right_to_left;
  if (!(to_left && !reads_left) && !(to_right && reads_left)) put(reads_left ? right : left, "touch", false);
  items.emplace_back(text_in(view, row.rest(), {std::move(pointer.words), scene::TextRole::label, colors.on_chosen},
                             scene::Align::centre, scene::Align::centre));
  return items;
}

constexpr double sign_share = 0.13, band_to_sign = 1.3;  // of the screen's shorter side, and of that

double sign_mm(const View& view) {
  return sign_share * std::min(view.screen().width_mm, view.screen().height_mm);
}

// A bold arrow that fills `area`, to its left or its right end.
void put_arrow(std::vector<scene::Item>& items, const scene::Rect& area, bool to_left, scene::Color color) {
  constexpr double shaft_share = 0.26, head_share = 0.72, overlap_mm = 0.5;  // of the height
  const double head = head_share * area.h, shaft = shaft_share * area.h;
  scene::Row row(area, to_left ? scene::Direction::left_to_right : scene::Direction::right_to_left);
  const scene::Rect tip = row.take(head), rest = row.rest();
  std::vector<scene::Point> corners{{tip.right(), tip.y}, {tip.right(), tip.bottom()}, {tip.x, scene::middle(tip).y}};
  if (!to_left) corners = {{tip.x, tip.y}, {tip.right(), scene::middle(tip).y}, {tip.x, tip.bottom()}};
  items.emplace_back(scene::Polygon{tip, corners, {3, color}});
  scene::Rect bar = scene::centred({rest.w, shaft}, rest);
  bar.x -= to_left ? overlap_mm : 0;
  bar.w += overlap_mm;
  items.emplace_back(scene::Fill{.box = bar, .color = color});
}

// The same without words, where each greeting has them: a hand, and from it an arrow to the side where it is.
std::vector<scene::Item> wordless_band(const View& view, const scene::Rect& area) {
  const std::string& place = view.content.settings.wall.ready_place;
  const double icon = sign_mm(view);
  std::vector<scene::Item> items{scene::Fill{.box = area, .color = view.colors().chosen}};
  const auto put = [&](const scene::Rect& at, const char* file, bool mirrored) {
    items.emplace_back(sign(view, scene::centred({icon, icon}, at), file, mirrored));
  };
  if (place != "left" && place != "right") {
    put(area, "touch", false);
    return items;
  }
  const bool to_left = place == "left";
  scene::Row row(scene::inset(area, measures(view).margin, 0),
                 to_left ? scene::Direction::left_to_right : scene::Direction::right_to_left, 0.3 * icon);
  constexpr double arrow_share = 0.36, arrow_height = 0.8;
  const scene::Rect arrow = row.take(arrow_share * area.w);
  put_arrow(items, scene::centred({arrow.w, arrow_height * icon}, arrow), to_left, view.colors().on_chosen);
  put(row.take(icon), "touch", false);
  return items;
}

// The greetings in `area`, and the band below them: each greeting with where to touch in its own language, or if that
// has no room, the band with it in the language shown.
struct Poster {
  std::vector<scene::Item> greetings = {}, band = {};
};

Poster poster(const View& view, scene::Column column, double words_from) {
  const auto inside = [&] {
    column.skip_to(words_from);
    return scene::inset(column.rest(), measures(view).margin, measures(view).gap);
  };
  const scene::Column whole = column;
  scene::Rect low = column.take_from_end(band_to_sign * sign_mm(view));
  if (std::vector<scene::Item> all = greetings(view, inside(), {.is_poster = true, .tells_place = true}); !all.empty())
    return {std::move(all), wordless_band(view, low)};
  column = whole;
  Poster poster;
  if (const std::string said = where_to_touch(view); !said.empty()) {
    Pointer pointer = pointer_of(view, said, column.width());
    low = column.take_from_end(pointer.height());
    poster.band = band(view, std::move(pointer), low);
  }
  poster.greetings = greetings(view, inside(), {.is_poster = true});
  return poster;
}

}  // namespace

scene::Scene wall_hello(const View& view, const std::string& clock) {
  scene::Scene scene = blank(view, screen_name::hello, {});
  const WallAreas areas = wall_areas(view, 0, 0);
  Poster both = poster(view, scene::Column(view.glass()), areas.words.y);
  // What is read first comes first: the greetings, then where to go.
  move_by(both.greetings, view.drift_mm());
  scene.items = std::move(both.greetings);
  append(scene.items, std::move(both.band));
  append(scene.items,
         wall_head(view, {}, clock, areas.head, {view.colors().ink, view.colors().accent, view.colors().quiet}));
  return scene;
}

}  // namespace anteroom::screens

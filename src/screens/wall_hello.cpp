#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "model/hello.h"
#include "model/names.h"
#include "screens/greetings.h"
#include "screens/hello.h"
#include "screens/wall_head.h"
#include "screens/wall_words.h"

namespace anteroom::screens {

namespace {

// "The touchscreen is on the left"; empty: it has no words for that.
std::string where_to_touch(const View& view) {
  const std::string place = touchscreen_place(view.content, view.language);
  return place.empty() || !view.words().has("touchscreen_at") ? "" : view.say("touchscreen_at", {{"place", place}});
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
    items.emplace_back(scene::Picture{.box = scene::centred({icon, icon}, at),
                                      .file = view.icon(file),
                                      .tint = colors.on_chosen,
                                      .mirrored = mirrored});
  };
  if (to_left) put(left, "next", true);
  if (to_right) put(right, "next", false);
  const bool reads_left = view.direction() == scene::Direction::right_to_left;
  if (!(to_left && !reads_left) && !(to_right && reads_left)) put(reads_left ? right : left, "touch", false);
  items.emplace_back(text_in(view, row.rest(), {std::move(pointer.words), scene::TextRole::label, colors.on_chosen},
                             scene::Align::centre, scene::Align::centre));
  return items;
}

}  // namespace

scene::Scene wall_hello(const View& view, const std::string& clock) {
  scene::Scene scene = blank(view, screen_name::hello, {});
  const scene::Rect glass = view.glass();
  const WallAreas areas = wall_areas(view, 0, 0);
  scene::Column column(glass);
  if (const std::string said = where_to_touch(view); !said.empty()) {
    Pointer pointer = pointer_of(view, said, glass.w);
    const scene::Rect low = column.take_from_end(pointer.height());
    scene.items = band(view, std::move(pointer), low);
  }
  column.skip_to(areas.words.y);
  std::vector<scene::Item> words =
      greetings(view, scene::inset(column.rest(), measures(view).margin, measures(view).gap), {.is_poster = true});
  move_by(words, view.drift_mm());
  // What is read first comes first: the greetings, then where to go.
  scene.items.insert(scene.items.begin(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  append(scene.items,
         wall_head(view, {}, clock, areas.head, {view.colors().ink, view.colors().accent, view.colors().quiet}));
  return scene;
}

}  // namespace anteroom::screens

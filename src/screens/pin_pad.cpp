#include <algorithm>
#include <cstdio>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/staff_screens.h"

namespace anteroom::screens {

namespace {

constexpr double key_gap_mm = 6;
constexpr double largest_key_mm = 44;
constexpr double dot_mm = 8;

// "0:30", in the digits that the pad shows.
std::string minutes_and_seconds(const View& view, int seconds) {
  const std::string rest = view.number(static_cast<std::size_t>(seconds % 60));
  const std::string zero = seconds % 60 < 10 ? view.number(0) : "";
  return view.number(static_cast<std::size_t>(seconds / 60)) + ":" + zero + rest;
}

Button word_button(const View& view, const char* id, Action action, const char* key) {
  return {.id = id, .action = std::move(action), .word = view.say(key)};
}

// The keys as on a telephone. They are not mirrored: digits run from left to right in every language.
void add_keys(std::vector<scene::Item>& items, const View& view, const scene::Rect& area) {
  constexpr std::size_t columns = 3, count = 12, before_zero = 9;
  const scene::Grid grid = scene::Grid::of(count, columns, key_gap_mm, scene::Direction::left_to_right);
  const Button erase = word_button(view, target_id::erase, PinErase{}, "staff_erase");
  Button enter = word_button(view, target_id::enter, PinEnter{}, "staff_ok");
  enter.primary = true;
  const std::vector<Button> words{erase, enter};
  const double letters = common_letters(view, words, {grid.cell(before_zero, area), grid.cell(before_zero + 2, area)});
  for (std::size_t i = 0; i < count; ++i) {
    Button key;
    if (i < before_zero || i == before_zero + 1) {
      const int digit = i < before_zero ? static_cast<int>(i) + 1 : 0;
      key = {.id = target_id::digit(digit),
             .action = PinDigit{digit},
             .word = view.number(static_cast<std::size_t>(digit)),
             .large = true};
    } else {
      key = words[i == before_zero ? 0 : 1];
      key.letters_mm = letters;
    }
    append(items, page_button(view, key, grid.cell(i, area)));
  }
}

// One dot for each digit that was entered, in a field.
void add_dots(std::vector<scene::Item>& items, const View& view, const scene::Rect& field, std::size_t count) {
  items.emplace_back(scene::Fill{.box = field,
                                 .color = view.colors().panel,
                                 .radius_mm = corner_mm,
                                 .edge_mm = control_edge_mm(view),
                                 .edge = view.colors().accent});
  const double step = std::min(1.6 * dot_mm, field.w / static_cast<double>(count + 1));
  const scene::Rect all = scene::centred({step * static_cast<double>(count), std::min(dot_mm, 0.8 * step)}, field);
  for (std::size_t i = 0; i < count; ++i) {
    const scene::Rect place{all.x + step * static_cast<double>(i), all.y, step, all.h};
    items.emplace_back(
        scene::Fill{.box = scene::centred({all.h, all.h}, place), .color = view.colors().ink, .radius_mm = all.h / 2});
  }
}

}  // namespace

scene::Scene pin_pad(const View& view, const Staff& staff) {
  scene::Scene scene = blank(view, screen_name::staff, "");
  const Measures space = measures(view);
  const TypeScale type = type_scale(view);
  const scene::Rect glass = view.glass();
  // All of it where somebody who sits can reach it.
  const double top = std::max(space.margin, view.highest_reachable());
  const double bottom = std::min(glass.bottom(), view.bottom()) - space.margin;
  const scene::Rect page{space.margin, top, glass.w - 2 * space.margin, bottom - top};
  scene::Rect words = page, keys = page;
  if (view.portrait()) {
    words.h = page.h * 0.36;
    keys.y = words.bottom() + space.gap;
    keys.h = page.bottom() - keys.y;
  } else {
    const Halves sides = halves(view, page, 0.42);
    words = sides.start;
    keys = sides.end;
  }
  const scene::Size pad{std::min(keys.w, 3 * largest_key_mm + 2 * key_gap_mm),
                        std::min(keys.h, 4 * largest_key_mm + 3 * key_gap_mm)};
  keys = scene::centred(pad, keys);

  scene::Column column(words, space.gap);
  const auto put = [&](const std::string& text, const text::Style& style, scene::TextRole role) {
    add_text(scene.items, view, column, {lay_out_body(view, text, style, words.w), role, view.colors().ink});
  };
  Button close = word_button(view, target_id::back, LeaveStaff{}, "staff_close");
  close.letters_mm = control_style(view).size_mm;
  const double high = std::max(scene::min_target_mm + 4, 2.2 * type.label.size_mm);
  const scene::Rect foot = column.take_from_end(high);
  const double wide = std::min(words.w, std::max(2.5 * high, 0.6 * words.w));
  put(view.say("staff"), type.title, scene::TextRole::title);
  if (staff.locked_s > 0) {
    put(view.say("staff_wait", {{"time", minutes_and_seconds(view, staff.locked_s)}}), type.body,
        scene::TextRole::body);
  } else {
    put(view.say(staff.refused ? "staff_wrong" : "staff_pin"), type.body, scene::TextRole::body);
    const scene::Rect field = column.take(std::min(column.room(), 2.4 * dot_mm));
    add_dots(scene.items, view, scene::placed({std::min(field.w, 17 * dot_mm), field.h}, field, view.reading()),
             staff.digits.size());
  }
  if (staff.locked_s == 0) add_keys(scene.items, view, keys);
  append(scene.items, page_button(view, close, scene::placed({wide, high}, foot, view.reading())));
  return scene;
}

scene::Scene panel_ground(const View& view) {
  return blank(view, screen_name::staff, "");
}

}  // namespace anteroom::screens

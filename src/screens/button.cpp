#include "screens/button.h"

#include <algorithm>
#include <optional>

namespace anteroom::screens {

namespace {

using scene::TextRole;

scene::Item icon_at(const View& view, const std::string& name, const scene::Rect& box, scene::Color color,
                    bool mirrored) {
  const bool turned = mirrored && text::is_right_to_left(view.language);
  return scene::Picture{.box = box, .file = view.icon(name), .tint = color, .mirrored = turned};
}

}  // namespace

text::Layout centred(const View& view, const std::string& words, text::Style style, double width_mm) {
  style.align = text::Align::centre;
  return text::lay_out(words, style, width_mm, view.fonts);
}

bool fits(const text::Layout& layout, double height_mm) {
  return layout.height_mm <= height_mm && std::none_of(layout.lines.begin(), layout.lines.end(),
                                                       [](const text::Line& line) { return line.broken_word; });
}

namespace {

scene::Target target_of(const Button& button, const scene::Rect& box) {
  return {box, button.id, button.action, button.word, false, button.spoken, button.chosen, button.language};
}

// A word on one line with an icon before it, in the bar's label style.
struct Worded {
  double word = 0, icon = 0, gap = 0;  // widths in mm; no icon where there is no room for it
};

// None if `box` is not wide enough for the word alone.
std::optional<Worded> word_beside_icon(const View& view, const std::string& words, const scene::Rect& box) {
  if (box.w <= 2 * box.h) return std::nullopt;
  const text::Style label = type_scale(view).label;
  Worded found;
  found.gap = label.size_mm * 0.3;
  const text::Layout word = centred(view, words, label, box.w - 2 * found.gap);
  if (!fits(word, box.h) || word.lines.size() > 1) return std::nullopt;
  found.word = word.width_mm + 0.5;
  const double icon = std::min(box.h * 0.6, label.size_mm * 1.4);
  if (found.word + icon + 3 * found.gap <= box.w) found.icon = icon;
  return found;
}

// Icon and word in the middle of `box`, side by side.
std::vector<scene::Item> side_by_side(const View& view, const Button& button, const scene::Rect& box,
                                      const Worded& sizes) {
  const double icon = button.icon.empty() ? 0 : sizes.icon;
  const double beside = icon > 0 ? icon + sizes.gap : 0;
  const double left = box.x + (box.w - beside - sizes.word) / 2;
  const bool behind = view.reads_against_glass();
  std::vector<scene::Item> items;
  if (icon > 0) {
    const double x = behind ? left + sizes.word + sizes.gap : left;
    items.push_back(
        icon_at(view, button.icon, {x, box.y + (box.h - icon) / 2, icon, icon}, view.colors().accent, button.mirrored));
  }
  text::Layout word = centred(view, button.word, type_scale(view).label, sizes.word);
  const double y = box.y + (box.h - word.height_mm) / 2;
  items.emplace_back(text_at(behind ? left : left + beside, y, std::move(word), TextRole::label, view.colors().ink));
  return items;
}

}  // namespace

std::vector<scene::Item> bar_button(const View& view, const Button& button, const scene::Rect& box) {
  const std::optional<Worded> sizes = button.is_sign ? std::nullopt : word_beside_icon(view, button.word, box);
  if (sizes) {
    std::vector<scene::Item> items = side_by_side(view, button, box, *sizes);
    items.emplace_back(target_of(button, box));
    return items;
  }
  text::Layout word = centred(view, button.word, type_scale(view).label, box.w);
  const bool worded = !button.is_sign && word.lines.size() == 1 && fits(word, box.h * 0.5);
  const double alone = button.is_sign && view.large() ? 0.9 : 0.6;
  const double icon = worded ? std::min(box.w, box.h - word.height_mm) * 0.74 : std::min(box.w, box.h) * alone;
  const double air = worded ? (box.h - word.height_mm - icon) / 2.6 : (box.h - icon) / 2;
  const scene::Rect icon_box{box.x + (box.w - icon) / 2, box.y + air, icon, icon};
  std::vector<scene::Item> items;
  items.push_back(icon_at(view, button.icon, icon_box, view.colors().accent, button.mirrored));
  if (worded) {
    const double y = icon_box.bottom() + air * 0.4;
    items.emplace_back(text_at(box.x, y, std::move(word), TextRole::label, view.colors().ink));
  }
  items.emplace_back(target_of(button, box));
  return items;
}

bool has_room_for_icon(const View& view, const std::string& word, const scene::Rect& box) {
  const std::optional<Worded> sizes = word_beside_icon(view, word, box);
  return !sizes || sizes->icon > 0;
}

std::vector<scene::Item> page_button(const View& view, const Button& button, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  const std::string name = button.chosen ? "check" : button.icon;
  constexpr double pad = 3;
  const text::Style style = button.large ? type_scale(view).body : type_scale(view).label;
  double icon = name.empty() ? 0 : std::min(box.h * 0.45, 11.0);
  const auto fits_beside = [&](double width, std::size_t lines) {
    const text::Layout word = centred(view, button.word, style, box.w - 3 * pad - width);
    return word.lines.size() <= lines && fits(word, box.h);
  };
  // Where a long word needs all the room, it is the icon that goes. Colour alone is no sign: the tick of what is chosen
  // gets smaller, or a second edge stands for it.
  constexpr double small_tick = 6;
  const bool has_room = fits_beside(icon, 1);
  const bool edged = button.chosen && !has_room && !fits_beside(small_tick, 9);
  if (!has_room) icon = button.chosen && !edged ? small_tick : 0;
  const double beside = icon > 0 ? icon + pad : 0;
  const double room = box.w - 2 * pad - beside;
  // Laid out again to its own width, so that icon and word stand in the middle together.
  const double word_w = std::min(room, centred(view, button.word, style, room).width_mm + 0.5);
  text::Layout word = centred(view, button.word, style, word_w);
  const scene::Color ink = button.chosen ? colors.on_chosen : colors.ink;
  const double left = box.x + (box.w - beside - word_w) / 2;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{box, button.chosen ? colors.chosen : colors.button, 4, 0.7, colors.accent});
  const bool behind = view.reads_against_glass();
  if (icon > 0) {
    const scene::Rect icon_box{behind ? left + word_w + pad : left, box.y + (box.h - icon) / 2, icon, icon};
    items.push_back(icon_at(view, name, icon_box, button.chosen ? colors.on_chosen : colors.accent, button.mirrored));
  }
  if (edged) items.emplace_back(scene::Fill{box.inset(1.6), {0, 0, 0, 0}, 3, 1.2, colors.on_chosen});
  const double y = box.y + (box.h - word.height_mm) / 2;
  const double x = behind ? left : left + beside;
  items.emplace_back(text_at(x, y, std::move(word), button.large ? TextRole::body : TextRole::label, ink));
  items.emplace_back(target_of(button, box));
  return items;
}

}  // namespace anteroom::screens

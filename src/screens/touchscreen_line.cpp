#include "screens/touchscreen_line.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "model/hello.h"

namespace anteroom::screens {

std::string touchscreen_words(const View& view, const Exhibit& exhibit) {
  constexpr std::array<const char*, 5> keys{"", "wall_fold", "wall_steps", "wall_hotspots", "wall_pull"};
  static_assert(keys.size() == std::variant_size_v<Exhibit>);
  const std::string key = keys[exhibit.index()];
  const std::string place = touchscreen_place(view.content, view.language);
  if (view.role() != Role::wall || key.empty() || place.empty() || !view.words().has(key)) return {};
  return view.say(key, {{"place", place}});
}

bool add_touchscreen_line(std::vector<scene::Item>& items, const View& view, const Exhibit& exhibit,
                          scene::Column& column, double gap_mm, scene::Color ink) {
  const std::string said = touchscreen_words(view, exhibit);
  if (said.empty()) return true;
  constexpr std::size_t most_lines = 2;
  const text::Style label = type_scale(view).label;
  const double icon = 1.5 * label.size_mm, between = 0.5 * label.size_mm;
  text::Layout words = text::lay_out(said, label, std::max(label.size_mm, column.width() - icon - between), view.fonts);
  const bool fits = words.lines.size() <= most_lines && !words.has_broken_word();
  column.skip(gap_mm);
  scene::Row row(column.take(std::max(icon, words.height_mm)), view.direction(), between);
  items.emplace_back(
      scene::Picture{.box = scene::centred({icon, icon}, row.take(icon)), .file = view.icon("touch"), .tint = ink});
  items.emplace_back(text_in(view, row.rest(), {std::move(words), scene::TextRole::label, ink}, scene::Align::start,
                             scene::Align::centre));
  return fits;
}

}  // namespace anteroom::screens

#include "screens/questions_key.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"

namespace anteroom::screens {

namespace {

constexpr double key_side_mm = 1.2;  // inside the key's edges
constexpr double sign_times = 1.4;   // to the letters beside it
constexpr double sign_gap_times = 0.3;

text::Layout label_on_one_line(const View& view, const std::string& words) {
  constexpr double unbounded = 1e5;
  return text::lay_out_tight(words, type_scale(view).label, unbounded, view.fonts);
}

// The sign with `words` beside it, in the middle of `box`.
std::vector<scene::Item> sign_beside(const View& view, text::Layout words, const scene::Rect& box, double icon_mm) {
  const double gap = sign_gap_times * words.style.size_mm;
  scene::Row row(scene::centred({icon_mm + gap + words.available_mm, box.h}, box), view.reading(), gap);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Picture{.box = scene::centred({icon_mm, icon_mm}, row.take(icon_mm)),
                                    .file = view.icon("question"),
                                    .tint = view.colors().accent});
  items.emplace_back(text_in(view, row.rest(), {std::move(words), scene::TextRole::label, view.colors().ink},
                             scene::Align::start, scene::Align::centre));
  return items;
}

}  // namespace

double questions_key_mm(const View& view) {
  const double letters = type_scale(view).label.size_mm;
  const double number = label_on_one_line(view, view.number(view.kept.size())).width_mm;
  return std::max(scene::min_target_mm, number + (sign_times + 3 * sign_gap_times) * letters + 2 * key_side_mm);
}

std::vector<scene::Item> questions_key(const View& view, const scene::Rect& box) {
  const scene::Rect inside = scene::inset(box, key_side_mm, 0);
  const double letters = type_scale(view).label.size_mm, icon = sign_times * letters;
  const std::string name = view.say("questions"), number = view.number(view.kept.size());
  const std::string counted = view.say("questions_spoken", {{"n", number}});
  std::string caption = number;  // written on it besides its name
  std::vector<scene::Item> items{key_ground(view, box)};
  text::Layout in_one_row = label_on_one_line(view, counted);
  text::Layout word = lay_out_centred(view, name, type_scale(view).label, inside.w);
  const double above = box.h - word.height_mm;
  if (icon + sign_gap_times * letters + in_one_row.width_mm <= inside.w) {
    caption = counted;
    append(items, sign_beside(view, std::move(in_one_row), inside, std::min(icon, 0.8 * box.h)));
  } else if (word.lines.size() == 1 && fits(word, box.h / 2)) {
    // As the other keys of the bar have it.
    const double row = 0.74 * above, air = (above - row) / 2.6;
    scene::Column column(inside);
    column.skip(air);
    append(items, sign_beside(view, label_on_one_line(view, number), column.take(row), row));
    column.skip(0.4 * air);
    add_text(items, view, column, {std::move(word), scene::TextRole::label, view.colors().ink});
  } else {
    append(items, sign_beside(view, label_on_one_line(view, number), inside, std::min(icon, 0.8 * box.h)));
  }
  items.emplace_back(scene::Target{.box = box,
                                   .id = target_id::questions,
                                   .action = OpenQuestions{},
                                   .label = name,
                                   .spoken = counted,
                                   .caption = caption});
  return items;
}

}  // namespace anteroom::screens

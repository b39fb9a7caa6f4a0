#include "screens/questions_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/names.h"
#include "scene/rules.h"
#include "screens/button.h"
#include "screens/page_breaks.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr double panel_pad_mm = 4;      // inside a panel's edges
constexpr double languages_gap_mm = 2;  // the two languages
constexpr double panel_gap_mm = scene::min_gap_mm;
constexpr double taking_out_mm = scene::min_target_mm;

View view_in(const View& view, const std::string& language) {
  View own = view;
  own.language = language;
  return own;
}

// The columns of a panel: the number, the words, the button.
struct PanelColumns {
  scene::Rect number, words, button;
};
PanelColumns panel_columns(const View& view, const scene::Rect& panel) {
  const double letters = type_scale(view).label.size_mm;
  scene::Row row(scene::inset(panel, panel_pad_mm, panel_pad_mm), view.direction(), panel_pad_mm);
  PanelColumns columns;
  columns.number = row.take(letters);
  columns.button = row.take_from_end(taking_out_mm);
  columns.words = row.rest();
  return columns;
}

// What the patient reads, in letters `times` as large as body text; smaller if a word would be cut.
Words patients_words(const View& view, const std::string& words, double width_mm, double times) {
  const TypeScale type = type_scale(view);
  text::Style style = type.body;
  style.size_mm *= times;
  style.weight = text::Weight::semibold;
  Words large{lay_out_body(view, words, style, width_mm), TextRole::body, view.colors().ink};
  if (!large.layout.has_broken_word()) return large;
  return {text::lay_out(words, type.label, width_mm, view.fonts), TextRole::label, view.colors().ink};
}

Words clinics_words(const View& view, const std::string& words, double width_mm) {
  text::Style style = type_scale(view).label;
  style.weight = text::Weight::regular;
  return {text::lay_out_tight(words, style, width_mm, view.fonts), TextRole::label, view.colors().ink};
}

double panel_height(const std::vector<Words>& words) {
  double height = 0;
  for (const Words& each : words) height += each.layout.height_mm + (height > 0 ? languages_gap_mm : 0);
  return std::max(height, taking_out_mm) + 2 * panel_pad_mm;
}

std::vector<QuestionPanel> panels_of(const View& view, const KeptQuestion& question, std::size_t number,
                                     const scene::Rect& area, double times) {
  const double width = panel_columns(view, area).words.w, most = area.h - 2 * panel_pad_mm;
  const View own = view_in(view, question.language), clinic = view_in(view, question.clinic_language);
  const bool is_twofold = !question.clinic_words.empty();
  std::vector<Words> all{patients_words(own, question.words, width, times)};
  if (is_twofold) all.push_back(clinics_words(clinic, question.clinic_words, width));
  if (const double height = panel_height(all); height <= area.h)
    return {{question.card, number, std::move(all), height}};
  std::vector<QuestionPanel> panels;
  const auto add = [&](Words words) {
    std::vector<Words> one{std::move(words)};
    const double height = std::min(panel_height(one), area.h);
    panels.push_back({question.card, panels.empty() ? number : 0, std::move(one), height});
  };
  if (all.front().layout.height_mm <= most) {
    add(std::move(all.front()));
  } else {
    for (const std::string& piece : split_body(own, question.words, width, most, times))
      add(patients_words(own, piece, width, times));
  }
  if (is_twofold && all.back().layout.height_mm <= most) {
    add(std::move(all.back()));
  } else if (is_twofold) {
    for (const std::string& piece : split_body(clinic, question.clinic_words, width, most)) {
      add(clinics_words(clinic, piece, width));
    }
  }
  return panels;
}

void draw_panel(const View& view, const QuestionPanel& panel, const scene::Rect& box, std::vector<scene::Item>& items) {
  const scene::palette::Colors& colors = view.colors();
  items.emplace_back(scene::Fill{.box = box,
                                 .color = colors.button,
                                 .radius_mm = corner_mm,
                                 .edge_mm = view.high_contrast ? contrast_line_mm : 0,
                                 .edge = colors.ink});
  const PanelColumns columns = panel_columns(view, box);
  double height = -languages_gap_mm;
  for (const Words& words : panel.words) height += words.layout.height_mm + languages_gap_mm;
  scene::Column column(scene::centred({columns.words.w, height}, columns.words));
  if (panel.number > 0) {
    text::Layout number =
        text::lay_out_tight(view.number(panel.number), type_scale(view).label, columns.number.w, view.fonts);
    const double lower = panel.words.front().layout.lines.front().baseline_mm - number.lines.front().baseline_mm;
    scene::Rect beside = columns.number;
    beside.y = column.rest().y + std::max(0.0, lower);
    items.emplace_back(text_in(view, beside, {std::move(number), TextRole::label, colors.accent}));
  }
  for (const Words& words : panel.words) {
    add_text(items, view, column, words);
    column.skip(languages_gap_mm);
  }
  if (panel.number == 0) return;
  const std::string& card = view.content.pack.cards[panel.card].id;
  const Button button{.id = target_id::take_out(card),
                      .action = ToggleQuestion{panel.card},
                      .word = view.words().say("question_out", {{"n", view.number(panel.number)}}),
                      .icon = "close",
                      .is_sign = true};
  append(items, bar_button(view, button, scene::centred({taking_out_mm, taking_out_mm}, columns.button)));
}

std::vector<std::vector<QuestionPanel>> panels_in(const View& view, const std::vector<KeptQuestion>& questions,
                                                  const scene::Rect& area, double times) {
  std::vector<std::vector<QuestionPanel>> screens(1);
  double used = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    for (QuestionPanel& panel : panels_of(view, questions[i], i + 1, area, times)) {
      if (used > 0 && used + panel.height_mm > area.h) {
        screens.emplace_back();
        used = 0;
      }
      used += panel.height_mm + panel_gap_mm;
      screens.back().push_back(std::move(panel));
    }
  }
  return screens;
}

}  // namespace

std::vector<std::vector<QuestionPanel>> question_panels(const View& view, const std::vector<KeptQuestion>& questions,
                                                        const scene::Rect& area) {
  // Still above the least size of body text, which has a reserve.
  constexpr double smaller = 0.9;
  std::vector<std::vector<QuestionPanel>> screens = panels_in(view, questions, area, 1);
  if (!view.large() || screens.size() == 1) return screens;
  std::vector<std::vector<QuestionPanel>> fewer = panels_in(view, questions, area, smaller);
  return fewer.size() < screens.size() ? fewer : screens;
}

double panels_height(const std::vector<QuestionPanel>& panels) {
  double height = panels.empty() ? 0 : -panel_gap_mm;
  for (const QuestionPanel& panel : panels) height += panel.height_mm + panel_gap_mm;
  return height;
}

std::vector<scene::Item> draw_panels(const View& view, const std::vector<QuestionPanel>& panels,
                                     const scene::Rect& area) {
  std::vector<scene::Item> items;
  scene::Column column(area, panel_gap_mm);
  for (const QuestionPanel& panel : panels) draw_panel(view, panel, column.take(panel.height_mm), items);
  return items;
}

}  // namespace anteroom::screens

#include "screens/warning.h"

#include <algorithm>
#include <utility>

#include "model/names.h"
#include "screens/button.h"
#include "screens/countdown.h"

namespace anteroom::screens {

namespace {

constexpr std::uint8_t veil_alpha = 0xB0;  // what is below stays visible, and nobody takes it for the question

struct WarningWords {
  text::Layout question, over, stay;
  double gap = 0;
  double icon = 0, pad = 0;  // of the pill that says where to touch

  WarningWords(const View& view, double width_mm) : gap(measures(view).gap) {
    const TypeScale type = type_scale(view);
    text::Style body = type.body;
    body.align = text::Align::centre;
    question = lay_out_centred(view, view.say("still_reading"), type.title, width_mm);
    over = lay_out_body(view, view.say("starts_over"), body, width_mm);
    text::Style label = type.label;
    label.size_mm = std::max(label.size_mm, type.body.size_mm / view.scale());
    icon = 1.2 * label.size_mm;
    pad = 0.5 * label.size_mm;
    stay = text::lay_out_tight(view.say("stay"), label, width_mm - icon - 4 * pad, view.fonts);
  }
  double pill_height() const { return std::max(icon, stay.height_mm) + 1.2 * pad; }
  double pill_width() const { return icon + stay.available_mm + 4 * pad; }
  double height() const { return question.height_mm + over.height_mm + pill_height() + 3 * gap; }
};

// What to do, on a pill in the middle of `area`, like the invitation to touch of a card.
void add_pill(std::vector<scene::Item>& items, const View& view, const scene::Rect& area, WarningWords& words) {
  const scene::palette::Colors& colors = view.colors();
  const scene::Rect pill = scene::centred({words.pill_width(), words.pill_height()}, area);
  items.emplace_back(scene::Fill{.box = pill, .color = colors.chosen, .radius_mm = std::min(pill.h / 2, corner_mm)});
  scene::Row row(scene::inset(pill, 1.5 * words.pad, 0), view.reading(), words.pad);
  items.emplace_back(scene::Picture{.box = scene::centred({words.icon, words.icon}, row.take(words.icon)),
                                    .file = view.icon("touch"),
                                    .tint = colors.on_chosen});
  items.emplace_back(text_in(view, row.rest(), {std::move(words.stay), scene::TextRole::label, colors.on_chosen},
                             scene::Align::start, scene::Align::centre));
}

// Only what is seen of `items`.
std::vector<scene::Item> seen_of(std::vector<scene::Item> items) {
  std::erase_if(items, [](const scene::Item& item) {
    return std::holds_alternative<scene::Target>(item) || std::holds_alternative<scene::Handle>(item);
  });
  return items;
}

}  // namespace

scene::Scene warning(const View& view, scene::Scene below, int seconds_left, int of_seconds) {
  const scene::palette::Colors& colors = view.colors();
  const scene::Rect glass = view.glass();
  const double pad = measures(view).gap * (view.large() ? 0.9 : 1.5);
  const double widest = std::min(glass.w - 2 * measures(view).gap, view.large() ? 440.0 : 300.0);
  const double side = std::max(pad, measures(view).gap);
  WarningWords words(view, widest - 2 * side);
  // The ring is as large as the words leave room for.
  const double body = type_scale(view).body.size_mm;
  const double ring = std::clamp(glass.h * 0.94 - words.height() - 2 * pad, 1.9 * body, glass.h * 0.34);
  const scene::Rect panel = scene::centred({widest, std::min(glass.h, words.height() + ring + 2 * pad)}, glass);

  scene::Scene scene = blank(view, screen_name::warning, below.card);
  scene.behind = seen_of(std::move(below.items));
  scene.veil = colors.ground;
  scene.veil.a = veil_alpha;
  scene.items.emplace_back(
      scene::Fill{.box = panel, .color = colors.ground, .radius_mm = 2 * pad, .edge_mm = 1, .edge = colors.accent});
  scene::Column column(scene::centred({widest - 2 * side, words.height() + ring}, glass), words.gap);
  const auto put = [&](text::Layout layout, scene::TextRole role) {
    add_text(scene.items, view, column, {std::move(layout), role, colors.ink}, scene::Align::centre);
  };
  put(std::move(words.question), scene::TextRole::title);
  add_countdown(scene.items, view, scene::centred({ring, ring}, column.take(ring)), seconds_left, of_seconds);
  put(std::move(words.over), scene::TextRole::body);
  add_pill(scene.items, view, column.take(words.pill_height()), words);
  scene.items.emplace_back(
      scene::Target{.box = glass, .id = target_id::stay, .action = Stay{}, .label = view.say("stay"), .ground = true});
  return scene;
}

}  // namespace anteroom::screens

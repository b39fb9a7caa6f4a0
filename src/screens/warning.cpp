#include "screens/warning.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "model/names.h"
#include "screens/button.h"

namespace anteroom::screens {

namespace {

constexpr std::uint8_t veil_alpha = 0xB0;  // what is below stays visible, and nobody takes it for the question
constexpr int most_marks = 60;             // on the ring; of a longer time, several seconds share one

// A point of a circle, from its top clockwise; `turn` is 0 to 1.
scene::Point on_circle(scene::Point middle, double radius, double turn) {
  const double angle = 2 * std::numbers::pi * turn;
  return {middle.x + radius * std::sin(angle), middle.y - radius * std::cos(angle)};
}

// A piece of a ring between two turns: a polygon must be convex, so that it has only a small part of the ring.
scene::Item ring_piece(const scene::Rect& box, double width, double from, double to, scene::Color color) {
  const scene::Point middle = scene::middle(box);
  const double outer = box.w / 2, inner = outer - width;
  const std::vector<scene::Point> corners{on_circle(middle, outer, from), on_circle(middle, outer, to),
                                          on_circle(middle, inner, to), on_circle(middle, inner, from)};
  scene::Rect around{corners[0].x, corners[0].y, 0, 0};
  for (const scene::Point& corner : corners) around = scene::joined(around, {corner.x, corner.y, 0, 0});
  return scene::Polygon{.box = around, .corners = corners, .colors = std::vector<scene::Color>(4, color)};
}

// A ring of one mark for each second of `of`, of which the last `left` are still there.
void add_countdown(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, double width, int left,
                   int of) {
  const int marks = std::min(of, most_marks);
  const int lit = static_cast<int>(std::ceil(static_cast<double>(left) * marks / of));
  constexpr double gap = 0.16;  // of a mark
  // Two pieces overlap by more than a pixel also at their inner edge, so that no seam shows between them.
  constexpr double overlap_mm = 0.9;
  const double overlap = overlap_mm / (2 * std::numbers::pi * (box.w / 2 - width));  // of a turn
  const int pieces = std::max(1, 90 / marks);
  for (int mark = 0; mark < marks; ++mark) {
    const bool is_left = mark >= marks - lit;
    const double from = (mark + gap / 2) / marks, length = (1 - gap) / marks;
    const double thin = is_left ? width : width / 4;  // not by colour alone
    for (int piece = 0; piece < pieces; ++piece) {
      const double begin = from + length * piece / pieces, end = from + length * (piece + 1) / pieces;
      const scene::Rect inset = box.inset((width - thin) / 2);
      items.push_back(ring_piece(inset, thin, begin, std::min(end + overlap, from + length),
                                 is_left ? view.colors().accent : view.colors().quiet));
    }
  }
}

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

// The number in its ring, in `box`, which is square.
void add_number(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, int left, int of) {
  add_countdown(items, view, box, box.w * 0.1, left, of);
  const std::string number = view.number(static_cast<std::size_t>(left));
  // As large as three digits fit into the ring, but no smaller than body text.
  text::Style style = type_scale(view).title;
  style.size_mm = std::max(type_scale(view).body.size_mm, box.w * (of > 99 ? 0.32 : 0.42));
  text::Layout layout = lay_out_centred(view, number, style, box.w * 0.78);
  // The middle of a line is above that of its capitals: placed by them, the number is in the ring's middle.
  const double cap = layout.cap_height_mm;
  const double baseline = layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
  const scene::Point middle = scene::middle(box);
  const scene::Rect at{middle.x - layout.available_mm / 2, middle.y + cap / 2 - baseline, layout.available_mm,
                       layout.height_mm};
  items.emplace_back(text_in(view, at, {std::move(layout), scene::TextRole::title, view.colors().ink}));
}

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
  add_number(scene.items, view, scene::centred({ring, ring}, column.take(ring)), seconds_left, of_seconds);
  put(std::move(words.over), scene::TextRole::body);
  add_pill(scene.items, view, column.take(words.pill_height()), words);
  scene.items.emplace_back(
      scene::Target{.box = glass, .id = target_id::stay, .action = Stay{}, .label = view.say("stay"), .ground = true});
  return scene;
}

}  // namespace anteroom::screens

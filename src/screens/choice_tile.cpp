#include "screens/choice_tile.h"

#include <algorithm>

#include "model/session.h"
#include "scene/rules.h"

namespace anteroom::screens {

namespace {

constexpr double beside_word_mm = 6;  // between a tile's edge and what is in it
constexpr double above_word_mm = 1.5;
constexpr double largest_percent = 200;
constexpr double sample_leading = 1.25;

// The letters and the number of a text size.
struct Sample {
  text::Layout letters, number;
  double tick = 0;
  double largest_mm = 0;  // the letters of 200 %, by which all samples are arranged alike

  Sample(const View& view, const Tile& tile) {
    View sized = view;
    sized.text_percent = tile.value;
    text::Style style = type_scale(sized).body;
    style.leading = sample_leading;
    constexpr double unbounded = 1e5;
    letters = text::lay_out_tight(tile.button.caption, style, unbounded, view.fonts);
    number = text::lay_out_tight(tile.button.word, control_style(view), unbounded, view.fonts);
    tick = 0.7 * number.style.size_mm;
    largest_mm = letters.width_mm * largest_percent / tile.value;
  }
  double gap() const { return 0.35 * number.style.size_mm; }
  // The letters beside the number, and the height of the two below each other. The tick has its room in any case.
  double width_beside() const { return largest_mm + number.width_mm + tick + 2 * gap(); }
  double width_below() const { return std::max(letters.width_mm, number.width_mm + 2 * (tick + gap())); }
  bool is_beside(double tile_mm) const { return width_beside() <= tile_mm - 2 * beside_word_mm; }
  double height_below() const { return letters.height_mm + number.height_mm; }
};

scene::Size end_size(const View& view, const Tile& tile) {
  const double size = control_style(view).size_mm;
  if (tile.form == Tile::Form::toggle) return {1.7 * size, 0.95 * size};
  return tile.form == Tile::Form::level ? scene::Size{1.8 * size, 0.9 * size} : scene::Size{};
}

double gap_before_end(const View& view, const Tile& tile) {
  return tile.form == Tile::Form::plain ? 0 : 0.4 * control_style(view).size_mm;
}

// What the buttons beside a level take of its width.
double buttons_width(const Tile& tile) {
  return tile.form == Tile::Form::level ? 2 * (scene::min_target_mm + scene::min_gap_mm) : 0;
}

text::Layout word_of(const View& view, const Tile& tile, double width_mm) {
  const text::Style style = control_style(view);
  const double room =
      width_mm - buttons_width(tile) - 2 * beside_word_mm - end_size(view, tile).w - gap_before_end(view, tile);
  return text::lay_out_tight(tile.button.word, style, std::max(room, style.size_mm), view.fonts);
}

scene::Color ink_of(const View& view, const Tile& tile) {
  return tile.button.chosen ? view.colors().on_chosen : view.colors().ink;
}

scene::Item tick_in(const View& view, const scene::Rect& box, scene::Color color) {
  return scene::Picture{.box = box, .file = view.icon("check"), .tint = color};
}

std::vector<scene::Item> draw_sample(const View& view, const Tile& tile, const scene::Rect& box) {
  Sample sample(view, tile);
  const scene::Color ink = ink_of(view, tile);
  const bool beside = sample.is_beside(box.w);
  const double tick = tile.button.chosen ? sample.tick : 0, gap = sample.gap();
  const double before = tile.button.chosen ? tick + gap : 0;
  const double letters_mm = sample.letters.available_mm, number_mm = sample.number.available_mm;
  Words letters{std::move(sample.letters), scene::TextRole::sample, ink};
  Words number{std::move(sample.number), scene::TextRole::label, ink};
  std::vector<scene::Item> items;
  scene::Rect low = box;
  double width = before + number_mm;
  if (beside) {
    width += letters_mm + gap;
  } else {
    const double high = letters.layout.height_mm;
    scene::Column column(scene::centred({box.w, high + number.layout.height_mm}, box));
    items.emplace_back(text_in(view, column.take(high), letters, scene::Align::centre));
    low = column.rest();
  }
  scene::Row row(scene::centred({width, low.h}, low), view.reading(), gap);
  const auto put = [&](Words words, const scene::Rect& place) {
    items.emplace_back(text_in(view, place, std::move(words), scene::Align::start, scene::Align::centre));
  };
  if (tick > 0) items.push_back(tick_in(view, scene::centred({tick, tick}, row.take(tick)), ink));
  if (beside) put(std::move(letters), row.take(letters_mm));
  put(std::move(number), row.rest());
  return items;
}

// A knob in a track: at its start, or filled and with a tick at its end.
std::vector<scene::Item> draw_switch(const View& view, bool on, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  constexpr double edge_mm = 0.9;
  const double inner = 1.4, knob = box.h - 2 * inner;
  scene::Row row(box.inset(inner), view.reading());
  const scene::Rect place = on ? row.take_from_end(knob) : row.take(knob);
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = box,
                                 .color = on ? colors.on_chosen : scene::palette::clear,
                                 .radius_mm = box.h / 2,
                                 .edge_mm = edge_mm,
                                 .edge = on ? colors.on_chosen : colors.accent});
  items.emplace_back(scene::Fill{.box = place, .color = on ? colors.chosen : colors.accent, .radius_mm = place.w / 2});
  if (on) items.push_back(tick_in(view, place.inset(0.18 * knob), colors.on_chosen));
  return items;
}

// Bars that rise, as many of them filled as the level says.
std::vector<scene::Item> draw_level(const View& view, int level, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  constexpr double lowest = 0.4;  // of the highest
  const std::vector<double> shares(static_cast<std::size_t>(loudest), 1.0);
  const std::vector<scene::Rect> bars = scene::Row(box, view.reading(), 0.06 * box.w).shared(shares);
  std::vector<scene::Item> items;
  for (int i = 0; i < loudest; ++i) {
    const scene::Rect& bar = bars[static_cast<std::size_t>(i)];
    const double high = bar.h * (lowest + (1 - lowest) * i / (loudest - 1));
    items.emplace_back(scene::Fill{.box = {bar.x, bar.bottom() - high, bar.w, high},
                                   .color = i < level ? colors.accent : scene::palette::clear,
                                   .radius_mm = 0.2 * bar.w,
                                   .edge_mm = 0.6,
                                   .edge = i < level ? colors.accent : colors.quiet});
  }
  return items;
}

std::vector<scene::Item> draw_worded(const View& view, const Tile& tile, const scene::Rect& box) {
  const scene::Size end = end_size(view, tile);
  const double width = box.w + buttons_width(tile);  // of the tile
  scene::Row row(scene::inset(box, beside_word_mm, 0), view.reading(), gap_before_end(view, tile));
  std::vector<scene::Item> items;
  if (end.w > 0) {
    const scene::Rect place = scene::centred(end, row.take_from_end(end.w));
    items = tile.form == Tile::Form::toggle ? draw_switch(view, tile.button.chosen, place)
                                            : draw_level(view, tile.value, place);
  }
  items.insert(items.begin(),
               text_in(view, row.rest(), {word_of(view, tile, width), scene::TextRole::label, ink_of(view, tile)},
                       scene::Align::start, scene::Align::centre));
  return items;
}

}  // namespace

TileHeight tile_height(const View& view, const Tile& tile, double width_mm) {
  if (tile.form == Tile::Form::sample) {
    const Sample sample(view, tile);
    const double room = width_mm - 2 * beside_word_mm;
    const double high = sample.is_beside(width_mm) ? sample.letters.height_mm : sample.height_below();
    return {std::max(scene::min_target_mm, high + 2 * above_word_mm), sample.width_below() <= room};
  }
  const text::Layout word = word_of(view, tile, width_mm);
  return {std::max(scene::min_target_mm, word.height_mm + 2 * above_word_mm),
          !word.has_broken_word() && word.lines.size() <= 2};
}

namespace {

// A button of a level: its sign, faint where the level is at its end.
std::vector<scene::Item> draw_step(const View& view, const Button& button, bool is_last, const scene::Rect& box) {
  const scene::palette::Colors& colors = view.colors();
  const scene::Color ink = is_last ? colors.quiet : colors.accent;
  const double sign = 0.9 * control_style(view).size_mm;
  return {
      scene::Fill{
          .box = box, .color = colors.button, .radius_mm = corner_mm, .edge_mm = control_edge_mm(view), .edge = ink},
      scene::Picture{.box = scene::centred({sign, sign}, box), .file = view.icon(button.icon), .tint = ink},
      target_of(button, box)};
}

// What the level is, and the buttons that change it, in the order of reading.
std::vector<scene::Item> draw_level_tile(const View& view, const Tile& tile, const scene::Rect& box) {
  scene::Row row(box, view.reading(), scene::min_gap_mm);
  const scene::Rect more = row.take_from_end(scene::min_target_mm), less = row.take_from_end(scene::min_target_mm);
  std::vector<scene::Item> items = draw_worded(view, tile, row.rest());
  append(items, draw_step(view, tile.less, tile.value <= 1, less));
  append(items, draw_step(view, tile.more, tile.value >= loudest, more));
  return items;
}

}  // namespace

std::vector<scene::Item> draw_tile(const View& view, const Tile& tile, const scene::Rect& box) {
  if (tile.form == Tile::Form::level) return draw_level_tile(view, tile, box);
  const scene::palette::Colors& colors = view.colors();
  std::vector<scene::Item> items;
  items.emplace_back(scene::Fill{.box = box,
                                 .color = tile.button.chosen ? colors.chosen : colors.button,
                                 .radius_mm = corner_mm,
                                 .edge_mm = control_edge_mm(view),
                                 .edge = colors.accent});
  append(items, tile.form == Tile::Form::sample ? draw_sample(view, tile, box) : draw_worded(view, tile, box));
  items.emplace_back(target_of(tile.button, box));
  return items;
}

}  // namespace anteroom::screens

#include "screens/exhibit_words.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "screens/dots.h"
#include "screens/exhibit_areas.h"
#include "screens/page_breaks.h"
#include "screens/spot_list.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

bool has_label(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() && !text.exhibit.parts[*shown].label.empty();
}

// What stands at the foot of an exhibit's words: how many regions have been seen, or, while a timeline is untouched,
// the invitation to move it; else nothing.
struct Foot {
  std::string words;
  bool is_card_text = false;
};

Foot foot_of(const View& view, const Card& card, const CardText& text, const ExhibitState& state) {
  if (const auto* steps = std::get_if<StepsState>(&state)) {
    return steps->touched || view.large() ? Foot{} : Foot{text.exhibit.invite, true};
  }
  const auto* spots = std::get_if<HotspotsState>(&state);
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  if (spots == nullptr || hotspots == nullptr || spots->seen.empty()) return {};
  return {
      view.say("seen", {{"count", view.number(spots->seen.size())}, {"total", view.number(hotspots->regions.size())}})};
}

// `foot` in `box`, which is as high as it asks for; nothing if it is wider. How many regions have been seen is also
// shown by discs, as far as there is room for them.
std::vector<scene::Item> foot_row(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                  const Foot& foot, const scene::Rect& box) {
  if (foot.words.empty() || box.w <= 0) return {};
  const View own = foot.is_card_text ? in_language_of(text, view) : view;
  const bool is_body = foot.is_card_text || !view.large();
  const scene::TextRole role = is_body ? scene::TextRole::body : scene::TextRole::label;
  const TypeScale type = type_scale(own);
  text::Layout line = lay_out_body(own, foot.words, is_body ? type.body : type.label, box.w);
  if (!fits(line, box.h + 1e-6)) return {};
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  const auto* seen = std::get_if<HotspotsState>(&state);
  std::vector<scene::Item> items;
  scene::Row row(box, view.reading(), 2);
  if (hotspots != nullptr && seen != nullptr && line.lines.size() == 1) {
    const double disc = 0.5 * line.height_mm, count = static_cast<double>(hotspots->regions.size());
    if (line.width_mm + count * (disc + 2) + measures(view).gap < box.w) {
      items = seen_discs(view, *hotspots, *seen, row, disc);
      row.take(2);
    }
  }
  const scene::Rect beside = row.rest();
  if (beside.w < box.w) line = lay_out_body(own, foot.words, is_body ? type.body : type.label, beside.w);
  items.push_back(text_in(own, beside, {std::move(line), role, view.colors().ink}));
  return items;
}

// `foot` at the lower end of `column`, if it has room there.
std::vector<scene::Item> foot_line(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                   const Foot& foot, scene::Column& column) {
  if (foot.words.empty()) return {};
  const View own = foot.is_card_text ? in_language_of(text, view) : view;
  const TypeScale type = type_scale(own);
  const bool is_body = foot.is_card_text || !view.large();
  const text::Layout line = lay_out_body(own, foot.words, is_body ? type.body : type.label, column.width());
  const double above = measures(view).gap;
  if (!fits(line, column.room() - above)) return {};
  const scene::Rect box = column.take_from_end(line.height_mm);
  column.skip_from_end(above);
  return foot_row(view, card, text, state, foot, box);
}

// The name of the part that is open.
text::Layout name_of(const View& own, const CardText& text, std::size_t shown, double width_mm) {
  text::Style style = type_scale(own).body;
  style.weight = text::Weight::semibold;
  return text::lay_out(text.exhibit.parts[shown].label, style, width_mm, own.fonts);
}

// The exhibit's title, the open part's name in words, and its text, those two on a plate if `on_plate`. While no spot
// is open, the list of them is below the invitation.
std::vector<scene::Item> explanation(const View& view, const Card& card, const CardText& text,
                                     const ExhibitState& state, std::optional<std::size_t> shown,
                                     const scene::Rect& area, bool on_plate) {
  const Foot foot_words = foot_of(view, card, text, state);
  const scene::palette::Colors& colors = view.colors();
  scene::Column column(area);
  const View own = in_language_of(text, view);
  std::vector<scene::Item> items = page_heading(own, text.title, text.exhibit.title, column);
  const double pad = on_plate ? 0.7 * measures(view).gap : 0;
  const double width = area.w - 2 * pad;
  text::Layout name;
  if (has_label(text, shown)) name = name_of(own, text, *shown, width);
  text::Layout body = lay_out_body(own, exhibit_caption(text, shown), type_scale(own).body, width);
  const double below_name = name.lines.empty() ? 0 : topic_gap * measures(view).gap;
  const double height = name.height_mm + below_name + body.height_mm + 2 * pad;
  scene::Column with_foot = column;
  std::vector<scene::Item> foot = foot_line(view, card, text, state, foot_words, with_foot);
  if (with_foot.room() >= height) {
    column = with_foot;
  } else {
    foot.clear();
  }
  if (on_plate) {
    constexpr double corner_mm = 6;
    scene::Rect box = column.rest();
    box.h = height;
    items.emplace_back(scene::Fill{.box = box, .color = colors.button, .radius_mm = corner_mm});
    column = scene::Column(scene::inset(column.rest(), pad, 0));
    column.skip(pad);
  }
  add_text(items, own, column, {std::move(name), scene::TextRole::body, colors.accent});
  column.skip(below_name);
  add_text(items, own, column, {std::move(body), scene::TextRole::body, colors.ink});
  const auto* hotspots = std::get_if<Hotspots>(&card.exhibit);
  const auto* spots = std::get_if<HotspotsState>(&state);
  if (!shown && hotspots != nullptr && spots != nullptr) {
    column.skip(measures(view).gap);
    append(items, spot_list(view, *hotspots, text, *spots, column));
  }
  append(items, std::move(foot));
  return items;
}

// What is above the pieces of large letters: the name of the part that is open, on the line of titles; the title of the
// exhibit, which is small where the name is on a button.
struct Head {
  double above_mm = 0;
  Words words = {};
  double below_mm = 0;
  double height() const { return above_mm + words.layout.height_mm + below_mm; }
};

double first_baseline(const text::Layout& layout) {
  return layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
}

// `titled`: there is one although the name is on a button.
Head head_of(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown,
             double width_mm, bool titled) {
  const View own = in_language_of(text, view);
  const TypeScale type = type_scale(own);
  const scene::palette::Colors& colors = view.colors();
  Head head;
  const text::Layout title = text::lay_out(text.exhibit.title, type.title, width_mm, view.fonts);
  if (!shown) {
    head.words = {title, scene::TextRole::title, colors.ink};
    head.below_mm = 0.8 * measures(view).gap;
  } else if (std::holds_alternative<Hotspots>(card.exhibit) && has_label(text, shown)) {
    head.words = {name_of(own, text, *shown, width_mm), scene::TextRole::body, colors.accent};
    head.above_mm = std::max(0.0, first_baseline(title) - first_baseline(head.words.layout));
    head.below_mm = topic_gap * measures(view).gap;
  } else if (titled) {
    head.words = {text::lay_out(text.exhibit.title, type.label, width_mm, view.fonts), scene::TextRole::label,
                  colors.accent};
    head.below_mm = topic_gap * measures(view).gap;
  }
  return head;
}

// The row at the foot of one of several pieces: which it is, and how many spots have been seen.
double height_of_row(const View& view) {
  const text::Style label = type_scale(view).label;
  return label.size_mm * label.leading;
}

// What large letters tell in `area`, one piece after the other. The title gives way to the invitation.
struct Piecewise {
  Head head;
  std::vector<std::string> pieces;
};

Piecewise piecewise(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown,
                    const scene::Rect& area, bool titled) {
  const View own = in_language_of(text, view);
  const std::string caption = exhibit_caption(text, shown);
  const text::Layout body = lay_out_body(own, caption, type_scale(own).body, area.w);
  Piecewise told{.head = head_of(view, card, text, shown, area.w, titled), .pieces = {}};
  const auto has_room = [&] {
    return told.head.height() + body.height_mm <= area.h && !told.head.words.layout.has_broken_word();
  };
  if (!shown && !has_room()) told.head = {};
  if (has_room()) {
    told.pieces = {caption};
  } else {
    told.pieces = split_body(own, caption, area.w, area.h - told.head.height() - height_of_row(view));
  }
  return told;
}

// Every part that the words may be about, and the invitation.
std::vector<std::optional<std::size_t>> parts_of(const CardText& text) {
  std::vector<std::optional<std::size_t>> parts{std::nullopt};
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) parts.emplace_back(i);
  return parts;
}

// The least room in which no part needs more pieces than in any larger one, and how many all need in it.
struct LeastRoom {
  double words_mm = 0;
  std::size_t pieces = std::numeric_limits<std::size_t>::max();
};

LeastRoom least_room(const View& view, const Card& card, const CardText& text, bool titled) {
  LeastRoom least;
  for (const double size : word_sizes(view, card, text)) {
    const scene::Rect area = exhibit_areas(view, card, text, size).words;
    std::size_t pieces = 0;
    for (const std::optional<std::size_t>& part : parts_of(text)) {
      pieces += piecewise(view, card, text, part, area, titled).pieces.size();
    }
    if (pieces < least.pieces) least = {size, pieces};
  }
  return least;
}

// One piece, and which of all it is.
std::vector<scene::Item> told_piece(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                    std::optional<std::size_t> shown, const DetailPart& part, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  Head head = piecewise(view, card, text, shown, area, part.titled).head;
  text::Layout body = lay_out_body(own, part.body, type_scale(own).body, area.w);
  scene::Column column(area);
  std::vector<scene::Item> foot;
  scene::Column with_foot = column;
  scene::Row row(with_foot.take_from_end(height_of_row(view)), view.reading(), measures(view).gap);
  if (part.pieces > 1) {
    foot = dots(view, {part.piece, part.pieces}, scene::middle(row.take(dots_width(view, part.pieces))));
  }
  if (with_foot.room() >= head.height() + body.height_mm - 1e-6) {
    append(foot, foot_row(view, card, text, state, foot_of(view, card, text, state), row.rest()));
  }
  std::vector<scene::Item> items;
  column.skip(head.above_mm);
  add_text(items, own, column, std::move(head.words));
  column.skip(head.below_mm);
  add_text(items, own, column, {std::move(body), scene::TextRole::body, view.colors().ink});
  append(items, std::move(foot));
  return items;
}

}  // namespace

std::optional<std::size_t> part_told(const View& view, const Card& card, const ExhibitState& state) {
  const auto* steps = std::get_if<StepsState>(&state);
  if (view.large() && steps != nullptr && !steps->touched) return std::nullopt;
  return part_shown(card.exhibit, state);
}

std::string exhibit_caption(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() ? text.exhibit.parts[*shown].text : text.exhibit.invite;
}

ExhibitPieces told_beside(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown) {
  // The small title is there if no part needs another piece for it.
  const LeastRoom plain = least_room(view, card, text, false);
  const bool may_have_title = !std::holds_alternative<Hotspots>(card.exhibit);
  const LeastRoom with_title = may_have_title ? least_room(view, card, text, true) : LeastRoom{};
  ExhibitPieces told{.words_mm = plain.words_mm, .titled = with_title.pieces <= plain.pieces, .pieces = {}};
  if (told.titled) told.words_mm = with_title.words_mm;
  const scene::Rect area = exhibit_areas(view, card, text, told.words_mm).words;
  told.pieces = piecewise(view, card, text, shown, area, told.titled).pieces;
  return told;
}

std::vector<scene::Item> exhibit_words(const View& view, const Card& card, const CardText& text,
                                       const ExhibitState& state, const DetailPart& part, const scene::Rect& area) {
  const std::optional<std::size_t> shown = part_told(view, card, state);
  if (view.large()) return told_piece(view, card, text, state, shown, part, area);
  // The words of a spot stand beside the picture on a plate of their own, so that what a touch brings is seen at once.
  const bool on_plate = shown && std::holds_alternative<Hotspots>(card.exhibit) && !is_stacked(view);
  return explanation(view, card, text, state, shown, area, on_plate);
}

}  // namespace anteroom::screens

#include "screens/exhibit_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include "exhibits/tick.h"
#include "screens/dots.h"
#include "screens/exhibit_areas.h"
#include "screens/page_breaks.h"
#include "screens/page_words.h"
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
  if (spots == nullptr || hotspots == nullptr || (view.large() && spots->seen.empty())) return {};
  return {
      view.say("seen", {{"count", view.number(spots->seen.size())}, {"total", view.number(hotspots->regions.size())}})};
}

// A disc for each spot, with a tick in as many as have been seen, `size_mm` high, from the start of `row`.
std::vector<scene::Item> seen_discs(const View& view, const Hotspots& hotspots, const HotspotsState& state,
                                    scene::Row& row, double size_mm) {
  const scene::palette::Colors& colors = view.colors();
  const exhibits::TickColors seen{.disc = colors.chosen, .tick = colors.on_chosen, .edge = colors.chosen};
  const exhibits::TickColors unseen{
      .disc = scene::palette::clear, .tick = scene::palette::clear, .edge = colors.accent};
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < hotspots.regions.size(); ++i) {
    const scene::Rect box = scene::centred({size_mm, size_mm}, row.take(size_mm));
    exhibits::put_tick(items, box, i < state.seen.size() ? seen : unseen);
  }
  return items;
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
text::Layout name_of(const View& own, const CardText& text, std::size_t shown, double width_mm, double times = 1) {
  text::Style style = type_scale(own).body;
  style.size_mm *= times;
  style.weight = text::Weight::semibold;
  return text::lay_out(text.exhibit.parts[shown].label, style, width_mm, own.fonts);
}

// The words about one part, or the invitation: its name, and below it its text.
struct Told {
  text::Layout name, body;
  double below_name = 0, pad = 0;  // `pad`: around both, on a plate of their own

  double height() const { return name.height_mm + below_name + body.height_mm + 2 * pad; }
  bool has_broken_word() const { return name.has_broken_word() || body.has_broken_word(); }
};

// The words of a spot stand beside the picture on a plate of their own, so that what a touch brings is seen at once.
bool is_on_plate(const View& view, const Card& card, std::optional<std::size_t> shown) {
  return shown && std::holds_alternative<Hotspots>(card.exhibit) && !is_stacked(view);
}

// `times`: the size of the letters, to that of body text.
Told told_about(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown,
                double width_mm, double times) {
  const View own = in_language_of(text, view);
  Told told;
  if (is_on_plate(view, card, shown)) told.pad = 0.7 * measures(view).gap;
  const double width = width_mm - 2 * told.pad;
  if (has_label(text, shown)) told.name = name_of(own, text, *shown, width, times);
  if (!told.name.lines.empty()) told.below_name = topic_gap * measures(view).gap;
  text::Style style = type_scale(own).body;
  style.size_mm *= times;
  told.body = lay_out_body(own, exhibit_caption(text, shown), style, width);
  return told;
}

PageHeading heading_of(const View& view, const CardText& text, double width_mm) {
  const View own = in_language_of(text, view);
  return {own, own, text.title, text.exhibit.title, width_mm};
}

// Every part that the words may be about, and the invitation.
std::vector<std::optional<std::size_t>> parts_of(const CardText& text) {
  std::vector<std::optional<std::size_t>> parts{std::nullopt};
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) parts.emplace_back(i);
  return parts;
}

// How high the foot of the words may be with the air above it: the invitation of a timeline, or how much has been seen.
double height_of_foot(const View& view, const Card& card, const CardText& text, double width_mm) {
  if (std::holds_alternative<Fold>(card.exhibit)) return 0;
  const bool is_card_text = std::holds_alternative<Steps>(card.exhibit);
  const View own = is_card_text ? in_language_of(text, view) : view;
  const std::string words =
      is_card_text ? text.exhibit.invite : view.say("seen", {{"count", view.number(0)}, {"total", view.number(0)}});
  return lay_out_body(own, words, type_scale(own).body, width_mm).height_mm + measures(view).gap;
}

// How high the words below the title are at most, whatever is open; nothing: a word would be cut.
std::optional<double> height_told(const View& view, const Card& card, const CardText& text, double width_mm,
                                  double times) {
  // A timeline always tells about a step, and invites only at its first one.
  const bool is_timeline = std::holds_alternative<Steps>(card.exhibit);
  const double foot = height_of_foot(view, card, text, width_mm);
  double height = 0;
  for (const std::optional<std::size_t>& part : parts_of(text)) {
    if (is_timeline && !part) continue;
    const Told told = told_about(view, card, text, part, width_mm, times);
    if (told.has_broken_word()) return std::nullopt;
    height = std::max(height, told.height() + (is_timeline && *part > 0 ? 0 : foot));
  }
  return height;
}

// The sizes that the words may have, to that of body text, the largest first: the names on buttons below the picture
// are hardly larger than body text, and not much smaller than what is told about them.
std::vector<double> sizes_for(const Card& card) {
  constexpr std::array all{1.34, 1.26, 1.18, 1.12, 1.06, 1.0};
  double most = 1.18;
  if (std::holds_alternative<Fold>(card.exhibit)) most = 1.34;
  if (std::holds_alternative<Steps>(card.exhibit)) most = 1.06;
  std::vector<double> sizes;
  std::copy_if(all.begin(), all.end(), std::back_inserter(sizes), [&](double size) { return size <= most; });
  return sizes;
}

// The exhibit's title, the open part's name in words, and its text.
std::vector<scene::Item> explanation(const View& view, const Card& card, const CardText& text,
                                     const ExhibitState& state, std::optional<std::size_t> shown,
                                     const DetailPart& part, const scene::Rect& area) {
  const Foot foot_words = foot_of(view, card, text, state);
  const scene::palette::Colors& colors = view.colors();
  const View own = in_language_of(text, view);
  const PageHeading heading = heading_of(view, text, area.w);
  scene::Column column(part.raised || is_stacked(view) ? area : page_room(own, heading, area));
  std::vector<scene::Item> items = heading.take_from(column);
  Told told = told_about(view, card, text, shown, area.w, part.times);
  scene::Column with_foot = column;
  std::vector<scene::Item> foot = foot_line(view, card, text, state, foot_words, with_foot);
  if (with_foot.room() >= told.height() - 1e-6) {
    column = with_foot;
  } else {
    foot.clear();
  }
  if (told.pad > 0) {
    constexpr double corner_mm = 6;
    scene::Rect box = column.rest();
    box.h = told.height();
    items.emplace_back(scene::Fill{.box = box, .color = colors.button, .radius_mm = corner_mm});
    column = scene::Column(scene::inset(column.rest(), told.pad, 0));
    column.skip(told.pad);
  }
  const double below_name = told.below_name;
  add_text(items, own, column, {std::move(told.name), scene::TextRole::body, colors.accent});
  column.skip(below_name);
  add_text(items, own, column, {std::move(told.body), scene::TextRole::body, colors.ink});
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

ExhibitRoom room_for_words(const View& view, const Card& card, const CardText& text) {
  const scene::Rect beside = exhibit_areas(view, card, text, 0).words;
  const View own = in_language_of(text, view);
  const PageHeading heading = heading_of(view, text, beside.w);
  // A title is at least so many times as large as the words below it.
  const auto holds = [&](double times, double room) {
    const std::optional<double> height = height_told(view, card, text, beside.w, times);
    const bool stands_out = heading.title_mm() >= least_title_ratio * times * type_scale(own).body.size_mm - 1e-6;
    return stands_out && height && heading.height() + *height <= room;
  };
  const std::vector<double> sizes = sizes_for(card);
  if (is_stacked(view)) {
    const double most = most_words_above(view, card, text);
    for (const double times : sizes) {
      if (!holds(times, most)) continue;
      return {.words_mm = heading.height() + *height_told(view, card, text, beside.w, times), .times = times};
    }
    // The picture gets narrower than the page.
    return {.words_mm = std::max(most, heading.height() + height_told(view, card, text, beside.w, 1).value_or(0))};
  }
  for (const bool raised : {false, true}) {
    for (const double times : sizes) {
      const scene::Rect room = raised ? beside : page_room(own, heading, beside);
      if (holds(times, room.h)) return {.times = times, .raised = raised};
    }
  }
  return {.raised = true};
}

double words_above_mm(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown,
                      const DetailPart& part) {
  const bool keeps_place = std::holds_alternative<Hotspots>(card.exhibit) && card.stands &&
                           card.ground != Ground::none && part.words_mm <= most_words_above(view, card, text);
  if (view.large() || !is_stacked(view) || !keeps_place) return part.words_mm;
  const double width = exhibit_areas(view, card, text, part.words_mm).words.w;
  const double now = heading_of(view, text, width).height() +
                     told_about(view, card, text, shown, width, part.times).height() +
                     height_of_foot(view, card, text, width);
  return std::min(now, part.words_mm);
}

std::vector<scene::Item> exhibit_words(const View& view, const Card& card, const CardText& text,
                                       const ExhibitState& state, const DetailPart& part, const scene::Rect& area) {
  const std::optional<std::size_t> shown = part_told(view, card, state);
  if (view.large()) return told_piece(view, card, text, state, shown, part, area);
  return explanation(view, card, text, state, shown, part, area);
}

}  // namespace anteroom::screens

#include "screens/exhibit_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "screens/exhibit_areas.h"
#include "screens/exhibit_foot.h"
#include "screens/exhibit_pieces.h"
#include "screens/page_words.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// `foot` at the lower end of `column`, if it has room there.
std::vector<scene::Item> foot_line(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                   const Foot& foot, scene::Column& column) {
  if (foot.words.empty()) return {};
  const View own = foot.is_card_text ? in_language_of(text, view) : view;
  const text::Layout line = lay_out_body(own, foot.words, type_scale(own).body, column.width());
  const double above = measures(view).gap;
  if (!fits(line, column.room() - above)) return {};
  const scene::Rect box = column.take_from_end(line.height_mm);
  column.skip_from_end(above);
  return foot_row(view, card, text, state, foot, box);
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
  if (has_name(text, shown)) told.name = name_of(own, text, *shown, width, times);
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

// How high the foot of the words may be with the air above it: the invitation of a timeline, or how much has been seen.
double height_of_foot(const View& view, const Card& card, const CardText& text, double width_mm) {
  if (std::holds_alternative<Fold>(card.exhibit) || std::holds_alternative<Pull>(card.exhibit)) return 0;
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
  for (const std::optional<std::size_t>& part : parts_told(text)) {
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
  if (std::holds_alternative<Fold>(card.exhibit) || std::holds_alternative<Pull>(card.exhibit)) most = 1.34;
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

}  // namespace

std::optional<std::size_t> part_told(const View& view, const Card& card, const ExhibitState& state) {
  const auto* steps = std::get_if<StepsState>(&state);
  if (view.large() && steps != nullptr && !steps->touched) return std::nullopt;
  return part_shown(card.exhibit, state);
}

bool has_name(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() && !text.exhibit.parts[*shown].label.empty();
}

text::Layout name_of(const View& own, const CardText& text, std::size_t shown, double width_mm, double times) {
  text::Style style = type_scale(own).body;
  style.size_mm *= times;
  style.weight = text::Weight::semibold;
  return text::lay_out(text.exhibit.parts[shown].label, style, width_mm, own.fonts);
}

std::vector<std::optional<std::size_t>> parts_told(const CardText& text) {
  std::vector<std::optional<std::size_t>> parts{std::nullopt};
  for (std::size_t i = 0; i < text.exhibit.parts.size(); ++i) parts.emplace_back(i);
  return parts;
}

std::string exhibit_caption(const CardText& text, std::optional<std::size_t> shown) {
  return shown && *shown < text.exhibit.parts.size() ? text.exhibit.parts[*shown].text : text.exhibit.invite;
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
  if (view.large()) return told_piece(view, text, shown, part, area);
  return explanation(view, card, text, state, shown, part, area);
}

}  // namespace anteroom::screens

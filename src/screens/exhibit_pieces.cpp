#include "screens/exhibit_pieces.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "screens/body_block.h"
#include "screens/continuation.h"
#include "screens/exhibit_areas.h"
#include "screens/exhibit_words.h"
#include "screens/page_breaks.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// What is above the pieces: the title of the exhibit, or while a part is open, what that is called.
struct Head {
  double above_mm = 0;
  Words words = {};
  double below_mm = 0;
  double height() const { return above_mm + words.layout.height_mm + below_mm; }
};

double first_baseline(const text::Layout& layout) {
  return layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
}

// Both are on the line of titles. A sheet's states have no names: its title says what is spoken of.
Head head_of(const View& view, const CardText& text, std::optional<std::size_t> shown, double width_mm) {
  const View own = in_language_of(text, view);
  const TypeScale type = type_scale(own);
  const scene::palette::Colors& colors = view.colors();
  text::Style title_style = type.title;  // as PageHeading has it
  title_style.size_mm = std::max(title_style.size_mm, type.body.size_mm * least_title_ratio);
  text::Layout title = text::lay_out(text.exhibit.title, title_style, width_mm, view.fonts);
  if (!shown) {
    return {.words = {std::move(title), scene::TextRole::title, colors.ink}, .below_mm = 0.8 * measures(view).gap};
  }
  text::Style style = type.body;
  style.weight = text::Weight::semibold;
  style.leading = type.title.leading;
  const std::string& name = has_name(text, shown) ? text.exhibit.parts[*shown].label : text.exhibit.title;
  text::Layout called = text::lay_out(name, style, width_mm, view.fonts);
  const double above = std::max(0.0, first_baseline(title) - first_baseline(called));
  return {.above_mm = above,
          .words = {std::move(called), scene::TextRole::label, colors.accent},
          .below_mm = topic_gap * measures(view).gap};
}

// What large letters tell in `area`, one piece after the other. The title gives way to the invitation.
struct Piecewise {
  Head head;
  std::vector<std::string> pieces;
  std::size_t lost = 0;    // 1: no title
  std::size_t broken = 0;  // see broken_sentences
  std::size_t lone = 0;    // how many of several have fewer than least_lines
};

Piecewise piecewise(const View& view, const CardText& text, std::optional<std::size_t> shown, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  const std::string caption = exhibit_caption(text, shown);
  const text::Style style = type_scale(own).body;
  const double body = Body(own, caption, style, area.w).height();
  Piecewise told{.head = head_of(view, text, shown, area.w), .pieces = {}};
  const bool is_cut = told.head.words.layout.has_broken_word();
  if (!shown && (is_cut || told.head.height() + body > area.h)) {
    told.head = {};
    told.lost += 1;
  }
  const double room = area.h - told.head.height();
  told.pieces = split_body(own, caption, area.w, room);
  told.broken = broken_sentences(own, caption, told.pieces) + (shown && is_cut ? 1 : 0);
  told.lone = leftovers(own, told.pieces, area.w);
  return told;
}

}  // namespace

ExhibitPieces told_beside(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown) {
  // The least room in which no more sentences are broken, titles lost or leftovers alone than in any larger one; among
  // several, no part needs more pieces.
  ExhibitPieces told;
  std::size_t least = std::numeric_limits<std::size_t>::max(), least_faults = least;
  for (const double size : word_sizes(view, card, text)) {
    // Wider words are worth it only for a sentence that would be cut, a title that would be lost, or a leftover.
    if (!is_stacked(view) && size > most_words_beside(view) && least_faults == 0) break;
    const scene::Rect area = exhibit_areas(view, card, text, size).words;
    std::size_t pieces = 0, faults = 0;
    for (const std::optional<std::size_t>& part : parts_told(text)) {
      const Piecewise all = piecewise(view, text, part, area);
      pieces += all.pieces.size();
      constexpr std::size_t worse_than_a_leftover = 100;
      faults += worse_than_a_leftover * (all.broken + all.lost) + all.lone;
    }
    if (std::tie(faults, pieces) >= std::tie(least_faults, least)) continue;
    told.words_mm = size;
    least = pieces;
    least_faults = faults;
  }
  told.pieces = piecewise(view, text, shown, exhibit_areas(view, card, text, told.words_mm).words).pieces;
  return told;
}

std::vector<scene::Item> told_piece(const View& view, const CardText& text, std::optional<std::size_t> shown,
                                    const DetailPart& part, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  Head head = piecewise(view, text, shown, area).head;
  scene::Column column(area);
  std::vector<scene::Item> items;
  column.skip(head.above_mm);
  add_text(items, own, column, std::move(head.words));
  column.skip(head.below_mm);
  append(items, Body(own, part.body, type_scale(own).body, area.w, part.piece_of_text).take_from(column));
  if (!part.goes_on() || items.empty()) return items;
  if (const auto* last = std::get_if<scene::Text>(&items.back())) items.emplace_back(continuation(own, *last));
  return items;
}

}  // namespace anteroom::screens

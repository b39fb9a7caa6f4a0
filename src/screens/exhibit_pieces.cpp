#include "screens/exhibit_pieces.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "screens/continuation.h"
#include "screens/exhibit_areas.h"
#include "screens/exhibit_foot.h"
#include "screens/exhibit_words.h"
#include "screens/page_breaks.h"
#include "screens/words_block.h"

namespace anteroom::screens {

namespace {

// What is above the pieces of large letters: the title of the exhibit, or while a part is open, whose name is on a
// button, that name on the line of titles; of others than spots the title, small.
struct Head {
  double above_mm = 0;
  Words words = {};
  double below_mm = 0;
  double height() const { return above_mm + words.layout.height_mm + below_mm; }
};

double first_baseline(const text::Layout& layout) {
  return layout.lines.empty() ? 0 : layout.lines.front().baseline_mm;
}

// `titled`: there is one while a part is open.
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
  } else if (titled && std::holds_alternative<Hotspots>(card.exhibit) && has_name(text, shown)) {
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

// The row at the foot of what is told about a spot: how many have been seen.
double height_of_row(const View& view) {
  const text::Style label = type_scale(view).label;
  return label.size_mm * label.leading;
}

// What large letters tell in `area`, one piece after the other. The title gives way to the invitation.
struct Piecewise {
  Head head;
  std::vector<std::string> pieces;
  std::size_t broken = 0;  // see broken_sentences
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
    return told;
  }
  const double room = area.h - told.head.height();
  told.pieces = split_body(own, caption, area.w, room);
  told.broken = broken_sentences(own, caption, told.pieces);
  if (!std::holds_alternative<Hotspots>(card.exhibit)) return told;
  // The row at the foot is there if no piece has to give way to it.
  std::vector<std::string> above_row = split_body(own, caption, area.w, room - height_of_row(view));
  const std::size_t broken = broken_sentences(own, caption, above_row);
  if (above_row.size() <= told.pieces.size() && broken <= told.broken) told.pieces = std::move(above_row);
  return told;
}

// The least room in which no part needs more pieces, and no more sentences are broken, than in any larger one, and how
// many of both there are in it.
struct LeastRoom {
  double words_mm = 0;
  std::size_t pieces = std::numeric_limits<std::size_t>::max();
};

LeastRoom least_room(const View& view, const Card& card, const CardText& text, bool titled) {
  LeastRoom least;
  for (const double size : word_sizes(view, card, text)) {
    const scene::Rect area = exhibit_areas(view, card, text, size).words;
    std::size_t pieces = 0;
    for (const std::optional<std::size_t>& part : parts_told(text)) {
      const Piecewise told = piecewise(view, card, text, part, area, titled);
      pieces += told.pieces.size() + told.broken;
    }
    if (pieces < least.pieces) least = {size, pieces};
  }
  return least;
}

}  // namespace

ExhibitPieces told_beside(const View& view, const Card& card, const CardText& text, std::optional<std::size_t> shown) {
  // The title is there if no part needs another piece for it.
  const LeastRoom plain = least_room(view, card, text, false), with_title = least_room(view, card, text, true);
  ExhibitPieces told{.words_mm = plain.words_mm, .titled = with_title.pieces <= plain.pieces, .pieces = {}};
  if (told.titled) told.words_mm = with_title.words_mm;
  const scene::Rect area = exhibit_areas(view, card, text, told.words_mm).words;
  told.pieces = piecewise(view, card, text, shown, area, told.titled).pieces;
  return told;
}

std::vector<scene::Item> told_piece(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                    std::optional<std::size_t> shown, const DetailPart& part, const scene::Rect& area) {
  const View own = in_language_of(text, view);
  Head head = piecewise(view, card, text, shown, area, part.titled).head;
  text::Layout body = lay_out_body(own, part.body, type_scale(own).body, area.w);
  scene::Column column(area);
  std::vector<scene::Item> foot;
  scene::Column with_foot = column;
  const scene::Rect row = with_foot.take_from_end(height_of_row(view));
  if (with_foot.room() >= head.height() + body.height_mm - 1e-6) {
    foot = foot_row(view, card, text, state, foot_of(view, card, text, state), row);
  }
  std::vector<scene::Item> items;
  column.skip(head.above_mm);
  add_text(items, own, column, std::move(head.words));
  column.skip(head.below_mm);
  add_text(items, own, column, {std::move(body), scene::TextRole::body, view.colors().ink});
  if (part.goes_on) items.emplace_back(continuation(own, std::get<scene::Text>(items.back())));
  append(items, std::move(foot));
  return items;
}

}  // namespace anteroom::screens

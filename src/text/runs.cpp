#include "text/runs.h"

#include <algorithm>
#include <string_view>

#include "language/characters.h"
#include "language/icu_text.h"
#include "text/itemise.h"

namespace anteroom::text {

namespace {

// The items that [start, end) touches, clipped to it.
std::vector<Item> cut(const std::vector<Item>& items, int32_t start, int32_t end) {
  std::vector<Item> parts;
  auto item = std::upper_bound(items.begin(), items.end(), start, [](int32_t at, const Item& i) { return at < i.end; });
  for (; item != items.end() && item->start < end; ++item) {
    Item part = *item;
    part.start = std::max(part.start, start);
    part.end = std::min(part.end, end);
    if (part.start < part.end) parts.push_back(part);
  }
  return parts;
}

// `parts` from left to right (rule L2 of UAX 9).
std::vector<Item> in_visual_order(const std::vector<Item>& parts) {
  std::vector<UBiDiLevel> levels;
  levels.reserve(parts.size());
  for (const Item& part : parts) levels.push_back(part.level);
  std::vector<int32_t> order(parts.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), order.data());
  std::vector<Item> visual;
  visual.reserve(parts.size());
  for (const int32_t index : order) visual.push_back(parts[static_cast<std::size_t>(index)]);
  return visual;
}

// Joins adjacent items that differ only in bidi level, such as a number in an isolate, so that they are kerned as one.
std::vector<Item> joined(const std::vector<Item>& visual) {
  std::vector<Item> result;
  for (const Item& part : visual) {
    if (!result.empty()) {
      Item& last = result.back();
      if (last.face == part.face && last.script == part.script && last.right_to_left() == part.right_to_left()) {
        if (!part.right_to_left() && last.end == part.start) {
          last.end = part.end;
          continue;
        }
        if (part.right_to_left() && part.end == last.start) {
          last.start = part.start;
          continue;
        }
      }
    }
    result.push_back(part);
  }
  return result;
}

}  // namespace

ParagraphRuns::ParagraphRuns(const icu::UnicodeString& text, const Style& style, Fonts& fonts)
    : text_(text), fonts_(fonts), items_(itemise(text, style, fonts)) {}

std::string ParagraphRuns::drawn_utf8(int32_t start, int32_t end) const {
  icu::UnicodeString drawn;
  for (int32_t i = start; i < end; i = text_.moveIndex32(i, 1)) {
    const UChar32 character = text_.char32At(i);
    if (!language::is_undrawn(character)) drawn.append(character);
  }
  return language::to_utf8(drawn, 0, drawn.length());
}

double ParagraphRuns::rough_advance(int32_t start, int32_t end) const {
  double advance = 0;
  for (const Item& part : cut(items_, start, end)) {
    const std::string utf8 = drawn_utf8(part.start, part.end);
    if (utf8.empty()) continue;
    advance += fonts_.advance(part.face, utf8, uscript_getShortName(part.script), part.right_to_left());
  }
  return advance;
}

std::vector<Piece> ParagraphRuns::pieces(int32_t start, int32_t end, bool hyphen) const {
  std::vector<Piece> pieces;
  for (const Item& part : joined(in_visual_order(cut(items_, start, end)))) {
    Piece piece{
        drawn_utf8(part.start, part.end), part.face, part.script, part.right_to_left(), 0, part.start, part.end};
    if (hyphen && part.end == end) piece.utf8 += '-';
    if (piece.utf8.empty()) continue;
    piece.advance_em = fonts_.advance(piece.face, piece.utf8, uscript_getShortName(piece.script), piece.right_to_left);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace anteroom::text

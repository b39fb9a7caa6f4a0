// A paragraph as stretches that can be shaped whole: one face, one script, one direction.
#pragma once

#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <string>
#include <vector>

#include "text/fonts.h"
#include "text/layout.h"

namespace anteroom::text {

// [start, end) of a paragraph, in UTF-16 units, of one bidi level, script and face.
struct Item {
  int32_t start = 0, end = 0;
  UBiDiLevel level = 0;
  UScriptCode script = USCRIPT_COMMON;
  FaceId face = 0;
  bool right_to_left() const { return (level & 1) != 0; }
};

// A stretch of a line as it will be drawn, its advance measured as a whole.
struct Piece {
  std::string utf8;
  FaceId face = 0;
  UScriptCode script = USCRIPT_COMMON;
  bool right_to_left = false;
  double advance_em = 0;
  int32_t start = 0, end = 0;  // the part of the paragraph that it draws, in UTF-16 units
};

class ParagraphRuns {
 public:
  // Requires: `text` and `fonts` outlive this object.
  ParagraphRuns(const icu::UnicodeString& text, const Style& style, Fonts& fonts);

  const icu::UnicodeString& text() const { return text_; }

  // The advance of [start, end), in em, item by item. There is no kerning across the ends of the stretch, so that sums
  // of these only approximate what `pieces` gives for the whole.
  double rough_advance(int32_t start, int32_t end) const;

  // [start, end) in visual order, left to right; `hyphen`: with one at the logical end.
  std::vector<Piece> pieces(int32_t start, int32_t end, bool hyphen) const;

 private:
  std::string drawn_utf8(int32_t start, int32_t end) const;

  const icu::UnicodeString& text_;
  Fonts& fonts_;
  std::vector<Item> items_;  // logical order, without gaps
};

}  // namespace anteroom::text

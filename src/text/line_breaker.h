// A paragraph -> lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/layout.h"
#include "text/runs.h"

namespace anteroom::text {

// [start, end) of a paragraph, in UTF-16 units, trailing white space included.
struct BrokenLine {
  int32_t start = 0, end = 0;
  std::vector<Piece> pieces;  // visual order, without hanging white space
  double width_em = 0;
  bool broken_word = false;  // see Line
};

// The lines of `paragraph`, chosen as `breaks` says, at least one: without gaps, each at most `available_em` wide
// unless it is one grapheme. A telephone number or a date is broken only if it is wider than that.
std::vector<BrokenLine> break_lines(const ParagraphRuns& paragraph, const std::string& language, double available_em,
                                    Breaks breaks);

}  // namespace anteroom::text

// A line of text as its reader meets it: what our layouts and Pango's are both told in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/layout.h"

namespace anteroom::oracle {

struct DrawnLine {
  std::string text;  // logical order, without the white space at its end
  std::string seen;  // its graphemes from left to right, brackets turned round where they are drawn so
  friend bool operator==(const DrawnLine&, const DrawnLine&) = default;
};

// What a reader sees of `utf8`, one stretch of one direction, from left to right: nothing of what is never drawn.
std::string seen_of(std::string_view utf8, bool right_to_left);

// The lines of `layout`.
std::vector<DrawnLine> drawn_lines(const text::Layout& layout);

}  // namespace anteroom::oracle

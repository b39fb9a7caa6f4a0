// A line of text as its reader sees it: the form in which our layouts and Pango's are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/layout.h"

namespace anteroom::oracle {

struct DrawnLine {
  std::string text;  // logical order, without the white space at its end
  std::string seen;  // its graphemes from left to right, brackets mirrored where they are drawn so
  friend bool operator==(const DrawnLine&, const DrawnLine&) = default;
};

// The visible graphemes of `utf8`, which has one direction, from left to right.
std::string seen_of(std::string_view utf8, bool right_to_left);

// The lines of `layout`.
std::vector<DrawnLine> drawn_lines(const text::Layout& layout);

}  // namespace anteroom::oracle

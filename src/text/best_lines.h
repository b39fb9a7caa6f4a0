// The best of all ways to break a paragraph into the least possible number of lines.
#pragma once

#include <string>
#include <vector>

#include "text/layout.h"
#include "text/line_breaker.h"
#include "text/measured_words.h"

namespace anteroom::text {

// The lines of `words`, the text of a paragraph in `language`, chosen as Breaks::pretty or Breaks::balanced says. Empty
// if a word is wider than a line, or if the choice takes too long: then any other way will do.
std::vector<BrokenLine> best_lines(const MeasuredWords& words, const std::string& language, Breaks breaks);

}  // namespace anteroom::text

// What the dark screen says in the languages that are not the large one: a line for each.
#pragma once

#include <string>
#include <vector>

#include "screens/closed_words.h"
#include "screens/view.h"
#include "text/layout.h"

namespace anteroom::screens {

// What one language says, on one line: "Closed", and when the clinic opens.
struct ClosedLine {
  std::string language = {};  // BCP 47
  text::Layout closed = {}, opening = {};

  double width() const { return closed.width_mm + opening.width_mm; }
  double baseline() const;  // below the line's top
  double height() const;
};

struct ClosedLines {
  std::vector<ClosedLine> lines = {};
  double widest = 0;  // of all lines, with the space in it
  double height = 0;  // of all lines
  double space = 0;   // between the two parts of a line
};

// The lines for `words`, in letters so many times as large as labels.
ClosedLines closed_lines(const View& view, const std::vector<ClosedWords>& words, double times);

// `view` in `language`.
View in_language(const View& view, const std::string& language);

}  // namespace anteroom::screens

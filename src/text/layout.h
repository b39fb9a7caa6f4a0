// Text in one language and style, broken into lines of runs: bidi, scripts and line breaks by ICU (UAX 9, 14, 24, 29).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace anteroom::text {

enum class Align { start, centre };

// Which of the possible line breaks are taken; none of the three takes more lines than another, but for glue.
// plain: as many words to a line as fit, at the breaks of UAX 14.
// pretty: no last line of one word, or else no very short one, if other breaks of as many lines avoid it; lines of the
// most equal length; a number with its unit and a Chinese word on one line if they fit there (language/line_glue.h).
// balanced: as pretty, in the narrowest width that this is possible in where there are at most three lines, and no
// first line of one short word if other breaks of as many lines avoid it. For titles.
enum class Breaks { plain, pretty, balanced };

struct Style {
  std::string language = "en";  // BCP 47
  Weight weight = Weight::regular;
  double size_mm = 10;   // em
  double leading = 1.4;  // baseline to baseline, times size_mm
  Align align = Align::start;
  double paragraph_gap = 0;  // between paragraphs, times size_mm
  Breaks breaks = Breaks::plain;
  friend bool operator==(const Style&, const Style&) = default;
};

// A stretch of text in one face, script and direction, drawn by one call.
struct Run {
  std::string utf8;  // logical order
  FaceId face = 0;
  std::string script;  // ISO 15924: "Latn", "Arab"
  bool right_to_left = false;
  double x_mm = 0;  // left edge, from the layout's left edge, alignment included
  double width_mm = 0;
  int start = 0, end = 0;  // the part of its paragraph that it draws, in UTF-16 units
  friend bool operator==(const Run&, const Run&) = default;
};

struct Line {
  std::vector<Run> runs;  // visual order, left to right
  std::string text;       // the whole line in logical order, without the white space at its end
  double x_mm = 0;        // left edge of the ink box, from the layout's left edge
  double width_mm = 0;
  double baseline_mm = 0;    // from the layout's top
  int paragraph = 0;         // index of its paragraph, from 0
  bool broken_word = false;  // ended inside a word, at a grapheme, because the word is wider than the layout
  friend bool operator==(const Line&, const Line&) = default;
};

struct Layout {
  std::string text;  // the text that was laid out
  Style style;
  std::vector<Line> lines;
  double available_mm = 0;  // the width that it was laid out for
  double width_mm = 0;      // of the widest line
  double height_mm =
      0;  // from the top of the first line's box to the bottom of the last: lines x leading x size, and the gaps
  double cap_height_mm = 0;    // of the first choice face
  bool right_to_left = false;  // the direction of the text's language

  // True if a word was wider than the layout and is cut at a line's end.
  bool has_broken_word() const;

  friend bool operator==(const Layout&, const Layout&) = default;
};

// `utf8` laid out at most `width_mm` wide. '\n' ends a paragraph; an empty text has no lines and no height. Lines are
// aligned to the start side of the text's language (left, or right for right-to-left languages), whatever the direction
// of the first letter. A telephone number keeps its order, and is on one line if it fits there. White space at the end
// of a line hangs and does not count. Ill-formed UTF-8 becomes U+FFFD. Control characters other than '\n' are dropped;
// a tab is a space. Requires: width_mm > 0, style.size_mm > 0.
Layout lay_out(std::string_view utf8, const Style& style, double width_mm, Fonts& fonts);

// The same in a layout that is hardly wider than its widest line, so that a box around it can be placed by what is
// seen. Never wider than `width_mm`.
Layout lay_out_tight(std::string_view utf8, const Style& style, double width_mm, Fonts& fonts);

// True if `language` (BCP 47) is written right to left.
bool is_right_to_left(std::string_view language);

}  // namespace anteroom::text

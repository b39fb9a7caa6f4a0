// A paragraph as the stretches between its possible line breaks, measured.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/layout.h"
#include "text/line_breaker.h"
#include "text/runs.h"

namespace anteroom::text {

// The text between two positions where a line may end.
struct Word {
  int32_t start = 0, end = 0;  // in UTF-16 units of the paragraph
  double seen_em = 0;          // without trailing white space, with the hyphen that a soft hyphen shows
  double whole_em = 0;         // with the white space, without that hyphen
};

// How far the sum of the words' advances may differ from the whole line's, because of kerning with the spaces.
inline constexpr double rough_em = 0.1;

class MeasuredWords {
 public:
  // The words of `paragraph` for lines of `available_em`; for other breaks than plain, those that line_glue keeps
  // together are one, as far as a line has room for them. Requires: `paragraph` outlives this object.
  MeasuredWords(const ParagraphRuns& paragraph, const std::string& language, double available_em, Breaks breaks);

  const icu::UnicodeString& text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  double available_em() const { return available_em_; }

  Word measured(int32_t start, int32_t end) const;
  BrokenLine line_from(int32_t start, int32_t end) const;

 private:
  void glue(const std::string& language);
  bool shows_hyphen(int32_t start, int32_t end) const;

  const ParagraphRuns& paragraph_;
  const icu::UnicodeString& text_;
  double available_em_;
  std::vector<Word> words_;
};

}  // namespace anteroom::text

#include "text/measured_words.h"

#include <algorithm>
#include <iterator>

#include "language/boundaries.h"
#include "language/characters.h"
#include "language/language_tag.h"
#include "language/line_glue.h"
#include "language/whole_numbers.h"

namespace anteroom::text {

namespace {

constexpr double rounding_em = 1e-9;

// French puts a space inside its guillemets, and authors often type an ordinary one; UAX 14 would break there.
bool inside_guillemets(const icu::UnicodeString& text, int32_t at) {
  constexpr char16_t opening = 0x00AB;
  constexpr char16_t closing = 0x00BB;
  if (at >= text.length() || !language::is_white(text.char32At(text.moveIndex32(at, -1)))) return false;
  const int32_t seen = language::trim_white(text, 0, at);
  return text.charAt(at) == closing || (seen > 0 && text.charAt(seen - 1) == opening);
}

std::vector<int32_t> break_places(const icu::UnicodeString& text, const std::string& language) {
  const bool french = language::base_language(language) == "fr";
  std::vector<int32_t> places;
  if (icu::BreakIterator* lines = language::boundaries(language::Boundary::line, language)) {
    lines->setText(text);
    lines->first();
    for (int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
      if (!french || !inside_guillemets(text, at)) places.push_back(at);
    }
  }
  if (places.empty() || places.back() != text.length()) places.push_back(text.length());
  return places;
}

// True if a line break at `place` would cut one of `numbers` in two.
bool cuts(const std::vector<language::WholeNumber>& numbers, int32_t place) {
  const auto behind =
      std::upper_bound(numbers.begin(), numbers.end(), place,
                       [](int32_t at, const language::WholeNumber& number) { return at <= number.start; });
  return behind != numbers.begin() && place < std::prev(behind)->end;
}

}  // namespace

MeasuredWords::MeasuredWords(const ParagraphRuns& paragraph, const std::string& language, double available_em,
                             Breaks breaks)
    : paragraph_(paragraph), text_(paragraph.text()), available_em_(available_em + rounding_em) {
  const std::vector<language::WholeNumber> numbers = language::whole_numbers(text_);
  std::vector<Word> parts;  // of a word that contains a number
  int32_t start = 0;
  for (const int32_t end : break_places(text_, language)) {
    const int32_t part_start = parts.empty() ? start : parts.back().end;
    if (cuts(numbers, end)) {
      parts.push_back(measured(part_start, end));
      continue;
    }
    Word word = measured(start, end);
    if (!parts.empty() && word.seen_em > available_em_) {  // no line has room for the whole number
      parts.push_back(measured(part_start, end));
      words_.insert(words_.end(), parts.begin(), parts.end());
    } else {
      words_.push_back(word);
    }
    parts.clear();
    start = end;
  }
  if (breaks != Breaks::plain) glue(language);
}

Word MeasuredWords::measured(int32_t start, int32_t end) const {
  Word word{start, end, 0, 0};
  const int32_t seen = language::trim_unseen(text_, start, end);
  word.seen_em = paragraph_.rough_advance(start, seen);
  word.whole_em = word.seen_em + paragraph_.rough_advance(seen, end);
  if (shows_hyphen(start, end)) word.seen_em = line_from(start, end).width_em;
  return word;
}

BrokenLine MeasuredWords::line_from(int32_t start, int32_t end) const {
  BrokenLine line{start, end, {}, 0, false};
  line.pieces = paragraph_.pieces(start, language::trim_unseen(text_, start, end), shows_hyphen(start, end));
  for (const Piece& piece : line.pieces) line.width_em += piece.advance_em;
  return line;
}

bool MeasuredWords::shows_hyphen(int32_t start, int32_t end) const {
  const int32_t seen = language::trim_white(text_, start, end);
  return end < text_.length() && seen > start && text_.charAt(seen - 1) == language::soft_hyphen;
}

// Joins words that line_glue keeps together, from the last to the first, so that where no line has room for all of
// "48 to 72 hours", the number stays with its unit.
void MeasuredWords::glue(const std::string& language) {
  const std::vector<bool> glued = language::line_glue(text_, language);
  if (glued.empty()) return;
  std::vector<Word> joined;  // the last one first
  for (auto word = words_.rbegin(); word != words_.rend(); ++word) {
    if (!joined.empty() && glued[static_cast<std::size_t>(word->end)]) {
      Word& next = joined.back();
      const double seen_em = word->whole_em + next.seen_em;
      if (seen_em <= available_em_) {
        next = {word->start, next.end, seen_em, word->whole_em + next.whole_em};
        continue;
      }
    }
    joined.push_back(*word);
  }
  words_.assign(joined.rbegin(), joined.rend());
}

}  // namespace anteroom::text

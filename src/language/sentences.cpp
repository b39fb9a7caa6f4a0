#include "language/sentences.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "language/boundaries.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "language/language_tag.h"
#include "language/paragraphs.h"
#include "language/words.h"

namespace anteroom::language {

namespace {

constexpr char16_t bullet = 0x2022;

// [start, end) of a paragraph, in UTF-16 units.
struct Range {
  std::int32_t start = 0, end = 0;
};

// True if the guillemet at `at` of `text` closes a quotation, as in French after a space. In German and Danish the same
// character opens one: then a letter follows.
bool closes_after_space(const icu::UnicodeString& text, std::int32_t at) {
  const char16_t c = text.charAt(at);
  if ((c != 0x00BB && c != 0x203A) || at == 0 || !is_white(text.charAt(at - 1))) return false;
  if (at + 1 == text.length()) return true;
  const UChar32 next = text.char32At(at + 1);
  constexpr auto opening = U_GC_PS_MASK | U_GC_PI_MASK;
  return u_isalnum(next) == 0 && (U_GET_GC_MASK(next) & opening) == 0;
}

// `text`, at the same length, with the spaces before a closing guillemet replaced by that guillemet: ICU would end a
// sentence at the space in "« Vraiment? »", where a reader does not.
icu::UnicodeString without_space_before_closing(const icu::UnicodeString& text) {
  icu::UnicodeString filled = text;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    if (!closes_after_space(text, at)) continue;
    for (std::int32_t i = at - 1; i >= 0 && is_white(text.charAt(i)); --i) {
      filled.setCharAt(i, text.charAt(at));
    }
  }
  return filled;
}

// True if [start, end) of `text` ends with `word` as a whole word.
bool ends_with_word(const icu::UnicodeString& text, Range range, const icu::UnicodeString& word) {
  const std::int32_t at = range.end - word.length();
  if (at < range.start || text.compare(at, word.length(), word) != 0) return false;
  if (at == range.start) return true;
  const UChar32 before = text.char32At(text.moveIndex32(at, -1));
  return u_isalnum(before) == 0 && before != u'.';  // the M. of "5 P.M." is not a title
}

// `range` of `text` without a final initial ("A."); `range` itself if there is none.
Range without_initial(const icu::UnicodeString& text, Range range) {
  const std::int32_t letter = range.end - 2;
  if (letter < range.start || text.charAt(range.end - 1) != u'.' || u_isupper(text.charAt(letter)) == 0) return range;
  if (letter > range.start) {
    const UChar32 before = text.char32At(text.moveIndex32(letter, -1));
    if (u_isalnum(before) != 0 || before == u'.') return range;  // the last letter of a word or of "U.S."
  }
  return {range.start, trim_unseen(text, range.start, letter)};
}

bool ends_with_title(const icu::UnicodeString& text, Range range, bool before_initial) {
  static const std::array<icu::UnicodeString, 13> titles{u"Dr.",  u"Dre.",    u"Dra.",         u"Mr.", u"Mrs.",
                                                         u"Ms.",  u"Prof.",   u"St.",          u"M.",  u"Sr.",
                                                         u"Sra.", u"\u062F.", u"\u0A21\u0A3E."};
  static const std::array<icu::UnicodeString, 2> without_stop{u"Dr", u"Dre"};  // as in French and British English
  const auto is_end = [&](const icu::UnicodeString& title) { return ends_with_word(text, range, title); };
  return std::any_of(titles.begin(), titles.end(), is_end) ||
         (before_initial && std::any_of(without_stop.begin(), without_stop.end(), is_end));
}

// True where ICU ends a sentence but a reader does not. After the full stop of a title ("Dr.") or of initials ("A. B.")
// a name follows, so its capital proves nothing; and marks without a word are not a sentence.
bool goes_on(const icu::UnicodeString& text, Range sentence) {
  Range rest{sentence.start, trim_unseen(text, sentence.start, sentence.end)};
  for (bool before_initial = false;; before_initial = true) {
    if (!has_word(text, rest.start, rest.end) || ends_with_title(text, rest, before_initial)) return true;
    const Range shorter = without_initial(text, rest);
    if (shorter.end == rest.end) return false;
    rest = shorter;
  }
}

// `end` of a sentence, moved before any isolates that open there: ICU counts them with the space before them.
std::int32_t before_isolates(const icu::UnicodeString& text, std::int32_t end) {
  while (end > 0 && end < text.length() && text.charAt(end - 1) >= 0x2066 && text.charAt(end - 1) <= 0x2068) --end;
  return end;
}

// The sentences of the paragraph `text`; together they cover it without a gap.
std::vector<Range> ranges_of(const icu::UnicodeString& text, std::string_view language) {
  std::vector<Range> ranges;
  const icu::UnicodeString filled = without_space_before_closing(text);
  Range next;
  if (icu::BreakIterator* ends = boundaries(Boundary::sentence, language)) {
    ends->setText(filled);
    ends->first();
    for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; end = ends->next()) {
      next.end = before_isolates(text, end);
      if (next.end < text.length() && goes_on(text, next)) continue;
      ranges.push_back(next);
      next.start = next.end;
    }
  }
  if (next.start < text.length()) ranges.push_back({next.start, text.length()});
  if (ranges.size() > 1 && !has_word(text, ranges.back().start, ranges.back().end)) {
    ranges.pop_back();
    ranges.back().end = text.length();
  }
  return ranges;
}

// `range` without white space around it.
Range trimmed(const icu::UnicodeString& text, Range range) {
  while (range.start < range.end && is_white(text.charAt(range.start))) ++range.start;
  return {range.start, trim_white(text, range.start, range.end)};
}

Range without_bullet(const icu::UnicodeString& text, Range range) {
  if (range.start == range.end || text.charAt(range.start) != bullet) return range;
  return trimmed(text, {range.start + 1, range.end});
}

}  // namespace

std::vector<Sentence> placed_sentences(std::string_view utf8, std::string_view language) {
  std::vector<Sentence> found;
  int paragraph = 0;
  for (const icu::UnicodeString& text : paragraphs_of(utf8)) {
    for (const Range& range : ranges_of(text, language)) {
      const Range seen = without_bullet(text, trimmed(text, range));
      if (!has_word(text, seen.start, seen.end)) continue;
      found.push_back({to_utf8(text, seen.start, seen.end), paragraph, seen.start, seen.end});
    }
    ++paragraph;
  }
  return found;
}

std::vector<std::string> sentences(std::string_view utf8, std::string_view language) {
  std::vector<std::string> texts;
  for (const Sentence& sentence : placed_sentences(utf8, language)) {
    texts.push_back(to_utf8(without_isolates(icu_text(sentence.text))));
  }
  return texts;
}

int longest_sentence(std::string_view utf8, std::string_view language) {
  int longest = 0;
  for (const Sentence& sentence : placed_sentences(utf8, language)) {
    longest = std::max(longest, word_count(sentence.text, language));
  }
  return longest;
}

std::vector<std::string> cut_at_sentences(std::string_view utf8, std::string_view language) {
  std::vector<std::string> pieces;
  for (const icu::UnicodeString& text : paragraphs_of(utf8)) {
    for (const Range& range : ranges_of(text, language)) {
      const Range seen = trimmed(text, range);
      if (seen.start < seen.end) pieces.push_back(to_utf8(text, seen.start, seen.end));
    }
  }
  return pieces;
}

const char* between_sentences(std::string_view language) {
  return counts_characters(language) ? "" : " ";
}

}  // namespace anteroom::language

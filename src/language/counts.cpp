#include "language/counts.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <optional>
#include <string>

#include "language/boundaries.h"
#include "language/icu_text.h"

namespace anteroom::language {

namespace {

int count_words(icu::BreakIterator& words, const icu::UnicodeString& text) {
  words.setText(text);
  int count = 0;
  std::int32_t joined_at = -1;  // where a word would go on the one before it
  std::int32_t begin = words.first();
  for (std::int32_t end = words.next(); end != icu::BreakIterator::DONE; begin = end, end = words.next()) {
    if (words.getRuleStatus() >= UBRK_WORD_NUMBER) {
      if (begin != joined_at) ++count;
      const bool joiner_follows = end < text.length() && joins_words(text.charAt(end));
      joined_at = joiner_follows ? end + 1 : -1;
    } else if (end != joined_at) {
      joined_at = -1;
    }
  }
  return count;
}

enum class Kind { letter, digit, other, unsure };

// `unsure`: a character that joins or extends words in ways that only ICU's rules know.
Kind kind_of(char16_t c) {
  if (c >= u'0' && c <= u'9') return Kind::digit;
  if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')) return Kind::letter;
  if (c < 0x80) return c == u'_' ? Kind::unsure : Kind::other;
  if (c < 0x250 && c != 0xAD) return u_isalpha(c) != 0 ? Kind::letter : Kind::other;
  return c >= 0x2010 && c <= 0x2026 && c != 0x2024 ? Kind::other : Kind::unsure;
}

// True when `between`, alone between two words, makes them one. Nothing when versions of ICU differ.
std::optional<bool> joins(Kind before, char16_t between, Kind after) {
  if (joins_words(between)) return true;
  if (between == u':' || between == u'\u00B7') return std::nullopt;
  if (between == u'.' || between == u'\u2018') return before == after;
  return (between == u',' || between == u';') && before == Kind::digit && after == Kind::digit;
}

// The same as count_words for nearly all Latin text, in a fraction of the time: a pack has ten thousand cards. Nothing
// where the rules are not so plain.
std::optional<int> count_plain_words(const icu::UnicodeString& text) {
  int count = 0;
  int gap = 2;  // characters since the last word
  char16_t between = 0;
  Kind before = Kind::other;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text.charAt(i);
    if (c == 0x2068 || c == 0x2069) {  // the isolates round a variable's value
      if (gap == 1 && u_isUWhiteSpace(between) == 0) return std::nullopt;
      continue;
    }
    const Kind kind = kind_of(c);
    if (kind == Kind::unsure) return std::nullopt;
    if (kind == Kind::other) {
      between = c;
      ++gap;
      continue;
    }
    const std::optional<bool> goes_on = gap == 1 ? joins(before, between, kind) : gap == 0;
    if (!goes_on) return std::nullopt;
    if (!*goes_on) ++count;
    before = kind;
    gap = 0;
  }
  return count;
}

bool is_simple(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text.charAt(i);
    // Below U+0300 nothing combines; Latin punctuation above it neither, but for the invisible ones.
    if (c >= 0x300 && !(c >= 0x2010 && c <= 0x2027) && c != 0x2068 && c != 0x2069 && c != 0x202F) return false;
  }
  return true;
}

bool is_invisible(UChar32 c) {
  return u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR;
}

// Counts characters one by one, white space in a row once.
class CharacterCount {
 public:
  void add(UChar32 first_of_cluster) {
    const bool is_ascii_mark = first_of_cluster > 0x20 && first_of_cluster < 0x7F;  // nearly all, and quickly told
    const bool space = !is_ascii_mark && u_isUWhiteSpace(first_of_cluster) != 0;
    if (!is_ascii_mark && !space && is_invisible(first_of_cluster)) return;
    if (!space || !after_space_) ++count_;
    after_space_ = space;
  }
  int count() const { return count_; }

 private:
  int count_ = 0;
  bool after_space_ = false;
};

int count_characters(icu::BreakIterator& graphemes, const icu::UnicodeString& text) {
  CharacterCount characters;
  if (is_simple(text)) {
    for (std::int32_t i = 0; i < text.length(); ++i) characters.add(text.charAt(i));
    return characters.count();
  }
  graphemes.setText(text);
  std::int32_t begin = graphemes.first();
  for (std::int32_t end = graphemes.next(); end != icu::BreakIterator::DONE; begin = end, end = graphemes.next()) {
    characters.add(text.char32At(begin));
  }
  return characters.count();
}

}  // namespace

Counts counts(std::string_view utf8, std::string_view language) {
  const icu::UnicodeString text = icu_text(utf8);
  Boundaries& boundaries = boundaries_for(language);
  if (!boundaries.words || !boundaries.graphemes) return {};
  const std::optional<int> plain = count_plain_words(text);
  return {plain ? *plain : count_words(*boundaries.words, text), count_characters(*boundaries.graphemes, text)};
}

}  // namespace anteroom::language

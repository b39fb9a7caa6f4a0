#include "language/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <optional>

#include "language/boundaries.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "language/language_tag.h"

namespace anteroom::language {

namespace {

bool is_invisible(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 || u_charType(c) == U_CONTROL_CHAR;
}

bool is_joiner(char16_t c) {
  return c == u'-' || c == u'\'' || c == u'\u2019' || c == u'\u2010' || c == u'\u2011';
}

// True if [start, end) of `text` is one hyphen or apostrophe, ignoring invisible characters.
bool joins_words(const icu::UnicodeString& text, std::int32_t start, std::int32_t end) {
  int joiners = 0;
  for (std::int32_t i = start; i < end; ++i) {
    if (is_joiner(text.charAt(i))) {
      ++joiners;
    } else if (!is_invisible(text.charAt(i))) {
      return false;
    }
  }
  return joiners == 1;
}

// Calls `take(start, end)` with each word of `text`, which has no isolates.
template <typename Take>
void for_each_word(const icu::UnicodeString& text, std::string_view language, Take take) {
  icu::BreakIterator* ends = boundaries(Boundary::word, language);
  if (ends == nullptr) return;
  ends->setText(text);
  std::int32_t word_start = 0;
  std::int32_t word_end = -1;   // of the word so far; -1: there is none
  std::int32_t joint_end = -1;  // of the hyphen or apostrophe directly after it; -1: there is none
  std::int32_t start = ends->first();
  for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; start = end, end = ends->next()) {
    if (ends->getRuleStatus() < UBRK_WORD_NONE_LIMIT) {
      joint_end = start == word_end && joins_words(text, start, end) ? end : -1;
      continue;
    }
    if (start != joint_end) {
      if (word_end >= 0) take(word_start, word_end);
      word_start = start;
    }
    word_end = end;
    joint_end = -1;
  }
  if (word_end >= 0) take(word_start, word_end);
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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

// True if `between`, alone between two words, joins them. Nothing where versions of ICU differ.
std::optional<bool> joins(Kind before, char16_t between, Kind after) {
  if (is_joiner(between)) return true;
  if (between == u':' || between == u'\u00B7') return std::nullopt;
  if (between == u'.' || between == u'\u2018') return before == after;
  return (between == u',' || between == u';') && before == Kind::digit && after == Kind::digit;
}

struct Class {
  Kind kind = Kind::unsure;
  bool is_white = false;
  bool is_unseen = false;  // and not white
};

Class class_of(char16_t c) {
  // A pack may have ten thousand cards, and asking ICU takes longer than all the rest.
  static const auto latin = [] {
    std::array<Class, 0x250> classes{};
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const auto each = static_cast<char16_t>(i);
      classes.at(i) = {kind_of(each), is_white(each), is_invisible(each) && !is_white(each)};
    }
    return classes;
  }();
  if (c < latin.size()) return latin[c];
  return {kind_of(c), is_white(c), is_invisible(c) && !is_white(c)};
}

// The words that for_each_word finds and the characters that characters_in counts, in a fraction of the time, for
// nearly all Latin text. Nothing where the rules are not that simple.
std::optional<Counts> count_plain(std::string_view utf8) {
  Counts counts;
  bool after_white = false;
  int gap = 2;  // characters since the last word
  char16_t between = 0;
  Kind before = Kind::other;
  for (std::size_t at = 0; at < utf8.size();) {
    if (gap == 0 && is_ascii_letter(utf8[at])) {  // inside a word, like most characters
      ++counts.characters;
      before = Kind::letter;
      ++at;
      continue;
    }
    UChar32 code_point = 0;
    U8_NEXT(utf8.data(), at, utf8.size(), code_point);
    if (code_point >= 0x2066 && code_point <= 0x2069) continue;  // the isolates round a variable's value
    if (code_point < 0 || code_point > 0xFFFF) return std::nullopt;
    const auto c = static_cast<char16_t>(code_point);
    const Class found = class_of(c);
    if (found.kind == Kind::unsure) return std::nullopt;
    if (found.is_white) {
      after_white = true;
    } else if (!found.is_unseen) {
      counts.characters += after_white && counts.characters > 0 ? 2 : 1;
      after_white = false;
    }
    if (found.kind == Kind::other) {
      between = c;
      ++gap;
      continue;
    }
    const std::optional<bool> goes_on = gap == 1 ? joins(before, between, found.kind) : gap == 0;
    if (!goes_on) return std::nullopt;
    if (!*goes_on) ++counts.words;
    before = found.kind;
    gap = 0;
  }
  return counts;
}

int words_in(const icu::UnicodeString& text, std::string_view language) {
  int count = 0;
  for_each_word(without_isolates(text), language, [&count](std::int32_t, std::int32_t) { ++count; });
  return count;
}

// True if each UTF-16 unit of `text` is a character of its own.
bool is_simple(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text.charAt(i);
    // Nothing combines below U+0300, nor in the Latin punctuation above it, except for its invisible characters.
    if (c >= 0x300 && !(c >= 0x2010 && c <= 0x2027) && !(c >= 0x2066 && c <= 0x2069) && c != 0x202F) return false;
  }
  return true;
}

class CharacterCount {
 public:
  // Adds the character [start, end) of `text`.
  void add(const icu::UnicodeString& text, std::int32_t start, std::int32_t end) {
    const char16_t unit = text.charAt(start);
    const bool is_ascii_mark = unit > 0x20 && unit < 0x7F;  // nearly all of them, and a quick test
    if (!is_ascii_mark && is_unseen(text, start, end)) return;
    if (!is_ascii_mark && is_white(text.char32At(start))) {
      after_white_ = true;
      return;
    }
    // White space counts once the next character shows that it is inside the text.
    count_ += after_white_ && count_ > 0 ? 2 : 1;
    after_white_ = false;
  }
  int count() const { return count_; }

 private:
  static bool is_unseen(const icu::UnicodeString& text, std::int32_t start, std::int32_t end) {
    for (std::int32_t i = start; i < end; i = text.moveIndex32(i, 1)) {
      const UChar32 c = text.char32At(i);
      if (!is_invisible(c) || is_white(c)) return false;
    }
    return true;
  }

  int count_ = 0;
  bool after_white_ = false;
};

int characters_in(const icu::UnicodeString& text, std::string_view language) {
  CharacterCount characters;
  icu::BreakIterator* ends = is_simple(text) ? nullptr : boundaries(Boundary::grapheme, language);
  if (ends == nullptr) {
    for (std::int32_t i = 0; i < text.length(); ++i) characters.add(text, i, i + 1);
    return characters.count();
  }
  ends->setText(text);
  std::int32_t start = ends->first();
  for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; start = end, end = ends->next()) {
    characters.add(text, start, end);
  }
  return characters.count();
}

}  // namespace

std::vector<std::string> words(std::string_view utf8, std::string_view language) {
  std::vector<std::string> found;
  const icu::UnicodeString text = without_isolates(icu_text(utf8));
  for_each_word(text, language,
                [&](std::int32_t start, std::int32_t end) { found.push_back(to_utf8(text, start, end)); });
  return found;
}

int word_count(std::string_view utf8, std::string_view language) {
  if (const std::optional<Counts> plain = count_plain(utf8)) return plain->words;
  return words_in(icu_text(utf8), language);
}

int character_count(std::string_view utf8, std::string_view language) {
  return characters_in(icu_text(utf8), language);
}

Counts counts(std::string_view utf8, std::string_view language) {
  if (const std::optional<Counts> plain = count_plain(utf8)) return *plain;
  const icu::UnicodeString text = icu_text(utf8);
  return {words_in(text, language), characters_in(text, language)};
}

std::vector<bool> word_starts(const icu::UnicodeString& text, std::string_view language) {
  std::vector<bool> starts(static_cast<std::size_t>(text.length()), false);
  if (writes_without_blanks(language)) {
    for_each_word(text, language,
                  [&](std::int32_t start, std::int32_t) { starts[static_cast<std::size_t>(start)] = true; });
    return starts;
  }
  bool told = false;  // the stretch that `i` is in has shown a letter or a digit
  std::int32_t stretch = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    if (is_white(character)) {
      told = false;
      stretch = i + 1;
    } else if (!told && u_isalnum(character) != 0) {
      told = true;
      starts[static_cast<std::size_t>(stretch)] = true;
    }
  }
  return starts;
}

bool is_name_or_number(std::string_view utf8) {
  int capitals = 0, numbers = 0, others = 0;
  for (const std::string& word : words(utf8, "en")) {
    std::int32_t i = 0;
    UChar32 first = 0;
    U8_NEXT_OR_FFFD(word.data(), i, static_cast<std::int32_t>(word.size()), first);
    if (u_isdigit(first) != 0) {
      ++numbers;
    } else {
      ++(u_isupper(first) != 0 ? capitals : others);
    }
  }
  return others == 0 && (capitals > 1 || (capitals == 0 && numbers > 0));
}

bool has_word(std::string_view utf8) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(utf8.data(), at, size, character);
    if (character >= 0 && u_isalnum(character) != 0) return true;
  }
  return false;
}

bool has_word(const icu::UnicodeString& text, std::int32_t start, std::int32_t end) {
  for (std::int32_t i = start; i < end; i = text.moveIndex32(i, 1)) {
    if (u_isalnum(text.char32At(i)) != 0) return true;
  }
  return false;
}

}  // namespace anteroom::language

// The words and characters of a text, cut and counted as its readers would, at ICU's boundaries.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// The words of `utf8` in `language` (BCP 47), in order: ICU word segments with letters, digits or ideographs. Parts
// joined by an apostrophe or a hyphen ("l'effet", "follow-up") are one word; so is a number with its decimal mark. The
// isolates round a variable's value are left out and separate no words.
std::vector<std::string> words(std::string_view utf8, std::string_view language);

// The number of those words.
int word_count(std::string_view utf8, std::string_view language);

// The number of characters that a reader sees: grapheme clusters; white space between them counts once, controls and
// other invisible characters (bidi isolates, joiners) not at all.
int character_count(std::string_view utf8, std::string_view language);

// Both numbers at once.
struct Counts {
  int words = 0;
  int characters = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};
Counts counts(std::string_view utf8, std::string_view language);

// For each position in `text`, in UTF-16 units: true if a reader sees a word begin there. In most languages these are
// the stretches between white space, a no-break space included, that have a letter or a digit; in languages written
// without blanks, ICU's words.
std::vector<bool> word_starts(const icu::UnicodeString& text, std::string_view language);

// True if all words of `utf8` are numbers, or begin with a capital letter and are two at least, as names are: "Dr. A.
// Person", "12:30". False for scripts without capital letters, unless all are numbers.
bool is_name_or_number(std::string_view utf8);

// True if `utf8`, or [start, end) of `text` in UTF-16 units, has a letter or a digit: dots, spaces and invisible
// characters alone say nothing to a reader.
bool has_word(std::string_view utf8);
bool has_word(const icu::UnicodeString& text, std::int32_t start, std::int32_t end);

}  // namespace anteroom::language

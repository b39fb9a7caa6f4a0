// Finds phrases in texts as a reader would: whole words, ignoring case (also that of the Turkish I) and full-width
// forms, any white space equal to any other, accented letters equal whether composed or decomposed. In English, French,
// Spanish, Portuguese, Italian, Catalan and Galician accents make no difference, in Arabic neither do vowels and
// hamzas, and a word is found behind "and", "with", "for", "the" and the like, which are written as one with it. Other
// forms of a word and parts of a compound are not found. In languages written without spaces between words (Chinese,
// Japanese, Thai …) a phrase is found wherever its characters occur.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anteroom::language {

// A text made ready for many searches.
class Phrases {
 public:
  // `language`: of the text, BCP 47.
  Phrases(std::string_view utf8, std::string_view language);

  // True if the text contains `phrase`.
  bool contain(std::string_view phrase) const;

  // The number of characters before `phrase` in the text; nothing if the text does not contain it.
  std::optional<std::size_t> characters_before(std::string_view phrase) const;

  struct Found {
    std::optional<std::size_t> characters_before;  // as above, of the first occurrence outside all that are allowed
    std::set<std::size_t> allowing = {};           // the indices of those that have an occurrence inside them
  };
  // Where the text contains `phrase` other than as a part of one of `allowed`.
  Found find_outside(std::string_view phrase, const std::vector<std::string>& allowed) const;

  // That occurrence of `phrase` as the text writes it, with the words before and after it up to the nearest that says
  // something by itself, as "the best way" for "best" or "Praxis ist die beste" for "beste". Empty if no such word
  // stands in that part of the sentence, up to the next marks, or if there is no such occurrence.
  std::string with_context(std::string_view phrase, const std::vector<std::string>& allowed) const;

  // True if the text contains `phrase` and, beside it, a word that says something by itself.
  bool have_context(std::string_view phrase) const;

  // The first "1 in 20" in the text, with its case and spaces folded, in any script's digits; or nothing. `pattern`:
  // {n} is the number 1 and {m} the other, as in "{n} in {m}" or "{m}分之{n}"; without them it is the word between the
  // two: "in". Spaces in the pattern are required, others are optional. Numbers written as words are not found, nor "1
  // in 100" and "1 in 1,000". An empty pattern finds nothing.
  std::optional<std::string> one_in(std::string_view pattern) const;

 private:
  struct Place {
    std::size_t begin, end;  // in folded_
  };
  std::optional<Place> place_outside(std::string_view phrase, const std::vector<std::string>& allowed,
                                     std::set<std::size_t>* allowing) const;

  std::pair<std::int32_t, std::int32_t> units_of(const Place& place, const icu::UnicodeString& text) const;

  bool begins_word(std::size_t at) const;
  bool ends_word(std::size_t at) const;

  // The first occurrence of the folded phrase `wanted` at or after `from`.
  std::optional<std::size_t> find(std::u16string_view wanted, std::size_t from) const;
  bool is_within(const std::u16string& around, std::size_t begin, std::size_t end) const;

  std::string text_, language_;
  std::u16string folded_;
  std::vector<std::size_t> before_;  // per unit of folded_, the number of characters before it in the text
  bool whole_words_;
  bool without_accents_;
};

// The words of `text` that look like names: four characters or more, the first one not in lower case. Split at white
// space, commas, semicolons and slashes.
std::vector<std::string> names_in(std::string_view text);

}  // namespace anteroom::language

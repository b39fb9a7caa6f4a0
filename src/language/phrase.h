// Finds phrases in texts as a reader would: whole words, ignoring case, any white space equal to any other, accented
// letters equal whether composed or decomposed.
// In languages written without spaces between words (Chinese, Japanese, Thai …) a phrase is found wherever its
// characters occur.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

// A text made ready for many searches.
class Phrases {
 public:
  // `language`: of the text, BCP 47.
  Phrases(std::string_view utf8, std::string_view language);

  // True if the text contains `phrase`.
  bool contain(std::string_view phrase) const;

  // The number of characters before `phrase` in the text; nothing if the text does not contain it, or if the number is
  // unknown because the text is not in composed form (NFC).
  std::optional<std::size_t> characters_before(std::string_view phrase) const;

  // The first "1 in 20" in the text, with its case and spaces folded, in any script's digits; or nothing. `pattern`:
  // {n} is the number 1 and {m} the other, as in "{n} in {m}" or "{m}分之{n}"; without them it is the word between the
  // two: "in". Spaces in the pattern are required, others are optional. Numbers written as words are not found. An
  // empty pattern finds nothing.
  std::optional<std::string> one_in(std::string_view pattern) const;

 private:
  bool begins_word(std::size_t at) const;
  bool ends_word(std::size_t at) const;

  std::optional<std::size_t> find(std::string_view phrase) const;

  std::u16string folded_;
  std::vector<std::size_t> before_;  // per unit of folded_, the number of characters before it in the text; or empty
  bool whole_words_;
};

// The words of `text` that look like names: four characters or more, the first one not in lower case. Split at white
// space, commas, semicolons and slashes.
std::vector<std::string> names_in(std::string_view text);

}  // namespace anteroom::language

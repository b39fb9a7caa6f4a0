// Finds phrases in texts as a reader would: whole words, upper case the same as lower, any blank the same as any other,
// an accent the same whether it is encoded with its letter or behind it.
// Where words stand without blanks (Chinese, Japanese, Thai …) a phrase is found wherever its characters stand.
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

  // True when `phrase` stands in the text.
  bool contain(std::string_view phrase) const;

  // How many characters of the text stand before `phrase`; nothing when it does not stand there, or that cannot be told
  // because the text is not in composed form (NFC).
  std::optional<std::size_t> characters_before(std::string_view phrase) const;

  // The first "1 in 20" of the text as it stands there, in any script's digits, or nothing. `pattern`: the number 1 is
  // {n}, the other {m}, as in "{n} in {m}" or "{m}分之{n}"; without them it is the word between: "in". A blank of the
  // pattern must be there, others may. Numbers in letters are not found. Empty: nothing.
  std::optional<std::string> one_in(std::string_view pattern) const;

 private:
  bool begins_word(std::size_t at) const;
  bool ends_word(std::size_t at) const;

  std::optional<std::size_t> find(std::string_view phrase) const;

  std::u16string folded_;
  std::vector<std::size_t> before_;  // of each unit of folded_, the characters of the text before it; or empty
  bool whole_words_;
};

// The words of `text` that are names: four letters or more, the first one not in lower case. Cut at blanks and commas.
std::vector<std::string> names_in(std::string_view text);

}  // namespace anteroom::language

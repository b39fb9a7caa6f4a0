// Finds phrases in texts as a reader would: whole words, upper case the same as lower, any blank the same as any other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::content {

// A text made ready for many searches.
class Phrases {
 public:
  explicit Phrases(std::string_view utf8);

  // True when `phrase` stands in the text as whole words.
  bool contain(std::string_view phrase) const;

  // The first "1 in 20" of the text, with `word` for "in", or nothing.
  std::optional<std::string> one_in(std::string_view word) const;

 private:
  std::u16string folded_;
};

// The words of `text` that are names: four letters or more, the first one not in lower case. Cut at blanks and commas.
std::vector<std::string> names_in(std::string_view text);

}  // namespace anteroom::content

// What differs between two versions of a text, in words, as a reader would mark it with a pencil.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::language {

enum class Change { none, removed, added };

struct ChangedText {
  Change change = Change::none;
  std::string text;
  friend bool operator==(const ChangedText&, const ChangedText&) = default;
};

// The stretches of both texts in the order of reading: white space aside, they are `before` without those that were
// added, and `after` without those that were removed. Of words at one place the removed ones come first. As few words
// as possible differ, unless a text has more than `max_compared_words` words; then all of them do.
inline constexpr std::size_t max_compared_words = 2'000;
std::vector<ChangedText> word_changes(std::string_view before, std::string_view after, std::string_view language);

}  // namespace anteroom::language

// A fingerprint of a card's text in one language, by which a translation remembers the text that it was made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/toml_value.h"

namespace anteroom::review {

// The key of [text.fr] that holds text_hash() of the text that it translates.
inline constexpr const char* translates_key = "translates";

// The keys that lead to a text, and the places in lists, from 0: {"pages", "0", "title"}.
using TextPath = std::vector<std::string>;

// One text of a card in one language.
struct OneText {
  TextPath path;
  source::Position at;
  std::string words;  // each run of white space as one space, accents composed
};

// `text` with each run of white space as one space, none at its ends, its accents composed.
std::string normalised(std::string_view text);

// The texts in `text` ([text.en]), sorted by their keys, lists in their order.
std::vector<OneText> texts_in(const source::TomlTable& text);

// 12 hexadecimal digits that change with any word of `text` ([text.en]) but not with its order, its line breaks, its
// comments or the encoding of its accents. The values of variables do not count: they are the clinic's.
std::string text_hash(const source::TomlTable& text);

// The number of digits of hash_of_one(): few, since a mark has one for each text of a card. One of 20 other texts has
// the same in 1 of 200 cases; then a change of it is not named.
inline constexpr unsigned one_text_digits = 3;

// Hexadecimal digits that change with the words of `text` and with its path.
std::string hash_of_one(const OneText& text);

}  // namespace anteroom::review

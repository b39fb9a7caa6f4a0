// A fingerprint of a card's text in one language, by which a translation remembers the text that it was made from.
#pragma once

#include <string>

#include "source/toml_value.h"

namespace anteroom::content {

// The key of [text.fr] that holds text_hash() of the text that it translates.
inline constexpr const char* translates_key = "translates";

// 12 hexadecimal digits that change with any word of `text` ([text.en]) but not with its order, its line breaks, its
// comments or the encoding of its accents. The values of variables do not count: they are the clinic's.
std::string text_hash(const source::TomlTable& text);

}  // namespace anteroom::content

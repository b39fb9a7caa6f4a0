// A card's text as comments for a translator: the source words in the place where their translation belongs.
#pragma once

#include <string>

#include "source/toml_value.h"

namespace anteroom::content {

// The table [text.<language>] with the words of `text` ([text.en]), every line a comment, so that the file means the
// same until somebody takes the "# " away. Its `translates` is that of `text`. Lines end in '\n', the last one, too.
std::string text_skeleton(const source::TomlTable& text, const std::string& language);

// `text` in quotes, as TOML: three of them if it has more than one line.
std::string quoted_toml_text(const std::string& text);

}  // namespace anteroom::content

// What a translation remembers of the text that it was made from: `translates = "HASH+OWN+PARTS"` in [text.fr].
#pragma once

#include <string>
#include <vector>

#include "source/toml_value.h"

namespace anteroom::content {

struct TranslationMark {
  std::string source;              // text_hash() of the text in the first language
  std::string own = {};            // that of the translation itself; empty: not known
  std::vector<std::string> parts;  // hash_of_one() of each text in the first language; empty: not known
};

// The mark of a translation whose own hash is `own`, made from `first` ([text.en]) as it is now.
TranslationMark mark_of(const source::TomlTable& first, std::string own = {});

// As it is written, and as it is read. A mark of an earlier version of the program has only the first hash or two.
std::string to_text(const TranslationMark& mark);
TranslationMark parse_mark(const std::string& text);

// The mark in `text` ([text.fr]), all empty if it has none.
TranslationMark mark_in(const source::TomlTable& text);

// What differs between `first` as it is now and as it was when `marks` were made, in words, such as "`title` (line 9)"
// or "the text of page 2 (line 31)", in the order of the file; empty if no mark tells.
std::vector<std::string> changes_since(const std::vector<TranslationMark>& marks, const source::TomlTable& first);

}  // namespace anteroom::content

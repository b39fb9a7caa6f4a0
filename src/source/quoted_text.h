// Texts in quotes, as far as needed to see where an author would say that one goes wrong.
#pragma once

#include <optional>

#include "source/toml_cursor.h"

namespace anteroom::source {

// Moves `cursor` past the text in one or three quotes that it is at. Returns what is wrong with the text, or with
// what follows it on its line. `within`: what the text is in. Requires: the cursor is at " or '.
std::optional<MistakeAt> read_quoted_text(TomlCursor& cursor, Within within);

}  // namespace anteroom::source

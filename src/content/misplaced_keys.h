// Keys of a card that stand below the header of a table, which takes every line after it.
#pragma once

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::content {

// Moves the keys of the card as a whole that `card` has in [when], [exhibit] or a [text.…] to where they belong, and
// reports all of one table in one message. So a header above them costs one error, not one for every line below it.
void take_back_misplaced_keys(source::TomlTable& card, source::FileFaults& faults);

}  // namespace anteroom::content

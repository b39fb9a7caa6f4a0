// [keys] of the settings: which keys of a keypad do what.
#pragma once

#include "content/table_reader.h"
#include "model/settings.h"

namespace anteroom::content {

// Reads the table `keys` of `root` over the defaults in `keys`. Whether a keyboard has a key of such a name is not
// known here. A faulty name is left out; where none is left, the defaults that nothing else uses stand in.
// Errors: bad-value (an empty list), duplicate (one key for two things), empty-text and those of TableReader.
void read_keypad(TableReader& root, Keys& keys);

}  // namespace anteroom::content

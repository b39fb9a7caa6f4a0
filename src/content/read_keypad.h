// [keys] of the settings: which keys of a keypad do what.
#pragma once

#include <functional>
#include <string>

#include "model/settings.h"
#include "source/table_reader.h"

namespace anteroom::content {

// Whether a keyboard has a key of that name; empty: unknown.
using IsKeyName = std::function<bool(const std::string&)>;

// Reads the table `keys` of `root` over the defaults in `keys`. A faulty name is left out; if none is left, those
// defaults are used that nothing else uses.
// Errors: bad-value (an empty list, a name of no key), duplicate (one key for two things), empty-text and those of
// TableReader.
void read_keypad(source::TableReader& root, const IsKeyName& is_key_name, Keys& keys);

}  // namespace anteroom::content

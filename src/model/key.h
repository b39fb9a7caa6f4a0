// The six keys of a tactile keypad.
#pragma once

namespace anteroom {

enum class Key { next, previous, select, back, repeat, volume };

}  // namespace anteroom

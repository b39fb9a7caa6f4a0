// The keys of a tactile keypad. Everything can be done without the last one, which few have.
#pragma once

namespace anteroom {

enum class Key { next, previous, select, back, repeat, volume, topics };

}  // namespace anteroom

// What a finger, or the mouse, does on the glass.
#pragma once

namespace anteroom {

enum class ContactPhase { down, move, up };

}  // namespace anteroom

// The phases of a touch, or of a mouse press.
#pragma once

namespace anteroom {

enum class ContactPhase { down, move, up };

}  // namespace anteroom

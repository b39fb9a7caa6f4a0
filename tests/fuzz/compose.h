// Every screen of a pack's first card, one after the other.
#pragma once

#include "model/pack.h"

namespace anteroom::fuzz {

// Errors: throws Broken if the loop does not go on once nobody is there.
void compose_all(Pack pack);

}  // namespace anteroom::fuzz

// Which voice reads each language aloud, as `check --report` prints it.
#pragma once

#include <string>

#include "model/content.h"

namespace anteroom::commands {

// A line for each language on offer; of a wall, which does not read aloud, nothing. Asks the speech service, which is
// started if it does not run: that takes half a minute at most.
std::string voice_table(const Content& content);

}  // namespace anteroom::commands

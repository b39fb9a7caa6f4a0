// What a command writes to standard error.
#pragma once

#include <string>

#include "commands/options.h"
#include "source/diagnostic.h"

namespace anteroom::commands {

// Writes `why` as the command's error. Returns `status`, for the command to return.
int fail(const std::string& why, int status = does_not_hold);

// Writes each diagnostic as text, warnings first: what comes last is seen.
void print(const source::Diagnostics& diagnostics, bool in_colour = false);

}  // namespace anteroom::commands

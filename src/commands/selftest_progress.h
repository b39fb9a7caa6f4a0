// What a self-test says of each check that is done.
#pragma once

#include "commands/progress_bar.h"
#include "selftest/certificate.h"

namespace anteroom::commands {

// A line with its result, in the place of the bar.
void put_line(ProgressBar& bar, const selftest::Line& line);

}  // namespace anteroom::commands

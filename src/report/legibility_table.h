// The table of the sizes on a screen.
#pragma once

#include <string>

#include "model/settings.h"
#include "scene/legibility.h"

namespace anteroom::report {

// What was `found` on `screen`, for people: lines that end with '\n', columns aligned.
std::string legibility_table(const scene::Legibility& found, const Screen& screen);

}  // namespace anteroom::report

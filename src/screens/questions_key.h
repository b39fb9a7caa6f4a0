// The key of the bar that opens the list of kept questions.
#pragma once

#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// The key, filling `box`: a sign and how many questions are kept, and their name where it fits. Requires: view.kept is
// not empty.
std::vector<scene::Item> questions_key(const View& view, const scene::Rect& box);
// How wide its box has to be for the sign and the number, if it is high enough.
double questions_key_mm(const View& view);

}  // namespace anteroom::screens

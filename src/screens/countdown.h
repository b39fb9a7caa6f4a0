// Seconds that run out, as a number in a ring.
#pragma once

#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// Adds the number of seconds that are `left` to `items`, in a ring of one mark for each second of `of`, the last `left`
// of them thick. Requires: `box` is square.
void add_countdown(std::vector<scene::Item>& items, const View& view, const scene::Rect& box, int left, int of);

}  // namespace anteroom::screens

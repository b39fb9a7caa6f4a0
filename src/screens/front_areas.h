// Where the picture, the words and what is below them are on a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/loop_card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How much of the screen the picture may have: of the width, or in portrait of the height. The first is tried first; a
// card whose words do not fit beside it takes the next.
const std::vector<double>& picture_sizes(const View& view);
// More, for a card with large letters whose whole lead has room even so.
const std::vector<double>& larger_picture_sizes(const View& view);

// In landscape the heights of what is at the foot, the picture beside the number there, in shares of the screen's.
inline constexpr double heights_at_foot[] = {0.33, 0.3, 0.27, 0.24, 0.21};

// What there is besides picture and words: the invitation to touch, and the number to call on a panel. In landscape the
// invitation may be below that number instead of below the words, and number and picture below the words.
struct Feet {
  bool cue = true;
  bool band = false;
  bool cue_at_side = false;
  bool at_foot = false;
};

// The areas of `card`'s front with a picture of `size`, as picture_sizes has them (0: none), and with `feet`. The
// invitation is below the words, or where those are large and there is no number, below the picture. The lead is left
// empty.
FrontPlan areas_of_front(const View& view, const Card& card, double size, Feet feet);

}  // namespace anteroom::screens

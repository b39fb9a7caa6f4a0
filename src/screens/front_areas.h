// Where the picture, the words and what is below them are on a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/call_band.h"
#include "screens/loop_card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How much of the screen the picture may have: of the width, or in portrait of the height. The first is tried first; a
// card whose words do not fit beside it takes the next.
const std::vector<double>& picture_sizes(const View& view);
// More, for a card with large letters whose whole lead has room even so.
const std::vector<double>& larger_picture_sizes(const View& view);

// In landscape the heights of what is at the foot, the picture beside it, in shares of the screen's.
inline constexpr double heights_at_foot[] = {0.33, 0.3, 0.27, 0.24, 0.21};

// What there is besides picture and words: the invitation to touch, and the number to call, on a panel in a row of
// `row_share` (call_row_shares).
struct Feet {
  bool cue = true;
  bool band = false;
  double row_share = call_row_shares[3];
};

// The areas of `card`'s front with a picture of `size`, as picture_sizes has them (0: none), and with `feet` below the
// words, or where those are large, below the picture. The lead is left empty.
FrontPlan areas_of_front(const View& view, const Card& card, double size, Feet feet);

// The same in large letters with what is at the foot on one side, and on the other the picture, `extra_mm` higher.
FrontPlan areas_at_foot(const View& view, const Card& card, double extra_mm, Feet feet);

}  // namespace anteroom::screens

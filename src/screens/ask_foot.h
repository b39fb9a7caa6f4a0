// The controls below the question for one's own clinician: "Keep this question" and "About this information".
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high both are in a row of `width_mm`, or below each other where they have no room side by side: the same whether
// or not the question is kept.
double ask_foot_mm(const View& view, double width_mm);

// Both in `area`, which is as high as that. Keeping is left out where it is not offered.
std::vector<scene::Item> ask_foot(const View& view, const Card& card, const scene::Rect& area);

}  // namespace anteroom::screens

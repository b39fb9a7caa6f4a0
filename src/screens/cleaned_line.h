// When the screen was cleaned last, in a line above the cards.
#pragma once

#include <chrono>

#include "screens/view.h"

namespace anteroom::screens {

// How high the line is that says so, in mm.
double cleaned_height_mm(const View& view, std::chrono::minutes ago);

// `below`, which was composed for a screen lower by so much, with the line above it. `view`: of the whole screen.
scene::Scene with_cleaned_line(scene::Scene below, const View& view, std::chrono::minutes ago);

}  // namespace anteroom::screens

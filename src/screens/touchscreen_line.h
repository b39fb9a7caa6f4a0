// What a wall says about the touchscreen in the same room.
#pragma once

#include <string>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// "Fold the sheet yourself at the screen on the left", by what the exhibit is; empty: a card without an exhibit, or the
// wall does not say where the touchscreen is, or not in the view's language.
std::string touchscreen_words(const View& view, const Exhibit& exhibit);

// Adds those words with a hand beside them, in letters of a label, at the end of `items` in the next box of `column`.
// `gap_mm`: above them. Returns false if they have no room in two lines.
bool add_touchscreen_line(std::vector<scene::Item>& items, const View& view, const Exhibit& exhibit,
                          scene::Column& column, double gap_mm, scene::Color ink);

}  // namespace anteroom::screens

// Where a card's facts come from, who reviewed them when, and that they are no medical advice: the control on a card's
// pages, and the screen that it opens.
#pragma once

#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The size of the control "About this information", at most `width_mm` wide.
scene::Size about_size(const View& view, double width_mm);

// The control at the start of `area`, which is as high as about_size says.
std::vector<scene::Item> about_button(const View& view, const scene::Rect& area);

// The screen that the control opens. `part`: of its words, where letters are so large that they are split; if there are
// fewer (another language was chosen), the last one.
scene::Scene about_page(const View& view, const Card& card, const CardText& text, std::size_t part, bool paused);

}  // namespace anteroom::screens

// A small card that shows what the options for eyes change.
#pragma once

#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// The card with the id `card` in `panel`, in the letters and colours of now: its picture on its ground where that has
// room, its title, and the sample sentence. A card that is not there, or not in the view's language, leaves the
// sentence alone. Requires: the language has the word `sample`.
std::vector<scene::Item> preview_card(const View& view, const std::string& card, const scene::Rect& panel);

}  // namespace anteroom::screens

// The QR code of a card's link, with its label.
#pragma once

#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// The code of `link` at the start of `area`, as large as that is high, and "Scan for more" beside it.
std::vector<scene::Item> link_block(const View& view, const std::string& link, const scene::Rect& area);

}  // namespace anteroom::screens

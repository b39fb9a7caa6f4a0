// The bottom bar of a screen without controls: where we are in the loop, whose screen this is, what time it is.
#pragma once

#include <string>
#include <vector>

#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// What the bar says; empty words are left out.
struct BarWords {
  std::string start = {};     // the clinic's name
  std::string position = {};  // "3 of 11"
  std::string end = {};       // the time
};

// The bar's items: the words, with dots before the position where they fit.
std::vector<scene::Item> bar(const View& view, Position position, const BarWords& words);

}  // namespace anteroom::screens

// The small print of a wall's card, at its top: whose screen this is, where we are in the loop, what time it is.
#pragma once

#include <string>
#include <vector>

#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// How high it is: one line, in portrait two.
double wall_head_height(const View& view);

// What a head is painted in: its words, the dot of the shown card, and the other dots with the rule.
struct HeadColors {
  scene::Color words, current, quiet;
};

// The clinic's name, the time and dots in one line; in portrait the name and the time are at both ends of `area`, and
// dots with the position in words in a second line. In landscape the time stands by the name, with a rule between them,
// so that nobody reads it with the words that begin beside the head. What has no room in its line is left out, not cut.
std::vector<scene::Item> wall_head(const View& view, Position position, const std::string& clock,
                                   const scene::Rect& area, const HeadColors& colors);

}  // namespace anteroom::screens

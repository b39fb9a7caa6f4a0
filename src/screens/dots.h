// A row of dots that shows where we are among cards or pages.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "screens/view.h"

namespace anteroom::screens {

// Where a card is among those of the loop, or a page among those of a detail, from 0.
struct Position {
  std::size_t index = 0;
  std::size_t count = 0;
};

// `position` in the words of `key`, "position" or "page": "3 of 11", "Page 1 of 2".
std::string said_of(const View& view, const std::string& key, Position position);

// The colours of the current dot and of the others; none: the usual ones.
struct DotColors {
  std::optional<scene::Color> current = {}, other = {};
};

// One dot for each, the current one longer, in a row around `middle`; smaller where they would be wider than
// `widest_mm`.
std::vector<scene::Item> dots(const View& view, Position position, scene::Point middle,
                              double widest_mm = std::numeric_limits<double>::infinity(), DotColors used = {});
// How wide they are in their usual size.
double dots_width(const View& view, std::size_t count);

}  // namespace anteroom::screens

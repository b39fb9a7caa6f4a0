// A calendar of months that pass: a leaf for each.
#pragma once

#include <cstddef>
#include <vector>

#include "scene/flow.h"
#include "scene/scene.h"

namespace anteroom::exhibits {

// Adds `count` leaves of a calendar, as high as `row`, from its start in `direction`, of which `passed` have their days
// filled in; the last of these has a bold edge.
void put_month_leaves(std::vector<scene::Item>& items, std::size_t count, std::size_t passed, const scene::Rect& row,
                      scene::Direction direction);

}  // namespace anteroom::exhibits

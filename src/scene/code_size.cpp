#include "scene/code_size.h"

#include <algorithm>
#include <array>

namespace anteroom::scene {

int code_modules(std::size_t bytes) {
  // Of versions 1 to 40.
  constexpr std::array<std::size_t, 40> capacities{14,   26,   42,   62,   84,   106,  122,  152,  180,  213,
                                                   251,  287,  331,  362,  412,  450,  504,  560,  624,  666,
                                                   711,  779,  857,  911,  997,  1059, 1125, 1190, 1264, 1370,
                                                   1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331};
  const auto* const version = std::lower_bound(capacities.begin(), capacities.end(), bytes);
  if (version == capacities.end()) return 0;
  constexpr int smallest = 21, each = 4, quiet = 8;
  return smallest + each * static_cast<int>(version - capacities.begin()) + quiet;
}

}  // namespace anteroom::scene

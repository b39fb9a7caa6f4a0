// The colours that a card may ask for behind its picture.
#pragma once

#include <string>
#include <vector>

namespace anteroom {

// `none`: the picture is on the screen's own colour. scene/palette.h says which colour each of the others is.
enum class Ground { none, mist, sand, blush, straw, sky, sage };

// Their names in a card's file, in the order of the values after `none`: this is the list of all of them.
inline const std::vector<std::string>& ground_names() {
  static const std::vector<std::string> names{"mist", "sand", "blush", "straw", "sky", "sage"};
  return names;
}

}  // namespace anteroom

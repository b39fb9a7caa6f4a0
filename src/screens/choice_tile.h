// What the accessibility options are chosen with: wide buttons that show by their form what is on.
#pragma once

#include <vector>

#include "screens/button.h"

namespace anteroom::screens {

struct Tile {
  enum class Form {
    sample,  // letters of a text size, as large as they will be, and its number
    toggle,  // a word, and a switch that is off or on
    level,   // a word and bars of which some are filled, and the buttons `less` and `more` beside them
    plain,   // a word
  };
  Form form = Form::plain;
  Button button;
  int value = 0;  // sample: the text size in percent; level: how many bars are filled
  Button less = {}, more = {};
};

// How high a tile as wide as `width_mm` has to be for its words, at least as high as a target. `is_whole`: no word is
// cut, and there are no more than two lines.
struct TileHeight {
  double mm = 0;
  bool is_whole = true;
};
TileHeight tile_height(const View& view, const Tile& tile, double width_mm);

// `tile` in `box`. What is on is filled and has a tick.
std::vector<scene::Item> draw_tile(const View& view, const Tile& tile, const scene::Rect& box);

}  // namespace anteroom::screens

// Where things are on a wall's card, and its words.
#pragma once

#include <cstddef>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// How many times the usual size letters have: for all usual cards of a loop the largest with which the words of each
// fit beside the picture, so that they do not jump from card to card. A card whose words need it has smaller ones. The
// lead may be a little smaller than usual, since that is above the least size that can be read from the chairs; and the
// title by the little that its size is above the least one, where that saves a line.
struct Letters {
  double title = 1, lead = 1;
};

// The parts of the screen.
struct WallAreas {
  scene::Rect field;  // of the picture, up to the screen's edges; no width: there is none
  scene::Rect words, head;
  scene::Rect band;   // with the number to call; no height: there is none
  scene::Rect panel;  // of the band's colour behind the words, up to the screen's edges; no width: there is none
};

// The screen in two: at the start the picture below the head, down to the edge of the screen, at the end the words,
// whose topic is in one line with the head. In portrait the picture is at the bottom, the words between it and the
// head. `share` 0: all for the words. With `band_mm` the number to call is across the foot of the picture, and in
// landscape the words beside it are on a panel of its colour.
WallAreas wall_areas(const View& view, double share, double band_mm);

// How high the band with the number of an urgent card is.
double number_band_height(const View& view);

// What the words stand on decides their colours.
struct WallInk {
  scene::Color words, topic;
};

WallInk ink_of(const View& view, const Card& card, const WallAreas& areas);

// The words of a card, and how many lines its title has.
struct WallWords {
  std::vector<scene::Item> items;
  bool fits = true;
  std::size_t title_lines = 0;
};

// Topic, title and lead from the top of `area` down, what leads to the card's exhibit at the touchscreen, and the code
// of the card's link with its label if `with_code`.
WallWords wall_words(const View& view, const Card& card, const CardText& text, const scene::Rect& area, bool with_code,
                     Letters letters, const WallInk& ink);

}  // namespace anteroom::screens

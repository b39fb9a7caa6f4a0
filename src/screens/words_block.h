// Topic, title and lead as one block: the words of a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The words of a card's front, and whether all of them stand in their area without a word cut.
struct WordsBlock {
  std::vector<scene::Item> items;
  bool fits = true;
};

// The words of `text` in `area`, as large as they fit; a title steps down towards the standard's least size before
// anything is cut. `at`: how much of the spare height stands above them, 0 (at the top) to 1. `lead`: with the lead.
WordsBlock words_block(const View& view, const CardText& text, const scene::Rect& area, double at, bool lead);

// Only the topic and the title; what they leave of the area is for the caller.
struct Heading {
  std::vector<scene::Item> items;
  double bottom = 0;
};
Heading heading(const View& view, const std::string& topic, const std::string& title, const scene::Rect& area);

}  // namespace anteroom::screens

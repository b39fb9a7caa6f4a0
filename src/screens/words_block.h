// Topic, title and lead as one block: the words of a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The words of `text` in `area`, as large as they fit; a title steps down towards the standard's least size before
// anything is cut. With `centred`, in the vertical middle of the area, else at its top.
std::vector<scene::Item> words_block(const View& view, const CardText& text, const scene::Rect& area, bool centred);

// Only the topic and the title; what they leave of the area is for the caller.
struct Heading {
  std::vector<scene::Item> items;
  double bottom = 0;
};
Heading heading(const View& view, const std::string& topic, const std::string& title, const scene::Rect& area);

}  // namespace anteroom::screens

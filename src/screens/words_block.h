// Topic, title and lead as one block: the words of a card's front.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The space between a topic and its title, in gaps (see Measures).
inline constexpr double topic_gap = 0.4;

// The words of a card's front, and whether all of them fit into their area without a word being cut.
struct WordsBlock {
  std::vector<scene::Item> items;
  bool fits = true;
};

// The words of `text` in `area`, as large as they fit; a title steps down towards the standard's least size before
// anything is cut. `at`: how much of the spare height is above them, 0 (none) to 1. `lead`: with the lead.
WordsBlock words_block(const View& view, const CardText& text, const scene::Rect& area, double at, bool lead);

// Only the topic and the title, taken off the top of `column`. The title gets smaller rather than higher than
// `max_title_mm`, as far as it may.
std::vector<scene::Item> heading(const View& view, const std::string& topic, const std::string& title,
                                 scene::Column& column, double max_title_mm);

}  // namespace anteroom::screens

// Topic, title and lead as one block: the words of a card's front.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The space between a topic and its title, in gaps (see Measures).
inline constexpr double topic_gap = 0.4;

// The words of a card's front, and whether all of them fit into their area, the title at its height and no word cut.
struct WordsBlock {
  std::vector<scene::Item> items;
  bool fits = true;
};

// How high the words of an ordinary card are: the same for all cards and languages, so that titles can be placed by it.
double ordinary_height(const View& view);

// How the words of a front look.
struct WordsStyle {
  std::optional<scene::Color> topic = {}, ink = {};  // the colours of the topic, and of title and lead; none: the usual
  double lead_times = 1;       // the lead is at most so many times as large as body text, as far as there is room
  bool lead_is_fixed = false;  // it is exactly so large
};

// The words of `text` in `area`, with `lead` below the title, or without one where it is empty, and `spare_mm` above
// them. The title's first baseline is at the same height for all cards and languages; only where there is no room, it
// is higher. The title gets smaller before that, down to `least_title_ratio`; the topic is left out for large letters.
WordsBlock words_block(const View& view, const CardText& text, const std::string& lead, const scene::Rect& area,
                       double spare_mm, const WordsStyle& style = {});

// How many times the usual size a title has, the most that those beside it in the loop may have, and the colours of
// topic and title (none: the usual ones).
struct HeadingStyle {
  double times = 1, most = 1;
  std::optional<scene::Color> topic = {}, title = {};
};

// Only the topic, at the top of `column`, and the title, taken off it. The title's first baseline is at the same height
// in all languages, and for all titles of the same `most`. The title gets smaller rather than higher than
// `max_title_mm`, as far as it may.
std::vector<scene::Item> heading(const View& view, const std::string& topic, const std::string& title,
                                 scene::Column& column, double max_title_mm, HeadingStyle style = {});

}  // namespace anteroom::screens

// Where an exhibit, its words and its buttons are on their page.
#pragma once

#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

struct ExhibitAreas {
  scene::Rect exhibit = {}, words = {};
  std::vector<scene::Rect> buttons;  // below the exhibit
};

// True if the exhibit is below its words: in portrait, and for large letters where a column beside it would cut words.
bool is_stacked(const View& view);

// The areas on the page of `card`. `words_mm`: how high the words are, where the exhibit is below them; beside it, with
// large letters, how wide. With these it is at least the first and at most the last of word_sizes.
ExhibitAreas exhibit_areas(const View& view, const Card& card, const CardText& text, double words_mm);

// How high words above the exhibit may be at 100 % with all of its picture still as wide as the page.
double most_words_above(const View& view, const Card& card, const CardText& text);

// How much room the words of large letters may have, the least first: in mm, from as large an exhibit as there may be
// to as small a one as fingers can use. Never empty.
std::vector<double> word_sizes(const View& view, const Card& card, const CardText& text);

// How wide the words of large letters beside an exhibit are at most, as long as none of them would be cut.
double most_words_beside(const View& view);

}  // namespace anteroom::screens

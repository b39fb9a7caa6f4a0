// What the cards of a wall's loop have in common: the size of the picture beside the words, and of the letters.
#pragma once

#include <cstddef>
#include <vector>

#include "model/card.h"
#include "screens/view.h"
#include "screens/wall_words.h"

namespace anteroom::screens {

// True if the number to call is on the card.
bool has_number(const Card& card, const CardText& text);

// How much of its room a picture may have, the largest first: of the screen's width, or in portrait of the height of
// its field.
std::vector<double> picture_shares(const View& view);

// The letters that words may have, from the most wished on.
std::vector<Letters> letter_sizes(const View& view);

// A card of the loop with its words in the view's language.
struct LoopCard {
  const Card* card;
  const CardText* text;
};

// The cards with a picture that the wall shows in the view's language, urgent ones last.
std::vector<LoopCard> loop_of(const View& view);

// The largest share with which the words of all cards of `loop` fit and their titles have even lines; where there is
// none for the titles, the largest with which the words fit, or the least common one.
double common_share(const View& view, const std::vector<LoopCard>& loop);

// How many lines a title may have that has `least` of them in the smallest letters: no more for larger letters, but two
// are as good as one.
std::size_t most_title_lines(std::size_t least);

// The place in `letters`, which are in order from the most wished on, of the first that suit all usual cards of `loop`
// beside a picture of `share`: the words fit, and no title has too many lines. A card that even the last ones do not
// suit is left out.
std::size_t common_letters(const View& view, const std::vector<LoopCard>& loop, double share,
                           const std::vector<Letters>& letters);

}  // namespace anteroom::screens

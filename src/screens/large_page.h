// A page behind a card's front in large letters: words, and a part of the card's picture, which has the same place on
// all pages of all cards.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The parts of the page. The picture is at the start of the glass up to its edges, in portrait at its foot; the number
// to call of an urgent card is at the foot of both.
struct LargePage {
  scene::Rect ground;  // of the picture; no width: the page has none
  scene::Rect band;    // no width: the card is not urgent, or names no number
  scene::Rect words;
};

// The parts on the pages of `card`. `alone`: the words have the room of the picture, since a word would be cut beside
// it, or a sentence.
LargePage large_page(const View& view, const Card& card, const CardText& text, bool alone);

// The picture and the number to call: all of the picture as fronts show it, or `part` with as much of what is around it
// as fills the ground.
std::vector<scene::Item> beside_words(const View& view, const Card& card, const CardText& text,
                                      const std::optional<PictureView>& part, const LargePage& page);

// The words of a page.
struct PageText {
  const std::string& above;
  const std::string& title;
  const std::string& body;
};

// The pieces of such a text for one page after the other, and as large_page takes it whether they stand alone.
struct LargePieces {
  std::vector<std::string> pieces;
  bool alone = false;
  std::size_t lone_lines = 0;  // how many of several pieces have one line only
  std::size_t broken = 0;      // how many end inside a sentence
};

// The pieces of `text`, at least one, in `times` the size of body text. `view`, `view_of_above`: as PageHeading takes
// them.
LargePieces large_pieces(const View& view, const View& view_of_above, const Card& card, const CardText& card_text,
                         const PageText& text, double times);

}  // namespace anteroom::screens

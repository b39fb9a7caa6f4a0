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

// How much the picture may have of the screen's width, in portrait of its height, the largest first. The number to call
// has room only below the largest, in letters larger than titles.
const std::vector<double>& page_pictures(const View& view, const Card& card);

// In portrait the picture of all pages of a card may be higher where none of them needs the room; the largest first, in
// shares of the screen's height.
inline constexpr double heights_below[] = {0.34, 0.31, 0.28, 0.25, 0.22};

// The parts on the pages of `card`. `picture`: one of page_pictures; 0: the words have its room, too.
LargePage large_page(const View& view, const Card& card, const CardText& text, double picture);

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

// The pieces of such a text for one page after the other, of which only the first has a heading, and the picture beside
// all of them, as large_page takes it: the largest beside which no word and no sentence is cut; if there is none, that
// beside which fewest are.
struct LargePieces {
  std::vector<std::string> pieces;
  double picture = 0;
  std::size_t broken = 0;  // how many end inside a sentence
};

// The pieces of `text`, at least one. `view`, `view_of_above`: as PageHeading takes them.
LargePieces large_pieces(const View& view, const View& view_of_above, const Card& card, const CardText& card_text,
                         const PageText& text);

}  // namespace anteroom::screens

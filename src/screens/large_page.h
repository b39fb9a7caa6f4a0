// A page behind a card's front in large letters: words, and a strip of the card's picture as far as it costs no more
// pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The two parts of the page. The picture's ground is at the start of the glass up to its edges, in portrait at its
// foot.
struct LargePage {
  scene::Rect ground;  // no width: the words have all the room
  scene::Rect words;
};

// The parts where the ground is `picture_mm` wide, in portrait high; 0: there is none.
LargePage large_page(const View& view, double picture_mm);

// The sizes that the ground may have, the largest first. Empty if `card` has no picture.
std::vector<double> strip_sizes(const View& view, const Card& card);

// The picture on `ground`: all of it, or `part` with as much of what is around it as fills the ground.
std::vector<scene::Item> picture_strip(const View& view, const Card& card, const CardText& text,
                                       const std::optional<PictureView>& part, const scene::Rect& ground);

// The words of a page.
struct PageText {
  const std::string& above;
  const std::string& title;
  const std::string& body;
};

// The pieces of `text` for pages whose words are in `area`. With large letters `picture_mm` becomes as large a strip of
// the picture as needs no more pieces; then the words are beside it. `view_of_above`: as PageHeading takes it.
std::vector<std::string> pieces_on_pages(const View& view, const View& view_of_above, const Card& card,
                                         const PageText& text, const scene::Rect& area, double& picture_mm);

}  // namespace anteroom::screens

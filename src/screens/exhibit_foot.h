// What is at the foot of an exhibit's words.
#pragma once

#include <string>
#include <vector>

#include "model/card.h"
#include "model/exhibit_state.h"
#include "screens/view.h"

namespace anteroom::screens {

// How many regions have been seen, or, while a timeline is untouched, the invitation to move it; empty: nothing. Large
// letters leave no room for it: there a name whose place has been seen has a tick, as at every size.
struct Foot {
  std::string words;
  bool is_card_text = false;
};
Foot foot_of(const View& view, const Card& card, const CardText& text, const ExhibitState& state);

// `foot` in `box`, which is as high as it asks for; nothing if it is wider. How many regions have been seen is also
// shown by discs, as far as there is room for them.
std::vector<scene::Item> foot_row(const View& view, const Card& card, const CardText& text, const ExhibitState& state,
                                  const Foot& foot, const scene::Rect& box);

}  // namespace anteroom::screens

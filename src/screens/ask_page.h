// "Ask your clinician": the last page of a card, with the question that a patient may take along.
#pragma once

#include <string>
#include <vector>

#include "model/card.h"
#include "screens/view.h"

namespace anteroom::screens {

// The parts of `text`'s question, in order: one, unless letters are large. Empty if the card has no question.
std::vector<std::string> ask_parts(const View& view, const Card& card, const CardText& text);

// True if the code of the card's link has room on the page whose part of the question is `question`.
bool has_room_for_code(const View& view, const Card& card, const CardText& text, const std::string& question);

// The page without its bar. `question`: one of ask_parts. `with_code`: with the code of the card's link, for which
// there is room.
std::vector<scene::Item> ask_page(const View& view, const Card& card, const CardText& text, const std::string& question,
                                  bool with_code);

}  // namespace anteroom::screens

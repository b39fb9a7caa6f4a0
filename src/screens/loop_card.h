// A card's front in the loop.
#pragma once

#include "model/card.h"
#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// Which parts of a card fit on the touchscreen's front at the view's text size. If the lead does not, the card's detail
// begins with it.
struct FrontPlan {
  scene::Rect picture;   // no width: it has no room
  scene::Rect words;     // without the cue at their foot
  scene::Rect cue = {};  // the invitation to touch
  bool lead = true;
};
FrontPlan front_plan(const View& view, const Card& card, const CardText& text);

// The touchscreen's card: picture and words side by side, or the picture above in portrait.
scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused);

// The wall's card: title over all, a large picture, few words, the clock, and a QR code where the card has a link.
scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock);

}  // namespace anteroom::screens

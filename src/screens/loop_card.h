// A card's front in the loop.
#pragma once

#include "model/card.h"
#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// What of a card has room on the touchscreen's front, for letters as large as the view asks for. What has none (the
// lead) is the first thing of the card's detail.
struct FrontPlan {
  scene::Rect picture;   // no width: it has no room
  scene::Rect words;     // without the cue at their foot
  scene::Rect cue = {};  // "Touch to read more"
  bool lead = true;
};
FrontPlan front_plan(const View& view, const Card& card, const CardText& text);

// The touchscreen's card: picture and words side by side, or the picture above in portrait.
scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused);

// The wall's card: title over all, a large picture, few words, the clock, and a QR code where the card has a link.
scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock);

}  // namespace anteroom::screens

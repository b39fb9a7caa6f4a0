// A card's front in the loop.
#pragma once

#include <string>

#include "model/card.h"
#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// What of a card is on the touchscreen's front at the view's text size. One rule for all languages: title and picture
// stay; of the lead, as many whole sentences as have room, and if that is not all of it, the card's detail begins with
// it; only where the title alone would have no room beside the picture, the picture gives way. The lead of an urgent
// card is shown whole: the picture gives way to it, then the invitation.
struct FrontPlan {
  scene::Rect ground = {};  // of the picture, up to the screen's edges; no width: the picture has no room
  scene::Rect words;        // without the cue at their foot
  scene::Rect cue = {};     // the invitation to touch; no height: it has no room
  std::string lead = {};    // what is shown of it
  bool whole_lead = true;   // it is all of it
};
FrontPlan front_plan(const View& view, const Card& card, const CardText& text);

// The touchscreen's card: picture and words side by side, or the picture above in portrait. The picture is on the
// colour that the card names, which ends at the edges of the screen.
scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused);

// The wall's card: the picture on its colour at one side, or in portrait across the top, as large as the words allow;
// the words for the wall, the clock, and a QR code where the card has a link and room.
scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock);

}  // namespace anteroom::screens

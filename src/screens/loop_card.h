// A card's front in the loop.
#pragma once

#include <string>

#include "model/card.h"
#include "screens/dots.h"
#include "screens/view.h"

namespace anteroom::screens {

// What of a card is on the touchscreen's front at the view's text size. One rule for all languages: title, picture,
// lead and the invitation to touch stay, and the picture is smaller where they need room. Beside large letters that do
// not leave room for the whole lead the front has the text for the wall, or else as many whole sentences of the lead as
// fit, and the card's detail begins with the lead; a picture that would be a strip is beside the invitation instead.
// Only where the words would have no room beside the smallest picture (on a part of the screen, below a notice), the
// picture gives way.
// An urgent card that names the number to call has words, number and invitation on one panel; beside large letters that
// is all of the screen but the picture and the bar. The lead of one without a number is shown whole: the picture gives
// way to it, then the invitation. The leads of all usual cards of a loop are of one size: the largest with which all of
// them fit that fit at all.
struct FrontPlan {
  scene::Rect ground = {};  // of the picture, up to the screen's edges; no width: the picture has no room
  scene::Rect picture = {};
  scene::Rect words = {};
  scene::Rect cue = {};    // the invitation to touch; no height: it is on the band, or has no room
  scene::Rect band = {};   // the number to call; no height: the card has none
  scene::Rect panel = {};  // of the band's colour behind words, band, invitation and, in large letters, the picture's
                           // ground; no width: there is none
  std::string lead = {};   // what is shown of it
  bool whole_lead = true;  // it is all of it
  double spare_mm = 0;     // above the words, see words_block
  double lead_times = 1;   // the most that the lead is larger than body text, see words_block
};
FrontPlan front_plan(const View& view, const Card& card, const CardText& text);

// The touchscreen's card: picture and words side by side, or the picture above in portrait. Both are on the
// colour that the card names; in high contrast, and beside large letters, only the picture is. `pressed`: a finger is
// on it.
scene::Scene kiosk_card(const View& view, const Card& card, const CardText& text, Position position, bool paused,
                        bool pressed = false);

// The wall's card, a poster in its card's colour: at one side the picture, as high as the screen, at the other the
// words for the wall and the clock. In portrait the words are above the picture. The words of all cards of usual length
// begin at one edge and are as large as fits; a QR code is there where the card has a link and room.
scene::Scene wall_card(const View& view, const Card& card, const CardText& text, Position position,
                       const std::string& clock);

}  // namespace anteroom::screens

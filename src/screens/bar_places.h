// Where each control of the touchscreen's bottom bar is.
#pragma once

#include "screens/view.h"

namespace anteroom::screens {

// Where each control is. Those that are never offered together may have the same place.
struct BarPlaces {
  scene::Rect back = {}, home = {}, pause = {}, previous = {}, next = {}, listen = {}, language = {}, access = {};
  scene::Rect questions = {};  // the list of kept questions; no width: it is not offered
  scene::Rect where = {};      // the dots and their words, in the middle of the glass
  scene::Rect clinic = {};     // the clinic's name; no width: it has no room
};

// Which of those at the start of the bar are offered.
struct StartKeys {
  bool home = true, pause = true;
  bool questions = false;  // only with Home: a patient who has kept one has something to undo
};

// The share of large letters' arrows in portrait: with words as a rule, and without.
inline constexpr double worded_share = 0.3, narrow_share = 0.19;

// The places in the bar of `view`. `arrow_share`: how much of its row each arrow has, for large letters in portrait.
// `start_keys`: what is offered at the start; several together leave the others less room.
BarPlaces places_for(const View& view, double arrow_share, StartKeys start_keys);

}  // namespace anteroom::screens

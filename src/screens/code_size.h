// The QR code of a card's link.
#pragma once

#include "model/settings.h"

namespace anteroom::screens {

// How wide and high it stands on the screen, quiet zone included, in mm. A telephone reads a code from about ten times
// its width: on the kiosk from where the reader stands, on the wall from a third of the way to the chairs; nobody need
// come nearer.
inline double code_size_mm(const Settings& settings) {
  return settings.screen.viewing_distance_mm / (settings.role == Role::wall ? 30 : 10);
}

}  // namespace anteroom::screens

// The QR code of a card's link.
#pragma once

#include "model/settings.h"

namespace anteroom::screens {

// The width and height of the code on the screen in mm, quiet zone included. A telephone reads a code from about ten
// times its width: on the kiosk from where the reader is, on the wall from a third of the viewing distance.
inline double code_size_mm(const Settings& settings) {
  return settings.screen.viewing_distance_mm / (settings.role == Role::wall ? 30 : 10);
}

}  // namespace anteroom::screens

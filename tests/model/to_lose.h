// What a patient leaves behind, decided independently of has_something_to_lose().
#pragma once

#include "model/session.h"

namespace anteroom::tests {

// True if a reset takes something from the patient who left `session`: everything counts except the state of finger,
// keypad and voice.
inline bool leaves_something(Session session) {
  session.focus.clear();
  session.offered = false;
  session.reading.reset();
  session.warning.reset();
  session.finger_on = false;
  session.pressed.clear();
  return session != Session{};
}

}  // namespace anteroom::tests

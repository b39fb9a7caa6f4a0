// Sends the touches of a touchscreen to its own monitor: the X server spreads each touchscreen over all monitors.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/touchscreens.h"

union SDL_Event;

namespace anteroom::platform {

class X11Touch {
 public:
  // `display`: Xlib's, of SDL. From now on SDL passes on X's events about devices as SDL_SYSWMEVENT. Requires: the
  // display outlives this.
  X11Touch(void* display, TouchChoice choice);

  // Looks for the own touchscreen and sends its touches to `place` of the desktop, which has so many monitors; `turned`
  // as in touch_matrix(). What is wrong is logged once, until it changes.
  void look(const Area& place, int turned, std::size_t monitors);
  // True if `event` says that a device was connected or removed.
  bool is_device_event(const SDL_Event& event) const;
  // True if the own touchscreen is connected; without a name any one is.
  bool is_there() const;
  // What was wrong when it was looked for last, as logged; empty: nothing.
  const std::string& fault() const { return told_; }

 private:
  void* display_;
  TouchChoice choice_;
  int device_event_ = 0;  // the type of X's events about devices; 0: none
  std::string known_;     // the name of the own touchscreen, once it was there
  std::string told_;      // the fault that was logged last
  bool has_mapped_ = false;
};

// The names of the connected touchscreens of the X server that the environment names; empty: none, or no server
// answers.
std::vector<std::string> touchscreens_of_x_server();

}  // namespace anteroom::platform

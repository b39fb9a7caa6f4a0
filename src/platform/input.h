// SDL's events -> fingers, the mouse and the keypad's keys; everything else is ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/contact_phase.h"
#include "model/key.h"
#include "model/settings.h"

union SDL_Event;

namespace anteroom::platform {

// One finger, or the mouse, on the window.
struct Touch {
  static constexpr std::int64_t mouse = -1;
  std::int64_t id = mouse;
  ContactPhase phase = ContactPhase::down;
  double x = 0, y = 0;  // pixels of the window
};

// True if a keyboard has a key of that name that Input accepts, ignoring case: not Ctrl, Alt or the system key. Needs
// no SDL_Init.
bool is_key_name(const std::string& name);

// True if a touchscreen is connected. Requires: a window is open.
bool has_touchscreen();

class Input {
 public:
  // A name in `keys` that is not that of a key is ignored.
  explicit Input(const Keys& keys);

  // The touch that `event` reports, if any; `width` and `height`: of the window, in pixels. Touchpads, other mouse
  // buttons and a mouse that only hovers are ignored.
  std::optional<Touch> touch(const SDL_Event& event, int width, int height);
  // The keypad's key that `event` presses. Not a repeat of a key held down, nor a key with Ctrl, Alt or the system key.
  std::optional<Key> key(const SDL_Event& event) const;
  // True if the pointer should be visible: a real mouse has moved since the last touch.
  bool mouse_is_used(const SDL_Event& event);
  // The mouse lies still: the pointer stays hidden until it really moves again.
  void forget_mouse();

 private:
  std::vector<std::pair<std::int32_t, Key>> keys_;  // SDL key code
  bool button_down_ = false;
  bool mouse_used_ = false;
  std::optional<std::pair<int, int>> mouse_seen_;  // where it was first seen
};

}  // namespace anteroom::platform

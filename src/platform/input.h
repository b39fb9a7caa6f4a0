// SDL's events -> fingers, the mouse and the keypad's six keys; everything else is swallowed.
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

// True if a keyboard has a key of that name that Input can take, upper case the same as lower: not Ctrl, Alt or the
// system's key. Needs no SDL_Init.
bool is_key_name(const std::string& name);

class Input {
 public:
  // A name in `keys` that is no key's is ignored.
  explicit Input(const Keys& keys);

  // What `event` says about a touch; `width` and `height`: of the window, in pixels. Touchpads, other mouse buttons and
  // a mouse that only hovers say nothing.
  std::optional<Touch> touch(const SDL_Event& event, int width, int height);
  // The keypad's key that `event` presses. Not a key that is held, nor one with Ctrl, Alt or the system's key.
  std::optional<Key> key(const SDL_Event& event) const;
  // True if the pointer should be seen: a real mouse has moved since the last finger.
  bool mouse_is_used(const SDL_Event& event);

 private:
  std::vector<std::pair<std::int32_t, Key>> keys_;  // SDL key code
  bool button_down_ = false;
  bool mouse_used_ = false;
  std::optional<std::pair<int, int>> mouse_seen_;  // where it first was
};

}  // namespace anteroom::platform

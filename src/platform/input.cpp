#include "platform/input.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace anteroom::platform {

namespace {

// Touching the edge of a window moves the mouse pointer by a few pixels; a real mouse moves it further.
constexpr int real_move_px = 4;

bool is_touchscreen(SDL_TouchID id) {
  return SDL_GetTouchDeviceType(id) != SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

}  // namespace

bool is_key_name(const std::string& name) {
  // Pressing one of these sets its own modifier, and keys with a modifier belong to the window manager: see Input::key.
  static constexpr std::array<SDL_Keycode, 6> modifiers{SDLK_LCTRL, SDLK_RCTRL, SDLK_LALT,
                                                        SDLK_RALT,  SDLK_LGUI,  SDLK_RGUI};
  const SDL_Keycode code = SDL_GetKeyFromName(name.c_str());
  return code != SDLK_UNKNOWN && std::find(modifiers.begin(), modifiers.end(), code) == modifiers.end();
}

bool has_touchscreen() {
  for (int i = 0; i < SDL_GetNumTouchDevices(); ++i) {
    if (SDL_GetTouchDeviceType(SDL_GetTouchDevice(i)) == SDL_TOUCH_DEVICE_DIRECT) return true;
  }
  return false;
}

Input::Input(const Keys& keys) {
  const auto add = [this](const std::vector<std::string>& names, Key key) {
    for (const std::string& name : names) {
      const SDL_Keycode code = SDL_GetKeyFromName(name.c_str());
      if (code != SDLK_UNKNOWN) keys_.emplace_back(code, key);
    }
  };
  add(keys.next, Key::next);
  add(keys.previous, Key::previous);
  add(keys.select, Key::select);
  add(keys.back, Key::back);
  add(keys.repeat, Key::repeat);
  add(keys.volume, Key::volume);
  add(keys.topics, Key::topics);
}

std::optional<Touch> Input::touch(const SDL_Event& event, int width, int height) {
  const auto finger = [&](ContactPhase phase) -> std::optional<Touch> {
    if (!is_touchscreen(event.tfinger.touchId)) return std::nullopt;
    // Fingers on two devices may have the same number; none may get the mouse's.
    const std::int64_t id = (event.tfinger.fingerId ^ (event.tfinger.touchId << 20)) & INT64_MAX;
    return Touch{id, phase, event.tfinger.x * width, event.tfinger.y * height};
  };
  switch (event.type) {
    case SDL_FINGERDOWN:
      return finger(ContactPhase::down);
    case SDL_FINGERMOTION:
      return finger(ContactPhase::move);
    case SDL_FINGERUP:
      return finger(ContactPhase::up);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      button_down_ = event.type == SDL_MOUSEBUTTONDOWN;
      return Touch{Touch::mouse, button_down_ ? ContactPhase::down : ContactPhase::up,
                   static_cast<double>(event.button.x), static_cast<double>(event.button.y)};
    case SDL_MOUSEMOTION:
      if (event.motion.which == SDL_TOUCH_MOUSEID || !button_down_) return std::nullopt;
      return Touch{Touch::mouse, ContactPhase::move, static_cast<double>(event.motion.x),
                   static_cast<double>(event.motion.y)};
    default:
      return std::nullopt;
  }
}

std::optional<Key> Input::key(const SDL_Event& event) const {
  if (event.type != SDL_KEYDOWN || event.key.repeat != 0) return std::nullopt;
  if ((event.key.keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
  for (const auto& [code, key] : keys_) {
    if (code == event.key.keysym.sym) return key;
  }
  return std::nullopt;
}

bool Input::mouse_is_used(const SDL_Event& event) {
  if (event.type == SDL_FINGERDOWN) forget_mouse();
  if (event.type == SDL_MOUSEMOTION && event.motion.which != SDL_TOUCH_MOUSEID) {
    if (!mouse_seen_) mouse_seen_.emplace(event.motion.x, event.motion.y);
    const int moved = std::abs(event.motion.x - mouse_seen_->first) + std::abs(event.motion.y - mouse_seen_->second);
    if (moved >= real_move_px) mouse_used_ = true;
  }
  return mouse_used_;
}

void Input::forget_mouse() {
  mouse_used_ = false;
  mouse_seen_.reset();
}

}  // namespace anteroom::platform

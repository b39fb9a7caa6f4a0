#include "platform/input.h"

#include <SDL.h>

#include "catch.h"

using namespace anteroom;
using namespace anteroom::platform;

namespace {

// The event of a key pressed by itself: a modifier comes with its own flag.
SDL_Event pressed(const std::string& name) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = SDL_GetKeyFromName(name.c_str());
  const auto own = [&](const char* word, SDL_Keymod mod) { return name.ends_with(word) ? mod : KMOD_NONE; };
  event.key.keysym.mod = static_cast<Uint16>(own("Ctrl", KMOD_CTRL) | own("Alt", KMOD_ALT) | own("GUI", KMOD_GUI) |
                                             own("Shift", KMOD_SHIFT));
  return event;
}

}  // namespace

TEST_CASE("the name of a key is accepted only if pressing it does something") {
  for (const std::string name : {"Right", "right", "F13", "Keypad 6", "R", "Left Shift", "Left Ctrl", "Right Ctrl",
                                 "Left Alt", "Right Alt", "Left GUI", "Right GUI", "Rihgt", ""}) {
    INFO(name);
    Keys keys;
    keys.next = {name};
    CHECK(is_key_name(name) == (Input(keys).key(pressed(name)) == Key::next));
  }
  CHECK(is_key_name("F13"));
  CHECK_FALSE(is_key_name("Left Ctrl"));
}

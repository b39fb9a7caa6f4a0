#include "platform/video.h"

#include <SDL.h>
#include <unistd.h>

#include <cstdlib>

#include "platform/log.h"

namespace anteroom::platform {

namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool has_graphics_processor() {
  for (int i = 128; i < 136; ++i) {
    const std::string node = "/dev/dri/renderD" + std::to_string(i);
    if (::access(node.c_str(), R_OK | W_OK) == 0) return true;
  }
  return false;
}

// Without a session bus libdbus would try to start one, which costs a process and some 10 ms, for nothing we use.
void skip_session_bus_launch() {
  if (std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr) return;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  const std::string bus = std::string(runtime == nullptr ? "" : runtime) + "/bus";
  if (runtime == nullptr || ::access(bus.c_str(), F_OK) != 0) ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

// SDL asks X for text input, which reads a megabyte of key compositions. Nobody types on a kiosk.
void skip_compositions() {
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
}

}  // namespace

void prepare_environment() {
  skip_session_bus_launch();
  skip_compositions();
}

bool display_available() {
  if (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("SDL_VIDEODRIVER")) return true;
  return has_kms_device("/dev/dri");
}

bool has_kms_device(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool is_card = name.size() > 4 && name.starts_with("card") && name[4] >= '0' && name[4] <= '9';
    if (is_card && ::access(at->path().c_str(), R_OK | W_OK) == 0) return true;
  }
  return false;
}

void set_video_hints(bool full_screen) {
  // Without a GPU, SDL would draw through llvmpipe: 90 MB and twenty times the work.
  if (!has_graphics_processor()) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // StopSignals handles them
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");  // SDL_QUIT means only that the display has gone
  // FullScreen asks X for the monitors; SDL would return what it found at the start.
  if (full_screen) SDL_SetHint(SDL_HINT_VIDEO_X11_XRANDR, "0");
}

std::string start_video() {
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return SDL_GetError();
  // If no display answers, SDL draws into memory and calls it a window; a kiosk would run for ever and show nothing.
  const std::string driver = SDL_GetCurrentVideoDriver();
  const bool in_memory = driver == "offscreen" || driver == "dummy" || driver == "evdev";
  return in_memory && std::getenv("SDL_VIDEODRIVER") == nullptr ? "no display answers" : "";
}

std::string change_to_x11() {
  const std::string why = "Wayland shows no pixels without a graphics processor";
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
  if (is_set("DISPLAY") && SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) {
    log("anteroom: " + why + "; X11 (XWayland) is used instead");
    return {};
  }
  return why + "; install xwayland, start the compositor with it, and set SDL_VIDEODRIVER=x11";
}

}  // namespace anteroom::platform

#include "platform/window.h"

#include <SDL.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "paint/rasteriser.h"

namespace anteroom::platform {

namespace {

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

// Why layers cannot be copied to a window's surface: they have four bytes a pixel, eight bits a colour. Empty: they
// can.
std::string surface_fault(const SDL_Surface* surface) {
  const std::string advice = "; set the display to a depth of 24 bits";
  if (surface == nullptr) return std::string("its pixels cannot be reached (") + SDL_GetError() + ")" + advice;
  const SDL_PixelFormat& format = *surface->format;
  const bool is_eight_bits = format.Rloss == 0 && format.Gloss == 0 && format.Bloss == 0;
  if (format.BytesPerPixel == 4 && is_eight_bits) return {};
  return "its pixels have " + std::to_string(static_cast<int>(format.BitsPerPixel)) + " bits (" +
         SDL_GetPixelFormatName(format.format) + ")" + advice;
}

// Copies `part` of the layer to its place on `target`, where the layer begins at `area`.
void copy(const paint::Layer& layer, const Area& part, const Area& area, const SDL_Surface& target) {
  for (int y = part.y; y < part.bottom(); ++y) {
    auto* row = static_cast<std::uint8_t*>(target.pixels) + static_cast<std::size_t>(area.y + y) * target.pitch;
    std::memcpy(row + static_cast<std::size_t>(area.x + part.x) * 4, layer.row(y) + part.x,
                static_cast<std::size_t>(part.width) * 4);
  }
}

// SDL asks X for text input, which reads a megabyte of key compositions. Nobody types on a kiosk.
void skip_compositions() {
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
}

void set_hints() {
  // Without a graphics processor SDL would put llvmpipe between us and the screen: 90 MB and twenty times the work.
  if (!has_graphics_processor()) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // StopSignals has them
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

}  // namespace

Window::Window(const WindowOptions& options) : fullscreen_(options.fullscreen), input_(options.keys) {
  set_hints();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    fault_ = SDL_GetError();
    return;
  }
  started_ = true;
  // Where no display answers, SDL draws into memory and calls it a window; a kiosk would run for ever into nothing.
  const std::string driver = SDL_GetCurrentVideoDriver();
  if (std::getenv("SDL_VIDEODRIVER") == nullptr && (driver == "offscreen" || driver == "dummy" || driver == "evdev")) {
    fault_ = "no display answers";
    return;
  }
  const int display = std::clamp(options.display, 0, std::max(0, SDL_GetNumVideoDisplays() - 1));
  const int centred = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(display)));
  SDL_Rect place{centred, centred, options.width, options.height};
  // Without a window manager nobody makes a full-screen window as large as the screen: it must be born so.
  if (fullscreen_) SDL_GetDisplayBounds(display, &place);
  const Uint32 flags = fullscreen_ ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_RESIZABLE;
  window_ = SDL_CreateWindow(options.title.c_str(), place.x, place.y, place.w, place.h, flags);
  if (window_ == nullptr) {
    fault_ = SDL_GetError();
    return;
  }
  if (fullscreen_) show_pointer(false);
  // Paper until the first card is painted: no black flash, and the memory of the surface is there when the card comes.
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  fault_ = surface_fault(surface);
  if (!fault_.empty()) return;
  SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 0xFA, 0xF6, 0xEF));
  SDL_UpdateWindowSurface(window_);
}

Window::~Window() {
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  if (started_) SDL_Quit();
}

int Window::width() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(window_);
  return surface != nullptr ? surface->w : 0;
}

int Window::height() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(window_);
  return surface != nullptr ? surface->h : 0;
}

// The window's surface with `area` inside it and everything around black; null when the window cannot be drawn to now.
SDL_Surface* Window::surface(const Area& area) {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (surface == nullptr || surface->format->BytesPerPixel != 4) return nullptr;
  if (area.x < 0 || area.y < 0 || area.x + area.width > surface->w || area.y + area.height > surface->h) return nullptr;
  const bool covers_all = area.width == surface->w && area.height == surface->h;
  if (!(cleared_for_ == area) && !covers_all) SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 0, 0, 0));
  cleared_for_ = area;
  return surface;
}

bool Window::show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) {
  const bool same_place = cleared_for_ == area;
  SDL_Surface* target = surface(area);
  if (target == nullptr) return false;
  const bool in_part = !damaged.empty() && same_place && drawn_on_ == target->pixels;
  std::vector<SDL_Rect> updated;
  for (const Area& part : in_part ? damaged : std::vector<Area>{layer.whole()}) {
    copy(layer, part, area, *target);
    updated.push_back({area.x + part.x, area.y + part.y, part.width, part.height});
  }
  drawn_on_ = target->pixels;
  const int failed = in_part ? SDL_UpdateWindowSurfaceRects(window_, updated.data(), static_cast<int>(updated.size()))
                             : SDL_UpdateWindowSurface(window_);
  if (failed != 0) return false;
  shown_ = true;
  return true;
}

void Window::show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area) {
  SDL_Surface* target = surface(area);
  if (target == nullptr) return;
  auto* pixels = static_cast<std::uint32_t*>(target->pixels) + static_cast<std::size_t>(area.y) * (target->pitch / 4);
  paint::cross_fade(from, to, amount, pixels + area.x, target->pitch / 4);
  drawn_on_ = nullptr;  // neither of the two
  SDL_UpdateWindowSurface(window_);
}

void Window::show_pointer(bool shown) {
  if (shown == pointer_) return;
  pointer_ = shown;
  SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

// Asking to be above panels and docks waits up to 0.2 s for a window manager's answer, so the first frame comes before.
void Window::claim_screen() {
  if (!fullscreen_ || claimed_ || !shown_) return;
  claimed_ = true;
  SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
  // The keys that a window manager would take for itself (Alt+F4, Ctrl+Alt+...) come here and are swallowed.
  SDL_SetWindowKeyboardGrab(window_, SDL_TRUE);
}

Window::Events Window::wait(int timeout_ms) {
  claim_screen();
  Events events;
  SDL_Event event;
  bool more = timeout_ms < 0 ? SDL_WaitEvent(&event) == 1 : SDL_WaitEventTimeout(&event, timeout_ms) == 1;
  for (; more; more = SDL_PollEvent(&event) == 1) {
    if (event.type == SDL_QUIT) events.close = !fullscreen_;
    if (const auto touch = input_.touch(event, width(), height())) events.input.emplace_back(*touch);
    if (const auto key = input_.key(event)) events.input.emplace_back(*key);
    if (fullscreen_) show_pointer(input_.mouse_is_used(event));
    if (event.type != SDL_WINDOWEVENT) continue;
    const auto what = event.window.event;
    if (what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED) {
      events.exposed = true;
      cleared_for_ = {};
    }
    if (fullscreen_ && (what == SDL_WINDOWEVENT_MINIMIZED || what == SDL_WINDOWEVENT_HIDDEN)) {
      SDL_RestoreWindow(window_);
    }
  }
  return events;
}

void prepare_environment() {
  skip_session_bus_launch();
  skip_compositions();
}

bool display_available() {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  if (set("DISPLAY") || set("WAYLAND_DISPLAY") || set("SDL_VIDEODRIVER")) return true;
  return has_graphics_card("/dev/dri");
}

bool has_graphics_card(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool is_card = name.size() > 4 && name.starts_with("card") && name[4] >= '0' && name[4] <= '9';
    if (is_card && ::access(at->path().c_str(), R_OK | W_OK) == 0) return true;
  }
  return false;
}

}  // namespace anteroom::platform

#include "platform/window.h"

#include <SDL.h>

#include <algorithm>
#include <cstring>

#include "paint/cross_fade.h"
#include "platform/video.h"

namespace anteroom::platform {

namespace {

// How long the pointer stays after the mouse has moved; then it would be in the way of a reader.
constexpr Millis pointer_time{3000};

// SDL's clock, which begins with SDL: comparable with itself only.
MonoTime sdl_now() {
  return MonoTime(Millis(SDL_GetTicks64()));
}

// Why layers, which have four bytes per pixel and eight bits per colour, cannot be copied to a window's surface; empty:
// they can.
std::string surface_fault(const SDL_Surface* surface) {
  const std::string advice = "; set the display to a depth of 24 bits";
  if (surface == nullptr) return std::string("its pixels cannot be reached (") + SDL_GetError() + ")" + advice;
  const SDL_PixelFormat& format = *surface->format;
  const bool is_eight_bits = format.Rloss == 0 && format.Gloss == 0 && format.Bloss == 0;
  if (format.BytesPerPixel == 4 && is_eight_bits) return {};
  return "its pixels have " + std::to_string(static_cast<int>(format.BitsPerPixel)) + " bits (" +
         SDL_GetPixelFormatName(format.format) + ")" + advice;
}

// Copies `part` of the layer to its position on `target`, where the layer begins at `area`.
void copy(const paint::Layer& layer, const Area& part, const Area& area, const SDL_Surface& target) {
  for (int y = part.y; y < part.bottom(); ++y) {
    auto* row = static_cast<std::uint8_t*>(target.pixels) + static_cast<std::size_t>(area.y + y) * target.pitch;
    std::memcpy(row + static_cast<std::size_t>(area.x + part.x) * 4, layer.row(y) + part.x,
                static_cast<std::size_t>(part.width) * 4);
  }
}

}  // namespace

Window::Window(const WindowOptions& options) : input_(options.keys) {
  set_video_hints(options.fullscreen);
  fault_ = start_video();
  if (!fault_.empty()) return;
  fault_ = open(options);
  if (fault_.empty() || std::strcmp(SDL_GetCurrentVideoDriver(), "wayland") != 0) return;
  close();
  fault_ = change_to_x11();
  if (fault_.empty()) fault_ = open(options);
}

// Returns why it could not be opened; empty: it was.
std::string Window::open(const WindowOptions& options) {
  const Uint32 flags = options.fullscreen ? SDL_WINDOW_BORDERLESS | SDL_WINDOW_RESIZABLE | SDL_WINDOW_HIDDEN
                                          : static_cast<Uint32>(SDL_WINDOW_RESIZABLE);
  const int centred = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(
      static_cast<unsigned>(std::clamp(options.monitor.number, 0, std::max(0, SDL_GetNumVideoDisplays() - 1)))));
  window_ = SDL_CreateWindow(options.title.c_str(), centred, centred, options.width, options.height, flags);
  if (window_ == nullptr) return SDL_GetError();
  if (options.fullscreen) {
    show_pointer(false);
    full_screen_.emplace(window_, options.monitor, options.touch, options.takes_keys);
    full_screen_->look(sdl_now());
  }
  // Paper colour until the first card is painted: no black flash, and the surface's memory is ready when the card
  // comes.
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  std::string fault = surface_fault(surface);
  if (!fault.empty()) return fault;
  SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 0xFA, 0xF6, 0xEF));
  SDL_UpdateWindowSurface(window_);
  return {};
}

void Window::close() {
  full_screen_.reset();
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  window_ = nullptr;
}

Window::~Window() {
  close();
  SDL_Quit();
}

std::vector<std::string> Window::faults() const {
  return full_screen_ ? full_screen_->faults() : std::vector<std::string>();
}

bool Window::has_touchscreen() const {
  const std::optional<bool> own = full_screen_ ? full_screen_->has_touchscreen() : std::nullopt;
  return own.value_or(platform::has_touchscreen());
}

int Window::width() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(window_);
  return surface != nullptr ? surface->w : 0;
}

int Window::height() const {
  const SDL_Surface* surface = SDL_GetWindowSurface(window_);
  return surface != nullptr ? surface->h : 0;
}

// The window's surface with everything outside `area` black; null if the window cannot be drawn to now.
SDL_Surface* Window::surface(const Area& area) {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (surface == nullptr || surface->format->BytesPerPixel != 4) return nullptr;
  if (area.x < 0 || area.y < 0 || area.x + area.width > surface->w || area.y + area.height > surface->h) return nullptr;
  const bool covers_all = area.width == surface->w && area.height == surface->h;
  if (!(cleared_for_ == area) && !covers_all) SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 0, 0, 0));
  cleared_for_ = area;
  return surface;
}

Window::Frame Window::begin_frame(const Area& area, const std::vector<Area>& changed) {
  if (is_waiting()) return {};
  const bool same_place = cleared_for_ == area;
  SDL_Surface* target = surface(area);
  if (target == nullptr) return {};
  const bool in_part = !changed.empty() && same_place && drawn_on_ == target->pixels;
  drawn_on_ = target->pixels;
  return {target, in_part, in_part ? changed : std::vector<Area>{{0, 0, area.width, area.height}}};
}

bool Window::end_frame(const Frame& frame, const Area& area) {
  if (!frame.in_part) return SDL_UpdateWindowSurface(window_) == 0;
  std::vector<SDL_Rect> updated;
  updated.reserve(frame.parts.size());
  for (const Area& part : frame.parts) updated.push_back({area.x + part.x, area.y + part.y, part.width, part.height});
  return SDL_UpdateWindowSurfaceRects(window_, updated.data(), static_cast<int>(updated.size())) == 0;
}

bool Window::show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) {
  const Frame frame = begin_frame(area, damaged);
  if (frame.target == nullptr) return false;
  for (const Area& part : frame.parts) copy(layer, part, area, *frame.target);
  return end_frame(frame, area);
}

bool Window::show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area,
                       const std::vector<Area>& differing) {
  const Frame frame = begin_frame(area, differing);
  if (frame.target == nullptr) return false;
  const int pitch = frame.target->pitch / 4;
  auto* pixels = static_cast<std::uint32_t*>(frame.target->pixels) + static_cast<std::ptrdiff_t>(area.y) * pitch;
  for (const Area& part : frame.parts) paint::cross_fade(from, to, amount, part, pixels + area.x, pitch);
  return end_frame(frame, area);
}

void Window::show_pointer(bool shown) {
  if (shown == pointer_) return;
  pointer_ = shown;
  SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

void Window::take(const SDL_Event& event, Events& events) {
  if (event.type == SDL_QUIT) events.display_gone = true;
  if (const auto touch = input_.touch(event, width(), height())) events.input.emplace_back(*touch);
  if (const auto key = input_.key(event)) events.input.emplace_back(*key);
  if (full_screen_) {
    show_pointer(input_.mouse_is_used(event));
    if (pointer_ && event.type == SDL_MOUSEMOTION) pointer_ends_ = sdl_now() + pointer_time;
    look_ = full_screen_->concerns(event) || look_;
  }
  if (event.type != SDL_WINDOWEVENT) return;
  const auto what = event.window.event;
  if (what == SDL_WINDOWEVENT_CLOSE) events.close = !full_screen_;
  if (what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED) {
    events.exposed = true;
    cleared_for_ = {};
  }
}

Window::Events Window::wait(int timeout_ms) {
  const auto wait_at_most_until = [&timeout_ms](MonoTime time) {
    const auto left = static_cast<int>(std::max<Millis::rep>(0, (time - sdl_now()).count()));
    timeout_ms = timeout_ms < 0 ? left : std::min(timeout_ms, left);
  };
  if (full_screen_ && full_screen_->next_look()) wait_at_most_until(*full_screen_->next_look());
  if (full_screen_ && pointer_) wait_at_most_until(pointer_ends_);
  Events events;
  SDL_Event event;
  bool more = timeout_ms < 0 ? SDL_WaitEvent(&event) == 1 : SDL_WaitEventTimeout(&event, timeout_ms) == 1;
  for (; more; more = SDL_PollEvent(&event) == 1) take(event, events);
  if (!full_screen_) return events;
  if (pointer_ && sdl_now() >= pointer_ends_) {
    input_.forget_mouse();
    show_pointer(false);
  }
  const std::optional<MonoTime> next = full_screen_->next_look();
  if (look_ || (next && *next <= sdl_now())) full_screen_->look(sdl_now());
  look_ = false;
  return events;
}

}  // namespace anteroom::platform

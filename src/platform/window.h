// The window: pixels on the display, and events from the system.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "paint/pixels.h"
#include "platform/full_screen.h"
#include "platform/glass.h"
#include "platform/input.h"

struct SDL_Window;
struct SDL_Surface;
union SDL_Event;

namespace anteroom::platform {

struct WindowOptions {
  bool fullscreen = false;
  int width = 1280, height = 720;  // of a window that is not full screen
  MonitorChoice monitor = {};
  TouchChoice touch = {};
  std::string title = "Anteroom";
  Keys keys = {};
  bool takes_keys = true;  // full screen: grabs the keyboard
};

class Window : public Glass {
 public:
  // Opens it. Errors: fault() says why it could not, and nothing else may be called then.
  explicit Window(const WindowOptions& options);
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  const std::string& fault() const { return fault_; }
  // True while a full-screen window is hidden because its monitor is not there. wait() shows it once it is.
  bool is_waiting() const { return full_screen_ && !full_screen_->is_shown(); }
  // What is wrong with its monitor and touchscreen now, as logged.
  std::vector<std::string> faults() const;
  // True if the touchscreen of this window is connected.
  bool has_touchscreen() const;
  int width() const override;
  int height() const override;
  bool show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) override;
  bool show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area,
                 const std::vector<Area>& differing) override;

  struct Events {
    bool close = false;                           // the user closed a window that may be closed
    bool display_gone = false;                    // nothing can be shown any more
    bool exposed = false;                         // what was shown may be lost, or the size has changed
    std::vector<std::variant<Touch, Key>> input;  // what the patient did, in order
  };
  // Waits for an event, at most until `timeout_ms` have passed (0: not at all; negative: for ever), and handles all
  // pending events.
  Events wait(int timeout_ms);

 private:
  std::string open(const WindowOptions& options);
  void close();
  SDL_Surface* surface(const Area& area);
  struct Frame {
    SDL_Surface* target = nullptr;  // none: the window cannot be drawn to now
    bool in_part = false;           // what is outside `parts` is already on the window
    std::vector<Area> parts;        // of the layer, to draw
  };
  // A frame in `area`, of which only `changed` (empty: all) differs from the last one.
  Frame begin_frame(const Area& area, const std::vector<Area>& changed);
  // Shows it. Returns false if that failed.
  bool end_frame(const Frame& frame, const Area& area);
  void show_pointer(bool shown);
  void take(const SDL_Event& event, Events& events);
  std::string fault_;
  SDL_Window* window_ = nullptr;
  std::optional<FullScreen> full_screen_;  // none: a window that can be moved and closed
  bool pointer_ = true;                    // the mouse pointer is visible
  MonoTime pointer_ends_{};                // when it is hidden unless the mouse moves before
  bool look_ = false;                      // look for the monitor once the events are handled
  Input input_;
  Area cleared_for_;
  const void* drawn_on_ = nullptr;  // the pixels that hold the last frame; a new buffer holds nothing yet
};

}  // namespace anteroom::platform

// The window: pixels on the glass and what the system tells of it.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "paint/pixels.h"
#include "platform/glass.h"
#include "platform/input.h"

struct SDL_Window;
struct SDL_Surface;

namespace anteroom::platform {

struct WindowOptions {
  bool fullscreen = false;
  int width = 1280, height = 720;  // of a window that is not full screen
  int display = 0;
  std::string title = "Anteroom";
  Keys keys = {};
};

class Window : public Glass {
 public:
  // Opens it. Errors: fault() says why there is none, and nothing else may be called then.
  explicit Window(const WindowOptions& options);
  ~Window() override;
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  const std::string& fault() const { return fault_; }
  int width() const override;
  int height() const override;
  bool show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) override;
  void show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area) override;

  struct Events {
    bool close = false;                           // the user closed a window that may be closed
    bool exposed = false;                         // what was shown may be gone, or the size is another
    std::vector<std::variant<Touch, Key>> input;  // what the patient did, in order
  };
  // Waits for an event, at most until `timeout_ms` have passed (0: not at all; below 0: for ever), and handles all that
  // are there.
  Events wait(int timeout_ms);

 private:
  SDL_Surface* surface(const Area& area);
  void claim_screen();
  void show_pointer(bool shown);
  std::string fault_;
  SDL_Window* window_ = nullptr;
  bool fullscreen_ = false;
  bool started_ = false;
  bool shown_ = false;    // a frame is on the glass
  bool claimed_ = false;  // full screen was asked for
  bool pointer_ = true;   // the mouse's pointer is seen
  Input input_;
  Area cleared_for_;
  const void* drawn_on_ = nullptr;  // the pixels that hold the last frame; other ones hold nothing yet
};

// Sets the variables that SDL and X read, so that they start no more than is needed. Requires: no other thread runs
// yet, since changing the environment is not safe beside one that reads it.
void prepare_environment();

// True if the environment names a display (X11, Wayland or a console with KMS); whether it answers, the window tells.
bool display_available();

// True if `folder` (/dev/dri) has a card that may be used: card0, or any other number, since the firmware's picture
// (simpledrm) takes the first and gives it up again.
bool has_graphics_card(const std::filesystem::path& folder);

}  // namespace anteroom::platform

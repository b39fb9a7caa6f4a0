// Keeps a window covering its own monitor completely, whatever happens to the monitors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/time.h"
#include "platform/monitors.h"
#include "platform/x11_desktop.h"
#include "platform/x11_touch.h"

struct SDL_Window;
union SDL_Event;

namespace anteroom::platform {

class FullScreen {
 public:
  // `keys`: the window is to have the keyboard. `touch`: whose touches are for it. Requires: `window` is hidden, and
  // outlives this.
  FullScreen(SDL_Window* window, MonitorChoice choice, TouchChoice touch, bool keys);

  // Looks for the monitor. If it is there, the window covers it; if not, or if another program of ours fills it, the
  // window is hidden, so that it never appears on another one, and the log says that it is waiting.
  void look(MonoTime now);
  // When to look again even if nothing happens.
  std::optional<MonoTime> next_look() const { return next_look_; }
  // True if `event` may be a reason to look.
  bool concerns(const SDL_Event& event) const;

  // True if the window is visible. False: it is waiting for its monitor.
  bool is_shown() const { return shown_; }
  // What is wrong now, as logged: why it is waiting, what is the matter with the touchscreen.
  std::vector<std::string> faults() const;
  // True if the own touchscreen is connected; nothing: that is not known.
  std::optional<bool> has_touchscreen() const { return touch_ ? std::optional(touch_->is_there()) : std::nullopt; }

 private:
  std::vector<ConnectedMonitor> monitors() const;
  void cover(std::size_t index, const Area& place, MonoTime now);
  void cover_on_x11(const Area& place, MonoTime now);
  void show();
  void leave_window_manager();
  void wait(const std::string& why, bool at_once, MonoTime now);

  SDL_Window* window_;
  std::optional<X11Desktop> x11_;
  std::optional<X11Touch> touch_;  // on X11
  OwnMonitor monitor_;
  bool keys_;
  bool shown_ = false;
  std::string told_;             // why it is waiting, as logged
  bool told_ambiguous_ = false;  // that several monitors have the name
  std::optional<MonoTime> missing_since_;
  std::optional<Area> place_;  // of the monitor, when it was last there
  int tries_ = 0;              // to cover it
  MonoTime asked_{};           // when it was last tried
  bool left_ = false;          // the window manager, which did not comply
  std::optional<MonoTime> next_look_;
};

}  // namespace anteroom::platform

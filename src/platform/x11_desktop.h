// The X server's monitors, and a window that covers one of them. SDL (2.26 to 2.32) asks for the monitors once, and
// does not notice when one changes size, is turned, or is switched off.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/edid.h"
#include "platform/monitors.h"

struct SDL_Window;
union SDL_Event;

namespace anteroom::platform {

class X11Desktop {
 public:
  // Uses the X server that `window` belongs to. From now on SDL passes on X's events about monitors as SDL_SYSWMEVENT.
  // Requires: SDL's driver is "x11"; the window outlives this.
  explicit X11Desktop(SDL_Window* window);

  // All that are connected, the primary one first, as the server knows them: the monitors themselves are not probed,
  // which would take a while, unless there seems to be none.
  std::vector<ConnectedMonitor> monitors() const;
  // True if `event` says that a monitor was connected, removed or changed.
  bool is_monitor_event(const SDL_Event& event) const;

  // Claims the monitor with this connector for the window, as long as that exists, so that no two programs fight over
  // it. Returns the process that has it instead (0: not known); nothing: the claim holds. Two that claim it at the same
  // moment may both be given it, and the second call of one of them says so.
  std::optional<unsigned long> claim(const std::string& connector) const;
  // Asks for the window to cover `place` above everything else, without waiting for it: a window manager may take its
  // time, or refuse. The window need not be shown.
  void cover(const Area& place) const;
  // True if the window covers `place` now, as cover() requests.
  bool covers(const Area& place) const;
  // Takes the window away from the window manager for good: it is then where cover() puts it. Requires: it is hidden.
  void leave_window_manager();
  // Gives the keyboard to the window.
  void take_focus() const;
  // keep_focus() notes which window has the keyboard, and give_back_focus() returns it there. The window itself is not
  // to get it from a window manager either.
  void keep_focus();
  void give_back_focus() const;
  // False: the window is hidden, whatever has hidden it.
  bool is_mapped() const;
  // Shows the window, above all others.
  void map() const;
  // Xlib's Display.
  void* display() const { return display_; }
  // Handles the events caused by the requests so far.
  void settle() const;

 private:
  Area window_place() const;
  bool is_full_screen() const;
  bool has_window_manager() const;
  void set_full_screen(bool on) const;

  void* display_ = nullptr;  // Xlib's Display; its header is full of macros
  unsigned long window_ = 0, root_ = 0;
  bool left_ = false;  // the window manager
  unsigned long focus_ = 0;
  int randr_event_base_ = 0;  // the number of RandR's first event; 0: the server has no RandR
};

// The connected monitors of the X server that the environment names, the primary one first, before there is a window;
// empty: no server answers, or it has none.
std::vector<ReportedMonitor> monitors_of_x_server();

}  // namespace anteroom::platform

#include "platform/full_screen.h"

#include <SDL.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "platform/log.h"

namespace anteroom::platform {

namespace {

using namespace std::chrono_literals;

// A monitor whose resolution changes is off for a moment, which is not worth logging.
constexpr Millis patience{1000};
// How often a window manager is asked to let the window cover its monitor, and for how long the window must have
// covered it before the count starts again.
constexpr int max_tries = 4;
constexpr Millis obeyed_for{10'000};
// Until then the window is checked this often: SDL does not pass on every change that a slow window manager makes.
constexpr Millis recheck{1000};

// The pause before the next try.
Millis pause_after(int tries) {
  return Millis(125) * (1 << std::min(tries, 6));
}

}  // namespace

FullScreen::FullScreen(SDL_Window* window, MonitorChoice choice, TouchChoice touch, bool keys)
    : window_(window), monitor_(std::move(choice)), keys_(keys) {
  if (std::strcmp(SDL_GetCurrentVideoDriver(), "x11") != 0) return;
  x11_.emplace(window);
  if (x11_->display() != nullptr) touch_.emplace(x11_->display(), std::move(touch));
}

std::vector<ConnectedMonitor> FullScreen::monitors() const {
  if (x11_) return x11_->monitors();
  std::vector<ConnectedMonitor> monitors;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    const char* name = SDL_GetDisplayName(i);
    SDL_Rect place{};
    if (SDL_GetDisplayBounds(i, &place) != 0) continue;
    monitors.push_back({"", name == nullptr ? "" : name, Area{place.x, place.y, place.w, place.h}});
  }
  return monitors;
}

bool FullScreen::concerns(const SDL_Event& event) const {
  if (x11_ && x11_->is_monitor_event(event)) return true;
  if (touch_ && touch_->is_device_event(event)) return true;
  if (event.type == SDL_DISPLAYEVENT) return true;
  if (event.type != SDL_WINDOWEVENT || !shown_) return false;
  const auto what = event.window.event;
  return what == SDL_WINDOWEVENT_MOVED || what == SDL_WINDOWEVENT_SIZE_CHANGED || what == SDL_WINDOWEVENT_MINIMIZED ||
         what == SDL_WINDOWEVENT_HIDDEN;
}

void FullScreen::look(MonoTime now) {
  next_look_.reset();
  const std::vector<ConnectedMonitor> connected = monitors();
  const std::optional<std::size_t> index = monitor_.index(connected);
  if (!index || !connected[*index].place) {
    // Absent from the start: it is logged at once.
    wait(monitor_.missing(connected), !shown_ && !missing_since_, now);
    return;
  }
  if (const auto other = x11_ ? x11_->claim(connected[*index].connector) : std::nullopt) {
    // The server may not have noticed yet that a program which was killed is gone.
    wait(monitor_.taken(*other), false, now);
    next_look_ = now + recheck;
    return;
  }
  const std::string ambiguous = monitor_.ambiguous(connected);
  if (!ambiguous.empty() && !std::exchange(told_ambiguous_, true)) log("anteroom: warning: " + ambiguous);
  missing_since_.reset();
  cover(*index, *connected[*index].place, now);
  if (!std::exchange(told_, {}).empty()) log("anteroom: " + monitor_.called() + " is there");
  const auto is_on = [](const ConnectedMonitor& each) { return each.place.has_value(); };
  const auto monitors = static_cast<std::size_t>(std::count_if(connected.begin(), connected.end(), is_on));
  if (touch_) touch_->look(*connected[*index].place, connected[*index].turned, monitors);
}

// `at_once`: it is logged without patience.
void FullScreen::wait(const std::string& why, bool at_once, MonoTime now) {
  const bool was_shown = std::exchange(shown_, false);
  tries_ = 0;
  if (was_shown) SDL_HideWindow(window_);
  if (!missing_since_) missing_since_ = at_once ? now - patience : now;
  if (!told_.empty()) return;
  if (now - *missing_since_ < patience) {
    next_look_ = *missing_since_ + patience;
    return;
  }
  told_ = why;
  log("anteroom: " + why);
}

std::vector<std::string> FullScreen::faults() const {
  std::vector<std::string> faults;
  if (!told_.empty()) faults.push_back("anteroom: " + told_);
  if (touch_ && !touch_->fault().empty()) faults.push_back("anteroom: " + touch_->fault());
  return faults;
}

void FullScreen::cover(std::size_t index, const Area& place, MonoTime now) {
  const bool moved = place_ != place;
  if (moved) tries_ = 0;
  place_ = place;
  if (!x11_) {
    if (moved || !shown_) {
      const int centred = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(index)));
      SDL_SetWindowPosition(window_, centred, centred);
      SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    if (!shown_) show();
    if ((SDL_GetWindowFlags(window_) & SDL_WINDOW_MINIMIZED) != 0) SDL_RestoreWindow(window_);
    return;
  }
  cover_on_x11(place, now);
}

// A window manager may do what it is asked late or not at all, and may undo it afterwards.
void FullScreen::cover_on_x11(const Area& place, MonoTime now) {
  if (shown_ && !x11_->is_mapped()) shown_ = false;  // it was hidden or minimised
  const bool covered = x11_->covers(place);
  const bool is_time = now >= asked_ + pause_after(tries_);
  if (covered && shown_) {
    if (now >= asked_ + obeyed_for) tries_ = 0;
    if (tries_ > 0) next_look_ = std::min(now + recheck, asked_ + obeyed_for);
    return;
  }
  if (shown_ && tries_ > 0 && !is_time) {
    next_look_ = asked_ + pause_after(tries_);
    return;
  }
  if (tries_ >= max_tries && !left_) leave_window_manager();
  x11_->cover(place);
  x11_->settle();
  if (!shown_) show();
  asked_ = now;
  ++tries_;
  const bool obeyed = x11_->covers(place) && x11_->is_mapped();
  next_look_ = asked_ + (obeyed ? recheck : pause_after(tries_));
}

// Some add a title bar, or spread the window over all monitors.
void FullScreen::leave_window_manager() {
  left_ = true;
  tries_ = 0;
  log("anteroom: the window manager does not let the window cover its monitor; the window is taken from it");
  shown_ = false;
  SDL_HideWindow(window_);
  x11_->leave_window_manager();
}

void FullScreen::show() {
  shown_ = true;
  // Without a window manager SDL takes the keyboard, which a wall screen does not need but the kiosk beside it does.
  const bool gives_back = x11_ && !keys_;
  if (gives_back) x11_->keep_focus();
  SDL_ShowWindow(window_);
  if (x11_) x11_->map();  // SDL does nothing if it has not noticed that the window was hidden
  if (gives_back) x11_->give_back_focus();
  if (left_ && keys_) x11_->take_focus();
  // Keys that a window manager would handle itself (Alt+F4, Ctrl+Alt+...) come here and are ignored.
  if (keys_) SDL_SetWindowKeyboardGrab(window_, SDL_TRUE);
}

}  // namespace anteroom::platform

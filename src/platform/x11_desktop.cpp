#include "platform/x11_desktop.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

namespace anteroom::platform {

namespace {

struct Freed {
  void operator()(XRRScreenResources* resources) const { XRRFreeScreenResources(resources); }
  void operator()(XRROutputInfo* output) const { XRRFreeOutputInfo(output); }
  void operator()(XRRCrtcInfo* crtc) const { XRRFreeCrtcInfo(crtc); }
  void operator()(void* memory) const { XFree(memory); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freed>;

Display* as_display(void* display) {
  return static_cast<Display*>(display);
}

Atom atom(Display* display, const char* name) {
  return XInternAtom(display, name, False);
}

std::vector<std::uint8_t> edid_of(Display* display, RROutput output) {
  // 128 bytes, followed by up to three extension blocks, none of which is needed.
  constexpr long longs = 128 / 4;
  Atom type = None;
  int bits = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  const int failed = XRRGetOutputProperty(display, output, atom(display, "EDID"), 0, longs, False, False,
                                          AnyPropertyType, &type, &bits, &count, &left, &bytes);
  const Owned<void> owner(bytes);
  if (failed != Success || bits != 8 || bytes == nullptr) return {};
  return {bytes, bytes + count};
}

int turned_by(Rotation rotation) {
  if ((rotation & RR_Rotate_90) != 0) return 90;
  if ((rotation & RR_Rotate_180) != 0) return 180;
  return (rotation & RR_Rotate_270) != 0 ? 270 : 0;
}

// The primary one first.
std::vector<ReportedMonitor> reported(Display* display, Window root, XRRScreenResources* all) {
  std::vector<ReportedMonitor> monitors;
  const RROutput primary = XRRGetOutputPrimary(display, root);
  for (int i = 0; all != nullptr && i < all->noutput; ++i) {
    const RROutput id = all->outputs[i];
    const Owned<XRROutputInfo> output(XRRGetOutputInfo(display, all, id));
    if (!output || (output->connection == RR_Disconnected && output->crtc == None)) continue;
    const std::vector<std::uint8_t> edid = edid_of(display, id);
    ConnectedMonitor monitor;
    monitor.connector.assign(output->name, static_cast<std::size_t>(output->nameLen));
    monitor.name = edid_name(edid);
    const Owned<XRRCrtcInfo> crtc(output->crtc == None ? nullptr : XRRGetCrtcInfo(display, all, output->crtc));
    if (crtc && crtc->width > 0 && crtc->height > 0) {
      monitor.place = Area{crtc->x, crtc->y, static_cast<int>(crtc->width), static_cast<int>(crtc->height)};
      monitor.turned = turned_by(crtc->rotation);
    }
    const auto place = id == primary ? monitors.begin() : monitors.end();
    monitors.insert(place, {std::move(monitor), parse_edid(edid)});
  }
  return monitors;
}

std::vector<ConnectedMonitor> connected(Display* display, Window root, XRRScreenResources* all) {
  std::vector<ConnectedMonitor> monitors;
  for (ReportedMonitor& each : reported(display, root, all)) monitors.push_back(std::move(each.monitor));
  return monitors;
}

// The first value of a window's property; 0 if it has none.
unsigned long property(Display* display, Window window, Atom name, Atom type) {
  Atom actual = None;
  int bits = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  const int failed =
      XGetWindowProperty(display, window, name, 0, 1, False, type, &actual, &bits, &count, &left, &bytes);
  const Owned<void> owner(bytes);
  if (failed != Success || actual != type || bits != 32 || count < 1) return 0;
  return *reinterpret_cast<const unsigned long*>(bytes);
}

}  // namespace

X11Desktop::X11Desktop(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE) return;
  Display* display = info.info.x11.display;
  display_ = display;
  window_ = info.info.x11.window;
  root_ = DefaultRootWindow(display);
  // Paper colour until something is drawn: a window that has grown is not black first.
  XSetWindowBackground(display, window_, 0xFAF6EF);
  int errors = 0, major = 0, minor = 0;
  // 1.3 has a primary monitor, and returns what it knows without probing the monitors.
  const bool randr = XRRQueryExtension(display, &randr_event_base_, &errors) != 0 &&
                     XRRQueryVersion(display, &major, &minor) != 0 && (major > 1 || minor >= 3);
  if (!randr) {
    randr_event_base_ = 0;
    return;
  }
  XRRSelectInput(display, root_, RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

std::vector<ConnectedMonitor> X11Desktop::monitors() const {
  Display* display = as_display(display_);
  if (randr_event_base_ == 0) {
    const int screen = DefaultScreen(display);
    return {{"", "", Area{0, 0, DisplayWidth(display, screen), DisplayHeight(display, screen)}}};
  }
  const Owned<XRRScreenResources> known(XRRGetScreenResourcesCurrent(display, root_));
  std::vector<ConnectedMonitor> monitors = connected(display, root_, known.get());
  if (!monitors.empty()) return monitors;
  // Some servers (Xephyr) report none until they are made to probe, which may take a while.
  const Owned<XRRScreenResources> looked(XRRGetScreenResources(display, root_));
  return connected(display, root_, looked.get());
}

// A selection of ICCCM 2 has one owner, and the server ends its ownership with the owner's connection.
std::optional<unsigned long> X11Desktop::claim(const std::string& connector) const {
  Display* display = as_display(display_);
  const Atom name = atom(display, ("_ANTEROOM_ON_" + connector).c_str());
  ::Window owner = XGetSelectionOwner(display, name);
  if (owner == None) {
    XSetSelectionOwner(display, name, window_, CurrentTime);
    owner = XGetSelectionOwner(display, name);
  }
  if (owner == window_) return {};
  const auto usual = XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // it may have gone meanwhile
  const unsigned long process = property(display, owner, atom(display, "_NET_WM_PID"), XA_CARDINAL);
  XSetErrorHandler(usual);
  return process;
}

bool X11Desktop::is_monitor_event(const SDL_Event& event) const {
  if (randr_event_base_ == 0 || event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11)
    return false;
  const int type = event.syswm.msg->msg.x11.event.type;
  return type == randr_event_base_ + RRScreenChangeNotify || type == randr_event_base_ + RRNotify;
}

bool X11Desktop::has_window_manager() const {
  if (left_) return false;
  Display* display = as_display(display_);
  const Atom check = atom(display, "_NET_SUPPORTING_WM_CHECK");
  const ::Window witness = property(display, root_, check, XA_WINDOW);
  // One that has ended leaves behind the property of the root, but not the window that it names.
  const auto usual = XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
  const bool is_there = witness != 0 && property(display, witness, check, XA_WINDOW) == witness;
  XSetErrorHandler(usual);
  return is_there;
}

Area X11Desktop::window_place() const {
  Display* display = as_display(display_);
  XWindowAttributes window;
  if (XGetWindowAttributes(display, window_, &window) == 0) return {};
  int x = 0, y = 0;
  ::Window child = None;
  XTranslateCoordinates(display, window_, root_, 0, 0, &x, &y, &child);
  return {x, y, window.width, window.height};
}

bool X11Desktop::is_full_screen() const {
  Display* display = as_display(display_);
  Atom type = None;
  int bits = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  const int failed = XGetWindowProperty(display, window_, atom(display, "_NET_WM_STATE"), 0, 64, False, XA_ATOM, &type,
                                        &bits, &count, &left, &bytes);
  const Owned<void> owner(bytes);
  if (failed != Success || type != XA_ATOM || bits != 32) return false;
  const auto* states = reinterpret_cast<const Atom*>(bytes);
  return std::find(states, states + count, atom(display, "_NET_WM_STATE_FULLSCREEN")) != states + count;
}

// Extended Window Manager Hints 1.5, _NET_WM_STATE: a property before the window is mapped, a message afterwards.
void X11Desktop::set_full_screen(bool on) const {
  Display* display = as_display(display_);
  const Atom state = atom(display, "_NET_WM_STATE");
  Atom full_screen = atom(display, "_NET_WM_STATE_FULLSCREEN");
  if (!is_mapped()) {
    XChangeProperty(display, window_, state, XA_ATOM, 32, PropModeReplace,
                    reinterpret_cast<unsigned char*>(&full_screen), on ? 1 : 0);
    return;
  }
  XEvent message{};
  message.xclient.type = ClientMessage;
  message.xclient.window = window_;
  message.xclient.message_type = state;
  message.xclient.format = 32;
  message.xclient.data.l[0] = on ? 1 : 0;
  message.xclient.data.l[1] = static_cast<long>(full_screen);
  message.xclient.data.l[3] = 1;  // from a program, not a pager
  XSendEvent(display, root_, False, SubstructureRedirectMask | SubstructureNotifyMask, &message);
}

bool X11Desktop::is_mapped() const {
  XWindowAttributes window;
  return XGetWindowAttributes(as_display(display_), window_, &window) != 0 && window.map_state != IsUnmapped;
}

void X11Desktop::map() const {
  XMapRaised(as_display(display_), window_);
  XFlush(as_display(display_));
}

void X11Desktop::cover(const Area& place) const {
  Display* display = as_display(display_);
  const bool managed = has_window_manager();
  // A window manager keeps a full-screen window on its monitor, so it leaves full screen to be moved.
  if (managed && is_full_screen()) set_full_screen(false);
  // As if chosen by the user: a window manager need not look for another position.
  XSizeHints hints{};
  hints.flags = USPosition | USSize;
  hints.x = place.x;
  hints.y = place.y;
  hints.width = place.width;
  hints.height = place.height;
  XSetWMNormalHints(display, window_, &hints);
  XMoveResizeWindow(display, window_, place.x, place.y, static_cast<unsigned>(place.width),
                    static_cast<unsigned>(place.height));
  XRaiseWindow(display, window_);
  if (managed) set_full_screen(true);
  XFlush(display);
}

void X11Desktop::leave_window_manager() {
  left_ = true;
  XSetWindowAttributes attributes{};
  attributes.override_redirect = True;
  XChangeWindowAttributes(as_display(display_), window_, CWOverrideRedirect, &attributes);
  XReparentWindow(as_display(display_), window_, root_, 0, 0);  // out of its frame
}

void X11Desktop::take_focus() const {
  XSetInputFocus(as_display(display_), window_, RevertToPointerRoot, CurrentTime);
}

void X11Desktop::keep_focus() {
  Display* display = as_display(display_);
  const Owned<XWMHints> hints(XGetWMHints(display, window_));
  if (hints) {
    hints->flags |= InputHint;
    hints->input = False;
    XSetWMHints(display, window_, hints.get());
  }
  int revert = 0;
  XGetInputFocus(display, &focus_, &revert);
}

void X11Desktop::give_back_focus() const {
  XSetInputFocus(as_display(display_), focus_, RevertToPointerRoot, CurrentTime);
}

bool X11Desktop::covers(const Area& place) const {
  return window_place() == place && (!has_window_manager() || is_full_screen());
}

void X11Desktop::settle() const {
  XSync(as_display(display_), False);
  SDL_PumpEvents();
}

std::vector<ReportedMonitor> monitors_of_x_server() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return {};
  int base = 0, errors = 0;
  std::vector<ReportedMonitor> monitors;
  if (XRRQueryExtension(display, &base, &errors) != 0) {
    const ::Window root = DefaultRootWindow(display);
    const Owned<XRRScreenResources> all(XRRGetScreenResources(display, root));
    monitors = reported(display, root, all.get());
  }
  XCloseDisplay(display);
  return monitors;
}

}  // namespace anteroom::platform

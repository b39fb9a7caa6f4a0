#include "platform/x11_touch.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xatom.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XInput.h>
#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "platform/log.h"

namespace anteroom::platform {

namespace {

struct FoundDevice {
  int id = 0;
  std::string name;
};

struct FreedDevices {
  void operator()(XIDeviceInfo* devices) const { XIFreeDeviceInfo(devices); }
};

bool is_direct_touch(const XIDeviceInfo& device) {
  if (device.enabled == False || (device.use != XISlavePointer && device.use != XIFloatingSlave)) return false;
  return std::any_of(device.classes, device.classes + device.num_classes, [](const XIAnyClassInfo* each) {
    return each->type == XITouchClass && reinterpret_cast<const XITouchClassInfo*>(each)->mode == XIDirectTouch;
  });
}

std::vector<FoundDevice> touchscreens_of(Display* display) {
  int major = 2, minor = 2;  // the first with touches
  if (XIQueryVersion(display, &major, &minor) != Success) return {};
  int count = 0;
  const std::unique_ptr<XIDeviceInfo, FreedDevices> devices(XIQueryDevice(display, XIAllDevices, &count));
  std::vector<FoundDevice> found;
  for (int i = 0; devices != nullptr && i < count; ++i) {
    const XIDeviceInfo& device = devices.get()[i];
    if (is_direct_touch(device)) found.push_back({device.deviceid, device.name});
  }
  return found;
}

std::vector<std::string> names_of(const std::vector<FoundDevice>& devices) {
  std::vector<std::string> names;
  names.reserve(devices.size());
  for (const FoundDevice& device : devices) names.push_back(device.name);
  return names;
}

// A device without the property has no matrix: the server refuses the change, and nothing else happens.
void set_matrix(Display* display, int device, TouchMatrix matrix) {
  const Atom property = XInternAtom(display, "Coordinate Transformation Matrix", True);
  const Atom type = XInternAtom(display, "FLOAT", True);
  if (property == None || type == None) return;
  std::array<std::uint32_t, 9> values{};
  static_assert(sizeof values == sizeof matrix);
  std::memcpy(values.data(), matrix.data(), sizeof values);
  XIChangeProperty(display, device, property, type, 32, PropModeReplace,
                   reinterpret_cast<unsigned char*>(values.data()), static_cast<int>(values.size()));
}

Area desktop_of(Display* display) {
  XWindowAttributes root;
  if (XGetWindowAttributes(display, DefaultRootWindow(display), &root) == 0) return {};
  return {0, 0, root.width, root.height};
}

}  // namespace

X11Touch::X11Touch(void* display, TouchChoice choice) : display_(display), choice_(std::move(choice)) {
  auto* server = static_cast<Display*>(display_);
  int opcode = 0, base = 0, errors = 0;
  if (XQueryExtension(server, "XInputExtension", &opcode, &base, &errors) == 0) return;
  // DevicePresenceNotify of the X Input Extension 1.4; XInput.h has it only in a macro for C.
  constexpr int presence = 15;
  XEventClass presence_class = 0x10000;
  XSelectExtensionEvent(server, DefaultRootWindow(server), &presence_class, 1);
  device_event_ = base + presence;
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool X11Touch::is_device_event(const SDL_Event& event) const {
  if (device_event_ == 0 || event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return false;
  return event.syswm.msg->msg.x11.event.type == device_event_;
}

void X11Touch::look(const Area& place, int turned, std::size_t monitors) {
  auto* server = static_cast<Display*>(display_);
  const std::vector<FoundDevice> found = touchscreens_of(server);
  const std::vector<std::string> names = names_of(found);
  const std::vector<std::size_t> own = own_touchscreens(names, choice_);
  if (!own.empty()) known_ = names[own.front()];
  std::string fault = touch_fault(names, choice_, monitors);
  if (fault.empty() && choice_.is_used && names.empty() && !known_.empty()) {
    fault = "touchscreen `" + known_ + "` is not connected any more";
  }
  if (fault != told_) {
    const std::string& name = choice_.name.empty() ? known_ : choice_.name;
    log("anteroom: " + (fault.empty() ? "touchscreen `" + name + "` is there" : fault));
    told_ = fault;
  }
  // Where it makes no difference the server's own matrix stays, which may be a calibration.
  has_mapped_ = has_mapped_ || !choice_.name.empty() || monitors > 1 || turned != 0;
  if (!has_mapped_) return;
  const TouchMatrix matrix = touch_matrix(place, desktop_of(server), turned);
  for (const std::size_t i : own) set_matrix(server, found[i].id, matrix);
  XFlush(server);
}

bool X11Touch::is_there() const {
  const std::vector<std::string> names = names_of(touchscreens_of(static_cast<Display*>(display_)));
  return choice_.name.empty() ? !names.empty() : !own_touchscreens(names, choice_).empty();
}

std::vector<std::string> touchscreens_of_x_server() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return {};
  std::vector<std::string> names = names_of(touchscreens_of(display));
  XCloseDisplay(display);
  return names;
}

}  // namespace anteroom::platform

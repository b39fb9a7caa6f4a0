#include "platform/x11_errors.h"

#include <X11/Xlib.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <string>

#include "platform/log.h"

namespace anteroom::platform {

namespace {

std::atomic<int> gone_status{EXIT_FAILURE};

// Xlib does not let it return. No file is being written, so nothing is lost by ending at once.
int handle_loss(Display*) {
  log("anteroom: error: the X server has gone; ending with status " + std::to_string(gone_status));
  settle_log();
  std::quick_exit(gone_status);
}

// Mostly about a window that had gone just before the request arrived.
int handle_refusal(Display* display, XErrorEvent* error) {
  std::array<char, 128> text{};
  XGetErrorText(display, error->error_code, text.data(), text.size());
  log("anteroom: the X server refuses a request (" + std::string(text.data()) + "; request " +
      std::to_string(error->request_code) + "." + std::to_string(error->minor_code) + ")");
  return 0;
}

}  // namespace

void handle_x11_errors(int status) {
  gone_status = status;
  XSetIOErrorHandler(handle_loss);
  XSetErrorHandler(handle_refusal);
}

}  // namespace anteroom::platform

// What happens when an X server refuses a request or goes away.
#pragma once

namespace anteroom::platform {

// From now on the process ends with `status`, and a message in the log, as soon as the X server has gone; and it does
// not end when the server refuses a request. Without this Xlib calls exit(1) for both. Call before SDL_Init.
void handle_x11_errors(int status);

}  // namespace anteroom::platform

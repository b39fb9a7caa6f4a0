// What an X server that refuses a request, or goes away, does to the program.
#pragma once

namespace anteroom::platform {

// From now on the process ends with `status`, and a sentence in the log, as soon as the X server has gone; and it does
// not end when the server refuses a request. Without this Xlib calls exit(1) for both. Before SDL_Init.
void meet_x11_errors(int status);

}  // namespace anteroom::platform

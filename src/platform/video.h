// The display server: which one there is, and how SDL is to use it.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::platform {

// Sets the variables that SDL and X read, so that they start no more than needed. Requires: no other thread is running
// yet, since it could be reading the environment.
void prepare_environment();

// True if the environment names a display (X11, Wayland), or there is a card for a console (KMS); whether it answers is
// known only once a window is opened.
bool display_available();

// True if `folder` (/dev/dri) has a usable card: card0, or any other number, since the firmware's framebuffer
// (simpledrm) takes the first and gives it up again.
bool has_kms_device(const std::filesystem::path& folder);

// Sets SDL's hints. Call before start_video.
void set_video_hints(bool full_screen);

// Starts SDL's video. Returns why it could not; empty: started.
std::string start_video();

// On Wayland SDL (2.26 to 2.32) shows pixels only through OpenGL. If it cannot, and an X server answers (XWayland,
// which compositors start on demand), that one is used from now on, and the log says so. Returns why not, and what to
// do; empty: video runs on X11 now. Requires: no window is open.
std::string change_to_x11();

}  // namespace anteroom::platform

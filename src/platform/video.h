// The display server: which one there is, and how SDL is to use it.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::platform {

// Sets the variables that SDL and X read, so that they start no more than is needed. Requires: no other thread runs
// yet, since changing the environment is not safe beside one that reads it.
void prepare_environment();

// True if the environment names a display (X11, Wayland or a console with KMS); whether it answers, the window tells.
bool display_available();

// True if `folder` (/dev/dri) has a card that may be used: card0, or any other number, since the firmware's picture
// (simpledrm) takes the first and gives it up again.
bool has_graphics_card(const std::filesystem::path& folder);

// Tells SDL what it is to do its own way and what not. Before start_video.
void set_video_hints(bool full_screen);

// Starts SDL's video. Returns why there is none; empty: there is.
std::string start_video();

// On Wayland SDL (2.26 to 2.32) shows pixels by OpenGL or not at all. Where it cannot, and an X server answers
// (XWayland, which compositors start for whoever asks), that one is used from now on, and the log says so. Returns why
// not, and what helps; empty: video runs on X11 now. Requires: no window is open.
std::string change_to_x11();

}  // namespace anteroom::platform

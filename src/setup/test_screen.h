// The test picture on the display, full screen, and what is touched and typed there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/key.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "platform/window.h"
#include "setup/test_picture.h"

namespace anteroom::setup {

class TestScreen {
 public:
  // Opens the window on the monitor that `screen` names. Errors: fault() says why it could not, and nothing else may be
  // called then. Requires: `faces` outlives this.
  TestScreen(const Screen& screen, const paint::FaceTable& faces);

  const std::string& fault() const { return window_.fault(); }
  // True while the monitor is not there.
  bool is_waiting() const { return window_.is_waiting(); }

  // Shows `picture` from now on, as `screen` hangs.
  void show(const TestPicture& picture, const Screen& screen);

  struct Input {
    std::vector<scene::Point> touched;  // where fingers went down, on the upright screen, in mm
    std::vector<Key> keys;              // see typed()
    bool gone = false;                  // the display has ended
  };
  // Waits at most `timeout` for input, and keeps the picture on the display.
  Input wait(Millis timeout);

 private:
  void draw();

  paint::TtfFonts fonts_;
  paint::Pictures pictures_;
  paint::Painter painter_;
  platform::Window window_;
  Screen screen_;
  scene::Scene scene_;
  bool is_drawn_ = false;
};

// What a key on the keyboard of the test screen stands for: "up", "left", "right", "down", or "" for Enter; nothing for
// any other key.
std::optional<std::string> typed(Key key);
// True if it stands for Escape.
bool is_escape(Key key);

}  // namespace anteroom::setup

#include "setup/test_screen.h"

#include <utility>
#include <variant>

#include "paint/rotate.h"
#include "platform/pointer.h"

namespace anteroom::setup {

namespace {

// The keypad's keys are free: here they are the keyboard's arrows, Enter and Escape.
const Keys arrows{.next = {"Right"},
                  .previous = {"Left"},
                  .select = {"Return", "Keypad Enter"},
                  .back = {"Down"},
                  .repeat = {"Up"},
                  .volume = {"Escape"},
                  .topics = {}};

}  // namespace

std::optional<std::string> typed(Key key) {
  switch (key) {
    case Key::next:
      return "right";
    case Key::previous:
      return "left";
    case Key::back:
      return "down";
    case Key::repeat:
      return "up";
    case Key::select:
      return "";
    case Key::volume:
    case Key::topics:
      break;
  }
  return std::nullopt;
}

bool is_escape(Key key) {
  return key == Key::volume;
}

TestScreen::TestScreen(const Screen& screen, const paint::FaceTable& faces)
    : fonts_(faces),
      pictures_({}),
      painter_(faces, pictures_),
      window_({.fullscreen = true,
               .width = screen.lies_on_side() ? screen.height_px : screen.width_px,
               .height = screen.lies_on_side() ? screen.width_px : screen.height_px,
               .monitor = {0, screen.monitor},
               .touch = {screen.touch, true},
               .title = "Anteroom setup",
               .keys = arrows}),
      screen_(screen) {}

void TestScreen::show(const TestPicture& picture, const Screen& screen) {
  screen_ = screen;
  scene_ = test_picture(picture, screen_, fonts_);
  draw();
}

void TestScreen::draw() {
  is_drawn_ = false;
  if (window_.is_waiting() || window_.width() == 0) return;
  const paint::Area area = platform::area_on_glass(screen_, window_.width(), window_.height());
  const bool on_side = screen_.lies_on_side();
  const paint::Layer upright =
      painter_.paint(scene_, on_side ? area.height : area.width, on_side ? area.width : area.height);
  is_drawn_ = window_.show(paint::rotate(upright, screen_.rotation), area, {});
}

TestScreen::Input TestScreen::wait(Millis timeout) {
  const platform::Window::Events events = window_.wait(static_cast<int>(timeout.count()));
  if (events.exposed || !is_drawn_) draw();
  Input input{{}, {}, events.display_gone};
  for (const auto& each : events.input) {
    if (const auto* touch = std::get_if<platform::Touch>(&each);
        touch != nullptr && touch->phase == ContactPhase::down) {
      input.touched.push_back(
          platform::point_on_screen(screen_, window_.width(), window_.height(), touch->x, touch->y));
    }
    if (const auto* key = std::get_if<Key>(&each)) input.keys.push_back(*key);
  }
  return input;
}

}  // namespace anteroom::setup

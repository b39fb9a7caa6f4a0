// The kiosk in virtual time, with a hand that touches it: what `replay` and `soak` drive.
#pragma once

#include <string>

#include "app/kiosk.h"
#include "paint/pictures.h"
#include "paint/ttf_fonts.h"

namespace anteroom::commands {

class Rehearsal {
 public:
  // A fresh start on a Monday morning, so that a rehearsal is the same on every day.
  explicit Rehearsal(Content content);

  const app::Kiosk& kiosk() const { return kiosk_; }
  Now now() const { return now_; }
  // The scene of a fresh start now.
  scene::Scene fresh_scene();
  const scene::Scene& scene() const { return kiosk_.scene(); }
  const paint::FaceTable& faces() const { return faces_; }

  // Time passes; deadlines inside fire in their order.
  void wait(Millis time);
  void set_wall_clock(WallTime time);

  // What a hand does. A tap and a drag take the time that a person needs, and are over 0.3 s before the next; press and
  // release take none. Points in mm.
  void tap(scene::Point at);
  void press(scene::Point at);
  // Moves the finger to `to`; presses at `from` before and lifts behind if no finger is down.
  void drag(scene::Point from, scene::Point to);
  void release();
  void palm();  // three fingers down and off again
  void key(Key key);

  // A point where a tap meets the target with `label`, or else the one with that id. None: there is none.
  std::optional<scene::Point> find(const std::string& label) const;

 private:
  void touch(app::ContactPhase phase, scene::Point at, std::int64_t finger = 1);

  Now now_;
  Millis lead_in_{0};  // of the wall clock, which counts whole seconds
  paint::FaceTable faces_;
  paint::TtfFonts fonts_;
  app::Kiosk kiosk_;
  bool finger_down_ = false;
  scene::Point finger_;
};

}  // namespace anteroom::commands

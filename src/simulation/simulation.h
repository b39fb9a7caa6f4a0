// The kiosk in virtual time, with a user who touches it. Driven by `replay` and `soak`.
#pragma once

#include <string>

#include "app/kiosk.h"
#include "assembly/load.h"
#include "paint/pictures.h"
#include "paint/ttf_fonts.h"
#include "runtime/speech_bridge.h"
#include "simulation/simulated_voice.h"

namespace anteroom::simulation {

class Simulation {
 public:
  // A fresh start on a fixed Monday morning, so that a simulation does not depend on today's date.
  explicit Simulation(assembly::Loaded loaded);
  // The same in real time, with a real voice: a second of it takes a second. Requires: `voice` outlives it.
  Simulation(assembly::Loaded loaded, platform::Voice& voice);

  const app::Kiosk& kiosk() const { return kiosk_; }
  Now now() const { return now_; }
  // The scene of a fresh start now.
  scene::Scene fresh_scene();
  const scene::Scene& scene() const { return kiosk_.scene(); }
  const paint::FaceTable& faces() const { return *faces_; }

  // Lets `time` pass; deadlines within it fire in order.
  void wait(Millis time);
  // Lets time pass until nothing more is to be spoken, at most ten minutes. Returns false if the voice was still
  // speaking then.
  bool listen();
  // What was spoken to its end since the last touch or key.
  const std::vector<std::string>& said() const { return speech_.said(); }
  // The first text of the screen that was not spoken since the last touch or key; empty: all were.
  std::string unsaid() const;
  void set_wall_clock(WallTime time);

  // The user's input. A tap and a drag take as long as a person needs, including over 0.3 s before the next; press and
  // release take no time. Points in mm.
  void tap(scene::Point at);
  void press(scene::Point at);
  // Moves the finger to `to`. If no finger is down, presses at `from` first and lifts it afterwards.
  void drag(scene::Point from, scene::Point to);
  void release();
  void palm();  // three fingers down and up again
  void key(Key key);
  // The clinic puts up a notice, or takes it down (none).
  void post(const std::optional<Notice>& notice);

  // A point where a tap hits the target with `label`, or else the one with that id. None: there is none.
  std::optional<scene::Point> find(const std::string& label) const;

 private:
  void pass(Millis time);
  void go_on();
  void touch(app::ContactPhase phase, scene::Point at, std::int64_t finger = 1);

  Now now_;
  Millis lead_in_{0};  // time not yet added to the wall clock, which counts whole seconds
  std::shared_ptr<const paint::FaceTable> faces_;
  paint::TtfFonts fonts_;
  app::Kiosk kiosk_;
  SimulatedVoice simulated_voice_;
  bool real_ = false;
  runtime::SpeechBridge speech_;
  bool finger_down_ = false;
  scene::Point finger_;
};

}  // namespace anteroom::simulation

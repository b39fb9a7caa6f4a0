// The kiosk in virtual time, with a hand that touches it: what `replay` and `soak` drive.
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
  // A fresh start on a Monday morning, so that a simulation is the same on every day.
  explicit Simulation(assembly::Loaded loaded);
  // The same in real time, with a real voice: a second of it takes a second. Requires: `voice` outlives it.
  Simulation(assembly::Loaded loaded, platform::Voice& voice);

  const app::Kiosk& kiosk() const { return kiosk_; }
  Now now() const { return now_; }
  // The scene of a fresh start now.
  scene::Scene fresh_scene();
  const scene::Scene& scene() const { return kiosk_.scene(); }
  const paint::FaceTable& faces() const { return *faces_; }

  // Time passes; deadlines inside fire in their order.
  void wait(Millis time);
  // Time passes until nothing more is to be said, at most ten minutes. Returns false if the voice went on even then.
  bool listen();
  // What was said to its end since the last touch or key.
  const std::vector<std::string>& said() const { return speech_.said(); }
  // What of the screen was not said since the last touch or key; empty: all of it was.
  std::string unsaid() const;
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
  void pass(Millis time);
  void go_on();
  void touch(app::ContactPhase phase, scene::Point at, std::int64_t finger = 1);

  Now now_;
  Millis lead_in_{0};  // of the wall clock, which counts whole seconds
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

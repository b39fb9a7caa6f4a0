// What a press becomes: a tap, a swipe, a drag of the exhibit, or nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "scene/scene.h"

namespace anteroom::app {

// From press to release. Each call returns what it means for the kiosk, to be carried out in order. Points in mm.
class Gesture {
 public:
  // A press at `at` on what `scene` shows. `time_runs_left`: a handle counts from its right edge.
  Gesture(const scene::Scene& scene, scene::Point at, bool time_runs_left = false);

  std::vector<Action> begin() const;
  // `really`: false while the finger only trembles on its place, as a wet spot does.
  std::vector<Action> move(scene::Point at, bool really = true);
  // A tap acts on release, and only if the finger is still on what it pressed.
  std::vector<Action> release(scene::Point at);
  // The finger became a palm.
  std::vector<Action> cancel() const;

 private:
  bool holds(scene::Point at) const;
  HandleMove on_handle(HandlePhase phase, scene::Point at) const;
  std::optional<Action> swiped(scene::Point at) const;

  scene::Point began_;
  std::optional<scene::Handle> handle_;
  std::optional<scene::Target> target_;
  scene::Swipe swipe_;
  bool time_runs_left_ = false;
  bool right_to_left_ = false;
  bool strayed_ = false;  // too far for a tap on the ground
};

}  // namespace anteroom::app

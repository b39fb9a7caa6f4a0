// What a press turns into: a tap, a swipe, a drag of the exhibit, or nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "scene/scene.h"

namespace anteroom::app {

// One gesture, from press to release. Each call returns the resulting actions, to be carried out in order. Points in
// mm.
class Gesture {
 public:
  // A press at `at` on what `scene` shows. `time_runs_left`: positions along a handle count
  // from its right edge.
  Gesture(const scene::Scene& scene, scene::Point at, bool time_runs_left = false);

  std::vector<Action> begin() const;
  // `really`: false if the contact only jitters, as a wet spot does.
  std::vector<Action> move(scene::Point at, bool really = true);
  // A tap acts on release, and only if the finger is still on what it pressed.
  std::vector<Action> release(scene::Point at);
  // The contact turned out to be a palm.
  std::vector<Action> cancel() const;

 private:
  bool is_on_target(scene::Point at) const;
  HandleMove on_handle(HandlePhase phase, scene::Point at) const;
  std::optional<Action> swiped(scene::Point at) const;

  scene::Point began_;
  std::optional<scene::Handle> handle_;
  std::optional<scene::Target> target_;
  scene::Swipe swipe_;
  bool time_runs_left_ = false;
  bool right_to_left_ = false;
  bool strayed_ = false;  // moved too far for a tap on the background
};

}  // namespace anteroom::app

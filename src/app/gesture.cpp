#include "app/gesture.h"

#include <cmath>

#include "scene/hit_test.h"
#include "text/layout.h"

namespace anteroom::app {

namespace {

// A finger that rolls during a tap moves less than this; one that scrolls or swipes moves more.
constexpr double stray_mm = 12;
constexpr double swipe_mm = 20;

}  // namespace

Gesture::Gesture(const scene::Scene& scene, scene::Point at, bool time_runs_left)
    : began_(at), time_runs_left_(time_runs_left) {
  right_to_left_ = text::is_right_to_left(scene.language);
  const scene::Target* target = scene::target_at(scene, at);
  const scene::Handle* handle = scene::handle_at(scene, at);
  // Whatever is drawn under the finger wins over what is only near it; if both are only near, the target wins.
  const bool on_target = target != nullptr && !target->ground && target->box.contains(at);
  const bool beside_both = target != nullptr && !target->ground && handle != nullptr && !handle->grab_area.contains(at);
  if (handle != nullptr && !on_target && !beside_both) {
    handle_ = *handle;
  } else if (target != nullptr) {
    target_ = *target;
  }
  if (!handle_ && (!target_ || target_->ground)) swipe_ = scene.swipe;
}

bool Gesture::is_on_target(scene::Point at) const {
  if (!target_) return false;
  if (target_->ground) return !strayed_;
  const scene::Rect& box = target_->box;
  return at.x >= box.x - scene::slop_mm && at.x <= box.right() + scene::slop_mm && at.y >= box.y - scene::slop_mm &&
         at.y <= box.bottom() + scene::slop_below_mm;
}

HandleMove Gesture::on_handle(HandlePhase phase, scene::Point at) const {
  const scene::Rect& box = handle_->box;
  const double along = (at.x - box.x) / box.w;
  return {phase, time_runs_left_ ? 1 - along : along, (at.y - box.y) / box.h};
}

std::optional<Action> Gesture::swiped(scene::Point at) const {
  const double across = at.x - began_.x;
  if (std::abs(across) < swipe_mm || std::abs(across) < 2 * std::abs(at.y - began_.y)) return std::nullopt;
  const bool forwards = right_to_left_ ? across > 0 : across < 0;
  return forwards ? swipe_.next : swipe_.previous;
}

std::vector<Action> Gesture::begin() const {
  std::vector<Action> actions{FingerOn{target_ ? target_->id : ""}};
  if (handle_) actions.emplace_back(on_handle(HandlePhase::grab, began_));
  return actions;
}

std::vector<Action> Gesture::move(scene::Point at, bool really) {
  if (std::hypot(at.x - began_.x, at.y - began_.y) > stray_mm) strayed_ = true;
  std::vector<Action> actions{FingerOn{is_on_target(at) ? target_->id : "", really}};
  if (handle_) actions.emplace_back(on_handle(HandlePhase::drag, at));
  return actions;
}

std::vector<Action> Gesture::release(scene::Point at) {
  std::vector<Action> actions = move(at);
  if (handle_) actions.emplace_back(on_handle(HandlePhase::let_go, at));
  actions.emplace_back(FingerOff{handle_.has_value()});
  if (is_on_target(at)) {
    actions.push_back(target_->action);
  } else if (const std::optional<Action> swipe = swiped(at)) {
    actions.push_back(*swipe);
  }
  return actions;
}

std::vector<Action> Gesture::cancel() const {
  std::vector<Action> actions;
  if (handle_) actions.emplace_back(on_handle(HandlePhase::let_go, began_));
  actions.emplace_back(FingerOff{});
  return actions;
}

}  // namespace anteroom::app

#include "model/picture_motion.h"

#include <algorithm>

#include "model/motion.h"

namespace anteroom {

namespace {

double eased(Ease ease, double t) {
  switch (ease) {
    case Ease::linear:
      return t;
    case Ease::in:
      return t * t;
    case Ease::out:
      return t * (2 - t);
    case Ease::in_out:
      return smooth_step(t);
  }
  return t;
}

}  // namespace

Millis begins_to_move(const MotionTrack& track) {
  std::size_t last = 0;
  while (last + 1 < track.keys.size() && track.keys[last + 1].pose == track.keys.front().pose) ++last;
  return track.keys[last].at;
}

MotionPose pose_at(const MotionTrack& track, Millis at) {
  const std::vector<MotionKey>& keys = track.keys;
  const auto next = std::find_if(keys.begin(), keys.end(), [&](const MotionKey& key) { return key.at > at; });
  if (next == keys.begin()) return next->pose;
  if (next == keys.end()) return keys.back().pose;
  const MotionKey& one = *(next - 1);
  const double t = static_cast<double>((at - one.at).count()) / static_cast<double>((next->at - one.at).count());
  const double share = eased(track.ease, t);
  const auto between = [&](double MotionPose::*value) {
    return one.pose.*value + share * (next->pose.*value - one.pose.*value);
  };
  return {between(&MotionPose::x),     between(&MotionPose::y),       between(&MotionPose::turn_deg),
          between(&MotionPose::scale), between(&MotionPose::opacity), between(&MotionPose::drawn)};
}

}  // namespace anteroom

#include "screens/picture_motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "scene/flow.h"

namespace anteroom::screens {

namespace {

// Where the card's board is on the screen.
class Placed {
 public:
  Placed(const Board& board, const scene::Picture& picture) : mirrored_(picture.mirrored) {
    const Share frame = picture.frame.value_or(Share{0, 0, 1, 1});
    seen_ = scene::fitted(board.ratio * frame.w / frame.h, picture.box);
    if (picture.stands) seen_.y = picture.box.bottom() - seen_.h;
    width_ = seen_.w / frame.w;
    height_ = seen_.h / frame.h;
    left_ = seen_.x - frame.x * width_;
    top_ = seen_.y - frame.y * height_;
  }

  scene::Point at(double x, double y) const {
    const double across = left_ + x * width_;
    return {mirrored_ ? seen_.x + seen_.right() - across : across, top_ + y * height_};
  }
  scene::Point shift(double x, double y) const { return {(mirrored_ ? -x : x) * width_, y * height_}; }
  scene::Rect box(const Share& share) const {
    const scene::Point one = at(share.x, share.y), other = at(share.x + share.w, share.y + share.h);
    return {std::min(one.x, other.x), one.y, std::abs(other.x - one.x), other.y - one.y};
  }
  double turn(double degrees) const { return mirrored_ ? -degrees : degrees; }
  Edge edge(Edge from) const {
    if (!mirrored_ || from == Edge::top || from == Edge::bottom) return from;
    return from == Edge::left ? Edge::right : Edge::left;
  }

 private:
  bool mirrored_;
  scene::Rect seen_;
  double left_ = 0, top_ = 0, width_ = 1, height_ = 1;
};

// What covers `box` in this pose.
scene::Rect posed(const scene::Pose& pose, const scene::Rect& box) {
  const double turn = pose.turn_deg * std::numbers::pi / 180;
  const double across = pose.scale * std::cos(turn), down = pose.scale * std::sin(turn);
  double left = 0, top = 0, right = 0, bottom = 0;
  bool is_first = true;
  for (const auto& [x, y] : {std::pair(box.x, box.y), std::pair(box.right(), box.y), std::pair(box.x, box.bottom()),
                             std::pair(box.right(), box.bottom())}) {
    const double dx = x - pose.about.x, dy = y - pose.about.y;
    const double at_x = pose.about.x + across * dx - down * dy + pose.shift.x;
    const double at_y = pose.about.y + down * dx + across * dy + pose.shift.y;
    left = is_first ? at_x : std::min(left, at_x);
    top = is_first ? at_y : std::min(top, at_y);
    right = is_first ? at_x : std::max(right, at_x);
    bottom = is_first ? at_y : std::max(bottom, at_y);
    is_first = false;
  }
  return {left, top, right - left, bottom - top};
}

// The share `drawn` of `box`, from its edge `from` on.
scene::Rect revealed(const scene::Rect& box, double drawn, Edge from) {
  const bool is_across = from == Edge::left || from == Edge::right;
  const double w = is_across ? box.w * drawn : box.w, h = is_across ? box.h : box.h * drawn;
  return {from == Edge::right ? box.right() - w : box.x, from == Edge::bottom ? box.bottom() - h : box.y, w, h};
}

scene::Rect common(const scene::Rect& one, const scene::Rect& other) {
  const double x = std::max(one.x, other.x), y = std::max(one.y, other.y);
  return {x, y, std::max(0.0, std::min(one.right(), other.right()) - x),
          std::max(0.0, std::min(one.bottom(), other.bottom()) - y)};
}

bool is_in_place(const MotionPose& pose) {
  return pose.x == 0 && pose.y == 0 && pose.turn_deg == 0 && pose.scale == 1;
}

scene::Picture part_of(const scene::Picture& whole, const MotionPart& part, const Placed& place,
                       const scene::Rect& field, Millis at) {
  scene::Picture picture = whole;
  picture.alt.clear();
  if (!part.track) {
    picture.between = scene::Between{part.after, part.before};
    return picture;
  }
  picture.layers = {part.layer};
  const MotionPose pose = pose_at(*part.track, at);
  picture.opacity = pose.opacity;
  const scene::Rect box = place.box(part.ink);
  if (pose == MotionPose{}) return picture;
  picture.ink = box;
  // One that only fades, or appears from one side, is drawn as when it is at rest, which costs a fraction.
  const std::vector<MotionKey>& keys = part.track->keys;
  if (!std::all_of(keys.begin(), keys.end(), [](const MotionKey& key) { return is_in_place(key.pose); })) {
    picture.pose = scene::Pose{place.at(part.track->about_x, part.track->about_y), place.turn(pose.turn_deg),
                               pose.scale, place.shift(pose.x, pose.y)};
    picture.ink = posed(*picture.pose, box);
  }
  const scene::Rect seen =
      pose.drawn < 1 ? revealed(*picture.ink, pose.drawn, place.edge(part.track->from)) : *picture.ink;
  picture.clip = common(seen, field);
  if (picture.clip->w <= 0 || picture.clip->h <= 0) picture.opacity = 0;
  return picture;
}

}  // namespace

void move_parts(const View& view, const Card& card, const scene::Rect& field, std::vector<scene::Item>& items) {
  if (!view.motion || !card.motion || !card.board || view.high_contrast) return;
  const scene::Picture whole = std::get<scene::Picture>(items.back());
  if (!whole.layers.empty()) return;
  const Placed place(*card.board, whole);
  std::get<scene::Picture>(items.back()).opacity = 0;
  for (const MotionPart& part : card.motion->parts) {
    items.emplace_back(part_of(whole, part, place, field, *view.motion));
  }
}

}  // namespace anteroom::screens

#include "setup/touch_test.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace anteroom::setup {

namespace {

constexpr std::array<const char*, 4> corner_names{"upper left", "upper right", "lower right", "lower left"};
constexpr std::size_t most_stray = 12;  // that are shown

double distance(scene::Point a, scene::Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

TouchTest::TouchTest(const Screen& screen) : radius_(ring_radius(screen)), rings_(corner_rings(screen)) {
  rings_.front().state = TouchRing::State::lit;
}

void TouchTest::take(scene::Point at) {
  if (is_over()) return;
  // As far as the nearest edges of the screen.
  const auto is_at = [&](const TouchRing& ring) { return distance(at, ring.at) <= 2 * radius_; };
  if (!is_at(rings_[next_])) {
    if (stray_.size() < most_stray) stray_.push_back(at);
    const auto other = std::find_if(rings_.begin(), rings_.end(), is_at);
    if (other != rings_.end()) misplaced_.push_back({next_, static_cast<std::size_t>(other - rings_.begin())});
    return;
  }
  farthest_ = std::max(farthest_, distance(at, rings_[next_].at));
  rings_[next_++].state = TouchRing::State::touched;
  if (!is_over()) rings_[next_].state = TouchRing::State::lit;
}

std::string TouchTest::request() const {
  if (is_over()) return "Thank you.";
  return std::string("Touch the ring that is lit: the ") + corner_names[next_] + " one (" + std::to_string(next_ + 1) +
         " of 4)";
}

std::string TouchTest::fault() const {
  if (misplaced_.empty()) return {};
  const auto& [asked, arrived] = misplaced_.front();
  return std::string("; a touch at the ") + corner_names[asked] + " arrived at the " + corner_names[arrived] +
         ": the touchscreen is turned or mirrored against its picture, or belongs to another monitor; "
         "docs/installer.md says under \"Touches arrive elsewhere\" what to do";
}

std::string TouchTest::result() const {
  if (!is_over()) {
    const bool none = next_ == 0 && stray_.empty();
    return none ? "touch: no touch has arrived" : "touch: " + std::to_string(next_) + " of 4 corners" + fault();
  }
  return "touch: all four corners, at most " + std::to_string(std::lround(farthest_)) + " mm beside their middles" +
         fault();
}

}  // namespace anteroom::setup

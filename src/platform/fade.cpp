#include "platform/fade.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "model/motion.h"
#include "paint/common_ground.h"
#include "paint/rotate.h"

namespace anteroom::platform {

namespace {

using paint::Area;

// The pixels of a display of `order` that `box` reaches.
Area on_display(const scene::Rect& box, const Order& order) {
  const double scale = order.width_px / order.scene.width_mm;
  const paint::Turn turn{order.rotation, static_cast<double>(order.width_px), static_cast<double>(order.height_px)};
  const scene::Point one = turn.to_glass({box.x * scale, box.y * scale});
  const scene::Point other = turn.to_glass({box.right() * scale, box.bottom() * scale});
  const auto low = [](double a, double b) { return static_cast<int>(std::floor(std::min(a, b))); };
  const auto high = [](double a, double b) { return static_cast<int>(std::ceil(std::max(a, b))); };
  const int x = low(one.x, other.x), y = low(one.y, other.y);
  return {x, y, high(one.x, other.x) - x, high(one.y, other.y) - y};
}

// Where `order` has words that `other` does not have at the same place, be it behind a veil, on the display.
std::vector<Area> words_only_in(const Order& order, const Order& other) {
  std::vector<Area> areas;
  if (!(order.scene.width_mm > 0)) return areas;
  for (const scene::Item& item : order.scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text == nullptr) continue;
    const auto is_among = [&](const std::vector<scene::Item>& items) {
      return std::find(items.begin(), items.end(), item) != items.end();
    };
    if (is_among(other.scene.items) || is_among(other.scene.behind)) continue;
    areas.push_back(on_display(text->box, order));
  }
  return areas;
}

double fast_at_first(double t) {
  return t * (2 - t);
}

}  // namespace

FadeMix fade_mix(Millis passed, Millis whole, bool in_halves, bool answers_touch) {
  constexpr double first_half = 0.4;  // reading begins with the new words
  if (answers_touch) passed += frame_time;
  const double share =
      static_cast<double>(passed.count()) / static_cast<double>(std::max<Millis::rep>(whole.count(), 1));
  const double t = whole.count() > 0 ? std::clamp(share, 0.0, 1.0) : 1;
  const auto eased = [&](double part) { return answers_touch ? fast_at_first(part) : smooth_step(part); };
  if (!in_halves) return {true, eased(t)};
  if (t < first_half) return {false, eased(t / first_half)};
  return {true, eased((t - first_half) / (1 - first_half))};
}

bool same_shape(const Order& one, const Order& other) {
  return one.width_px == other.width_px && one.height_px == other.height_px && one.rotation == other.rotation;
}

std::optional<paint::Layer> middle_of(const Painted& from, const Painted& to, const std::vector<Area>& differing,
                                      paint::Layer& spare) {
  if (!same_shape(from.order, to.order)) return {};
  const std::vector<Area> old_words = words_only_in(from.order, to.order);
  const std::vector<Area> new_words = words_only_in(to.order, from.order);
  if (old_words.empty() || new_words.empty()) return {};
  paint::Layer middle = std::exchange(spare, {});
  middle = from.layer;  // outside of what differs all three are equal
  paint::common_ground(from.layer, paint::writings(from.layer, old_words), to.layer,
                       paint::writings(to.layer, new_words), differing, middle);
  return middle;
}

}  // namespace anteroom::platform

#include "scene/hit_test.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/names.h"

namespace anteroom::scene {

namespace {

// How far `point` is outside `box`; none: beyond its hit area.
std::optional<double> miss(const Rect& box, Point point) {
  const double across = std::max({box.x - point.x, point.x - box.right(), 0.0});
  const double above = std::max(box.y - point.y, 0.0);
  const double below = std::max(point.y - box.bottom(), 0.0);
  if (across > slop_mm || above > slop_mm || below > slop_below_mm) return std::nullopt;
  return std::hypot(across, above + below);
}

}  // namespace

const Target* target_at(const Scene& scene, Point point) {
  const Target* nearest = nullptr;
  const Target* ground = nullptr;
  double min = std::numeric_limits<double>::infinity();
  for (const Item& item : scene.items) {
    const Target* target = std::get_if<Target>(&item);
    if (target == nullptr) continue;
    if (target->ground) {
      if (target->box.contains(point)) ground = target;
      continue;
    }
    const std::optional<double> distance = miss(target->box, point);
    if (distance && *distance <= min) {
      min = *distance;
      nearest = target;
    }
  }
  return nearest != nullptr ? nearest : ground;
}

const Handle* handle_at(const Scene& scene, Point point) {
  const Handle* found = nullptr;
  for (const Item& item : scene.items) {
    const Handle* handle = std::get_if<Handle>(&item);
    if (handle != nullptr && handle->grab_area.inset(-slop_mm).contains(point)) found = handle;
  }
  return found;
}

const Target* target_named(const Scene& scene, const std::string& id) {
  for (const Item& item : scene.items) {
    const Target* target = std::get_if<Target>(&item);
    if (target != nullptr && target->id == id) return target;
  }
  return nullptr;
}

const Target* focused(const Scene& scene, const std::string& id) {
  if (id.empty()) return nullptr;
  if (const Target* target = target_named(scene, id)) return target;
  if (const Target* home = id == target_id::next ? target_named(scene, target_id::home) : nullptr) return home;
  const std::vector<const Target*> order = focus_order(scene);
  return order.empty() ? nullptr : order.front();
}

std::vector<const Target*> focus_order(const Scene& scene) {
  std::vector<const Target*> order;
  for (const Item& item : scene.items) {
    const Target* target = std::get_if<Target>(&item);
    if (target != nullptr && !target->repeats) order.push_back(target);
  }
  return order;
}

}  // namespace anteroom::scene

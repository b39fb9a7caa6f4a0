#include "app/contacts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/state.h"

namespace anteroom::app {

namespace {

constexpr std::size_t fingers_of_a_palm = 3;
constexpr double tremble_mm = 2;

}  // namespace

void Contacts::forget_silent(MonoTime now) {
  std::erase_if(down_, [&](const Down& each) { return now - each.last_seen >= forgotten_finger; });
  const bool active_is_down =
      std::any_of(down_.begin(), down_.end(), [&](const Down& each) { return each.id == active_; });
  if (!active_is_down) has_active_ = false;
  if (down_.empty()) palm_ = false;
}

PointerEvent Contacts::feed(const Contact& contact, MonoTime now) {
  forget_silent(now);
  has_moved_ = false;
  const auto known = std::find_if(down_.begin(), down_.end(), [&](const Down& each) { return each.id == contact.id; });
  const bool active = has_active_ && contact.id == active_;
  switch (contact.phase) {
    case ContactPhase::down: {
      if (known != down_.end()) down_.erase(known);  // its release was lost
      down_.push_back({contact.id, now, contact.at});
      const auto fingers = std::count_if(down_.begin(), down_.end(), [](const Down& d) { return d.id != mouse_id; });
      if (palm_) return PointerEvent::nothing;
      if (static_cast<std::size_t>(fingers) >= fingers_of_a_palm) {
        palm_ = true;
        return std::exchange(has_active_, false) ? PointerEvent::cancel : PointerEvent::nothing;
      }
      if (has_active_ && !active) return PointerEvent::nothing;
      active_ = contact.id;
      has_active_ = true;
      return PointerEvent::press;
    }
    case ContactPhase::move:
      if (known != down_.end() &&
          std::hypot(contact.at.x - known->place.x, contact.at.y - known->place.y) >= tremble_mm) {
        known->last_seen = now;
        known->place = contact.at;
        has_moved_ = active;
      }
      return active ? PointerEvent::move : PointerEvent::nothing;
    case ContactPhase::up:
      if (known != down_.end()) down_.erase(known);
      if (down_.empty()) palm_ = false;
      if (!active) return PointerEvent::nothing;
      has_active_ = false;
      return PointerEvent::release;
  }
  return PointerEvent::nothing;
}

}  // namespace anteroom::app

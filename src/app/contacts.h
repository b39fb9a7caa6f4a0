// Reduces the contacts on the screen to one pointer: the first finger counts, a second is ignored, and three are taken
// for a palm or a cloth.
#pragma once

#include <cstdint>
#include <vector>

#include "model/contact_phase.h"
#include "model/time.h"
#include "scene/geometry.h"

namespace anteroom::app {

using anteroom::ContactPhase;

// One event of a finger or of the mouse.
struct Contact {
  std::int64_t id = 0;  // identifies a finger while it touches; `mouse_id` for the mouse
  ContactPhase phase = ContactPhase::down;
  scene::Point at;  // mm on the screen
};
inline constexpr std::int64_t mouse_id = -1;

// The resulting event of the single pointer.
enum class PointerEvent { nothing, press, move, release, cancel };

class Contacts {
 public:
  // What `contact` means at `now`. A contact that has not moved for `forgotten_finger` (state.h) no longer counts: its
  // release was lost, or it is dirt.
  PointerEvent feed(const Contact& contact, MonoTime now);
  // True if the last feed really moved the pointer. A wet spot or a noisy panel only jitters.
  bool has_moved() const { return has_moved_; }

 private:
  struct Down {
    std::int64_t id;
    MonoTime last_seen;
    scene::Point place;  // at last_seen
  };
  void forget_silent(MonoTime now);

  std::vector<Down> down_;
  std::int64_t active_ = 0;
  bool has_active_ = false;
  bool has_moved_ = false;
  bool palm_ = false;  // until all fingers have lifted
};

}  // namespace anteroom::app

// Many contacts on the glass, one pointer: the first finger counts, a second is ignored, three are a palm or a cloth.
#pragma once

#include <cstdint>
#include <vector>

#include "model/contact_phase.h"
#include "model/time.h"
#include "scene/geometry.h"

namespace anteroom::app {

using anteroom::ContactPhase;

// What one finger, or the mouse, has done.
struct Contact {
  std::int64_t id = 0;  // of a finger, as long as it touches; `mouse_id` for the mouse
  ContactPhase phase = ContactPhase::down;
  scene::Point at;  // mm on the glass
};
inline constexpr std::int64_t mouse_id = -1;

// What the one pointer does because of it.
enum class PointerEvent { nothing, press, move, release, cancel };

class Contacts {
 public:
  // What `contact` means at `now`. A contact not seen for `forgotten_finger` (state.h) counts no more: its end
  // was lost, or it is dirt.
  PointerEvent feed(const Contact& contact, MonoTime now);
  // True if the pointer has really moved at the last feed. A wet spot and a noisy panel tremble on their place.
  bool has_moved() const { return has_moved_; }

 private:
  struct Down {
    std::int64_t id;
    MonoTime last_seen;
    scene::Point place;  // then
  };
  void forget_silent(MonoTime now);

  std::vector<Down> down_;
  std::int64_t active_ = 0;
  bool has_active_ = false;
  bool has_moved_ = false;
  bool palm_ = false;  // until every finger is off
};

}  // namespace anteroom::app

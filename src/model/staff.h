// What staff do at the touchscreen: the way in, the PIN pad, the panel, and the lock for cleaning.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/time.h"

namespace anteroom {

// What staff have on the screen; it covers whatever patients see.
enum class StaffPlace { none, pin, panel, cleaning };

// The upper corners of the screen; five taps in one of them, the last one held, are the way in.
enum class Corner { left, right };
inline constexpr std::size_t taps_to_enter = 5;
inline constexpr std::chrono::seconds tapped_within{4};  // from the first tap to the last
inline constexpr std::chrono::seconds held_for{1};       // the last one

// PIN pad and panel close by themselves after so long without a touch.
inline constexpr std::chrono::seconds staff_idle{60};

// How long no PIN is taken after `wrong` wrong ones in a row: 30 s from the fifth on, twice as long with each further
// one, about an hour at most.
std::chrono::seconds pin_lock(int wrong);

// Times of what staff do. No scene shows them.
struct StaffTimes {
  std::vector<MonoTime> taps;  // in `corner`
  Corner corner = Corner::left;
  bool held = false;  // the last of enough taps is still down
  MonoTime touched{};
  MonoTime locked_until{};
  MonoTime cleaned_at{};  // when the lock for cleaning ends
  friend bool operator==(const StaffTimes&, const StaffTimes&) = default;
};

struct Staff {
  StaffPlace place = StaffPlace::none;
  std::string digits;               // on the PIN pad
  bool checking = false;            // they are being compared with the settings' hash: PinChecked follows
  bool refused = false;             // they were wrong, and none has been entered since
  int wrong = 0;                    // wrong PINs since the last right one
  int locked_s = 0;                 // seconds until a PIN is taken again, on the PIN pad; 0: it is
  int cleaning_s = 0;               // seconds that the lock for cleaning still lasts
  bool cleaning_due = false;        // its time has come, and a patient uses the screen
  bool wanted = false;              // something wants staff
  std::optional<WallTime> cleaned;  // when the lock for cleaning ended last
  StaffTimes times;
  friend bool operator==(const Staff&, const Staff&) = default;
};

}  // namespace anteroom

// What staff do at the touchscreen.
#include <algorithm>

#include "model/apply.h"
#include "model/pin.h"
#include "model/schedule.h"

namespace anteroom {

using std::chrono::seconds;

namespace {

// Seconds from `now` to `then`, a part of one counted whole; 0 if it has passed.
int seconds_left(MonoTime then, MonoTime now) {
  return static_cast<int>(std::max<seconds::rep>(0, std::chrono::ceil<seconds>(then - now).count()));
}

}  // namespace

seconds pin_lock(int wrong) {
  constexpr int free_tries = 5, most_doublings = 7;
  constexpr seconds first{30};
  return wrong < free_tries ? seconds(0) : first * (1 << std::min(wrong - free_tries, most_doublings));
}

bool shows_staff_dot(const State& state, const Content& content) {
  return state.staff.wanted && content.settings.role == Role::kiosk && !content.settings.staff.pin_hash.empty();
}

std::optional<std::chrono::minutes> shown_cleaned(const State& state, const Content& content) {
  using std::chrono::minutes;
  const bool is_told = content.settings.staff.show_cleaned && content.settings.role == Role::kiosk;
  if (!is_told || !state.staff.cleaned || !state.clock_possible) return std::nullopt;
  const auto passed = std::chrono::floor<minutes>(state.minute - *state.staff.cleaned);
  // The minute that is shown may have begun before the end of the cleaning.
  if (passed < minutes(-1) || passed >= minutes(60)) return std::nullopt;
  constexpr minutes step(5);
  return passed < step ? std::max(passed, minutes(1)) : passed / step * step;
}

bool Apply::is_lit() const {
  return is_open(content, now.wall) && !(state.dark_until && now.wall < *state.dark_until);
}

void Apply::operator()(const CornerTap& action) const {
  StaffTimes& times = state.staff.times;
  times.held = false;
  if (!action.corner || *action.corner != times.corner) times.taps.clear();
  if (!action.corner || content.settings.staff.pin_hash.empty() || state.staff.place != StaffPlace::none) return;
  times.corner = *action.corner;
  times.taps.push_back(now.mono);
  std::erase_if(times.taps, [&](MonoTime tap) { return now.mono - tap > tapped_within; });
  times.held = times.taps.size() >= taps_to_enter;
}

void Apply::open_pin_pad() const {
  reset();
  Staff& staff = state.staff;
  staff.place = StaffPlace::pin;
  staff.digits.clear();
  staff.refused = false;
  staff.locked_s = seconds_left(staff.times.locked_until, now.mono);
  staff.times.touched = now.mono;
  staff.times.taps.clear();
  staff.times.held = false;
}

bool Apply::may_enter_pin() const {
  const Staff& staff = state.staff;
  return staff.place == StaffPlace::pin && !staff.checking && now.mono >= staff.times.locked_until;
}

void Apply::operator()(const PinDigit& action) const {
  Staff& staff = state.staff;
  staff.times.touched = now.mono;
  if (!may_enter_pin() || staff.digits.size() >= most_pin_digits) return;
  staff.refused = false;
  staff.digits += static_cast<char>('0' + action.digit);
}

void Apply::operator()(const PinErase&) const {
  state.staff.times.touched = now.mono;
  if (may_enter_pin() && !state.staff.digits.empty()) state.staff.digits.pop_back();
}

// What is too short to be a PIN is no try.
void Apply::operator()(const PinEnter&) const {
  state.staff.times.touched = now.mono;
  if (may_enter_pin() && state.staff.digits.size() >= least_pin_digits) state.staff.checking = true;
}

void Apply::operator()(const PinChecked& action) const {
  Staff& staff = state.staff;
  if (!staff.checking) return;
  staff.checking = false;
  staff.digits.clear();
  if (action.right) {
    staff.wrong = 0;
    if (staff.place == StaffPlace::pin) staff.place = StaffPlace::panel;
    staff.times.touched = now.mono;
    return;
  }
  ++staff.wrong;
  staff.refused = true;
  staff.times.locked_until = now.mono + pin_lock(staff.wrong);
  staff.locked_s = seconds_left(staff.times.locked_until, now.mono);
}

void Apply::operator()(const RecallWrongPins& action) const {
  state.staff.wrong = action.wrong;
  state.staff.times.locked_until = now.mono + pin_lock(action.wrong);
}

void Apply::operator()(const LeaveStaff&) const {
  Staff& staff = state.staff;
  if (staff.place == StaffPlace::none) return;
  staff.place = StaffPlace::none;
  staff.digits.clear();
  staff.refused = false;  // a PIN that is being checked still counts
  staff.times.taps.clear();
  reset();
}

void Apply::operator()(const BeginCleaning&) const {
  reset();
  Staff& staff = state.staff;
  staff.place = StaffPlace::cleaning;
  staff.cleaning_due = false;
  staff.times.cleaned_at = now.mono + content.settings.cleaning.lock;
  staff.cleaning_s = seconds_left(staff.times.cleaned_at, now.mono);
}

void Apply::operator()(const HideCard& action) const {
  if (action.until) {
    state.hidden[action.card] = *action.until;
  } else {
    state.hidden.erase(action.card);
  }
}

void Apply::operator()(const DarkUntil& action) const {
  state.dark_until = action.until;
}

// Only the PIN pad can be pressed, or have the keypad's focus; patients' rules (double taps, the idle warning) do not
// apply to it.
void Apply::staff_input(const Action& action) const {
  if (state.staff.place != StaffPlace::pin) return;
  state.staff.times.touched = now.mono;
  if (const auto* on = std::get_if<FingerOn>(&action)) (*this)(*on);
  if (const auto* off = std::get_if<FingerOff>(&action)) (*this)(*off);
  if (const auto* focus = std::get_if<Focus>(&action)) state.session.focus = focus->target;
}

void Apply::staff_time_passes() const {
  Staff& staff = state.staff;
  const StaffTimes& times = staff.times;
  switch (staff.place) {
    case StaffPlace::none:
      if (times.held && now.mono >= times.taps.back() + held_for) return open_pin_pad();
      if (staff.cleaning_due && state.session == Session{} && is_lit()) (*this)(BeginCleaning{});
      return;
    case StaffPlace::pin:
      staff.locked_s = seconds_left(times.locked_until, now.mono);
      [[fallthrough]];
    case StaffPlace::panel:
      if (now.mono >= times.touched + staff_idle) (*this)(LeaveStaff{});
      return;
    case StaffPlace::cleaning:
      staff.cleaning_s = seconds_left(times.cleaned_at, now.mono);
      if (staff.cleaning_s > 0) return;
      if (state.clock_possible) staff.cleaned = now.wall;
      (*this)(LeaveStaff{});
      return;
  }
}

void Apply::look_for_cleaning_time() const {
  if (content.settings.role == Role::wall || !state.clock_possible) return;
  const WallTime minute = std::chrono::floor<std::chrono::minutes>(now.wall);
  if (minute == state.minute) return;
  const auto& times = content.settings.cleaning.at;
  if (std::find(times.begin(), times.end(), minute_of_day(minute)) != times.end()) state.staff.cleaning_due = true;
  if (!is_lit()) state.staff.cleaning_due = false;  // nobody has touched it in the dark
}

}  // namespace anteroom

#include "selftest/days.h"

#include <cstdlib>
#include <ctime>
#include <functional>
#include <set>

#include "model/dwell.h"
#include "model/schedule.h"
#include "scene/rules.h"
#include "simulation/simulation.h"

namespace anteroom::selftest {

namespace {

constexpr std::int64_t hour_s = 3600, day_s = 24 * hour_s;
constexpr const char* zone_with_summer_time = "America/Toronto";

// The time in the process's time zone at which the wall clock first shows `wall`, or would.
std::int64_t utc_of(WallTime wall) {
  const std::int64_t as_if = wall.time_since_epoch().count();
  std::int64_t utc = as_if;
  for (int i = 0; i < 2; ++i) utc = as_if - (local_time(utc).time_since_epoch().count() - utc);
  return utc;
}

std::string moment(WallTime wall) {
  return in_digits(date_of(wall)) + " " + in_digits(minute_of_day(wall));
}

// What goes by dates that are not those of today.
assembly::Loaded without_review(assembly::Loaded loaded) {
  Review& review = loaded.content.pack.review;
  review.on = Date(std::chrono::year(2000) / 1 / 1);
  review.by = Date(std::chrono::year(9999) / 12 / 31);
  review.holds_unsigned = false;
  for (Card& card : loaded.content.pack.cards) {
    for (CardText& text : card.text) text.approval.reset();
  }
  return loaded;
}

class Walk {
 public:
  // From a second after `utc` on: a minute counts as over when its last second has passed.
  Walk(const assembly::Loaded& loaded, std::int64_t utc) : simulation_(without_review(loaded)), utc_(utc + 1) {
    simulation_.set_wall_clock(local_time(utc_));
  }

  // Lets a minute pass. Returns the first fault; empty: none.
  std::string minute() {
    constexpr std::int64_t minute_s = 60;
    utc_ += minute_s;
    simulation_.wait(std::chrono::minutes(1));
    if (simulation_.now().wall != local_time(utc_)) {
      ++jumps_;
      simulation_.set_wall_clock(local_time(utc_));
    }
    const std::string fault = look();
    ++minutes_;
    return fault.empty() ? "" : moment(simulation_.now().wall) + ": " + fault;
  }
  int minutes() const { return minutes_; }
  int jumps() const { return jumps_; }
  // Minutes at which another card was on the screen than a minute before.
  int changes() const { return changes_; }
  bool has_shown() const { return shown_ > 0; }
  // False: the clinic was closed all the time.
  bool was_open() const { return open_ > 0; }
  std::int64_t utc() const { return utc_ - 1; }

 private:
  std::string look() {
    const State& state = simulation_.kiosk().state();
    const Content& content = simulation_.kiosk().content();
    const WallTime wall = simulation_.now().wall;
    if (state.open != is_open(content, wall)) {
      return state.open ? "the screen is on while the clinic is closed" : "the screen is dark while the clinic is open";
    }
    const auto loop = loop_cards(state, content, wall);
    if (state.open && !state.card && !loop.empty()) return "no card is shown";
    if (state.open && state.card && loop.empty()) return "a card is shown that is not due";
    open_ += state.open ? 1 : 0;
    shown_ += state.card ? 1 : 0;
    changes_ += state.card != card_ ? 1 : 0;
    card_ = state.card;
    const bool stands = state.open && loop.size() > 1 && card_ends(state, content) < simulation_.now().mono;
    if (stands) return "the card " + content.pack.cards[*state.card].id + " stays after its time";
    const std::vector<std::string> faults = scene::faults(simulation_.scene());
    return faults.empty() ? "" : faults.front();
  }

  simulation::Simulation simulation_;
  std::int64_t utc_;
  std::optional<std::size_t> card_;
  int minutes_ = 0, jumps_ = 0, open_ = 0, shown_ = 0, changes_ = 0;
};

struct Period {
  std::string name;
  std::int64_t from = 0, until = 0;
};

// The periods one after the other, as one outcome.
Outcome live_through(const assembly::Loaded& loaded, const std::vector<Period>& periods, const Course& course) {
  Outcome all;
  double total = 0, done = 0;
  for (const Period& each : periods) total += static_cast<double>(each.until - each.from);
  for (const Period& each : periods) {
    const auto length = static_cast<double>(each.until - each.from);
    Course part = course;
    part.goes_on = [&](double share) { return course.goes_on((done + share * length) / total); };
    Outcome one = check_days(loaded, each.from, each.until, part);
    if (!each.name.empty()) all.figures.push_back({each.name, one.done});
    done += length;
    if (one.result == Result::pass) continue;
    all.result = one.result;
    all.reason = (each.name.empty() ? "" : each.name + ": ") + one.reason;
    break;
  }
  return all;
}

}  // namespace

WallTime local_time(std::int64_t utc) {
  const auto time = static_cast<std::time_t>(utc);
  std::tm local{};
  ::localtime_r(&time, &local);
  return WallTime(std::chrono::seconds(utc + local.tm_gmtoff));
}

std::vector<ClockChange> clock_changes(std::int64_t utc) {
  const auto offset = [](std::int64_t at) { return local_time(at).time_since_epoch().count() - at; };
  std::vector<ClockChange> changes;
  for (std::int64_t hour = utc - utc % hour_s; hour < utc + 366 * day_s; hour += hour_s) {
    if (offset(hour) == offset(hour + hour_s)) continue;
    std::int64_t before = hour, after = hour + hour_s;
    while (after - before > 1) {
      const std::int64_t middle = before + (after - before) / 2;
      (offset(middle) == offset(hour) ? before : after) = middle;
    }
    changes.push_back({after, static_cast<int>(offset(after) - offset(before))});
  }
  return changes;
}

InTimeZone::InTimeZone(const std::string& zone) {
  if (const char* before = std::getenv("TZ"); before != nullptr) before_ = before;
  ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
}

InTimeZone::~InTimeZone() {
  if (before_) {
    ::setenv("TZ", before_->c_str(), 1);
  } else {
    ::unsetenv("TZ");
  }
  ::tzset();
}

Outcome check_days(const assembly::Loaded& loaded, std::int64_t utc, std::int64_t until, const Course& course) {
  Outcome outcome;
  Walk walk(loaded, utc);
  const auto say = [&] {
    outcome.done = moment(local_time(utc)) + " to " + moment(local_time(walk.utc())) + ", " +
                   with_commas(walk.minutes()) + " minutes, " + with_commas(walk.changes()) +
                   " of which showed another card than the one before" +
                   (walk.jumps() == 0   ? ""
                    : walk.jumps() == 1 ? ", the clock jumped once"
                                        : ", the clock jumped " + std::to_string(walk.jumps()) + " times");
  };
  while (walk.utc() < until) {
    std::string fault = walk.minute();
    say();
    if (!fault.empty()) return failed(std::move(outcome), std::move(fault));
    const double share = static_cast<double>(walk.utc() - utc) / static_cast<double>(until - utc);
    if (!course.goes_on(std::min(1.0, share))) return not_run(std::move(outcome), stopped);
  }
  if (!walk.was_open()) outcome.done += ", dark all the time, since the clinic is closed then";
  if (walk.has_shown() || !walk.was_open()) return outcome;
  return failed(std::move(outcome), "no card was shown");
}

Outcome check_summer_time(const assembly::Loaded& loaded, std::int64_t utc, const Course& course) {
  std::vector<ClockChange> changes = clock_changes(utc);
  std::optional<InTimeZone> other;
  const bool has_none = changes.empty();
  if (has_none) {
    other.emplace(zone_with_summer_time);
    changes = clock_changes(utc);
  }
  std::vector<Period> periods;
  periods.reserve(changes.size());
  for (const ClockChange& each : changes) {
    periods.push_back(
        {each.by_s > 0 ? "clocks go forward" : "clocks go back", each.utc - day_s / 2, each.utc + day_s / 2});
  }
  if (periods.empty()) {
    return not_run({}, std::string("there is no time zone with summer time on this machine; install tzdata"));
  }
  Outcome outcome = live_through(loaded, periods, course);
  outcome.done = "The days on which the clocks change, minute by minute";
  outcome.done +=
      has_none ? std::string(": of ") + zone_with_summer_time + ", since this clinic's time zone has none." : ".";
  return outcome;
}

Outcome check_midnights(const assembly::Loaded& loaded, std::int64_t utc, const Course& course) {
  using std::chrono::days;
  const auto today = std::chrono::floor<days>(local_time(utc));
  const Date date{today};
  const std::chrono::local_days month(date.year() / date.month() / std::chrono::last);
  const std::chrono::local_days year(Date(date.year() / 12 / 31));
  const auto around = [](const char* name, std::chrono::local_days day) {
    const std::int64_t midnight = utc_of(day + days(1));
    return Period{name, midnight - hour_s, midnight + hour_s};
  };
  std::vector<Period> periods{around("tonight", today)};
  if (month != today) periods.push_back(around("end of the month", month));
  if (year != month) periods.push_back(around("end of the year", year));
  Outcome outcome = live_through(loaded, periods, course);
  outcome.done = "The hour before and the hour after midnight, minute by minute.";
  return outcome;
}

Outcome check_leap_day(const assembly::Loaded& loaded, std::int64_t utc, const Course& course) {
  const WallTime now = local_time(utc);
  std::chrono::year year = date_of(now).year();
  while (!year.is_leap() || std::chrono::local_days(year / 2 / 29) < now) ++year;
  const std::chrono::local_days day(year / 2 / 29);
  Outcome outcome =
      live_through(loaded, {{"leap day", utc_of(day) - hour_s, utc_of(day + std::chrono::days(1)) + hour_s}}, course);
  outcome.done = "29 February " + std::to_string(static_cast<int>(year)) + ", minute by minute.";
  return outcome;
}

}  // namespace anteroom::selftest

#include "simulation/visits.h"

#include <algorithm>
#include <vector>

#include "scene/rules.h"

namespace anteroom::simulation {

namespace {

constexpr Millis whole_day = std::chrono::hours(24);

}  // namespace

Visits::Visits(const assembly::Loaded& loaded, std::uint64_t seed, std::ostream* journal)
    : simulation_(loaded), user_(seed, simulation_, journal) {}

std::string Visits::live_a_day() {
  const MonoTime end = now() + whole_day;
  while (now() < end) {
    if (std::string fault = live_a_visit(); !fault.empty()) return fault;
  }
  return {};
}

std::string Visits::live_a_visit() {
  user_.stay_away(std::chrono::minutes(5) + Millis(user_.any(std::size_t{30} * 60'000)));
  return visit();
}

std::string Visits::visit() {
  ++counts_.visits;
  const std::size_t acts = 1 + user_.any(25);
  for (std::size_t i = 0; i < acts; ++i) {
    user_.act();
    ++counts_.acts;
    if (std::string fault = look(); !fault.empty()) return fault;
  }
  return walk_away();
}

// The first fault of the current screen; empty: none.
std::string Visits::look() {
  ++counts_.scenes;
  const std::vector<std::string> faults = scene::faults(simulation_.scene());
  return faults.empty() ? "" : faults.front();
}

// No more input: after at most the longest idle timeout and the warning, the screen must be ready for the next patient.
// Returns the first fault; empty: none.
std::string Visits::walk_away() {
  const Idle& idle = simulation_.kiosk().content().settings.idle;
  const MonoTime latest = now() + idle.longest + idle.warning + forgotten_finger + std::chrono::seconds(2);
  const bool to_lose = has_something_to_lose(state().session);
  while (!(state().session == Session{})) {
    if (now() > latest) return "home: the screen did not find its way back by itself";
    user_.stay_away(std::max(Millis(1), simulation_.kiosk().next_deadline() - now()));
    if (std::string fault = look(); !fault.empty()) return fault;
  }
  if (!to_lose) return {};
  ++counts_.resets;
  State fresh = start(simulation_.kiosk().content(), simulation_.now());
  fresh.staff = state().staff;  // taps in a corner and wrong PINs are kept: see Apply::reset
  if (!(fresh == state())) return "reset: the state differs from that of a fresh start";
  if (!(simulation_.fresh_scene() == simulation_.scene()))
    return "reset: the first scene differs from that of a fresh start";
  return {};
}

}  // namespace anteroom::simulation

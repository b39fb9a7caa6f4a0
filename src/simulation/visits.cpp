#include "simulation/visits.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "model/dwell.h"
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
  if (state().card && !state().hello) ++counts_.found[*state().card];
  return visit();
}

Visits::Shares Visits::shares() const {
  const Content& content = simulation_.kiosk().content();
  const std::vector<std::size_t> cards = loop_cards(state(), content, simulation_.now().wall);
  const auto share_of = [&](std::size_t card) {
    return static_cast<double>(
        dwell(content.pack.cards[card], state().language, content.settings.role, content.settings.loop).count());
  };
  const auto found = [&](std::size_t card) {
    const auto at = counts_.found.find(card);
    return at == counts_.found.end() ? 0.0 : static_cast<double>(at->second);
  };
  double time = 0, visitors = 0;
  for (const std::size_t card : cards) {
    time += share_of(card);
    visitors += found(card);
  }
  Shares shares;
  if (visitors <= 0 || time <= 0) return shares;
  shares = {std::numeric_limits<double>::max(), 0};
  for (const std::size_t card : cards) {
    const double share = (found(card) / visitors) / (share_of(card) / time);
    shares.least = std::min(shares.least, share);
    shares.most = std::max(shares.most, share);
  }
  return shares;
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
  // The loop goes on where it was, and the greetings come first as ever.
  const bool same_scene = fresh.hello || fresh.card == state().card;
  fresh.card = state().card;
  fresh.since_lead = state().since_lead;
  if (!(fresh == state())) return "reset: the state differs from that of a fresh start";
  if (same_scene && !(simulation_.fresh_scene() == simulation_.scene()))
    return "reset: the first scene differs from that of a fresh start";
  return {};
}

}  // namespace anteroom::simulation

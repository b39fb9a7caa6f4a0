#include "selftest/loops.h"

#include <map>
#include <set>

#include "model/playlist.h"
#include "model/wall_clock.h"
#include "scene/rules.h"
#include "simulation/simulation.h"
#include "simulation/visits.h"

namespace anteroom::selftest {

namespace {

// Every screen of the first loops is checked, and of every hundredth after them: they are the same again.
constexpr long loops_checked = 3, then_every = 100;

std::string list_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string in_days(Millis time) {
  const long hours = std::chrono::duration_cast<std::chrono::hours>(time).count();
  return hours < 48 ? std::to_string(hours) + " hours" : with_commas(hours / 24) + " days";
}

// Counts what is shown.
class LoopCount {
 public:
  LoopCount(const assembly::Loaded& loaded, WallTime now) : simulation_(loaded) {
    if (is_possible(loaded.content, now)) simulation_.set_wall_clock(now);
    began_ = simulation_.now().mono;
    note();
  }

  // Lets time pass until the next change. Returns a fault; empty: none.
  std::string step() {
    const Millis rest = simulation_.kiosk().next_deadline() - simulation_.now().mono;
    simulation_.wait(std::clamp<Millis>(rest, Millis(1), std::chrono::hours(1)));
    return note();
  }
  long loops() const { return loops_; }
  long shown() const { return shown_; }
  Millis passed() const { return simulation_.now().mono - began_; }
  const std::map<std::size_t, long>& counts() const { return counts_; }
  // The cards that were due at each of the changes.
  const std::map<std::size_t, long>& due() const { return due_; }
  const Content& content() const { return simulation_.kiosk().content(); }

 private:
  std::string note() {
    const State& state = simulation_.kiosk().state();
    if (state.open && !state.card) return "no card is shown, only the fallback";
    if (state.hello) {  // the card behind them is counted when it comes
      const std::vector<std::string> faults = scene::faults(simulation_.scene());
      return faults.empty() ? "" : "the greetings: " + faults.front();
    }
    if (!state.open || (state.card == card_ && state.before_lead == before_lead_)) return {};
    // An earlier card than the one before: the loop has come round. A lead card out of its turn does not count.
    const std::size_t place = state.before_lead.value_or(*state.card);
    const bool is_round = card_ && place < before_lead_.value_or(*card_);
    if (is_round) ++loops_;
    if (is_round || !card_) {
      for (const std::size_t card : loop_cards(state, content(), simulation_.now().wall)) ++due_[card];
    }
    card_ = state.card;
    before_lead_ = state.before_lead;
    ++counts_[*card_];
    ++shown_;
    if (loops_ >= loops_checked && loops_ % then_every != 0) return {};
    const std::vector<std::string> faults = scene::faults(simulation_.scene());
    return faults.empty() ? "" : "the card " + content().pack.cards[*card_].id + ": " + faults.front();
  }

  simulation::Simulation simulation_;
  std::optional<std::size_t> card_, before_lead_;
  MonoTime began_{};
  long loops_ = 0, shown_ = 0;
  std::map<std::size_t, long> counts_, due_;
};

// The ids of the cards of this screen that were never shown.
std::vector<std::string> never_shown(const LoopCount& count) {
  std::vector<std::string> ids;
  const Content& content = count.content();
  for (std::size_t i = 0; i < content.pack.cards.size(); ++i) {
    if (content.pack.cards[i].shown_on(content.settings.role) && !count.counts().contains(i)) {
      ids.push_back(content.pack.cards[i].id);
    }
  }
  return ids;
}

// Those of them that were due; the others have dates or hours.
std::string missed(const LoopCount& count) {
  std::vector<std::string> ids;
  constexpr long slack = 2;  // the loop that ends a test is not whole, nor is one that a closing hour cuts
  const Content& content = count.content();
  for (const auto& [card, times] : count.due()) {
    const auto shown = count.counts().find(card);
    const long seen = shown == count.counts().end() ? 0 : shown->second;
    if (seen == 0 || seen + slack + times / 10 < times) {
      ids.push_back(content.pack.cards[card].id + " (" + with_commas(seen) + " of " + with_commas(times) + " times)");
    }
  }
  return list_of(ids);
}

}  // namespace

Outcome check_loops(const assembly::Loaded& loaded, WallTime now, const Course& course, MemoryWatch& memory) {
  Outcome outcome;
  const long wanted = course.scaled(full_loops, 3);
  // One card alone never comes round: its loops are counted by the time that they take.
  const Millis longest = std::chrono::hours(24) * 3 * std::max(1L, wanted / 100) + std::chrono::hours(24) * 14;
  memory.at(0, wanted);
  LoopCount count(loaded, now);
  std::string fault;
  long looked = 0;
  const auto say = [&] {
    outcome.done = with_commas(count.loops()) + " loops, " + with_commas(count.shown()) + " cards shown, " +
                   in_days(count.passed()) + " of a screen's time.";
  };
  while (count.loops() < wanted && count.passed() < longest && fault.empty()) {
    fault = count.step();
    constexpr long look_every = 500;
    if (++looked % look_every != 0) continue;
    const double share = static_cast<double>(count.loops()) / static_cast<double>(wanted);
    memory.at(std::min(share, 0.99), wanted);
    say();
    if (!course.goes_on(share)) return not_run(std::move(outcome), stopped);
  }
  say();
  memory.at(1, wanted);
  if (!fault.empty()) return failed(std::move(outcome), std::move(fault));
  for (const auto& [card, times] : count.counts()) {
    outcome.figures.push_back({"card " + count.content().pack.cards[card].id, with_commas(times) + " times"});
  }
  const std::string unseen = missed(count);
  if (!unseen.empty()) return failed(std::move(outcome), "not shown as often as they were due: " + unseen);
  if (const std::vector<std::string> resting = never_shown(count); !resting.empty()) {
    outcome.figures.push_back({"not due in this time, see `anteroom why`", list_of(resting)});
  }
  if (count.counts().size() > 1 && count.loops() < wanted) {
    return failed(std::move(outcome), "the loop did not come round in time");
  }
  return outcome;
}

Outcome check_touches(const assembly::Loaded& loaded, const Course& course, MemoryWatch& memory) {
  Outcome outcome;
  if (loaded.content.settings.role == Role::wall) {
    return not_run(std::move(outcome), "a wall monitor takes no touches");
  }
  const long wanted = course.scaled(full_touches, 20);
  memory.at(0, wanted);
  simulation::Visits visits(loaded, course.seed, nullptr);
  const auto say = [&] {
    outcome.done = with_commas(visits.counts().acts) + " touches, drags and keys of " +
                   with_commas(visits.counts().visits) + " random users, of whom " +
                   with_commas(visits.counts().resets) +
                   " left with something open; the screen went back to its first one by itself.";
  };
  while (visits.counts().acts < wanted) {
    std::string fault = visits.live_a_visit();
    say();
    if (!fault.empty()) return failed(std::move(outcome), "screen " + visits.scene().screen + ": " + std::move(fault));
    const double share = static_cast<double>(visits.counts().acts) / static_cast<double>(wanted);
    memory.at(std::min(share, 0.99), wanted);
    if (!course.goes_on(std::min(share, 1.0))) return not_run(std::move(outcome), stopped);
  }
  memory.at(1, wanted);
  outcome.figures.push_back({"screens checked", with_commas(visits.counts().scenes)});
  return outcome;
}

}  // namespace anteroom::selftest

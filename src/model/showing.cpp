#include "model/showing.h"

#include <set>

#include "model/schedule.h"
#include "model/state.h"
#include "model/wall_clock.h"

namespace anteroom {

namespace {

using std::chrono::local_days;
using Minutes = std::set<MinuteOfDay>;  // of one day

// Adds the minutes of `day` at which the clinic may open or close.
void add_openings(const Content& content, local_days day, Minutes& minutes) {
  const OpeningHours& hours = content.settings.hours;
  const Dates dates = is_possible(content, WallTime(day)) ? Dates::count : Dates::unknown;
  for (const local_days begins : {day - std::chrono::days(1), day}) {
    for (const OpenSpan& span : hours_of(hours, begins, dates)) minutes.insert({span.from, span.until});
  }
}

void add_hours(const Card& card, Minutes& minutes) {
  if (card.when.hours) minutes.insert({card.when.hours->from, card.when.hours->until});
}

std::vector<std::size_t> cards_in_any_language(const Content& content, WallTime time) {
  std::set<std::size_t> cards;
  for (const std::size_t language : offered_languages(content)) {
    const std::vector<std::size_t> loop = loop_cards(State{}, content, time, language);
    cards.insert(loop.begin(), loop.end());
  }
  return {cards.begin(), cards.end()};
}

}  // namespace

std::optional<Absence> why_hidden(const Content& content, const Card& card, WallTime time) {
  if (const auto why = absence(content.pack, card, content.settings.role, time, earliest_day(content))) return why;
  if (!is_open(content, time)) return Absence::closed;
  return std::nullopt;
}

std::optional<WallTime> next_change(const Content& content, const Card& card, WallTime time) {
  constexpr std::chrono::days longest(3653);
  const bool hidden = why_hidden(content, card, time).has_value();
  const local_days today = std::chrono::floor<std::chrono::days>(time);
  for (local_days day = today; day <= today + longest; day += std::chrono::days(1)) {
    Minutes minutes{MinuteOfDay(0)};
    add_openings(content, day, minutes);
    add_hours(card, minutes);
    for (const MinuteOfDay minute : minutes) {
      const WallTime then = day + minute;
      if (then > time && why_hidden(content, card, then).has_value() != hidden) return then;
    }
  }
  return std::nullopt;
}

std::vector<PlanEntry> plan_of(const Content& content, local_days day) {
  Minutes minutes{MinuteOfDay(0)};
  add_openings(content, day, minutes);
  for (const Card& card : content.pack.cards) add_hours(card, minutes);
  minutes.erase(MinuteOfDay(24 * 60));  // of the next day
  std::vector<PlanEntry> plan;
  for (const MinuteOfDay minute : minutes) {
    const WallTime time = day + minute;
    PlanEntry entry{minute, is_open(content, time)};
    if (entry.open) entry.cards = cards_in_any_language(content, time);
    if (plan.empty() || plan.back().open != entry.open || plan.back().cards != entry.cards) {
      plan.push_back(std::move(entry));
    }
  }
  return plan;
}

}  // namespace anteroom

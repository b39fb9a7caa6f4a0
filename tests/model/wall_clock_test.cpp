#include "model/wall_clock.h"

#include <set>

#include "catch.h"
#include "model/playlist.h"
#include "model/sample_content.h"
#include "model/state.h"

using namespace anteroom;
using namespace anteroom::tests;
using namespace std::chrono;

namespace {

// Reviewed on 2026-10-01 until 2027-09-30; the second card only in December, the third only from June 2027 on.
Content dated_content(Role role = Role::kiosk) {
  Content content = sample_content(3, role);
  content.pack.review = {2026y / October / 1, 2027y / September / 30, ""};
  content.pack.cards[1].when.from = 2026y / December / 1;
  content.pack.cards[1].when.until = 2026y / December / 31;
  content.pack.cards[2].when.from = 2027y / June / 1;
  return content;
}

WallTime noon(Date date) {
  return local_days(date) + hours(12);
}

using Cards = std::vector<std::size_t>;

// The cards of the loop on `date`.
Cards loop_on(const Content& content, Date date) {
  return loop_cards(State{}, content, noon(date));
}

}  // namespace

TEST_CASE("a clock before the review or the release cannot be right") {
  struct Row {
    Date reviewed, by, released, earliest;
  };
  const Date none{};
  const Row row =
      GENERATE_COPY(Row{2026y / October / 1, 2027y / September / 30, none, 2026y / October / 1},
                    Row{2026y / October / 1, 2027y / September / 30, 2026y / November / 1, 2026y / November / 1},
                    Row{2026y / December / 1, 2027y / September / 30, 2026y / November / 1, 2026y / December / 1},
                    Row{2026y / October / 1, none, none, 2026y / October / 1},
                    Row{none, 2027y / September / 30, 2026y / November / 1, 2026y / November / 1},
                    // reviewed after its last day: a slip
                    Row{2036y / October / 1, 2027y / September / 30, 2026y / November / 1, 2026y / November / 1},
                    Row{none, none, none, none});
  Content content;
  content.pack.review = {row.reviewed, row.by, ""};
  content.released = row.released;
  CHECK(earliest_day(content) == row.earliest);
  if (row.earliest.ok()) {
    CHECK_FALSE(is_possible(content, local_days(row.earliest) - seconds(1)));
    CHECK_FALSE(is_possible(content, local_days(1970y / January / 1)));
    CHECK(is_possible(content, local_days(row.earliest)));
  } else {
    CHECK(is_possible(content, local_days(1970y / January / 1)));
  }
  CHECK(is_possible(content, local_days(2037y / January / 1)));
}

TEST_CASE("a time that is chosen keeps its weekday and its hour if it must be later") {
  Content content = dated_content();
  const WallTime monday = local_days(2026y / November / 23) + hours(8);
  CHECK(possible_time(content, monday) == monday);
  content.released = 2027y / March / 1;  // a Monday
  CHECK(possible_time(content, monday) == local_days(2027y / March / 1) + hours(8));
  content.released = 2027y / March / 2;
  CHECK(possible_time(content, monday) == local_days(2027y / March / 8) + hours(8));
  content.pack.review = {};
  content.released = {};
  CHECK(possible_time(content, monday) == monday);
}

TEST_CASE("cards with dates wait while the clock cannot be right and the others are shown") {
  const Content content = dated_content();
  CHECK(loop_on(content, 1970y / January / 1) == Cards{0});
  CHECK(loop_on(content, 2020y / December / 15) == Cards{0});
  CHECK(loop_on(content, 2026y / September / 30) == Cards{0});
  CHECK(loop_on(content, 2026y / October / 1) == Cards{0});
  CHECK(loop_on(content, 2026y / December / 15) == Cards{0, 1});
  CHECK(loop_on(content, 2027y / June / 1) == Cards{0, 2});
  CHECK(loop_on(content, 2027y / October / 1).empty());
}

TEST_CASE("a card whose last day is before any possible day is not shown by a clock that shows that day") {
  Content content = dated_content();
  content.pack.cards[1].when.from.reset();
  content.pack.cards[1].when.until = 2020y / December / 31;
  CHECK(loop_on(content, 2020y / December / 15) == Cards{0});
}

TEST_CASE("the review's end is not judged by an impossible clock but by the program's release") {
  Content content = dated_content();
  content.pack.review = {2024y / January / 1, 2024y / December / 31, ""};
  CHECK(loop_on(content, 2020y / January / 1) == Cards{0});
  CHECK(loop_on(content, 2024y / June / 1) == Cards{0});
  content.released = 2026y / November / 1;
  CHECK(loop_on(content, 2020y / January / 1).empty());
  CHECK(loop_on(content, 2024y / June / 1).empty());  // released later than that
}

TEST_CASE("a wall knows whether its clock can be right") {
  const Content content = dated_content(Role::wall);
  State state = start(content, moment(Millis(0), noon(2020y / January / 1)));
  CHECK_FALSE(state.clock_possible);
  state = update(state, content, Tick{}, {MonoTime(minutes(1)), noon(2026y / December / 15)});
  CHECK(state.clock_possible);
  state = update(state, content, Tick{}, {MonoTime(minutes(2)), noon(2020y / January / 1)});
  CHECK_FALSE(state.clock_possible);
}

TEST_CASE("cards with dates come back by themselves when the clock is set right") {
  const Role role = GENERATE(Role::kiosk, Role::wall);
  const bool only_dated = GENERATE(false, true);
  Content content = dated_content(role);
  if (only_dated) content.pack.cards[0].when.from = 2026y / November / 1;
  State state = start(content, moment(Millis(0), noon(1970y / January / 1)));
  CHECK(state.card.has_value() != only_dated);
  const auto cards_of_an_hour = [&](MonoTime begin, WallTime wall) {
    std::set<std::size_t> seen;
    for (MonoTime now = begin; now < begin + hours(1); now = next_deadline(state, content)) {
      state = update(state, content, Tick{}, {now, wall + floor<seconds>(now - begin)});
      if (state.card && now > begin + minutes(2)) seen.insert(*state.card);
    }
    return seen;
  };
  const std::set<std::size_t> undated = only_dated ? std::set<std::size_t>{} : std::set<std::size_t>{0};
  CHECK(cards_of_an_hour(MonoTime(minutes(1)), noon(1970y / January / 1)) == undated);
  CHECK(cards_of_an_hour(MonoTime(hours(2)), noon(2026y / December / 15)) == std::set<std::size_t>{0, 1});
  CHECK(cards_of_an_hour(MonoTime(hours(4)), noon(2031y / December / 15)).empty());  // five years on: past the review
  CHECK(cards_of_an_hour(MonoTime(hours(6)), noon(2026y / December / 15)) == std::set<std::size_t>{0, 1});
  CHECK(cards_of_an_hour(MonoTime(hours(8)), noon(2021y / December / 15)) == undated);  // five years back
  CHECK(cards_of_an_hour(MonoTime(hours(10)), noon(2026y / December / 15)) == std::set<std::size_t>{0, 1});
}

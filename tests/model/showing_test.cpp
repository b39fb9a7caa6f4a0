#include "model/showing.h"

#include "catch.h"
#include "sample_content.h"

using namespace anteroom;
using namespace anteroom::tests;
using namespace std::chrono;

namespace {

// Every change that next_change() tells must be one, and none may lie between.
void check_changes(const Content& content, const Card& card, WallTime from, int count) {
  for (int i = 0; i < count; ++i) {
    const bool hidden = why_hidden(content, card, from).has_value();
    const std::optional<WallTime> next = next_change(content, card, from);
    REQUIRE(next);
    INFO(in_digits(date_of(*next)) << " " << in_digits(minute_of_day(*next)));
    CHECK(why_hidden(content, card, *next).has_value() != hidden);
    for (WallTime time = from; time < *next; time += minutes(1)) {
      if (why_hidden(content, card, time).has_value() != hidden) FAIL("a change before");
    }
    from = *next;
  }
}

}  // namespace

TEST_CASE("no change of a card is missed") {
  Content content = sample_content(2);
  content.pack.review.by = 2199y / December / 31;
  content.settings.hours.week.assign(7, {{hours(8), hours(12)}, {hours(13), hours(17)}, {hours(22), hours(3)}});
  content.settings.hours.on = {{{2026y / November / 25, 2026y / November / 25}, {}},
                               {{2026y / November / 28, 2026y / November / 28}, {{hours(10), hours(11)}}}};
  Card& card = content.pack.cards[0];
  card.when.hours = When::Hours{hours(9) + minutes(30), hours(1)};
  card.when.except = {{2026y / November / 27, 2026y / November / 27}};
  check_changes(content, card, local_days(2026y / November / 24), 20);
  check_changes(content, content.pack.cards[1], local_days(2026y / November / 24) + hours(12) + seconds(1), 20);
}

TEST_CASE("a change in some years is found and one that never comes is not") {
  Content content = sample_content(1);
  content.pack.review.by = 2199y / December / 31;
  Card& card = content.pack.cards[0];
  CHECK_FALSE(next_change(content, card, local_days(2026y / November / 24)));
  card.when.from = 2035y / May / 1;
  CHECK(next_change(content, card, local_days(2026y / November / 24)) == WallTime(local_days(2035y / May / 1)));
  card.when.from = {};
  card.when.except = {{2000y / March / 1, 2000y / February / 28, true}};  // leaves 29 February
  CHECK(next_change(content, card, local_days(2026y / November / 24)) == WallTime(local_days(2028y / February / 29)));
  CHECK(next_change(content, card, local_days(2028y / February / 29)) == WallTime(local_days(2028y / March / 1)));
}

TEST_CASE("the plan of a day has each change and nothing else") {
  Content content = sample_content(2);
  content.settings.hours.week.assign(7, {{hours(8), hours(12)}, {hours(13), hours(17)}});
  content.pack.cards[0].when.hours = When::Hours{hours(7), hours(14)};
  const std::vector<PlanEntry> expected = {{hours(0), false, {}},     {hours(8), true, {0, 1}}, {hours(12), false, {}},
                                           {hours(13), true, {0, 1}}, {hours(14), true, {1}},   {hours(17), false, {}}};
  CHECK(plan_of(content, local_days(2026y / November / 24)) == expected);
}

TEST_CASE("a card that only another language has changes the plan, too") {
  Content content = sample_content(2);
  REQUIRE(content.pack.languages.size() == 2);
  Card& card = content.pack.cards[1];
  card.text[0] = {};
  card.when.hours = When::Hours{hours(9), hours(10)};
  const std::vector<PlanEntry> expected = {{hours(0), true, {0}}, {hours(9), true, {0, 1}}, {hours(10), true, {0}}};
  CHECK(plan_of(content, local_days(2026y / November / 24)) == expected);
  content.settings.languages = {"en"};
  CHECK(plan_of(content, local_days(2026y / November / 24)).size() == 1);
}

#include "model/playlist.h"

#include "catch.h"

using namespace anteroom;
using namespace std::chrono;

namespace {

WallTime at(int y, unsigned m, unsigned d, int hour, int minute) {
  return local_days(year(y) / month(m) / day(d)) + hours(hour) + minutes(minute);
}

bool allows(const When& when, WallTime time) {
  return !ruled_out(when, time);
}

}  // namespace

TEST_CASE("dayparting limits by date day and hour") {
  When all;
  CHECK(allows(all, at(2026, 11, 23, 3, 0)));

  When dates;
  dates.from = 2026y / November / 23;
  dates.until = 2026y / November / 24;
  CHECK_FALSE(allows(dates, at(2026, 11, 22, 23, 59)));
  CHECK(allows(dates, at(2026, 11, 23, 0, 0)));
  CHECK(allows(dates, at(2026, 11, 24, 23, 59)));
  CHECK_FALSE(allows(dates, at(2026, 11, 25, 0, 0)));

  When mondays;
  mondays.days.reset();
  mondays.days.set(1);
  CHECK(allows(mondays, at(2026, 11, 23, 9, 0)));  // a Monday
  CHECK_FALSE(allows(mondays, at(2026, 11, 24, 9, 0)));

  When morning;
  morning.hours = When::Hours{hours(8), hours(12)};
  CHECK_FALSE(allows(morning, at(2026, 11, 23, 7, 59)));
  CHECK(allows(morning, at(2026, 11, 23, 8, 0)));
  CHECK_FALSE(allows(morning, at(2026, 11, 23, 12, 0)));

  When night;
  night.hours = When::Hours{hours(22), hours(6)};
  CHECK(allows(night, at(2026, 11, 23, 23, 0)));
  CHECK(allows(night, at(2026, 11, 23, 5, 59)));
  CHECK_FALSE(allows(night, at(2026, 11, 23, 6, 0)));
}

TEST_CASE("a card's hours past midnight belong to the weekday on which they begin and its dates to the calendar") {
  When fridays;  // 27 November 2026 is a Friday
  fridays.days.reset();
  fridays.days.set(5);
  fridays.hours = When::Hours{hours(22), hours(6)};
  CHECK_FALSE(allows(fridays, at(2026, 11, 27, 5, 59)));
  CHECK_FALSE(allows(fridays, at(2026, 11, 27, 21, 59)));
  CHECK(allows(fridays, at(2026, 11, 27, 22, 0)));
  CHECK(allows(fridays, at(2026, 11, 28, 0, 0)));
  CHECK(allows(fridays, at(2026, 11, 28, 5, 59)));
  CHECK_FALSE(allows(fridays, at(2026, 11, 28, 6, 0)));
  CHECK_FALSE(allows(fridays, at(2026, 11, 28, 22, 0)));

  When nights;
  nights.from = 2026y / November / 27;
  nights.until = 2026y / November / 28;
  nights.hours = fridays.hours;
  CHECK_FALSE(allows(nights, at(2026, 11, 26, 23, 0)));
  CHECK(allows(nights, at(2026, 11, 27, 1, 0)));
  CHECK(allows(nights, at(2026, 11, 28, 23, 59)));
  CHECK_FALSE(allows(nights, at(2026, 11, 29, 0, 0)));

  When whole_day;  // from eight to eight
  whole_day.days = fridays.days;
  whole_day.hours = When::Hours{hours(8), hours(8)};
  CHECK_FALSE(allows(whole_day, at(2026, 11, 27, 7, 59)));
  CHECK(allows(whole_day, at(2026, 11, 27, 8, 0)));
  CHECK(allows(whole_day, at(2026, 11, 28, 7, 59)));
  CHECK_FALSE(allows(whole_day, at(2026, 11, 28, 8, 0)));
}

TEST_CASE("a card rests outside its months and on the days that it excepts") {
  When winter;
  winter.months = std::bitset<12>("111000000001");  // October to December, and January
  winter.except = {{2026y / December / 24, 2026y / December / 26},
                   {2000y / January / 1, 2000y / January / 1, true},
                   {2027y / November / 1, 2027y / November / 30}};
  struct Row {
    WallTime time;
    std::optional<Absence> is;
  };
  const Row row = GENERATE(Row{at(2026, 9, 30, 23, 59), Absence::months}, Row{at(2026, 10, 1, 0, 0), {}},
                           Row{at(2026, 12, 23, 23, 59), {}}, Row{at(2026, 12, 24, 0, 0), Absence::except},
                           Row{at(2026, 12, 26, 23, 59), Absence::except}, Row{at(2026, 12, 27, 0, 0), {}},
                           Row{at(2027, 1, 1, 12, 0), Absence::except}, Row{at(2028, 1, 1, 12, 0), Absence::except},
                           Row{at(2027, 1, 2, 0, 0), {}}, Row{at(2027, 1, 31, 23, 59), {}},
                           Row{at(2027, 2, 1, 0, 0), Absence::months}, Row{at(2027, 11, 15, 9, 0), Absence::except},
                           Row{at(2028, 11, 15, 9, 0), {}});
  CHECK(ruled_out(winter, row.time) == row.is);
  // A clock that cannot be right does not know the month: the card waits.
  CHECK(ruled_out(winter, row.time, Dates::unknown) == Absence::clock);
}

TEST_CASE("a clock that cannot be right hides no card for a day that it excepts") {
  When when;
  when.except = {{2000y / January / 1, 2000y / January / 1, true}};
  CHECK(ruled_out(when, at(2020, 1, 1, 9, 0)) == Absence::except);
  CHECK_FALSE(ruled_out(when, at(2020, 1, 1, 9, 0), Dates::unknown));
}

TEST_CASE("months and excepted days are those of the calendar whatever the hours") {
  When nights;
  nights.hours = When::Hours{hours(22), hours(6)};
  nights.months = std::bitset<12>("100000000000");  // December
  nights.except = {{2026y / December / 25, 2026y / December / 25}};
  CHECK(ruled_out(nights, at(2026, 11, 30, 23, 0)) == Absence::months);
  CHECK_FALSE(ruled_out(nights, at(2026, 12, 1, 1, 0)));
  CHECK_FALSE(ruled_out(nights, at(2026, 12, 24, 23, 59)));
  CHECK(ruled_out(nights, at(2026, 12, 25, 1, 0)) == Absence::except);
  CHECK_FALSE(ruled_out(nights, at(2026, 12, 26, 1, 0)));
  CHECK(ruled_out(nights, at(2026, 12, 26, 7, 0)) == Absence::hours);
}

TEST_CASE("a card of 29 February is shown in leap years only") {
  When leap;
  leap.except = {{2000y / January / 1, 2000y / February / 28, true}, {2000y / March / 1, 2000y / December / 31, true}};
  CHECK_FALSE(ruled_out(leap, at(2028, 2, 29, 0, 0)));
  CHECK_FALSE(ruled_out(leap, at(2028, 2, 29, 23, 59)));
  CHECK(ruled_out(leap, at(2028, 2, 28, 23, 59)) == Absence::except);
  CHECK(ruled_out(leap, at(2028, 3, 1, 0, 0)) == Absence::except);
  CHECK(ruled_out(leap, at(2027, 2, 28, 12, 0)) == Absence::except);
  CHECK(ruled_out(leap, at(2027, 3, 1, 12, 0)) == Absence::except);
}

TEST_CASE("a pack leaves the loop on the day after its review expires") {
  Pack pack;
  pack.cards.resize(2);
  pack.review.by = 2027y / November / 22;
  CHECK(playlist(pack, Role::kiosk, at(2027, 11, 22, 23, 59)).size() == 2);
  CHECK(playlist(pack, Role::kiosk, at(2027, 11, 23, 0, 0)).empty());
}

TEST_CASE("a signed card leaves the loop by its own date and the others by that of the pack") {
  Pack pack;
  pack.cards.resize(3);
  pack.review.by = 2027y / November / 22;
  pack.cards[0].review_by = 2027y / March / 1;
  pack.cards[2].review_by = 2028y / March / 1;
  CHECK(playlist(pack, Role::kiosk, at(2027, 3, 1, 23, 59)).size() == 3);
  CHECK(playlist(pack, Role::kiosk, at(2027, 3, 2, 0, 0)) == std::vector<std::size_t>{1, 2});
  CHECK(absence(pack, pack.cards[0], Role::kiosk, at(2027, 3, 2, 0, 0)) == Absence::review);
  CHECK(playlist(pack, Role::kiosk, at(2027, 11, 23, 0, 0)) == std::vector<std::size_t>{2});
  CHECK(playlist(pack, Role::kiosk, at(2028, 3, 2, 0, 0)).empty());
}

TEST_CASE("a review without a last day holds for 12 months and a pack whose review has no date is never shown") {
  Pack pack;
  pack.cards.resize(2);
  CHECK(playlist(pack, Role::kiosk, at(2026, 11, 23, 9, 0)).empty());
  pack.review.on = 2026y / November / 22;
  CHECK(playlist(pack, Role::kiosk, at(2027, 11, 22, 23, 59)).size() == 2);
  CHECK(playlist(pack, Role::kiosk, at(2027, 11, 23, 0, 0)).empty());
  pack.review.on = 2028y / February / 29;
  CHECK(last_day(pack.review) == 2029y / February / 28);
}

TEST_CASE("each kind of screen has its own cards") {
  Pack pack;
  pack.cards.resize(3);
  pack.review.by = 2027y / November / 22;
  pack.cards[1].on_wall = false;
  pack.cards[2].on_kiosk = false;
  const WallTime now = at(2026, 11, 23, 9, 0);
  CHECK(playlist(pack, Role::kiosk, now) == std::vector<std::size_t>{0, 1});
  CHECK(playlist(pack, Role::wall, now) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("next and previous wrap and find their position when the card has left") {
  const std::vector<std::size_t> cards{1, 4, 6};
  CHECK(next_card(cards, 1) == 4u);
  CHECK(next_card(cards, 6) == 1u);
  CHECK(next_card(cards, 5) == 6u);
  CHECK(previous_card(cards, 4) == 1u);
  CHECK(previous_card(cards, 1) == 6u);
  CHECK(previous_card(cards, 5) == 4u);
  CHECK_FALSE(next_card({}, 0));
  CHECK_FALSE(previous_card({}, 0));
}

#include "model/schedule.h"

#include "catch.h"

using namespace anteroom;
using namespace std::chrono;

TEST_CASE("opening hours are those of the weekday and may run past midnight") {
  std::vector<OpeningHours> week(7, OpeningHours{hours(8), hours(17)});
  week[0] = {hours(0), hours(0)};   // Sunday: closed
  week[5] = {hours(20), hours(2)};  // Friday: past midnight
  week[6] = {hours(0), hours(24)};  // Saturday: all day
  struct Row {
    unsigned day;  // of November 2026; the 22nd is a Sunday
    int minute;
    bool open;
  };
  const Row row =
      GENERATE(Row{22, 12 * 60, false}, Row{23, 8 * 60 - 1, false}, Row{23, 8 * 60, true}, Row{23, 17 * 60 - 1, true},
               Row{23, 17 * 60, false}, Row{27, 10 * 60, false}, Row{27, 20 * 60, true}, Row{27, 1439, true},
               Row{28, 60, true}, Row{28, 1439, true}, Row{29, 0, false});
  const WallTime time = local_days(2026y / November / day(row.day)) + minutes(row.minute);
  INFO(row.day << " at minute " << row.minute);
  CHECK(is_open(week, time) == row.open);
}

TEST_CASE("hours past midnight belong to the weekday on which they begin") {
  std::vector<OpeningHours> week(7);
  struct Row {
    OpeningHours sunday, monday, tuesday;
    int hour, minute;  // after midnight before Monday
    bool open;
  };
  const OpeningHours closed{hours(0), hours(0)};
  const OpeningHours night{hours(20), hours(4)};
  const OpeningHours day{hours(8), hours(17)};
  const OpeningHours whole{hours(0), hours(24)};
  const Row row = GENERATE_COPY(
      // every night
      Row{night, night, night, 3, 59, true}, Row{night, night, night, 4, 0, false},
      Row{night, night, night, 12, 0, false}, Row{night, night, night, 19, 59, false},
      Row{night, night, night, 20, 0, true}, Row{night, night, night, 24, 0, true},
      Row{night, night, night, 27, 59, true}, Row{night, night, night, 28, 0, false},
      // a single night
      Row{closed, night, closed, 0, 0, false}, Row{closed, night, closed, 3, 0, false},
      Row{closed, night, closed, 23, 59, true}, Row{closed, night, closed, 27, 59, true},
      Row{closed, night, closed, 28, 0, false}, Row{closed, night, closed, 44, 0, false},
      // a night into a day
      Row{night, day, closed, 3, 0, true}, Row{night, day, closed, 4, 0, false}, Row{night, day, closed, 8, 0, true},
      // a night that ends after the next day's hours have begun
      Row{{hours(20), hours(10)}, day, closed, 9, 0, true}, Row{{hours(20), hours(10)}, day, closed, 16, 59, true},
      Row{{hours(20), hours(10)}, day, closed, 17, 0, false},
      // until midnight, written either way
      Row{closed, {hours(20), hours(0)}, closed, 23, 59, true},
      Row{closed, {hours(20), hours(0)}, closed, 24, 0, false},
      Row{closed, {hours(20), hours(24)}, closed, 23, 59, true},
      Row{closed, {hours(20), hours(24)}, closed, 24, 0, false},
      // all day
      Row{closed, whole, closed, 0, 0, true}, Row{closed, whole, closed, 23, 59, true},
      Row{closed, whole, closed, 24, 0, false});
  week[0] = row.sunday;
  week[1] = row.monday;
  week[2] = row.tuesday;
  week[6] = closed;
  const WallTime time = local_days(2026y / November / 23) + hours(row.hour) + minutes(row.minute);
  INFO("Monday " << row.hour << ":" << row.minute);
  CHECK(is_open(week, time) == row.open);
}

// Only the wall clock counts: it jumps from 2:00 to 3:00 in spring, and shows 1:00 to 2:00 twice in autumn.
TEST_CASE("a night clinic goes by the wall clock when summer time begins and ends") {
  const std::vector<OpeningHours> week(7, OpeningHours{hours(20), hours(2) + minutes(30)});
  const local_days spring(2027y / March / 14);
  CHECK(is_open(week, spring + hours(1) + minutes(59)));
  CHECK_FALSE(is_open(week, spring + hours(3)));
  const std::vector<OpeningHours> shorter(7, OpeningHours{hours(20), hours(1) + minutes(30)});
  const local_days autumn(2026y / November / 1);
  CHECK(is_open(shorter, autumn + hours(1) + minutes(29)));
  CHECK_FALSE(is_open(shorter, autumn + hours(1) + minutes(59)));
  CHECK(is_open(shorter, autumn + hours(1)));  // again, an hour later
}

TEST_CASE("without opening hours the clinic is always open") {
  CHECK(is_open({}, local_days(2026y / November / 22) + hours(3)));
}

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

TEST_CASE("without opening hours the clinic is always open") {
  CHECK(is_open({}, local_days(2026y / November / 22) + hours(3)));
}

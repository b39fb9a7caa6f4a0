#include "model/schedule.h"

#include "catch.h"

using namespace anteroom;
using namespace std::chrono;

TEST_CASE("opening hours are those of the weekday and may run past midnight") {
  OpeningHours clinic{std::vector<DayHours>(7, {OpenSpan{hours(8), hours(17)}}), {}};
  clinic.week[0] = {};                       // Sunday: closed
  clinic.week[5] = {{hours(20), hours(2)}};  // Friday: past midnight
  clinic.week[6] = {{hours(0), hours(24)}};  // Saturday: all day
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
  CHECK(is_open(clinic, time) == row.open);
}

TEST_CASE("hours past midnight belong to the weekday on which they begin") {
  OpeningHours clinic{std::vector<DayHours>(7), {}};
  struct Row {
    DayHours sunday, monday, tuesday;
    int hour, minute;  // after midnight before Monday
    bool open;
  };
  const DayHours closed;
  const DayHours night{{hours(20), hours(4)}};
  const DayHours day{{hours(8), hours(17)}};
  const DayHours whole{{hours(0), hours(24)}};
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
      Row{{{hours(20), hours(10)}}, day, closed, 9, 0, true}, Row{{{hours(20), hours(10)}}, day, closed, 16, 59, true},
      Row{{{hours(20), hours(10)}}, day, closed, 17, 0, false},
      // until midnight, written either way
      Row{closed, {{hours(20), hours(0)}}, closed, 23, 59, true},
      Row{closed, {{hours(20), hours(0)}}, closed, 24, 0, false},
      Row{closed, {{hours(20), hours(24)}}, closed, 23, 59, true},
      Row{closed, {{hours(20), hours(24)}}, closed, 24, 0, false},
      // all day
      Row{closed, whole, closed, 0, 0, true}, Row{closed, whole, closed, 23, 59, true},
      Row{closed, whole, closed, 24, 0, false});
  clinic.week[0] = row.sunday;
  clinic.week[1] = row.monday;
  clinic.week[2] = row.tuesday;
  clinic.week[6] = closed;
  const WallTime time = local_days(2026y / November / 23) + hours(row.hour) + minutes(row.minute);
  INFO("Monday " << row.hour << ":" << row.minute);
  CHECK(is_open(clinic, time) == row.open);
}

// Only the wall clock counts: it jumps from 2:00 to 3:00 in spring, and shows 1:00 to 2:00 twice in autumn.
TEST_CASE("a night clinic goes by the wall clock when summer time begins and ends") {
  const OpeningHours week{std::vector<DayHours>(7, {OpenSpan{hours(20), hours(2) + minutes(30)}}), {}};
  const local_days spring(2027y / March / 14);
  CHECK(is_open(week, spring + hours(1) + minutes(59)));
  CHECK_FALSE(is_open(week, spring + hours(3)));
  const OpeningHours shorter{std::vector<DayHours>(7, {OpenSpan{hours(20), hours(1) + minutes(30)}}), {}};
  const local_days autumn(2026y / November / 1);
  CHECK(is_open(shorter, autumn + hours(1) + minutes(29)));
  CHECK_FALSE(is_open(shorter, autumn + hours(1) + minutes(59)));
  CHECK(is_open(shorter, autumn + hours(1)));  // again, an hour later
}

TEST_CASE("without opening hours the clinic is always open") {
  CHECK(is_open(OpeningHours{}, local_days(2026y / November / 22) + hours(3)));
}

TEST_CASE("a lunch break is like closing") {
  const DayHours day{{hours(8), hours(12)}, {hours(13), hours(17)}, {hours(20), hours(2)}};
  const OpeningHours clinic{std::vector<DayHours>(7, day), {}};
  struct Row {
    int minute;
    bool open;
  };
  const Row row = GENERATE(Row{119, true}, Row{120, false}, Row{8 * 60 - 1, false}, Row{8 * 60, true},
                           Row{12 * 60 - 1, true}, Row{12 * 60, false}, Row{13 * 60 - 1, false}, Row{13 * 60, true},
                           Row{17 * 60, false}, Row{20 * 60, true}, Row{24 * 60 - 1, true});
  INFO("minute " << row.minute);
  CHECK(is_open(clinic, local_days(2026y / November / 23) + minutes(row.minute)) == row.open);
}

TEST_CASE("hours of a date replace those of the weekday, and a single date those of a span and of every year") {
  const DayHours morning{{hours(8), hours(12)}}, whole{{hours(8), hours(17)}}, closed;
  OpeningHours clinic{std::vector<DayHours>(7, whole), {}};
  clinic.on = {{{2000y / December / 25, 2000y / December / 25, true}, closed},
               {{2026y / December / 24, 2026y / December / 24}, morning},
               {{2027y / August / 2, 2027y / August / 13}, closed},
               {{2027y / August / 5, 2027y / August / 5}, morning},
               {{2027y / December / 20, 2027y / December / 31}, morning},
               {{2000y / December / 30, 2000y / January / 2, true}, closed},
               {{2000y / February / 29, 2000y / February / 29, true}, closed}};
  struct Row {
    Date day;
    DayHours is;
  };
  const Row row = GENERATE_COPY(
      Row{2026y / December / 23, whole}, Row{2026y / December / 24, morning}, Row{2026y / December / 25, closed},
      Row{2099y / December / 25, closed}, Row{2027y / December / 24, morning}, Row{2027y / August / 1, whole},
      Row{2027y / August / 2, closed}, Row{2027y / August / 5, morning}, Row{2027y / August / 13, closed},
      Row{2027y / August / 14, whole}, Row{2027y / December / 25, morning}, Row{2026y / December / 29, whole},
      Row{2026y / December / 30, closed}, Row{2027y / January / 2, closed}, Row{2027y / January / 3, whole},
      Row{2027y / December / 31, morning}, Row{2028y / February / 29, closed}, Row{2028y / February / 28, whole},
      Row{2027y / February / 28, whole}, Row{2027y / March / 1, whole});
  INFO(in_digits(row.day));
  CHECK(hours_of(clinic, local_days(row.day)) == row.is);
  CHECK(hours_of(clinic, local_days(row.day), Dates::unknown) == whole);
}

TEST_CASE("the hours before a holiday run past its midnight and its own past its end") {
  const DayHours night{{hours(20), hours(4)}};
  OpeningHours clinic{std::vector<DayHours>(7, night), {}};
  clinic.on = {{{2026y / December / 25, 2026y / December / 25}, {}}};
  const local_days holiday(2026y / December / 25);
  CHECK(is_open(clinic, holiday + hours(3)));
  CHECK_FALSE(is_open(clinic, holiday + hours(4)));
  CHECK_FALSE(is_open(clinic, holiday + hours(21)));
  CHECK_FALSE(is_open(clinic, holiday + hours(24 + 3)));
  CHECK(is_open(clinic, holiday + hours(24 + 20)));
}

TEST_CASE("with hours for dates only the screen is on at all other times") {
  OpeningHours clinic;
  clinic.on = {{{2026y / December / 25, 2026y / December / 25}, {}}};
  CHECK_FALSE(clinic.empty());
  CHECK(is_open(clinic, local_days(2026y / December / 24) + hours(23)));
  CHECK_FALSE(is_open(clinic, local_days(2026y / December / 25)));
  CHECK(is_open(clinic, local_days(2026y / December / 26)));
}

// A computer without a clock battery starts on 1 January of some year.
TEST_CASE("a clock that cannot be right does not close the clinic for a holiday") {
  Content content;
  content.released = 2026y / November / 23;
  content.settings.hours.on = {{{2000y / January / 1, 2000y / January / 1, true}, {}}};
  CHECK(is_open(content, local_days(2020y / January / 1) + hours(9)));
  CHECK_FALSE(is_open(content, local_days(2027y / January / 1) + hours(9)));
}

TEST_CASE("the next opening is the first minute at which a closed clinic opens") {
  OpeningHours clinic{std::vector<DayHours>(7, {OpenSpan{hours(8), hours(12)}, OpenSpan{hours(13), hours(17)}}), {}};
  clinic.week[0] = {};                       // Sunday: closed
  clinic.week[5] = {{hours(20), hours(2)}};  // Friday: past midnight
  const auto at = [](unsigned of_november, int minute) {
    return WallTime(local_days(2026y / November / day(of_november)) + minutes(minute));
  };
  CHECK(next_opening(clinic, at(23, 7 * 60)) == at(23, 8 * 60));
  CHECK(next_opening(clinic, at(23, 12 * 60 + 30)) == at(23, 13 * 60));  // lunch
  CHECK(next_opening(clinic, at(23, 18 * 60)) == at(24, 8 * 60));
  CHECK(next_opening(clinic, at(27, 3 * 60)) == at(27, 20 * 60));
  CHECK(next_opening(clinic, at(28, 18 * 60)) == at(30, 8 * 60));  // over Sunday
  clinic.week.assign(7, {});
  CHECK_FALSE(next_opening(clinic, at(23, 7 * 60)));
}

#include "selftest/days.h"

#include "catch.h"
#include "clinic.h"

using namespace anteroom;
using namespace anteroom::selftest;

namespace {

constexpr std::int64_t whole_day_s = 24 * 3600;
// 2026-11-30 12:00 UTC.
constexpr std::int64_t noon = 1796040000;

bool says(const Outcome& outcome, const std::string& part) {
  std::string all = outcome.done + outcome.reason;
  for (const Figure& each : outcome.figures) all += each.name + each.value;
  return all.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the changes of a time zone are found to the second") {
  const InTimeZone zone("America/Toronto");
  const std::vector<ClockChange> changes = clock_changes(noon);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].by_s == 3600);
  CHECK(local_time(changes[0].utc - 1) ==
        WallTime(std::chrono::local_days(Date(std::chrono::year(2027) / 3 / 14)) + std::chrono::seconds(2 * 3600 - 1)));
  CHECK(changes[1].by_s == -3600);
  CHECK(local_time(changes[1].utc) ==
        WallTime(std::chrono::local_days(Date(std::chrono::year(2027) / 11 / 7)) + std::chrono::hours(1)));
}

TEST_CASE("a clinic lives through the days on which the clocks change") {
  const SmallClinic clinic;
  {
    const InTimeZone zone("Europe/Paris");
    const Outcome outcome = check_summer_time(clinic.loaded(), noon, {});
    CAPTURE(outcome.reason);
    CHECK(outcome.result == Result::pass);
    CHECK(says(outcome, "clocks go forward2027-03-27 14:00 to 2027-03-28 15:00, 1,440 minutes"));
    CHECK(says(outcome, "the clock jumped once"));
  }
  const InTimeZone zone("UTC");
  const Outcome outcome = check_summer_time(clinic.loaded(), noon, {});
  CHECK(outcome.result == Result::pass);
  CHECK(says(outcome, "of America/Toronto, since this clinic's time zone has none"));
}

TEST_CASE("the self-test failed at midnight and at summer time in every clinic that is closed then") {
  const SmallClinic clinic;
  std::string hours = "saturday = \"closed\"\nsunday = \"closed\"\n";
  for (const char* weekday : {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
    hours += std::string(weekday) + " = \"8:00-17:00\"\n";
  }
  clinic.folder.write("kiosk.toml", bytes_of_file(clinic.folder / "kiosk.toml") + "[hours]\n" + hours);
  const InTimeZone zone("America/Toronto");
  for (const Outcome& outcome :
       {check_midnights(clinic.loaded(), noon, {}), check_summer_time(clinic.loaded(), noon, {})}) {
    std::string all;
    for (const Figure& each : outcome.figures) all += each.name + ": " + each.value + "; ";
    CAPTURE(outcome.done, outcome.reason, all);
    CHECK(outcome.result == Result::pass);
    CHECK(says(outcome, "dark all the time, since the clinic is closed then"));
  }
}

TEST_CASE("a clinic lives through midnight and a leap day, with opening hours past midnight") {
  const SmallClinic clinic;
  std::string hours;
  for (const char* weekday : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    hours += std::string(weekday) + " = \"20:00-00:30\"\n";
  }
  clinic.folder.write("kiosk.toml", bytes_of_file(clinic.folder / "kiosk.toml") + "[hours]\n" + hours);
  REQUIRE_FALSE(clinic.settings().hours.week.empty());
  const InTimeZone zone("America/Toronto");
  const Outcome midnight = check_midnights(clinic.loaded(), noon, {});
  CAPTURE(midnight.reason);
  CHECK(midnight.result == Result::pass);
  CHECK(says(midnight, "tonight2026-11-30 23:00 to 2026-12-01 01:00, 120 minutes"));
  CHECK(says(midnight, "end of the year2026-12-31 23:00 to 2027-01-01 01:00"));
  const Outcome leap = check_leap_day(clinic.loaded(), noon, {});
  CAPTURE(leap.reason);
  CHECK(leap.result == Result::pass);
  CHECK(says(leap, "2028-02-28 23:00 to 2028-03-01 01:00, 1,560 minutes"));
}

TEST_CASE("days on which no card is shown fail") {
  const SmallClinic clinic;
  for (const char* id : {"a", "b"}) clinic.write_card(id, "[when]\nfrom = 2098-01-01\n");
  const InTimeZone zone("UTC");
  for (const Outcome& outcome : {check_leap_day(clinic.loaded(), noon, {}), check_midnights(clinic.loaded(), noon, {}),
                                 check_summer_time(clinic.loaded(), noon, {})}) {
    CHECK(outcome.result == Result::fail);
    CHECK(says(outcome, "no card was shown"));
  }
}

TEST_CASE("a day that breaks a rule of the screen fails") {
  const SmallClinic clinic;
  assembly::Loaded loaded = clinic.loaded();
  loaded.content.settings.screen.width_mm = 60;  // no button has room on it
  loaded.content.settings.screen.height_mm = 34;
  const InTimeZone zone("UTC");
  CHECK(check_days(loaded, noon, noon + whole_day_s, {}).result == Result::fail);
}

TEST_CASE("a day is left when the test is stopped") {
  const SmallClinic clinic;
  Course course;
  int asked = 0;
  course.goes_on = [&asked](double) { return ++asked < 100; };
  const InTimeZone zone("UTC");
  const Outcome outcome = check_days(clinic.loaded(), noon, noon + whole_day_s, course);
  CHECK(outcome.result == Result::not_run);
  CHECK(outcome.reason == "stopped before its end");
  CHECK(says(outcome, "100 minutes"));
}

#include "content/time_zones.h"

#include <cstdlib>
#include <ctime>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;

namespace {

const std::vector<std::string> read_otherwise{"PST",
                                              "JST",
                                              "IST",
                                              "CTT",
                                              "Etc/Unknown",
                                              "GMT+2",
                                              "GMT-5",
                                              "GMT+05:30",
                                              "UTC+2",
                                              "EST5EDT,M3",
                                              "utc",
                                              "America/Torronto",
                                              "/etc/passwd",
                                              "../zoneinfo/UTC",
                                              ":UTC",
                                              "America//Toronto",
                                              "America/",
                                              "America",
                                              "right/UTC",
                                              "posix/Europe/Paris",
                                              "localtime",
                                              "Toronto",
                                              ""};

// The hours that the C library adds to UTC in January 2026 with this name.
double hours_ahead(const std::string& name) {
  const char* set = std::getenv("TZ");
  const std::string before = set == nullptr ? "" : set;
  ::setenv("TZ", name.c_str(), 1);
  ::tzset();
  const std::time_t january = 1768478400;
  std::tm local{};
  ::localtime_r(&january, &local);
  if (set == nullptr) {
    ::unsetenv("TZ");
  } else {
    ::setenv("TZ", before.c_str(), 1);
  }
  ::tzset();
  return static_cast<double>(local.tm_gmtoff) / 3600;
}

}  // namespace

TEST_CASE("a time zone is an Area/City with a file, or UTC") {
  const TemporaryFolder folder;
  folder.write("America/Toronto", "TZif2");
  folder.write("America/Argentina/Salta", "TZif2");
  folder.write("Etc/GMT+5", "TZif2");
  folder.write("Nowhere/Yet", "TZif2");  // newer than ICU's list
  folder.write("America/Notes", "a text");
  folder.write("PST", "TZif2");
  folder.write("right/UTC", "TZif2");
  folder.write("posix/Europe/Paris", "TZif2");
  for (const char* name : {"UTC", "America/Toronto", "America/Argentina/Salta", "Etc/GMT+5", "Nowhere/Yet"}) {
    INFO(name);
    CHECK(is_time_zone(name, folder / ""));
  }
  for (const std::string& name : read_otherwise) {
    INFO(name);
    CHECK_FALSE(is_time_zone(name, folder / ""));
  }
  CHECK_FALSE(is_time_zone("Europe/Paris", folder / ""));
  CHECK_FALSE(is_time_zone("America/Notes", folder / ""));
}

TEST_CASE("without zone files ICU's names count") {
  const TemporaryFolder folder;
  for (const char* name : {"UTC", "America/Toronto", "Asia/Kolkata"}) CHECK(is_time_zone(name, folder / "none"));
  for (const std::string& name : read_otherwise) {
    INFO(name);
    CHECK_FALSE(is_time_zone(name, folder / "none"));
  }
}

TEST_CASE("the clock reads an accepted time zone as what it says") {
  struct Row {
    const char* name;
    double hours;
  };
  for (const Row& row : {Row{"America/Toronto", -5}, Row{"Asia/Kolkata", 5.5}, Row{"Asia/Tokyo", 9}, Row{"UTC", 0}}) {
    INFO(row.name);
    CHECK(is_time_zone(row.name));
    if (std::filesystem::is_directory(zone_folder)) CHECK(hours_ahead(row.name) == row.hours);
  }
}

TEST_CASE("a time zone that is near is suggested") {
  struct Row {
    const char* typed;
    const char* meant;
  };
  const TemporaryFolder folder;  // without zone files: ICU's names
  for (const Row& row : {Row{"America/Torronto", "; did you mean `America/Toronto`?"},
                         Row{"america/toronto", "; did you mean `America/Toronto`?"},
                         Row{"Toronto", "; did you mean `America/Toronto`?"}, Row{"Utc", "; did you mean `UTC`?"},
                         Row{"GMT+05:30", ""}, Row{"the clinic's own", ""}}) {
    CHECK(time_zone_suggestion(row.typed, folder / "none") == row.meant);
  }
}

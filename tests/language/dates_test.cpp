#include "language/dates.h"

#include "catch.h"
#include "language/capital.h"

using namespace anteroom::language;
using namespace std::chrono;

namespace {

// CLDR versions differ in the kind of space between a time and its a.m. or p.m.; to a reader each is a space.
std::string plain(std::string text) {
  for (const std::string space : {"\u00A0", "\u202F"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space))
      text.replace(at, space.size(), " ");
  }
  return text;
}

}  // namespace

TEST_CASE("dates are written as the language and region do") {
  const year_month_day day = 2026y / November / 5;
  CHECK(plain(long_date(day, "en-CA")) == "November 5, 2026");
  CHECK(plain(long_date(day, "en-GB")) == "5 November 2026");
  CHECK(plain(long_date(day, "fr-CA")) == "5 novembre 2026");
  CHECK(plain(long_date(day, "es")) == "5 de noviembre de 2026");
  CHECK(plain(long_date(day, "ar")) == "٥ نوفمبر ٢٠٢٦");
  CHECK(plain(long_date(1969y / December / 31, "en-CA")) == "December 31, 1969");
}

TEST_CASE("times are written as the language and region do") {
  CHECK(plain(clock_time(hours(9) + minutes(5), "fr-CA")) == "9 h 05");
  CHECK(plain(clock_time(hours(8), "fr-CA")) == "8 h");
  CHECK(plain(clock_time(hours(21), "fr-CA")) == "21 h");
  CHECK(plain(clock_time(hours(8), "fr")) == "08:00");
  CHECK(plain(clock_time(hours(8), "zh-Hans")) == "08:00");
  CHECK(plain(clock_time(hours(21) + minutes(5), "fr")) == "21:05");
  CHECK(plain(clock_time(hours(21) + minutes(5), "ar")) == "٩:٠٥ م");
  CHECK(plain(clock_time(hours(0), "en-US")) == "12:00 AM");
  CHECK(plain(clock_time(hours(13) + minutes(30), "en-CA")) == "1:30 p.m.");
}

TEST_CASE("a weekday that stands by itself begins with a capital, where the script has any") {
  const year_month_day monday = 2026y / November / 30;
  CHECK(with_capital(anteroom::language::weekday(monday, "en"), "en") == "Monday");
  CHECK(with_capital(anteroom::language::weekday(monday, "es"), "es") == "Lunes");
  CHECK(with_capital(anteroom::language::weekday(monday, "ar"), "ar") == anteroom::language::weekday(monday, "ar"));
  CHECK(with_capital("éa-b C", "fr") == "Éa-b C");
}

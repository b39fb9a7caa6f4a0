#include "commands/options.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::commands;

TEST_CASE("sizes are pixels that a screen can have") {
  CHECK(parse_size("1080x1920")->width == 1080);
  CHECK(parse_size("1080x1920")->height == 1920);
  for (const char* wrong :
       {"", "x", "1080", "1080x", "x1920", "0x0", "-5x100", "99999x10", "1080x1920p", "10 80x1920"}) {
    CHECK_FALSE(parse_size(wrong));
  }
}

TEST_CASE("a time is that of the day or of the next if it has passed") {
  using namespace std::chrono;
  const local_days today(2026y / December / 24);
  const WallTime now = today + hours(10);
  CHECK(parse_moment("18:00", now) == today + hours(18));
  CHECK(parse_moment("9:30", now) == today + hours(24 + 9) + minutes(30));
  CHECK(parse_moment("2026-12-25 08:05", now) == local_days(2026y / December / 25) + hours(8) + minutes(5));
  CHECK(parse_moment("2026-12-25T08:05", now) == local_days(2026y / December / 25) + hours(8) + minutes(5));
  CHECK(parse_moment("2026-12-25", now) == WallTime(local_days(2026y / December / 25)));
  // A Thursday.
  CHECK(parse_moment("noon", now) == today + hours(12));
  CHECK(parse_moment("4pm", now) == today + hours(16));
  CHECK(parse_moment("4:30 p.m.", now) == today + hours(16) + minutes(30));
  CHECK(parse_moment("9am", now) == today + hours(24 + 9));
  CHECK(parse_moment("12 am", now) == today + hours(24));
  CHECK(parse_moment("today 9:00", now) == today + hours(9));
  CHECK(parse_moment("tomorrow 08:00", now) == today + hours(24 + 8));
  CHECK(parse_moment("Friday noon", now) == today + hours(24 + 12));
  CHECK(parse_moment("thu 18:00", now) == today + hours(18));
  CHECK(parse_moment("thursday 9:00", now) == today + days(7) + hours(9));
  CHECK(in_words(today + hours(18), now) == "today, 2026-12-24 18:00");
  CHECK(in_words(today + hours(24), now) == "tomorrow, 2026-12-25 00:00");
  CHECK(in_words(today + hours(48), now) == "2026-12-26 00:00");
  // A whole day.
  CHECK(parse_end("today", now) == today + hours(23) + minutes(59));
  CHECK(parse_end("Tomorrow", now) == today + hours(47) + minutes(59));
  CHECK(parse_end("monday", now) == today + days(4) + hours(23) + minutes(59));
  CHECK(parse_end("18:00", now) == today + hours(18));
  CHECK_FALSE(parse_end("someday", now));
  CHECK(parse_date("tomorrow", now) == today + days(1));
  CHECK(parse_date("Thu", now) == today);
  CHECK(parse_date("2027-01-02", now) == local_days(2027y / January / 2));
  for (const char* wrong : {"", "6pm", "noon", "2026-02-29", "2026-12-24 18:00", "friday noon"}) {
    INFO(wrong);
    CHECK_FALSE(parse_date(wrong, now));
  }
  for (const char* wrong : {"", "friday", "teatime", "24:00", "18", "13pm", "0am", "friday 25:00", "someday 18:00",
                            "18:60", "2026-02-29", "2026-12-25 8", "2026-13-01", "18:00 h"}) {
    INFO(wrong);
    CHECK_FALSE(parse_moment(wrong, now));
  }
}

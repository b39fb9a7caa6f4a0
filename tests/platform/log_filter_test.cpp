#include "platform/log_filter.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::platform;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

MonoTime at(Millis time) {
  return MonoTime(time);
}

std::size_t bytes(const Lines& lines) {
  std::size_t sum = 0;
  for (const std::string& line : lines) sum += line.size() + 1;
  return sum;
}

}  // namespace

TEST_CASE("a message is written as it is") {
  LogFilter filter;
  CHECK(filter.take("cards/a.toml:3:1: error: what\nwhat = 1\n^\n", at(0s)) ==
        Lines{"cards/a.toml:3:1: error: what\nwhat = 1\n^"});
  CHECK(filter.take("another", at(0s)) == Lines{"another"});
  CHECK(filter.take("\n", at(0s)).empty());
  CHECK(filter.take("", at(0s)).empty());
  CHECK_FALSE(filter.next_count());
}

TEST_CASE("a second identical message is counted, not written") {
  LogFilter filter;
  filter.take("it fails", at(0s));
  for (int i = 1; i <= 41; ++i) CHECK(filter.take("it fails\n", at(i * 1s)).empty());
  REQUIRE(filter.next_count() == at(61s));
  CHECK(filter.due_counts(at(60s)).empty());
  CHECK(filter.due_counts(at(61s)) == Lines{"said 41 more times: it fails"});
  CHECK_FALSE(filter.next_count());
  CHECK(filter.due_counts(at(24h)).empty());
}

TEST_CASE("counts become rarer, finally once a day, and come soon again after a day of silence") {
  LogFilter filter;
  filter.take("it fails", at(0s));
  std::vector<MonoTime> reported;
  for (Millis now = 1s; now < 72h; now += 1s) {
    filter.take("it fails", at(now));
    if (!filter.due_counts(at(now)).empty()) reported.push_back(at(now));
  }
  REQUIRE(reported.size() == 5);
  CHECK(reported[0] == at(61s));
  CHECK(reported[1] - reported[0] == 10min);
  CHECK(reported[2] - reported[1] == 1h);
  CHECK(reported[3] - reported[2] == 24h);
  CHECK(reported[4] - reported[3] == 24h);
  filter.pending_counts(at(96h));
  filter.take("it fails", at(200h));
  CHECK(filter.next_count() == at(200h + 1min));
}

TEST_CASE("counts that are left are reported at the end") {
  LogFilter filter;
  filter.take("it fails", at(0s));
  filter.take("it fails", at(1s));
  CHECK(filter.pending_counts(at(1s)) == Lines{"said 1 more time: it fails"});
}

TEST_CASE("of messages that differ only in their numbers, twenty are written") {
  LogFilter filter;
  std::size_t written = 0;
  for (int i = 0; i < 5000; ++i) {
    written += filter.take("cannot read 0x" + std::to_string(i) + " of " + std::to_string(7 * i), at(1s)).size();
  }
  CHECK(written == 20);
  CHECK(filter.due_counts(at(61s)) == Lines{"said 4980 more times: cannot read 0x4999 of 34993"});
}

TEST_CASE("a flood of messages that are all different does not fill the disk") {
  LogLimits limits;
  limits.bytes_an_hour = 5000;
  LogFilter filter(limits);
  const auto word = [](int number) {
    std::string text = "message ";
    for (; number > 0; number /= 26) text += static_cast<char>('a' + number % 26);
    return text;
  };
  Lines lines;
  for (int i = 1; i <= 100'000; ++i) {
    for (const std::string& line : filter.take(word(i), at(i * 1ms))) lines.push_back(line);
  }
  CHECK(bytes(lines) < 5200);
  CHECK(lines.back() == "too much is said; what follows is left out until an hour has passed");
  const Lines later = filter.take("the next hour", at(1h + 1ms));
  REQUIRE(later.size() == 2);
  CHECK(later[0] == std::to_string(100'000 - lines.size() + 1) + " messages were left out");
  CHECK(later[1] == "the next hour");
}

TEST_CASE("only so many kinds are remembered, and one that is forgotten is counted first") {
  LogLimits limits;
  limits.remembered = 2;
  LogFilter filter(limits);
  filter.take("one", at(0s));
  filter.take("one", at(1s));
  filter.take("two", at(2s));
  CHECK(filter.take("three", at(3s)) == Lines{"said 1 more time: one", "three"});
  CHECK(filter.take("one", at(4s)) == Lines{"one"});
}

TEST_CASE("a long message is cut, but never inside a character") {
  LogLimits limits;
  limits.bytes = 10;
  LogFilter filter(limits);
  CHECK(filter.take("0123456789", at(0s)) == Lines{"0123456789"});
  CHECK(filter.take("abcdefghijk", at(0s)) == Lines{"abcdefghij ... (1 more bytes)"});
  CHECK(filter.take("abcdefghi\u00e9", at(0s)) == Lines{"abcdefghi ... (2 more bytes)"});
}

TEST_CASE("no message moves the cursor or clears a terminal") {
  LogFilter filter;
  CHECK(filter.take("a\x1b[2Jb\x07\tc\x7f\r", at(0s)) == Lines{"a?[2Jb?\tc?"});
}

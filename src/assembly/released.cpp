#include "assembly/released.h"

#include <cstdio>
#include <string>

#include "model/wall_clock.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::assembly {

std::string version() {
  return ANTEROOM_VERSION;
}

Date release_date() {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(ANTEROOM_RELEASED, "%d-%u-%u", &year, &month, &day) != 3) return {};
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

void check_clock(const Content& content, WallTime now, const std::filesystem::path& config,
                 source::Diagnostics& diagnostics) {
  if (is_possible(content, now)) return;
  const Date earliest = earliest_day(content);
  const std::string why =
      earliest == content.released ? "this program was released on " : "these cards were reviewed on ";
  source::add_file_fault(diagnostics, rule::wrong_clock, config.generic_string(),
                         "the clock of this computer shows " + in_digits(date_of(now)) + ", but " + why +
                             in_digits(earliest) +
                             "; set the clock: until it is right, cards with dates are not shown, and a wall shows no "
                             "time");
}

std::string ClockTrust::news(const Content& content, WallTime now, const std::filesystem::path& config) {
  const bool possible = is_possible(content, now);
  if (possible == possible_) return {};
  possible_ = possible;
  if (possible) return "anteroom: the clock shows " + in_digits(date_of(now)) + " and is trusted again";
  source::Diagnostics diagnostics;
  check_clock(content, now, config, diagnostics);
  return source::to_text(diagnostics.sorted().front());
}

}  // namespace anteroom::assembly

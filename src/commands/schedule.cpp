// `anteroom schedule`: prints what is on the screen on a day.
#include <iostream>

#include "commands/chosen_screen.h"
#include "commands/faults.h"
#include "commands/options.h"
#include "report/why_report.h"

namespace anteroom::commands {

int schedule(const ScheduleOptions& options) {
  ChosenScreen screen(options.source);
  if (!screen.has_content()) return does_not_hold;
  screen.show_what_stays(options.source);
  const WallTime now = screen.now();
  const auto day =
      options.day.empty() ? std::optional(std::chrono::floor<std::chrono::days>(now)) : parse_date(options.day, now);
  if (!day) return fail("`" + options.day + "` is no day; write it as tomorrow, friday or 2026-12-24", wrong_usage);
  warn_of_past(*day, now);
  std::cout << screen.hide_what_staff_hide(options.source, *day) << report::schedule(screen.shown(), *day);
  return fine;
}

}  // namespace anteroom::commands

// What a screen shows at a time that the command line names: for `why` and `schedule`.
#pragma once

#include <filesystem>
#include <optional>

#include "assembly/load.h"
#include "report/why_report.h"
#include "runtime/first_content.h"
#include "runtime/last_good.h"
#include "runtime/staff_memory.h"

namespace anteroom::commands {

class ChosenScreen {
 public:
  explicit ChosenScreen(const assembly::SourceOptions& source);
  ChosenScreen(const ChosenScreen&) = delete;
  ChosenScreen& operator=(const ChosenScreen&) = delete;

  // False, with the faults on standard error, if the settings name no content.
  bool has_content() const;

  const Content& content() const { return loaded_.content; }
  // Valid as long as this.
  report::Shown shown() { return {loaded_.content, config_, first_.files, first_.diagnostics, check_}; }
  // If files are faulty: from now on this is what a running screen shows instead, which is returned but for `loaded`.
  std::optional<runtime::Reading> show_what_stays(const assembly::SourceOptions& source);
  // Takes the cards out of the content that staff have hidden at the panel for all that is left of `day`. Returns what
  // they have hidden or switched off then, line by line; empty: nothing.
  std::string hide_what_staff_hide(const assembly::SourceOptions& source, std::chrono::local_days day);
  // The time at the clinic.
  WallTime now() const;

 private:
  std::filesystem::path config_;
  std::string check_;             // the command that checks the same files
  runtime::FirstSettings first_;  // as a screen that starts now would use them
  assembly::Loaded loaded_;
};

// Says on standard error that no file tells what was on the screen at `time`, if that is on a day before `now`.
void warn_of_past(WallTime time, WallTime now);

// A line for each card that is hidden and one about a screen that is switched off; `time`: from which days are counted.
std::string said_of(const runtime::StaffMemory& memory, WallTime time);

}  // namespace anteroom::commands

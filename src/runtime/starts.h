// How many starts in a row have failed, so that a file that makes the kiosk crash does not keep the screen dark.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace anteroom::runtime {

// What a start relies on.
enum class Trust {
  files,    // the settings and cards as they are
  copies,   // as they were last kept
  nothing,  // the fallback card alone
};

// What to rely on after so many failed starts in a row.
Trust trust_after(int failed_starts);

// How many starts of the kiosk with this state folder have failed in a row, up to now; 0 if that is not known.
int failed_starts(const std::filesystem::path& state_folder);

// Says so, and what is shown instead. Requires: trust_after(failed_starts) is not Trust::files.
std::string about_failed_starts(int failed_starts);

// Counts this start as failed, in a file of the state folder, until it has lasted or ends as it should: this object is
// destroyed, or the process ends by std::quick_exit. A crash, SIGKILL, a watchdog and a power cut leave it failed. One
// at a time. Without a state folder, or with one that cannot be written, nothing is counted.
class Starts {
 public:
  // A kiosk that has run for so long did not crash because of what it read at the start.
  static constexpr std::chrono::seconds proven{60};

  explicit Starts(const std::filesystem::path& state_folder);
  ~Starts();
  Starts(const Starts&) = delete;
  Starts& operator=(const Starts&) = delete;

  int failed_before() const { return failed_before_; }
  Trust trust() const { return trust_after(failed_before_); }
  // The kiosk has run for `proven`. Calling it again changes nothing.
  void lasted();

 private:
  int failed_before_;
  bool has_lasted_ = false;
};

}  // namespace anteroom::runtime

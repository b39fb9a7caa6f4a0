// Counts what is looked at on a running screen.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "model/state.h"
#include "runtime/aside.h"
#include "usage/observer.h"
#include "usage/recorder.h"

namespace anteroom::runtime {

class UsageCounting {
 public:
  // Without a folder nothing is counted. `delay`: the longest that a count is held in memory only.
  UsageCounting(const std::filesystem::path& state_folder, const Settings& settings,
                std::chrono::milliseconds delay = usage::Recorder::usual_delay);

  // To be called after every change of the state. Never waits.
  void go_on(const State& state, const Content& content, Now now);
  // Why the counts cannot be kept; empty: they can, or nothing is counted.
  const std::string& fault() const { return fault_; }
  // True once after fault() has changed.
  bool take_news();

 private:
  std::optional<Aside<usage::Recorder>> recorder_;
  usage::Observer observer_;
  std::string fault_;
  bool has_news_ = false;
};

}  // namespace anteroom::runtime

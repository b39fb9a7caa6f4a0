// Whether a kiosk is running, for `anteroom status`.
#pragma once

#include <filesystem>

namespace anteroom::runtime {

// As long as it lives, a lock on a file in the state folder says that a kiosk is running. The system takes the lock
// back however the process ends. Without a state folder, or with one that cannot be written, there is no lock.
class Running {
 public:
  explicit Running(const std::filesystem::path& state_folder);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  int file_ = -1;
};

// True if a kiosk with this state folder is running.
bool is_running(const std::filesystem::path& state_folder);

}  // namespace anteroom::runtime

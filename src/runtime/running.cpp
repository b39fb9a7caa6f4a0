#include "runtime/running.h"

#include <fcntl.h>
#include <unistd.h>

namespace anteroom::runtime {

namespace {

// Of the open file and not of the process, so that no other descriptor of this process can lose it. Several kiosks may
// hold it, each on a monitor of its own.
struct flock whole_file(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::filesystem::path lock_file(const std::filesystem::path& state_folder) {
  return state_folder / "running";
}

}  // namespace

Running::Running(const std::filesystem::path& state_folder) {
  if (state_folder.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(state_folder, error);
  file_ = ::open(lock_file(state_folder).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  struct flock lock = whole_file(F_RDLCK);
  if (file_ >= 0) ::fcntl(file_, F_OFD_SETLK, &lock);
}

Running::~Running() {
  if (file_ >= 0) ::close(file_);
}

bool is_running(const std::filesystem::path& state_folder) {
  if (state_folder.empty()) return false;
  const int file = ::open(lock_file(state_folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct flock lock = whole_file(F_WRLCK);
  const bool is_held = ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  ::close(file);
  return is_held;
}

}  // namespace anteroom::runtime

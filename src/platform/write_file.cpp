#include "platform/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace anteroom::platform {

namespace {

namespace fs = std::filesystem;

std::string fault_of(int error) {
  const std::string begin = "cannot be written: ";
  if (error == ENOSPC || error == EDQUOT) return begin + "the disk is full";
  if (error == EROFS) return begin + "this disk is read-only";
  if (error == EACCES || error == EPERM) return begin + "you are not allowed to write there";
  if (error == ENOENT || error == ENOTDIR) return begin + "there is no such folder";
  return begin + std::generic_category().message(error);
}

// Writes all of `bytes` to the disk. Returns errno; 0: nothing went wrong.
int write_all(int descriptor, const std::string& bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t some = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (some < 0 && errno == EINTR) continue;
    if (some < 0) return errno;
    written += static_cast<std::size_t>(some);
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

// Where a group may write the folder, it may write what is put there.
void share(int descriptor, const fs::path& folder) {
  struct stat is = {}, above = {};
  if (::stat(folder.empty() ? "." : folder.c_str(), &above) != 0 || (above.st_mode & S_IWGRP) == 0) return;
  if (::fstat(descriptor, &is) == 0 && is.st_gid == above.st_gid) ::fchmod(descriptor, is.st_mode | S_IWGRP);
}

// Without this a power cut may bring the old name back. Some file systems cannot do it, and then nothing can be done.
void keep_name(const fs::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::string write_whole(const fs::path& named, const std::string& bytes) {
  std::error_code error;
  const fs::path file = fs::is_symlink(fs::symlink_status(named, error)) ? fs::weakly_canonical(named, error) : named;
  struct stat old = {};
  const bool is_there = ::stat(file.c_str(), &old) == 0;
  // Renaming would replace it all the same, and root may write anything.
  constexpr mode_t writable = S_IWUSR | S_IWGRP | S_IWOTH;
  if (is_there && ((old.st_mode & writable) == 0 || ::access(file.c_str(), W_OK) != 0)) {
    return "cannot be written: the file is write-protected";
  }
  const fs::path fresh = file.string() + ".new";
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) return fault_of(errno);
  int fault = write_all(descriptor, bytes);
  if (fault == 0 && is_there && ::fchmod(descriptor, old.st_mode & 07777U) != 0) fault = errno;
  if (!is_there) share(descriptor, file.parent_path());
  ::close(descriptor);
  if (fault == 0 && ::rename(fresh.c_str(), file.c_str()) != 0) fault = errno;
  if (fault == 0) {
    keep_name(file.parent_path());
    return {};
  }
  ::unlink(fresh.c_str());
  return fault_of(fault);
}

std::string write_new(const fs::path& file, const std::string& bytes) {
  std::error_code no_file, error;
  if (fs::symlink_status(file, no_file).type() != fs::file_type::not_found)
    return "is there already, and is left as it is";
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);
  if (error) return fault_of(error.value());
  return write_whole(file, bytes);
}

}  // namespace anteroom::platform

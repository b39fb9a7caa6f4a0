#include "paint/picture_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace anteroom::paint {
namespace {

// 16 MB as "16 MB", 300 bytes as "300 bytes"; rounded up to tenths, so that a size above the limit never reads like the
// limit.
std::string in_words(std::uint64_t bytes) {
  const auto tenths = [bytes](std::uint64_t unit, const char* name) {
    const std::uint64_t count = (bytes * 10 + unit - 1) / unit;
    const std::string fraction = count % 10 == 0 ? "" : "." + std::to_string(count % 10);
    return std::to_string(count / 10) + fraction + " " + name;
  };
  if (bytes >= 1U << 20) return tenths(1U << 20, "MB");
  if (bytes >= 1U << 10) return tenths(1U << 10, "kB");
  return std::to_string(bytes) + " bytes";
}

PictureBytes too_large(std::uint64_t bytes, std::size_t limit) {
  return {{}, "is " + in_words(bytes) + "; at most " + in_words(limit)};
}

PictureBytes unreadable() {
  return {{}, std::string("cannot be read: ") + std::strerror(errno)};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// Requests one byte more than allowed: the file may have grown meanwhile.
PictureBytes read_open(int file, std::uint64_t size, std::size_t limit) {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(size, limit)) + 1, '\0');
  std::size_t have = 0;
  for (;;) {
    const ssize_t got = ::read(file, bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable();
    have += static_cast<std::size_t>(got);
    if (got == 0 || have > limit) break;
    if (have == bytes.size()) bytes.resize(std::min(bytes.size() * 2, limit + 1));
  }
  if (have > limit) return too_large(have, limit);
  bytes.resize(have);
  if (bytes.empty()) return {{}, "is empty"};
  return {std::move(bytes), {}};
}

}  // namespace

PictureBytes read_picture_file(const std::string& file, std::size_t limit) {
  const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (open.number() < 0) return errno == ENOENT ? PictureBytes{{}, "does not exist"} : unreadable();
  struct stat status {};
  if (::fstat(open.number(), &status) != 0) return unreadable();
  if (!S_ISREG(status.st_mode)) return {{}, "is not a file"};
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (size > limit) return too_large(size, limit);
  return read_open(open.number(), size, limit);
}

FileStamp stamp_of(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  const auto nanoseconds = [](const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  };
  return {nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_size),
          static_cast<std::uint64_t>(status.st_ino)};
}

std::string content_hash(const std::string& bytes) {
  const XXH128_hash_t hashed = XXH3_128bits(bytes.data(), bytes.size());
  std::array<char, 33> name{};
  std::snprintf(name.data(), name.size(), "%016llx%016llx", static_cast<unsigned long long>(hashed.high64),
                static_cast<unsigned long long>(hashed.low64));
  return name.data();
}

}  // namespace anteroom::paint

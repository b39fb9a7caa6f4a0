// Writes to a file, a terminal, a pipe or a socket that may be slow, full or dead, without waiting for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace anteroom::platform {

class LogOutlet {
 public:
  LogOutlet() = default;
  // Writes to what `descriptor` refers to; -1: nowhere. The descriptor itself stays open and is not changed.
  explicit LogOutlet(int descriptor);
  ~LogOutlet();
  LogOutlet(LogOutlet&& other) noexcept;
  LogOutlet& operator=(LogOutlet&& other) noexcept;

  // Writes `line` and a line end, or as much of it as there is room for, and the rest later, when flush() is called.
  // What exceeds the buffer is lost and counted.
  void write(std::string_view line);
  void flush();
  // True if something is left to be written: call flush() when descriptor() is writable.
  bool is_behind() const { return !waiting_.empty(); }
  int descriptor() const { return descriptor_; }

 private:
  enum class Kind { file, socket, blocking };
  long send(std::string_view bytes) const;

  int descriptor_ = -1;
  Kind kind_ = Kind::file;
  std::string waiting_;
  std::uint64_t messages_ = 0;  // that would be lost with what is waiting
  std::uint64_t lost_ = 0;      // messages since the last one written
  bool in_line_ = false;        // the last byte taken was not a line end
};

}  // namespace anteroom::platform

// A picture's file: its bytes, and whether it is still the one that was read.
#pragma once

#include <cstdint>
#include <string>

namespace anteroom::paint {

struct PictureBytes {
  std::string bytes;
  std::string fault;  // why there are none, in words; empty: there are
};

// All of `file`, which may have at most `limit` bytes. Never waits for a pipe or a device.
PictureBytes read_picture_file(const std::string& file, std::size_t limit);

// What the system tells of a file without reading it. A file that is written again gets another one.
struct FileStamp {
  std::int64_t modified_ns = 0, changed_ns = 0;
  std::uint64_t bytes = 0, inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Zeros for a file that is not there.
FileStamp stamp_of(const std::string& file);

// A name for `bytes` that no others have, by all odds (XXH3, 128 bits).
std::string content_name(const std::string& bytes);

}  // namespace anteroom::paint

// A picture's file: its bytes, and whether it is still the one that was read.
#pragma once

#include <cstdint>
#include <string>

namespace anteroom::paint {

struct PictureBytes {
  std::string bytes;
  std::string fault;  // why it could not be read, in words; empty: it was
};

// The content of `file`; more than `limit` bytes are a fault. Never blocks on a pipe or a device.
PictureBytes read_picture_file(const std::string& file, std::size_t limit);

// What the system reports about a file without reading it. Rewriting the file changes its stamp.
struct FileStamp {
  std::int64_t modified_ns = 0, changed_ns = 0;
  std::uint64_t bytes = 0, inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Zeros for a file that does not exist.
FileStamp stamp_of(const std::string& file);

// A name for `bytes` that is unique for all practical purposes (XXH3, 128 bits).
std::string content_hash(const std::string& bytes);

}  // namespace anteroom::paint

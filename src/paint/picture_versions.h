// Which version of a picture file is shown while somebody edits it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "paint/picture_file.h"

namespace anteroom::paint {

struct PictureVersion {
  std::string content;  // see content_hash(); empty: see fault
  std::string fault;    // in words; empty: there is a content
};

// Remembers the content of each file, which is read again only after a change. For one thread.
class PictureVersions {
 public:
  // A file larger than `max_file_bytes` has a fault.
  explicit PictureVersions(std::size_t max_file_bytes) : max_file_bytes_(max_file_bytes) {}

  // The present version of `file`, or, if it has changed since it was pinned, the pinned one, if that was asked for
  // before.
  PictureVersion of(const std::string& file);

  // From now on the files in `files` are shown in the version with the stamp given there; all others are not pinned.
  void pin(std::map<std::string, FileStamp> files) { pinned_ = std::move(files); }

 private:
  struct Known {
    FileStamp stamp;
    std::string content;
  };

  std::size_t max_file_bytes_;
  std::map<std::string, Known> known_;  // by file
  std::map<std::string, FileStamp> pinned_;
};

}  // namespace anteroom::paint

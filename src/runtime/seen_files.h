// Which files a running screen has read, so that `anteroom status` can tell what has been saved since.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "assembly/load.h"

namespace anteroom::runtime {

// Where this is written, in the state folder of a screen.
std::filesystem::path seen_file(const std::filesystem::path& state_folder);

// The text of that file: `stamps` of the pack in `content` and of the settings, as the screen has read them.
std::string seen_text(const std::filesystem::path& content, const assembly::PackStamps& stamps);

// A file that has been changed, added or removed.
struct SavedFile {
  std::string place;            // "cards/paper.toml"; outside the pack the whole path
  std::int64_t changed_ns = 0;  // since 1970; 0: it has been removed
};

// The files that differ now from what `text` says, those that were changed last first. Empty also if `text` is not what
// seen_text wrote.
std::vector<SavedFile> saved_since(const std::string& text);

}  // namespace anteroom::runtime

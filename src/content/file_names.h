// Names of files as people type them, as systems store them, and as editors and file managers change them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::content {

// What is in `folder` (empty: the working folder), sorted; at most 10,000 names. Empty when it cannot be looked into.
std::vector<std::string> names_in(const std::filesystem::path& folder);

// The files and folders below `folder` that `name`, a relative path, means: the one of exactly that name; else those
// whose names differ only in how Unicode writes their accents (one character, as most keyboards type it, or a letter
// and a mark, as macOS stores it), sorted. Empty when there is none.
std::vector<std::filesystem::path> files_named(const std::filesystem::path& folder, const std::filesystem::path& name);

// "; did you mean `a.toml.txt`?" with the one of `names` that `typed` became when it was saved or copied: another
// letter case, an ending that was added ("a.toml.txt", "a.toml~"), blanks, "a - Copy.toml", "a (1).toml". An empty
// string when there is none.
std::string file_meant(std::string_view typed, const std::vector<std::string>& names);

}  // namespace anteroom::content

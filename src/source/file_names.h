// Names of files as people type them, as systems store them, and as editors and file managers change them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

// What is in `folder` (empty: the working folder), sorted; at most 10,000 names. Empty when it cannot be looked into.
std::vector<std::string> entries_of(const std::filesystem::path& folder);

// The files and folders below `folder` that `name`, a relative path, means: the one of exactly that name; else those
// whose names differ only in how Unicode writes their accents (one character, as most keyboards type it, or a letter
// and a mark, as macOS stores it), sorted. Empty when there is none.
std::vector<std::filesystem::path> files_named(const std::filesystem::path& folder, const std::filesystem::path& name);

// `name`, its accents as one character with their letter, as most keyboards type it; as it is if it is no UTF-8.
std::string composed(std::string_view name);

// Names of files, looked up by what a file may have been called before it was saved or copied.
class KnownNames {
 public:
  explicit KnownNames(const std::vector<std::string>& names);

  // "; did you mean `a.toml.txt`?" with the first of the names that `typed` became when it was saved or copied: another
  // letter case, an ending that was added ("a.toml.txt", "a.toml~"), blanks, "a - Copy.toml", "a (1).toml". An empty
  // string if there is none.
  std::string meant(std::string_view typed) const;

 private:
  std::multimap<std::string, std::string> by_plain_name_;
};

// The same, asked once.
std::string file_meant(std::string_view typed, const std::vector<std::string>& names);

}  // namespace anteroom::source

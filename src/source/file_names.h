// File names as people type them, as systems store them, and as editors and file managers change them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

// The names in `folder` (empty: the working folder), sorted; at most 10,000. Empty if it cannot be read.
std::vector<std::string> entries_of(const std::filesystem::path& folder);

// The files and folders below `folder` that the relative path `name` may mean: the one of exactly that name; else those
// whose names differ only in how Unicode encodes their accents (composed, as most keyboards type them, or decomposed,
// as macOS stores them), sorted. Empty if there are none.
std::vector<std::filesystem::path> files_named(const std::filesystem::path& folder, const std::filesystem::path& name);

// `name` with its accents composed (NFC), as most keyboards type them; unchanged if it is not UTF-8.
std::string composed(std::string_view name);

// File names, looked up by what a file may have been called before it was saved or copied.
class KnownNames {
 public:
  explicit KnownNames(const std::vector<std::string>& names);

  // "; did you mean `a.toml.txt`?" with the first of the names that `typed` may have become when it was saved or
  // copied: different letter case, an added ending ("a.toml.txt", "a.toml~"), spaces, "a - Copy.toml", "a (1).toml". An
  // empty string if there is none.
  std::string suggestion(std::string_view typed) const;

 private:
  std::multimap<std::string, std::string> by_plain_name_;
};

// The same, for a single look-up.
std::string file_suggestion(std::string_view typed, const std::vector<std::string>& names);

}  // namespace anteroom::source

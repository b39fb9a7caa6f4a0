// The TOML files of one load.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// A file as it was read, and its values.
struct TomlFile {
  SourceFile source = {};
  std::optional<TomlTable> table = {};  // without the lines source.lost; nothing if more than 20 parts are not TOML

  // The table, or an empty one.
  const TomlTable& values() const;
};

// Reads and parses each file once, whoever asks for it, so that all its readers report on the same text, even if it is
// saved meanwhile. For one thread.
class TomlFiles {
 public:
  // The file at `path`, named `reported_path` in diagnostics; null if it cannot be read. A line that is not UTF-8 or
  // not TOML does not affect the others, see parse_toml_tolerant. Valid as long as this. Errors: of read_damaged_source
  // and of parse_toml_tolerant.
  const TomlFile* read(const std::filesystem::path& path, const std::string& reported_path, std::uintmax_t max_bytes,
                       Diagnostics& diagnostics);
  // The same, named by its path.
  const TomlFile* read(const std::filesystem::path& path, std::uintmax_t max_bytes, Diagnostics& diagnostics);
  // The same for callers that report the file's faults themselves or leave that to another reader.
  const TomlFile* read(const std::filesystem::path& path, const std::string& reported_path, std::uintmax_t max_bytes);
  const TomlFile* read(const std::filesystem::path& path, std::uintmax_t max_bytes);
  // From now on `copy` is read instead of `path`; diagnostics name the file as before.
  void redirect(const std::filesystem::path& path, const std::filesystem::path& copy);
  // True after redirect(path).
  bool is_redirected(const std::filesystem::path& path) const { return copies_.contains(path.lexically_normal()); }
  // Keeps a file that was read elsewhere, for later calls of read().
  void keep(const std::filesystem::path& path, TomlFile file);

 private:
  struct Entry {
    std::optional<TomlFile> file = {};
    Diagnostics diagnostics = {};
  };
  Entry& entry(const std::filesystem::path& path, const std::string& reported_path, std::uintmax_t max_bytes);

  std::map<std::filesystem::path, Entry> entries_;
  std::map<std::filesystem::path, std::filesystem::path> copies_;
};

}  // namespace anteroom::source

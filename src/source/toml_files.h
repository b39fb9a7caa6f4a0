// The TOML files of one reading.
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

// A file as it was read, and what it holds.
struct TomlFile {
  SourceFile source = {};
  std::optional<TomlTable> table = {};  // nothing when more than 20 parts of the file are not TOML
  std::vector<unsigned> lost = {};      // the lines (from 1) that are not in `table`, ascending

  // The table, or an empty one.
  const TomlTable& values() const;
};

// Reads and parses each file once, whoever asks for it: what several readers say about a file is about the same text,
// even if somebody saves it meanwhile. For one thread.
class TomlFiles {
 public:
  // The file at `path`, named `shown` in diagnostics; null when it cannot be read. A line that is not UTF-8 or not TOML
  // costs only itself, see parse_toml_tolerant. Valid as long as this.
  // Errors: of read_damaged_source and of parse_toml_tolerant.
  const TomlFile* read(const std::filesystem::path& path, const std::string& shown, std::uintmax_t max_bytes,
                       Diagnostics& diagnostics);
  // The same, named by its path.
  const TomlFile* read(const std::filesystem::path& path, std::uintmax_t max_bytes, Diagnostics& diagnostics);
  // The same for those who leave it to another reader to name what is wrong with the file.
  const TomlFile* read(const std::filesystem::path& path, std::uintmax_t max_bytes);
  // Keeps a file that was read elsewhere, for those who ask for it later.
  void keep(const std::filesystem::path& path, TomlFile file);

 private:
  struct Entry {
    std::optional<TomlFile> file = {};
    Diagnostics diagnostics = {};
  };
  Entry& entry(const std::filesystem::path& path, const std::string& shown, std::uintmax_t max_bytes);

  std::map<std::filesystem::path, Entry> entries_;
};

}  // namespace anteroom::source

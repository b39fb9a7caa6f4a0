#include "source/toml_files.h"

#include <utility>

#include "source/parse_toml_tolerant.h"

namespace anteroom::source {

const TomlTable& TomlFile::values() const {
  static const TomlTable none;
  return table ? *table : none;
}

TomlFiles::Entry& TomlFiles::entry(const std::filesystem::path& path, const std::string& reported_path,
                                   std::uintmax_t max_bytes) {
  const auto [at, is_new] = entries_.try_emplace(path.lexically_normal());
  Entry& entry = at->second;
  if (!is_new) return entry;
  const auto copy = copies_.find(at->first);
  std::optional<SourceFile> source =
      read_damaged_source(copy == copies_.end() ? path : copy->second, reported_path, max_bytes, entry.diagnostics);
  if (!source) return entry;
  TomlFile& file = entry.file.emplace(TomlFile{.source = std::move(*source)});
  FileFaults faults(file.source, entry.diagnostics);
  TolerantToml toml = parse_toml_tolerant(file.source, faults);
  file.table = std::move(toml.table);
  file.source.lost = std::move(toml.lost);
  return entry;
}

const TomlFile* TomlFiles::read(const std::filesystem::path& path, const std::string& reported_path,
                                std::uintmax_t max_bytes, Diagnostics& diagnostics) {
  const Entry& read = entry(path, reported_path, max_bytes);
  diagnostics.add_all(read.diagnostics);
  return read.file ? &*read.file : nullptr;
}

const TomlFile* TomlFiles::read(const std::filesystem::path& path, std::uintmax_t max_bytes, Diagnostics& diagnostics) {
  return read(path, path.generic_string(), max_bytes, diagnostics);
}

const TomlFile* TomlFiles::read(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  return read(path, path.generic_string(), max_bytes);
}

const TomlFile* TomlFiles::read(const std::filesystem::path& path, const std::string& reported_path,
                                std::uintmax_t max_bytes) {
  const Entry& read = entry(path, reported_path, max_bytes);
  return read.file ? &*read.file : nullptr;
}

void TomlFiles::redirect(const std::filesystem::path& path, const std::filesystem::path& copy) {
  copies_[path.lexically_normal()] = copy;
}

void TomlFiles::keep(const std::filesystem::path& path, TomlFile file) {
  entries_.try_emplace(path.lexically_normal()).first->second.file = std::move(file);
}

}  // namespace anteroom::source

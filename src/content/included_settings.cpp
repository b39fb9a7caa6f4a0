#include "content/included_settings.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "content/misplaced_keys.h"
#include "content/read_settings.h"
#include "source/file_names.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace fs = std::filesystem;

namespace {

bool leads_out(const fs::path& name) {
  return name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end();
}

}  // namespace

fs::path read_include(source::TableReader& root, const fs::path& file) {
  const auto named = root.string("include", "the name of a file, such as \"clinic.toml\"");
  if (!named) return {};
  const fs::path name(named->text);
  const fs::path beside = file.parent_path();
  const std::string quoted = "`include` is " + source::in_ticks(named->text);
  if (named->text.empty() || leads_out(name)) {
    root.faults().add(rule::bad_value, named->at,
                      quoted + "; it should be a file in the folder of this file or below, such as \"clinic.toml\"");
    return {};
  }
  fs::path path = (beside / name).lexically_normal();
  if (path == file.lexically_normal()) {
    root.faults().add(rule::bad_value, named->at, quoted + ", this file itself; name another one");
    return {};
  }
  return path;
}

bool is_there(const fs::path& path, source::TableReader& root, const fs::path& file, const source::TomlFiles& files) {
  if (files.is_redirected(path)) return true;
  if (files.is_redirected(file)) return false;
  std::error_code error;
  if (fs::exists(fs::status(path, error))) return true;
  const auto named = root.string("include");
  const std::vector<std::string> beside = source::entries_of(path.parent_path());
  root.faults().add(rule::missing_file, named->at,
                    "there is no file " + source::in_ticks(named->text) +
                        ", counted from the folder of this file, so what it says about the clinic is missing" +
                        source::did_you_mean(path.filename().string(), beside));
  return false;
}

fs::path included_file(const fs::path& file, source::TomlFiles& files) {
  const source::TomlFile* toml = files.read(file, max_settings_bytes);
  if (toml == nullptr) return {};
  source::Diagnostics known;
  source::FileFaults faults(toml->source, known);
  const source::TomlTable table = settings_keys_in_place(toml->values(), faults);
  source::TableReader root(table, source::file_begin, faults);
  return read_include(root, file);
}

}  // namespace anteroom::content

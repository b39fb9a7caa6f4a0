#include "commands/staff_settings.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

#include "assembly/load.h"
#include "content/read_settings.h"
#include "model/dwell.h"
#include "platform/write_file.h"
#include "setup/write_settings.h"
#include "source/source_file.h"
#include "source/toml_edit.h"
#include "source/toml_patch.h"
#include "source/toml_text_table.h"
#include "usage/store.h"

namespace anteroom::commands {

namespace {

namespace fs = std::filesystem;

constexpr const char* cannot_edit = " is written in a form that cannot be edited here; nothing is changed";
constexpr const char* new_panel_file =
    "# Written at the staff's panel. What is here takes precedence over the settings.\n";

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

// A file is replaced by a new one, so that its folder has to be writable.
bool may_write(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  return ::access(folder.c_str(), W_OK) == 0 && (!is_there(file) || ::access(file.c_str(), W_OK) == 0);
}

// Where `key` of the settings of `source` is to be written: where the panel has written it before, else into `own`,
// else into the panel's file.
fs::path target_of(const assembly::SourceOptions& source, const fs::path& own, const source::KeyPath& key) {
  const fs::path panel = assembly::panel_file(source);
  const bool is_in_panel = is_there(panel) && source::TomlEdit(source::file_bytes(panel)).find(key) != nullptr;
  return !panel.empty() && (is_in_panel || !may_write(own)) ? panel : own;
}

std::string bytes_of(const fs::path& target) {
  return is_there(target) ? source::file_bytes(target) : new_panel_file;
}

int error_count(const assembly::SourceOptions& source) {
  source::TomlFiles files;
  return assembly::settings_error_count(source, files);
}

// Writes `edited` to `target`, unless the settings of `source` then have more errors than before: a running screen
// would refuse them.
std::string write_checked(const assembly::SourceOptions& source, const fs::path& target,
                          const std::optional<std::string>& edited) {
  const std::string name = target.generic_string();
  if (!edited) return name + cannot_edit;
  const bool was_there = is_there(target);
  const std::string before = was_there ? source::file_bytes(target) : "";
  if (was_there && before == *edited) return "";
  const int errors = error_count(source);
  const std::string fault = was_there ? platform::write_whole(target, *edited) : platform::write_new(target, *edited);
  if (!fault.empty()) return name + " " + fault;
  if (error_count(source) <= errors) return "";
  std::error_code error;
  if (was_there) platform::write_whole(target, before);
  if (!was_there) fs::remove(target, error);
  return name + ": the settings would have an error; nothing is changed";
}

std::optional<std::string> with_pace(const std::string& bytes, Pace pace) {
  constexpr std::array names{"slow", "usual", "brisk"};
  std::optional<std::string> base = bytes;
  if (source::TomlEdit(bytes).find({"loop"}) == nullptr) base = source::with_empty_table(bytes, "loop");
  return base ? source::with_string(*base, {"loop", "pace"}, names.at(static_cast<std::size_t>(pace))) : std::nullopt;
}

std::optional<std::string> with_languages(const std::string& bytes, const std::vector<std::string>& languages) {
  const source::TomlEdit edit(bytes);
  if (edit.table() == nullptr) return std::nullopt;
  if (edit.find({"languages"}) != nullptr) return source::with_list(bytes, {"languages"}, languages);
  // Keys of no table come before all tables.
  std::string list;
  for (const std::string& each : languages) list += (list.empty() ? "" : ", ") + source::toml_string(each);
  return "languages = [" + list + "]\n" + bytes;
}

// The settings of a wall in the folder of `config`; empty: there are none.
fs::path wall_beside(const fs::path& config) {
  std::vector<fs::path> found;
  std::error_code error;
  const fs::path folder = config.has_parent_path() ? config.parent_path() : ".";
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path& file = at->path();
    if (file.extension() != ".toml" || file.filename() == config.filename()) continue;
    const source::TomlEdit edit(source::file_bytes(file));
    const source::TomlValue* role = edit.find({"role"});
    const auto* name = role == nullptr ? nullptr : std::get_if<std::string>(&role->is);
    if (name != nullptr && *name == "wall") found.push_back(file);
  }
  return found.empty() ? fs::path() : *std::min_element(found.begin(), found.end());
}

}  // namespace

StaffFiles staff_files(const assembly::SourceOptions& source, std::vector<std::string> languages, WallTime now) {
  StaffFiles read;
  source::Diagnostics known;
  source::TomlFiles toml;
  read.own = assembly::load_settings(source, toml, known);
  read.wall_config = wall_beside(assembly::config_file(source));
  read.languages = std::move(languages);
  if (!read.wall_config.empty()) read.wall = assembly::load_settings({read.wall_config, {}}, toml, known);
  const auto today = std::chrono::floor<std::chrono::days>(now);
  constexpr std::chrono::days back{30};
  read.usage = usage::summary_of(
      usage::read_counts(assembly::state_folder(source) / usage::store_name, today - back, today).counts);
  return read;
}

std::string write_pace(const assembly::SourceOptions& source, Pace pace) {
  const fs::path target = target_of(source, assembly::config_file(source), {"loop", "pace"});
  return write_checked(source, target, with_pace(bytes_of(target), pace));
}

std::string write_day_hours(const assembly::SourceOptions& source, const Settings& settings, unsigned weekday,
                            const DayHours& hours) {
  constexpr std::size_t days = 7;
  Settings after = settings;
  if (after.hours.week.empty()) after.hours.week.assign(days, {OpenSpan{}});
  after.hours.week.at(weekday) = hours;
  const fs::path config = assembly::config_file(source), included = settings.included;
  const source::TomlEdit own(source::file_bytes(config));
  const bool is_own = included.empty() || own.find({"hours"}) != nullptr;
  const fs::path standing = is_own ? config : included;
  const fs::path target = target_of(source, standing, {"hours"});
  const bool is_panel = target != standing;
  setup::SettingsFiles files{.screen = is_panel ? bytes_of(target) : source::file_bytes(config),
                             .clinic = is_panel || included.empty() ? "" : source::file_bytes(included),
                             .clinic_named = included.generic_string(),
                             .screen_named = is_panel ? target.generic_string() : config.generic_string()};
  const setup::WrittenSettings written = setup::written_settings(files, settings, after);
  if (!written.fault.empty()) return written.fault;
  return write_checked(source, target, is_panel || is_own ? written.screen : written.clinic);
}

std::string write_wall_language(const assembly::SourceOptions& source, const StaffFiles& files,
                                const std::string& language) {
  if (files.wall_config.empty())
    return "there are no settings of a wall beside " + assembly::config_file(source).generic_string();
  std::vector<std::string> languages = files.wall.languages.empty() ? files.languages : files.wall.languages;
  std::erase(languages, language);
  languages.insert(languages.begin(), language);
  const assembly::SourceOptions wall{files.wall_config, {}};
  const fs::path target = target_of(wall, files.wall_config, {"languages"});
  return write_checked(wall, target, with_languages(bytes_of(target), languages));
}

}  // namespace anteroom::commands

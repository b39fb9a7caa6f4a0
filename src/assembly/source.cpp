#include "assembly/source.h"

#include <cstdlib>
#include <string>

#include "paint/picture_file.h"

namespace anteroom::assembly {

namespace fs = std::filesystem;

fs::path install_prefix() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& folder : {program / "../share/anteroom", program / "../..", program, fs::current_path(error)}) {
    if (fs::is_directory(folder / "assets", error)) return fs::weakly_canonical(folder, error);
  }
  return fs::current_path(error);
}

namespace {

// Where `name` of the installed program is: beside its prefix if that is a folder usr, such as /usr, else in its
// prefix; empty if it is not installed.
fs::path below_prefix(const fs::path& name) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!fs::is_directory(program / "../share/anteroom/assets", error)) return {};
  const fs::path prefix = fs::weakly_canonical(program / "..", error);
  return (prefix.filename() == "usr" ? prefix.parent_path() : prefix) / name;
}

// A dangling link and an unreadable file are not absent: falling back to another file would show another clinic's
// screen.
bool is_absent(const fs::path& file) {
  std::error_code error;
  return fs::symlink_status(file, error).type() == fs::file_type::not_found;
}

fs::path absolute_config(const SourceOptions& source) {
  std::error_code error;
  return fs::absolute(config_file(source), error).lexically_normal();
}

// Where all state folders are; empty if the environment names no place.
fs::path state_base(const fs::path& config) {
  // Relative paths are ignored: XDG base directory specification. Of several folders of a service the first is taken.
  const auto named = [](const char* variable) -> fs::path {
    const char* value = std::getenv(variable);
    const std::string text = value == nullptr ? "" : value;
    const fs::path path = text.substr(0, text.find(':'));
    return path.is_absolute() ? path : fs::path();
  };
  fs::path base = named("STATE_DIRECTORY");
  if (base.empty() && config.parent_path() == installed_settings()) base = below_prefix("var/lib/anteroom/state");
  if (base.empty() && !named("XDG_STATE_HOME").empty()) base = named("XDG_STATE_HOME") / "anteroom";
  if (base.empty() && !named("HOME").empty()) base = named("HOME") / ".local" / "state" / "anteroom";
  return base;
}

std::string short_hash(const std::string& text) {
  return paint::content_hash(text).substr(0, 16);
}

}  // namespace

fs::path installed_settings() {
  return below_prefix("etc/anteroom");
}

fs::path config_file(const SourceOptions& source) {
  if (!source.config.empty()) return source.config;
  fs::path usual = fs::path("config") / "kiosk.toml";
  if (!is_absent(usual)) return usual;
  fs::path installed = installed_settings() / "kiosk.toml";
  if (installed.has_parent_path() && !is_absent(installed)) return installed;
  return install_prefix() / usual;
}

fs::path state_folder(const SourceOptions& source) {
  const fs::path config = absolute_config(source), base = state_base(config);
  return base.empty() ? base : base / short_hash(config.string() + "\n" + source.content.string());
}

fs::path panel_folder(const SourceOptions& source) {
  const fs::path config = absolute_config(source), base = state_base(config), folder = config.parent_path();
  if (base.empty()) return {};
  return base / (folder == installed_settings() ? "panel" : "panel-" + short_hash(folder.string()));
}

fs::path panel_file(const SourceOptions& source) {
  const fs::path folder = panel_folder(source);
  return folder.empty() ? folder : folder / config_file(source).filename();
}

bool is_service() {
  return std::getenv("STATE_DIRECTORY") != nullptr;
}

fs::path receipt_file(const fs::path& state_folder) {
  return state_folder / "receipt.txt";
}

std::filesystem::path notice_file(const SourceOptions& source) {
  return config_file(source).parent_path() / "notice.toml";
}

std::vector<fs::path> notice_files(const SourceOptions& source) {
  std::vector<fs::path> files{notice_file(source)};
  if (const fs::path folder = panel_folder(source); !folder.empty()) files.push_back(folder / "notice.toml");
  return files;
}

}  // namespace anteroom::assembly

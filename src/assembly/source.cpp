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

fs::path config_file(const SourceOptions& source) {
  if (!source.config.empty()) return source.config;
  const fs::path usual = fs::path("config") / "kiosk.toml";
  std::error_code error;
  // A dangling link and an unreadable file count as present: falling back to another file would show another clinic's
  // screen.
  const bool is_absent = fs::symlink_status(usual, error).type() == fs::file_type::not_found;
  return is_absent ? install_prefix() / usual : usual;
}

fs::path state_folder(const SourceOptions& source) {
  // Relative paths are ignored: XDG base directory specification. Of several folders of a service the first is taken.
  const auto named = [](const char* variable) -> fs::path {
    const char* value = std::getenv(variable);
    const std::string text = value == nullptr ? "" : value;
    const fs::path path = text.substr(0, text.find(':'));
    return path.is_absolute() ? path : fs::path();
  };
  fs::path base = named("STATE_DIRECTORY");
  if (base.empty() && !named("XDG_STATE_HOME").empty()) base = named("XDG_STATE_HOME") / "anteroom";
  if (base.empty() && !named("HOME").empty()) base = named("HOME") / ".local" / "state" / "anteroom";
  if (base.empty()) return base;
  std::error_code error;
  const std::string settings = fs::absolute(config_file(source), error).lexically_normal().string();
  return base / paint::content_hash(settings + "\n" + source.content.string()).substr(0, 16);
}

fs::path receipt_file(const fs::path& state_folder) {
  return state_folder / "receipt.txt";
}

std::filesystem::path notice_file(const SourceOptions& source) {
  return config_file(source).parent_path() / "notice.toml";
}

}  // namespace anteroom::assembly

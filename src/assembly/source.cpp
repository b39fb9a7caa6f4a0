#include "assembly/source.h"

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

std::filesystem::path notice_file(const SourceOptions& source) {
  return config_file(source).parent_path() / "notice.toml";
}

}  // namespace anteroom::assembly

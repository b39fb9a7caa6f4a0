// Where the settings, the content and the program's own files are.
#pragma once

#include <filesystem>

namespace anteroom::assembly {

// Options of every command that shows or checks content.
struct SourceOptions {
  std::filesystem::path config;   // empty: config/kiosk.toml
  std::filesystem::path content;  // empty: the pack that the config names
};

// Where the program's own files are: the folder that holds `assets`, found beside the program, above it, or in the
// working folder.
std::filesystem::path install_prefix();

// The settings file that `source` selects: the one it names, else config/kiosk.toml in the working folder, else in the
// install prefix.
std::filesystem::path config_file(const SourceOptions& source);

// The file of the clinic's notice: notice.toml beside the settings file that `source` selects.
std::filesystem::path notice_file(const SourceOptions& source);

}  // namespace anteroom::assembly

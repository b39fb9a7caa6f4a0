// Faults of the settings that show only when everything is put together.
#pragma once

#include <filesystem>
#include <string>

#include "source/diagnostic.h"
#include "source/rules.h"
#include "source/toml_files.h"
#include "source/toml_value.h"

namespace anteroom::report {

// The settings of a screen, and the file that they include (empty: none).
struct SettingsFiles {
  std::filesystem::path own;
  std::filesystem::path included;
};

// Adds `message` where the settings give the value of `keys`, in their own file before the included one; for their own
// file as a whole if neither does. Requires: the files were read before, so that their other faults are reported.
void add_settings_fault(const source::Rule& rule, const SettingsFiles& settings, const source::KeyPath& keys,
                        const std::string& message, source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::report

// What staff have changed at the panel of a screen that may not write its settings.
#pragma once

#include <filesystem>

#include "model/settings.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::content {

// Reads `file`, if it is there, over `settings`: `languages`, `pace` in [loop], and the weekdays of [hours], which
// leave the exceptions of [[hours.on]] as they are. Nothing else can be said there. Errors: to `diagnostics`.
void read_panel_settings(const std::filesystem::path& file, source::TomlFiles& files, Settings& settings,
                         source::Diagnostics& diagnostics);

}  // namespace anteroom::content

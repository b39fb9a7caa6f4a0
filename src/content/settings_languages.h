// The languages in a screen's settings, compared with those of its pack.
#pragma once

#include <filesystem>

#include "source/toml_files.h"

namespace anteroom::content {

// Reports each language that the settings in `file` name and the pack in `folder` does not list. The others are then
// offered; if none is left, all of the pack's are, since patients must have something that they can read (see
// offered_languages). A language that the pack lists but does not complete is reported by read_pack. Reports nothing if
// either file cannot be read.
// Errors: to `diagnostics`, unknown-language.
void name_absent_languages(const std::filesystem::path& file, const std::filesystem::path& folder,
                           source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::content

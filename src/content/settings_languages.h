// The languages of a screen's settings, held against those of its pack.
#pragma once

#include <filesystem>

#include "source/toml_files.h"

namespace anteroom::content {

// Names each language that the settings in `file` want and the pack in `folder` does not list. The others are offered
// then; where none is left, all of the pack are, since somebody must be able to read something (see
// offered_languages). A language that the pack lists without telling all of it is named by read_pack. Says nothing
// where either file cannot be read.
// Errors: to `diagnostics`, unknown-language.
void name_absent_languages(const std::filesystem::path& file, const std::filesystem::path& folder,
                           source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::content

// assets/fonts.toml: which font families each language is written in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "source/toml_files.h"

namespace anteroom::content {

struct FontFamilies {
  std::string language;               // BCP 47 tag or its beginning; empty: every other language
  std::vector<std::string> families;  // best first, at least one
};

// The table in `file`, its "default" first. Errors: to `diagnostics`; faulty entries are left out, and there is always
// a default.
std::vector<FontFamilies> read_families(const std::filesystem::path& file, source::TomlFiles& files,
                                        source::Diagnostics& diagnostics);

}  // namespace anteroom::content

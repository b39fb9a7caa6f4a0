// The files of a pack as a translator begins with them.
#pragma once

#include <filesystem>
#include <string>

#include "assembly/new_files.h"

namespace anteroom::assembly {

// The files of `pack` with the words to translate into `language` as comments. No files and no refusal: all of them
// have the language already, or are prepared for it. Requires: `language` is a language tag.
NewFiles new_language_files(const std::filesystem::path& pack, const std::string& language);

}  // namespace anteroom::assembly

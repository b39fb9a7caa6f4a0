// The files of a pack as a translator begins with them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assembly/new_files.h"

namespace anteroom::assembly {

struct NewLanguage {
  NewFiles files;                               // none: all have the language, or its words to translate as comments
  std::vector<std::string> cards_to_translate;  // ids of those in which the words are comments
  bool is_head_to_translate = false;            // so are some of pack.toml
  bool is_listed = false;                       // in `languages` of pack.toml
};

// The files of `pack` with the words to translate into `language` as comments, and what is left to do then.
// Requires: `language` is a language tag.
NewLanguage new_language_files(const std::filesystem::path& pack, const std::string& language);

}  // namespace anteroom::assembly

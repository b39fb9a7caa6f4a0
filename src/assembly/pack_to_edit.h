// The files of a pack as far as `anteroom new` changes them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "assembly/new_files.h"
#include "source/toml_value.h"

namespace anteroom::assembly {

struct TomlToEdit {
  std::string bytes;
  source::TomlTable table;
};

// Nothing, and `faults`, if the file cannot be read or is not TOML throughout.
std::optional<TomlToEdit> read_to_edit(const std::filesystem::path& file, source::Diagnostics& faults);

// pack.toml of a pack with at least one language.
struct PackToEdit {
  TomlToEdit head;
  std::vector<std::string> languages;
};

// Nothing, and the reason in `result`, if it cannot be edited.
std::optional<PackToEdit> read_pack_to_edit(const std::filesystem::path& pack, NewFiles& result);

// The file of interface words for a language that the program has none for; nothing if it has, or the pack has.
std::optional<NewFile> interface_file(const std::filesystem::path& pack, const std::string& language);

// The words of `text` for every language of `languages` but the first, as comments for a translator.
std::string translation_comments(const source::TomlTable& text, const std::vector<std::string>& languages);

}  // namespace anteroom::assembly

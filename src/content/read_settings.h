// TOML -> Settings and InterfaceWords.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_keypad.h"
#include "model/interface_words.h"
#include "model/settings.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::content {

inline constexpr std::uintmax_t max_settings_bytes = 1024UL * 1024;
inline constexpr std::uintmax_t max_interface_bytes = 1024UL * 1024;

// The settings in `file`; the default for each key that is absent or faulty, or whose line is not TOML or not UTF-8;
// all defaults if the file cannot be read, is empty, or has more than 20 parts that are not TOML. Only `content` has no
// default then: it is empty if the file does not say which cards are meant (see read_content). Relative paths in the
// file are relative to its folder. What the file includes is read first: its own [clinic] wins key by key, and its own
// [hours] as a whole. Errors: to `diagnostics`. `is_key_name`: whether a keyboard has a key of that name;
// without it every name in [keys] is accepted.
Settings read_settings(const std::filesystem::path& file, source::TomlFiles& files, source::Diagnostics& diagnostics,
                       const IsKeyName& is_key_name = nullptr);

// The interface words of every `<language>.toml` in `folder`, sorted by language; a faulty key is left out.
// Errors: to `diagnostics`; unknown keys, missing keys, placeholders that the English text does not have.
std::vector<InterfaceWords> read_interface_words(const std::filesystem::path& folder, source::TomlFiles& files,
                                                 source::Diagnostics& diagnostics);

// Reads the `<language>.toml` files in interface/ of the pack over the program's `words`: each word that
// such a file has replaces the program's, and a language that the program lacks is added. Only the file of such a
// language must be whole; "fr-CA" is made from "fr". At most max_languages files. Errors: to `diagnostics`.
void read_pack_interface_words(const PackFolder& pack, std::vector<InterfaceWords>& words, source::TomlFiles& files,
                               source::Diagnostics& diagnostics);

}  // namespace anteroom::content

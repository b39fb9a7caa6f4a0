// Removes text that no installed font can draw: a patient must never see boxes instead of words.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/content.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::assembly {

// Whether an installed font has the character, for a text in the language.
using Covers = std::function<bool(char32_t character, const std::string& language)>;

// Removes from `content` texts with characters that no font has. A card is skipped in a language in which it shows one.
// If a language other than the first would lose more than half of its cards, it lacks a font: the language is dropped
// instead. The first language is dropped only if it would lose all cards; the next one is then the first. An interface
// word with such a character is shown in English in the first language; any other language is dropped for it. The
// source and the clinic's name are shown without the character.
// Errors: to `diagnostics`, every character with its position: in the card, else in pack.toml or in `config`, the
// settings file, whose variables the card shows.
void drop_unrenderable_text(Content& content, const std::filesystem::path& config, const Covers& covers,
                            source::TomlFiles& files, source::Diagnostics& diagnostics);

// The characters of `texts`, each once, sorted; without controls, spaces and characters that are never drawn.
std::u32string letters_of(const std::vector<std::string>& texts);

}  // namespace anteroom::assembly

// What no installed font can draw is not shown: a patient must never meet boxes in place of words.
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

// Takes out of `content` what has characters that no font has. A card that shows a stray one is skipped in that
// language. The line to a language without a font: a further language of which more than half of the cards would have
// to go is not offered instead, and the cards stay; the first one goes only when no card of it is left, and then the
// next is first. A word of the interface comes in English in the first language, and costs a further one; the source
// and the clinic's name are shown without the character. Errors: to `diagnostics`, every character with its place: in
// the card, else in pack.toml or in `config`, the file of the settings, whose variables the card shows.
void drop_unrenderable_text(Content& content, const std::filesystem::path& config, const Covers& covers,
                            source::TomlFiles& files, source::Diagnostics& diagnostics);

// The characters of `texts`, each once, sorted; controls, blanks and what is never drawn left out.
std::u32string letters_of(const std::vector<std::string>& texts);

}  // namespace anteroom::assembly

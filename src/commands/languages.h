// Which languages the screen can really show: those with fonts and with words of the interface.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/rules.h"
#include "model/content.h"
#include "paint/face_table.h"

namespace anteroom::commands {

// A font family that is not installed, or a letter that no installed font has.
inline constexpr content::Rule missing_font{"missing-font", content::Severity::warning};

// BCP 47 tags that the pack and the settings may show, for finding fonts.
std::vector<std::string> languages_of(const Content& content);

// Takes out of `content` every further language that has not all the words of the interface. Errors: to `diagnostics`.
void leave_out_wordless(Content& content, content::Diagnostics& diagnostics);

// The fonts of assets/fonts.toml for the languages of `content`. Takes out of it every further language with a letter
// that no installed font has: boxes are no words. Errors: to `diagnostics`, a family that is not installed too.
std::unique_ptr<paint::FaceTable> load_faces(Content& content, content::Diagnostics& diagnostics);

// The letters of `text` as code points, each once, sorted; controls, spaces and what no font draws left out.
std::u32string letters_of(const std::vector<std::string>& texts);

}  // namespace anteroom::commands

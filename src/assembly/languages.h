// Which languages the screen can actually show: those with fonts and with all interface words.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "model/content.h"
#include "paint/face_table.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::assembly {

// The BCP 47 tags of the pack's languages, or else "en"; for finding fonts.
std::vector<std::string> languages_of(const Content& content);

// Removes from `content` every language but the first that lacks interface words, or that calls itself "English"
// without being English. `pack`: where its own words are read from; null if there is none. Errors: to `diagnostics`.
void leave_out_wordless(Content& content, const content::PackFolder* pack, source::TomlFiles& files,
                        source::Diagnostics& diagnostics);

// Removes from `content` what `faces` cannot draw, see drop_unrenderable_text, then fills in the first language where
// the settings ask for it; `config`: the settings file. Errors: to `diagnostics`.
void leave_out_uncovered(Content& content, const std::filesystem::path& config, const paint::FaceTable& faces,
                         source::TomlFiles& files, source::Diagnostics& diagnostics);

// The fonts of assets/fonts.toml for the languages of `content`. Removes from `content` what they cannot draw, see
// drop_unrenderable_text; `config`: the settings file. Errors: to `diagnostics`, including font families that are not
// installed.
std::unique_ptr<paint::FaceTable> load_faces(Content& content, const std::filesystem::path& config,
                                             source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::assembly

// Which languages the screen can really show: those with fonts and with words of the interface.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/content.h"
#include "paint/face_table.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::assembly {

// BCP 47 tags that the pack and the settings may show, for finding fonts.
std::vector<std::string> languages_of(const Content& content);

// Takes out of `content` every further language that has not all the words of the interface. Errors: to `diagnostics`.
void leave_out_wordless(Content& content, source::Diagnostics& diagnostics);

// Takes out of `content` what `faces` cannot draw, see drop_unrenderable_text; `config`: the file of the settings.
// Errors: to `diagnostics`.
void leave_out_uncovered(Content& content, const std::filesystem::path& config, const paint::FaceTable& faces,
                         source::TomlFiles& files, source::Diagnostics& diagnostics);

// The fonts of assets/fonts.toml for the languages of `content`. Takes out of it what they cannot draw, see
// drop_unrenderable_text; `config`: the file of the settings. Errors: to `diagnostics`, a family that is not installed
// too.
std::unique_ptr<paint::FaceTable> load_faces(Content& content, const std::filesystem::path& config,
                                             source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::assembly

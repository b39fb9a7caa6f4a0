// Whether the clinic's name has room on the screen.
#pragma once

#include <filesystem>

#include "model/content.h"
#include "paint/face_table.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::report {

// Reports a clinic's name that some card is shown without, because it has no room there, where `config`, or the file
// that it includes, gives it. Of a pack with more than max_composed cards only the first are tried.
// Errors: long-name, a warning.
void report_name(Content content, const paint::FaceTable& faces, const std::filesystem::path& config,
                 source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::report

// Which cards the settings mean. If they do not say, no cards are shown: those that come with the program are not the
// clinic's.
#pragma once

#include <filesystem>
#include <string>

#include "model/settings.h"
#include "source/diagnostic.h"
#include "source/table_reader.h"
#include "source/toml_files.h"

namespace anteroom::content {

// The folder that the key `content` of the settings in `file` names, absolute, with the accents of its name as they are
// stored; the default if the key was left out. Empty if the file does not say: the key is faulty, misspelt or in a
// section, or it was, or may have been, in a line that could not be read. `root`: the table of `toml`.
// Errors: those of the value go to the reader's faults.
std::string read_content(source::TableReader& root, const source::TomlFile& toml, const std::filesystem::path& file);

// Reports that the settings read from `file` do not say which cards to show, or that the folder that they name does not
// exist. Called only if the command line names no other folder.
// Errors: no-content, missing-content.
void check_content_folder(const std::filesystem::path& file, const Settings& settings, source::TomlFiles& files,
                          source::Diagnostics& diagnostics);

}  // namespace anteroom::content

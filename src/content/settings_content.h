// Which cards the settings mean. Where they do not say, nobody's are shown: those that come with the program are not
// the clinic's.
#pragma once

#include <filesystem>
#include <string>

#include "content/diagnostic.h"
#include "content/parse_sound_lines.h"
#include "content/table_reader.h"
#include "model/settings.h"

namespace anteroom::content {

// The folder that the key `content` of the settings in `file` names, absolute, with the accents of its name as they are
// stored; the default if the key was left out. Empty if the file does not say: the key is faulty, misspelt or in a
// section, or it was, or may have been, in a line that could not be read. `lines`: the file's, `root` their table.
// Errors: those of the value go to the reader's faults.
std::string read_content(TableReader& root, const SoundLines& lines, const SourceFile& source,
                         const std::filesystem::path& file);

// Names that the settings read from `file` do not say which cards to show, or that the folder that they name is not
// there. Asked only where the command line names no other folder.
// Errors: no-content, missing-content.
void check_content_folder(const std::filesystem::path& file, const Settings& settings, Diagnostics& diagnostics);

}  // namespace anteroom::content

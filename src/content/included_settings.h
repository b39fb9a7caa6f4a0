// include = "clinic.toml": the clinic's facts in one file for all of its screens.
#pragma once

#include <filesystem>

#include "source/table_reader.h"
#include "source/toml_files.h"

namespace anteroom::content {

// The file that the key `include` of `root`, the settings in `file`, names, as a path that begins as `file` does; empty
// if it names none, or none that can be used. Looks at no disk.
// Errors: bad-value (not a file beside `file` or below), and those of TableReader.
std::filesystem::path read_include(source::TableReader& root, const std::filesystem::path& file);

// True if `path`, from read_include, is there. If `file` is read from a copy because its disk may not answer, only a
// copy of `path` counts, and no disk is looked at. Errors: missing-file.
bool is_there(const std::filesystem::path& path, source::TableReader& root, const std::filesystem::path& file,
              const source::TomlFiles& files);

// The same as read_include for callers that leave it to read_settings to report faults. Empty if `file` cannot be read.
std::filesystem::path included_file(const std::filesystem::path& file, source::TomlFiles& files);

}  // namespace anteroom::content

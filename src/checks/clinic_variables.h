// A clinic's own variables against those that the pack's texts name: a misspelt one would be silently without effect.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "content/pack_files.h"
#include "source/diagnostic.h"

namespace anteroom::checks {

// language -> the variables that a clinic may give a value in it.
using VariableNames = std::map<std::string, std::set<std::string>>;

// The variables that pack.toml or a text of `files` names, for every language of the pack. Empty when a listed card
// could not be read, since nobody knows what it names.
VariableNames variable_names(const content::PackFiles& files);

// Names what [clinic.vars] of `settings_file` gives a value that no text of the pack can show. Requires: the file was
// read before, so that its other faults are known. Nothing when `names` is empty.
// Errors: extra-translation and unused-variable, both warnings.
void check_clinic_variables(const std::filesystem::path& settings_file, const VariableNames& names,
                            source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::checks

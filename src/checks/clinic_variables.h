// A clinic's own variables, compared with those that the pack's texts use: a misspelt one would silently have no
// effect.
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

// The variables that pack.toml or a text in `files` uses, for every language of the pack. Empty if a listed card could
// not be read, since the variables that it uses are unknown.
VariableNames variable_names(const content::PackFiles& files);

// Reports the languages and variables in [clinic.vars] of `settings_file`, and of the file that it includes, that no
// text of the pack can show. Does nothing if `names` is empty. Requires: the file was read before, so that its other
// faults are reported. Errors: extra-translation and unused-variable, both warnings.
void check_clinic_variables(const std::filesystem::path& settings_file, const VariableNames& names,
                            source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::checks

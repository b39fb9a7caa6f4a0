// What `check` says about the sizes on the screen.
#pragma once

#include <string>
#include <vector>

#include "model/content.h"
#include "paint/face_table.h"
#include "scene/legibility.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::report {

struct LegibilityReport {
  std::string table;                 // for people: lines that end with '\n', columns aligned
  std::vector<std::string> passing;  // for programs: a sentence for each line of the table that passes
};

// The report on every screen of `content`, as if within opening hours, in the standard look. On a kiosk, rules that
// break at text sizes of 150 and 200 % and in reach mode are reported, too. Only the first 300 cards are composed.
// Errors: each line that fails and each other broken rule to `diagnostics`, as faults of the settings file `config` as
// a whole. Languages that are too many for their screen are one fault, at `languages`.
LegibilityReport report_legibility(Content content, const paint::FaceTable& faces, const std::string& config,
                                   source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::report

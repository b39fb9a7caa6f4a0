// What `check` says of the sizes on the screen.
#pragma once

#include <string>
#include <vector>

#include "model/content.h"
#include "paint/face_table.h"
#include "scene/legibility.h"
#include "source/diagnostic.h"

namespace anteroom::report {

struct LegibilityReport {
  std::string table;                 // for people: lines that end with '\n', columns aligned
  std::vector<std::string> passing;  // for programs: a sentence for each line of the table that holds
};

// The report over every screen of `content`, as if it were open, in the usual look; on a kiosk also over letters of 150
// and 200 % and the reach mode, where they break a rule. Only the first 300 cards are composed. Errors: each line that
// fails and each other broken rule to `diagnostics`, as faults of the settings file `config` as a whole.
LegibilityReport report_legibility(Content content, const paint::FaceTable& faces, const std::string& config,
                                   source::Diagnostics& diagnostics);

// The table of `found` on `screen`.
std::string legibility_table(const scene::Legibility& found, const Screen& screen);

}  // namespace anteroom::report

// What a kiosk shows first, even if its files are faulty, missing, or on a network share that does not answer.
#pragma once

#include <optional>

#include "assembly/load.h"
#include "assembly/source.h"
#include "model/settings.h"
#include "runtime/starts.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::runtime {

struct FirstSettings {
  Settings settings;
  source::TomlFiles files;          // as read for them
  source::Diagnostics diagnostics;  // of the file as it is now
  int error_count = 0;              // of the file in use, whatever it says of the content
};

// The settings that `source` selects for monitor number `display`. If they have errors or do not arrive within a few
// seconds: as they were last, if that is known and better. Without `trust` in the files: as they were last, if that is
// known.
FirstSettings first_settings(const assembly::SourceOptions& source, std::optional<int> display,
                             Trust trust = Trust::files);

struct FirstContent {
  assembly::Loaded loaded;
  source::Diagnostics diagnostics;  // of the files as they are now
};

// What a kiosk with these settings shows. A file with errors is replaced by its last good version; a pack that cannot
// be read, or does not arrive within a few seconds, by the one that was shown last. With `trust` in the copies alone:
// the one that was shown last, or the fallback card; in nothing: the fallback card.
FirstContent first_content(const Settings& settings, source::TomlFiles files, const assembly::SourceOptions& source,
                           Trust trust = Trust::files);

}  // namespace anteroom::runtime

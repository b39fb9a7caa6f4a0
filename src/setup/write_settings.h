// The installer's answers -> the settings file and the file of the clinic's facts, with everything else as it was.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"

namespace anteroom::setup {

// The files as they are.
struct SettingsFiles {
  std::string screen;        // the bytes of the settings
  std::string clinic;        // those of the file that they include; empty: they include none
  std::string clinic_named;  // how messages name that file
  std::string screen_named;
};

struct WrittenSettings {
  std::string screen, clinic;        // the bytes of the files; as before if there is a fault
  std::vector<std::string> changes;  // what is different: "kiosk.toml: [screen] width_mm = 1218"
  std::string fault;                 // why nothing is changed; empty: nothing is wrong
};

// `files` with what `after` says otherwise than `before`, which is what they say now: role, [screen], the name, time
// zone and usual hours of the clinic. A fact of the clinic is written where it stands now, else into the included file,
// if there is one.
WrittenSettings written_settings(const SettingsFiles& files, const Settings& before, const Settings& after);

}  // namespace anteroom::setup

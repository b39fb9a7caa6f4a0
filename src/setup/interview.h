// The questions to the installer that need no picture.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"
#include "platform/edid.h"
#include "setup/terminal.h"

namespace anteroom::setup {

// What was said on the command line; empty: it is asked.
struct GivenAnswers {
  std::string role, monitor, size, top_edge, distance, lower_edge, name, time_zone, hours, touch;
  bool asks = true;  // false: what is not given stays as it is
};

// A fault of a given answer: "--distance `near`: it should be …".
class WrongAnswer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Interview {
  Terminal& terminal;
  const GivenAnswers& given;
  std::vector<platform::ReportedMonitor> monitors;  // that are connected
  std::vector<std::string> touchscreens;            // likewise, by name
  bool turn_by_picture = false;                     // the turn is asked with a picture afterwards
  bool is_first = false;                            // the settings are still as they came: sizes are the monitor's
};

// The role, asked before all else, since it decides on the file. `present`: the default.
Role asked_role(Interview& interview, Role present);

// `settings` with the answers. Errors: throws WrongAnswer and NoMoreAnswers.
Settings asked_settings(Interview& interview, Settings settings);

// `screen` turned as the installer says that it hangs. Errors: likewise.
Screen asked_turn(Interview& interview, const Screen& screen);

// `screen` turned to `rotation`, its sides being those of the upright picture.
Screen turned_to(Screen screen, int rotation);

// "HDMI-1 "DELL P2419H", 1920 x 1080 pixels, 527 x 296 mm".
std::string in_words(const platform::ReportedMonitor& monitor);

}  // namespace anteroom::setup

// What `anteroom why` and `anteroom schedule` say.
#pragma once

#include <filesystem>
#include <string>

#include "model/content.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::report {

// What a screen shows, and the files that say so.
struct Shown {
  const Content& content;
  const std::filesystem::path& config;  // the settings file
  source::TomlFiles& files;
  const source::Diagnostics& faults;  // of reading all that
  const std::string& check;           // the command that reports what is wrong with them
};

struct Answer {
  std::string text;    // whole lines
  bool found = false;  // the card exists
};

// Whether the card `id` is shown at `time`, by which rule, and when that changes next. A rule is given with the file
// and the line that it is in.
Answer why(const Shown& shown, const std::string& id, WallTime time);

// The id of the card that is called `name`: its id, or its title in any language, in large or small letters; `name`
// itself if there is none.
std::string id_of(const Content& content, const std::string& name);

// The day on the screen: when it opens and closes, which cards join and leave, how long the loop then takes in each
// language on offer, and why a card of this screen is not in it.
std::string schedule(const Shown& shown, std::chrono::local_days day);

}  // namespace anteroom::report

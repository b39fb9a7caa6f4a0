// Cards that have a file but are not in `cards` of pack.toml: they rest, and are meant to come back.
#pragma once

#include <string>
#include <vector>

#include "content/pack_files.h"
#include "content/pack_folder.h"
#include "source/toml_value.h"

namespace anteroom::checks {

struct RestingCard {
  std::string id;
  source::TomlTable table;
};

// The resting cards of `folder` that are TOML, sorted by id; none if there are more than 300. Their faults are not
// reported.
std::vector<RestingCard> resting_cards(const content::PackFolder& folder, const content::PackFiles& files);

}  // namespace anteroom::checks

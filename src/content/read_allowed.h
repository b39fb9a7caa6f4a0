// [check] of pack.toml: phrases that a pack may use although clinics may not use them of themselves.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "source/table_reader.h"

namespace anteroom::content {

struct AllowedPhrase {
  std::string text;
  source::Position at;  // in pack.toml
};

// Phrases by language; those under "" are allowed in every language.
using AllowedPhrases = std::map<std::string, std::vector<AllowedPhrase>>;

// `allow` of [check] in `pack`: a list for every language, or a table with a list for each of `languages`.
// Errors: to the reader's faults; faulty phrases are left out.
AllowedPhrases read_allowed(source::TableReader& pack, const std::vector<std::string>& languages);

}  // namespace anteroom::content

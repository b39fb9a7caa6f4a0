// The files that `anteroom new` begins with: assets/templates/.
#pragma once

#include <map>
#include <set>
#include <string>

#include "model/time.h"

namespace anteroom::assembly {

// The file `name`.in below assets/templates/, each @NAME@ replaced by its value. An empty string if it cannot be read.
std::string filled_template(const std::string& name, const std::map<std::string, std::string>& values);

// The English texts that `anteroom new pack` writes into pack.toml and the cards, whatever the language of the pack.
std::set<std::string> sample_texts();

// The values of @TODAY@ and @IN_A_YEAR@ for a file written on `today`.
std::map<std::string, std::string> dates_for_templates(Date today);

}  // namespace anteroom::assembly

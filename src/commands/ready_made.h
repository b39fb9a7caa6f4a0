// The notices that ship, ready-made in every language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/notice.h"

namespace anteroom::commands {

// Their names, sorted.
std::vector<std::string> ready_made_names();
// The one of this name; none: there is none.
std::optional<Notice> ready_made(const std::string& name);

// True if its words name a number of minutes that is still to be given.
bool asks_for_minutes(const Notice& notice);
void set_minutes(Notice& notice, const std::string& minutes);

}  // namespace anteroom::commands

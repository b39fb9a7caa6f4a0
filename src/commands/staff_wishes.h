// What staff wish for at the panel, carried out by the running program.
#pragma once

#include <optional>
#include <string>

#include "assembly/source.h"
#include "commands/staff_settings.h"
#include "model/pack.h"
#include "staff/panel.h"

namespace anteroom::commands {

// Puts up a notice or takes one down, or changes what is kept in the settings; logs that, or why not. Returns what was
// logged. `files`: null if they could not be read.
std::string carry_out_wish(const staff::Wish& wish, const assembly::SourceOptions& source, const StaffFiles* files,
                           WallTime now);

// Nothing if their disk does not answer.
std::optional<StaffFiles> read_staff_files(const assembly::SourceOptions& source, const Pack& pack, WallTime now);

// Under a service manager it is that which starts it again. Otherwise this process becomes a new one; returns only if
// that fails.
void start_again();

}  // namespace anteroom::commands

// Damaged files of a pack: the last good version stays on the screen, and the fault is named.
#pragma once

#include <filesystem>
#include <functional>

#include "assembly/source.h"
#include "model/settings.h"
#include "runtime/last_good.h"
#include "selftest/course.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

inline constexpr long full_damages = 200;

// Reads a pack as a running screen does; for tests, one that reads it wrongly.
using ReadPack = std::function<runtime::Reading(runtime::LastGood&, const Settings&, const std::filesystem::path&,
                                                const std::shared_ptr<const paint::FaceTable>&)>;
ReadPack as_the_screen_reads();

// Damages one file of the pack of `source` at a time, chosen by the seed, reads the pack as a running screen does, and
// mends it again. Every card must stay, as it was or as the damaged file has it; a file that is no longer what it was
// must be named; and after the repair everything must be as before. `state`: a new folder for what the screen keeps.
Outcome check_damage(const assembly::SourceOptions& source, const std::filesystem::path& state, const Course& course,
                     const ReadPack& read = as_the_screen_reads());

}  // namespace anteroom::selftest

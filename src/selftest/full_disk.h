// A disk that is full: edits are shown all the same, what was kept stays whole, and the fault is named.
#pragma once

#include <filesystem>

#include "assembly/source.h"
#include "selftest/damage.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

// How the disk becomes full.
enum class SmallDisk {
  any,      // a small file system in memory where one may be mounted, else a limit
  limited,  // a limit on the size of the files that the process writes: a stand-in
};

// Fills the disk below the new folder `state`, edits a card of the pack of `source`, reads it as a running screen does,
// and makes room again.
Outcome check_full_disk(const assembly::SourceOptions& source, const std::filesystem::path& state,
                        SmallDisk disk = SmallDisk::any, const ReadPack& read = as_the_screen_reads());

}  // namespace anteroom::selftest

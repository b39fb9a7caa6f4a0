// The rules for content that go beyond "can it be shown": dates, claims, lengths, the length of the loop.
#pragma once

#include <filesystem>

#include "content/diagnostic.h"
#include "content/read_pack.h"
#include "model/pack.h"
#include "model/settings.h"

namespace anteroom::content {

// Reads the pack in `folder` like read_pack and reports everything that `anteroom check` knows about: what read_pack
// finds, and claims against the pack's ledger claims.toml, review dates against `today`, files that no card uses,
// policy and banned words, lengths of titles and leads, dwell below the reading time, a loop longer than
// settings.loop.longest_loop. Returns the pack as read.
Pack check_pack(const std::filesystem::path& folder, const PackOptions& options, const Settings& settings, Date today,
                Diagnostics& diagnostics);

}  // namespace anteroom::content

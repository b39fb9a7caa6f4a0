// notice.toml: what the clinic wants to say to everybody in the room.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/notice.h"
#include "source/diagnostic.h"

namespace anteroom::content {

// The notice in `file`; none if there is no such file, or not a word in it. What is faulty is reported and shown all
// the same, since some words beat none: a file that is not TOML is shown as plain text, its first line being the title.
// Errors: to `diagnostics`, for `anteroom check` and the log.
std::optional<Notice> read_notice(const std::filesystem::path& file, source::Diagnostics& diagnostics);

// The same of all `files`, that which was written last above the others.
std::optional<Notice> read_notices(const std::vector<std::filesystem::path>& files, source::Diagnostics& diagnostics);

// `notice` as a TOML file that read_notice reads.
std::string to_toml(const Notice& notice);

}  // namespace anteroom::content

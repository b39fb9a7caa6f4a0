// Writes a whole file in one step.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::platform {

// Writes `bytes` to `file`: whoever reads it, even after a power cut, finds the old file or the new one, never a part.
// Its permissions stay, and a link stays a link. Returns what went wrong, to follow the file's name ("cannot be
// written: the disk is full"), and then nothing is changed; empty: nothing.
std::string write_whole(const std::filesystem::path& file, const std::string& bytes);

// The same for a file that must not be there yet; its folder is made if need be.
std::string write_new(const std::filesystem::path& file, const std::string& bytes);

}  // namespace anteroom::platform

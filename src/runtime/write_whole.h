// Small files that a reader, or a power cut, never finds half written.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::runtime {

// Replaces `file` by one with `text` by renaming it; returns false if that cannot be written, and `file` stays.
bool write_whole(const std::filesystem::path& file, const std::string& text);

}  // namespace anteroom::runtime

// The commands of this program that its messages say to type. They are to work when copied into the terminal that the
// program was started in.
#pragma once

#include <filesystem>
#include <string>

#include "assembly/source.h"

namespace anteroom::assembly {

// `path` as a shell takes it: in single quotes if it has characters that mean something to it.
std::string shell_word(const std::filesystem::path& path);

// The options that make a command mean the same files as `source`: " --config lobby.toml"; empty without any.
std::string said_options(const SourceOptions& source);

// The name by which this program was called, as a shell takes it: "build/release/anteroom".
std::string program_word();

// `words` as a command of this program, as it was called, for the same files as `source`:
// "build/release/anteroom check --config lobby.toml".
std::string own_command(const std::string& words, const SourceOptions& source = {});

}  // namespace anteroom::assembly

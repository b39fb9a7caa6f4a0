// Where the other programs of this project are.
#pragma once

#include <filesystem>
#include <string>

namespace anteroom::paint {

// Where the program `name` ("anteroom-decode") is: beside the running program, one folder above it (tests), or in
// ../libexec/anteroom; empty: in none of these.
std::filesystem::path own_program(const std::string& name);

}  // namespace anteroom::paint

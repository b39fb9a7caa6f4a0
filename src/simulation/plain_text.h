// What a person means by a text.
#pragma once

#include <string>

namespace anteroom::simulation {

// `text` with white space of every kind as single spaces and invisible marks left out.
std::string plain(const std::string& text);

}  // namespace anteroom::simulation

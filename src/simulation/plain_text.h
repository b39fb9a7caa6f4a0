// Texts as a person would type them, for comparison.
#pragma once

#include <string>

namespace anteroom::simulation {

// `text` with white space of every kind reduced to single spaces, and without invisible marks.
std::string plain(const std::string& text);

}  // namespace anteroom::simulation

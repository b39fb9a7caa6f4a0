// How hard the cards are to read, as tables for people and as JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "checks/check_pack.h"

namespace anteroom::report {

// A table per language, with a line per card and one for all cards: words, sentences, words per sentence, longest
// sentence, Flesch-Kincaid grade raw and with glossary terms as one syllable (English), LIX and RIX. For Chinese and
// Japanese: sentences, characters, and the characters of the mean and of the longest sentence. Ends with an empty line.
std::string readability_tables(const std::vector<checks::Readability>& all);

// An element of the array of `check --format json`: the keys of a diagnostic, severity "info", rule "readability", and
// "figures" with the numbers of the table.
nlohmann::json readability_element(const checks::Readability& one);

}  // namespace anteroom::report

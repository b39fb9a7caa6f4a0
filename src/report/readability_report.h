// How hard the cards are to read, for people and for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "checks/check_pack.h"

namespace anteroom::report {

// A table for each language, a line for each card and one for all of them: words, sentences, words a sentence, longest
// sentence, Flesch-Kincaid grade raw and with glossary terms as one syllable (English), LIX and RIX. For Chinese and
// Japanese the sentences, and the characters of a mean and of the longest sentence. Ends with an empty line.
std::string readability_tables(const std::vector<checks::Readability>& all);

// An element for the array of `check --format json`: the keys of a diagnostic, severity "info", rule "readability", and
// "figures" with the numbers of the table.
nlohmann::json readability_element(const checks::Readability& one);

}  // namespace anteroom::report

// "did you mean": the known word that is nearest to what was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

// The number of letters to change, add, drop or swap with a neighbour to get from `a` to `b`, ignoring case.
int edit_distance(std::string_view a, std::string_view b);

// "; did you mean `lead`?" with the nearest of `known`, or an empty string if none is near. Only the first 1000 of
// `known` are tried.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);

// "`kiosk`, `wall` or `both`".
std::string any_of(const std::vector<std::string>& words);

}  // namespace anteroom::source

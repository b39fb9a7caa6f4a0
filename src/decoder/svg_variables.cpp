#include "decoder/svg_variables.h"

#include <algorithm>

#include "decoder/css_scanner.h"

namespace anteroom::decoder {
namespace {

constexpr std::string_view variable = "var(", by_theme = "light-dark(", profile = "icc-color(";

// The offset of the first of `ends` that is in no bracket opened in `text`; the size of `text` if there is none.
std::size_t first_outside_brackets(std::string_view text, std::string_view ends) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (depth == 0 && ends.find(text[at]) != std::string_view::npos) return at;
    if (text[at] == ')') --depth;
  }
  return text.size();
}

}  // namespace

bool needs_variables(std::string_view value) {
  return std::min({value.find(variable), value.find(by_theme), value.find(profile)}) != std::string_view::npos;
}

void SvgVariables::add(std::string_view property, std::string_view value) {
  if (property.substr(0, 2) != "--") return;
  const auto [at, fresh] = known_.try_emplace(property, Known{value, true});
  if (!fresh && at->second.value != value) at->second.single = false;
}

std::optional<std::string> SvgVariables::resolved(std::string_view value, std::string& missing) const {
  // Variables may refer to others, but not grow without limit.
  constexpr std::size_t max_growth = 1u << 16;
  Result result;
  result.max_letters = value.size() + max_growth;
  if (append(value, 0, result)) return std::move(result.text);
  missing = result.missing;
  return {};
}

bool SvgVariables::append(std::string_view value, int depth, Result& result) const {
  constexpr int max_depth = 16;  // one that refers to itself would never end
  while (!value.empty()) {
    const std::size_t at = std::min({value.find(variable), value.find(by_theme), value.find(profile)});
    result.text += value.substr(0, at);
    if (at == std::string_view::npos) return true;
    if (depth > max_depth || result.text.size() > result.max_letters) return false;
    const std::size_t open = value.find('(', at);
    const std::string_view name = value.substr(at, open + 1 - at);
    value.remove_prefix(open + 1);
    const std::size_t end = first_outside_brackets(value, ")");
    const std::string_view inside = value.substr(0, end);
    value.remove_prefix(std::min(end + 1, value.size()));
    bool done = true;  // a print colour, which follows the same one for screens, is dropped
    if (name == variable) done = append_variable(inside, depth, result);
    // Screens for patients use the light theme.
    if (name == by_theme)
      done = append(trimmed(inside.substr(0, first_outside_brackets(inside, "),"))), depth + 1, result);
    if (!done) return false;
  }
  return true;
}

bool SvgVariables::append_variable(std::string_view inside, int depth, Result& result) const {
  const std::size_t comma = first_outside_brackets(inside, "),");
  const std::string_view name = trimmed(inside.substr(0, comma));
  const auto found = known_.find(name);
  const bool has_fallback = comma < inside.size();
  const bool has_value = found == known_.end() ? has_fallback : found->second.single;
  const bool done = has_value && append(found == known_.end() ? trimmed(inside.substr(comma + 1)) : found->second.value,
                                        depth + 1, result);
  if (!done && result.missing.empty()) result.missing = std::string(name.substr(0, 40));
  return done;
}

}  // namespace anteroom::decoder

#include "simulation/plain_text.h"

#include <string_view>

namespace anteroom::simulation {

std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view rest = std::string_view(text).substr(i);
    std::size_t skip = 0;
    bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    for (const std::string_view each : {"\u00A0", "\u202F", "\u2009"}) {
      if (rest.substr(0, each.size()) == each) space = true, skip = each.size() - 1;
    }
    for (const std::string_view each : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u200F", "\u00AD"}) {
      if (rest.substr(0, each.size()) == each) skip = each.size();
    }
    if (space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += skip;
    } else if (skip > 0) {
      i += skip - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace anteroom::simulation

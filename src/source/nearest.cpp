#include "source/nearest.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "source/printable.h"

namespace anteroom::source {

namespace {

// More than any key or any real list of choices has; these limits keep a pathological file from taking long.
constexpr std::size_t longest_word = 64;
constexpr std::size_t max_known = 1000;

char lower(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  if (typed.size() > longest_word) return {};
  const std::string* nearest = nullptr;
  int min = 0;
  for (std::size_t i = 0; i < std::min(known.size(), max_known); ++i) {
    const std::string& word = known[i];
    // A third of the letters may be wrong; beyond that a suggestion is a guess and does not help.
    const auto max = std::max(1, static_cast<int>(std::max(typed.size(), word.size()) + 1) / 3);
    const int longer = static_cast<int>(word.size()) - static_cast<int>(typed.size());
    if (word.size() > longest_word || std::abs(longer) > max) continue;
    const int distance = edit_distance(typed, word);
    if (distance <= max && (nearest == nullptr || distance < min)) {
      nearest = &word;
      min = distance;
    }
  }
  return nearest == nullptr ? std::string() : "; did you mean `" + *nearest + "`?";
}

std::string any_of(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += in_ticks(words[i]);
  }
  return list;
}

}  // namespace anteroom::source

#include "language/language_tag.h"

#include <algorithm>
#include <array>

namespace anteroom::language {

namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view language) {
  return std::find(list.begin(), list.end(), base_language(language)) != list.end();
}

}  // namespace

std::string_view base_language(std::string_view language) {
  return language.substr(0, language.find('-'));
}

bool counts_characters(std::string_view language) {
  constexpr std::array<std::string_view, 3> all = {"zh", "yue", "ja"};
  return is_one_of(all, language);
}

bool writes_without_blanks(std::string_view language) {
  constexpr std::array<std::string_view, 7> all = {"zh", "yue", "ja", "th", "lo", "km", "my"};
  return is_one_of(all, language);
}

}  // namespace anteroom::language

#include "model/content.h"

#include <algorithm>

namespace anteroom {

std::vector<std::size_t> offered_languages(const Content& content) {
  const std::vector<std::string>& have = content.pack.languages;
  std::vector<std::size_t> offered;
  for (const std::string& wanted : content.settings.languages) {
    const auto at = std::find(have.begin(), have.end(), wanted);
    if (at != have.end()) offered.push_back(static_cast<std::size_t>(at - have.begin()));
  }
  if (offered.empty()) {
    for (std::size_t i = 0; i < have.size(); ++i) offered.push_back(i);
  }
  return offered;
}

std::string first_language(const Content& content) {
  const std::vector<std::size_t> offered = offered_languages(content);
  return offered.empty() ? "" : content.pack.languages[offered.front()];
}

const InterfaceWords& words_for(const Content& content, std::string_view language) {
  static const InterfaceWords built_in{"en", {}};
  for (const InterfaceWords& words : content.interface) {
    if (words.language == language) return words;
  }
  // French words also serve a card in Canadian French.
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary == language ? built_in : words_for(content, primary);
}

}  // namespace anteroom

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "language/language_tag.h"
#include "language/words.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

// Shorter texts, such as names and numbers, may be the same in two languages.
constexpr int least_words = 4;

// The texts of a card in one language that are long enough to differ in any other.
std::set<std::string_view> long_texts(const content::CardFile& file, std::size_t language, const std::string& tag) {
  std::set<std::string_view> texts;
  const source::TomlValue* value = source::find_value(file.table, {"text", tag});
  const auto* table = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
  if (table == nullptr || language >= file.card.text.size()) return texts;
  for (const ShownText& shown : shown_texts(file.card.text[language], file.card.exhibit, *table)) {
    if (language::word_count(shown.text, tag) >= least_words) texts.insert(shown.text);
  }
  return texts;
}

bool share_a_text(const std::set<std::string_view>& some, const std::set<std::string_view>& others) {
  return std::any_of(some.begin(), some.end(), [&](std::string_view text) { return others.contains(text); });
}

std::string some_of(const std::vector<std::string>& cards) {
  constexpr std::size_t max_named = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(cards.size(), max_named); ++i) names.append(i > 0 ? ", " : "").append(cards[i]);
  return cards.size() > max_named ? names + " …" : names;
}

// The position of language number `i` in the list of pack.toml.
source::Position place_of(const content::PackFile& head, std::size_t i) {
  const source::TomlValue* value = source::find_value(head.toml->values(), {"languages"});
  const auto* list = value == nullptr ? nullptr : std::get_if<source::TomlList>(&value->is);
  return list == nullptr || i >= list->size() ? head.languages_at : (*list)[i].at;
}

}  // namespace

void check_translations(const content::PackFiles& files, source::Diagnostics& diagnostics) {
  const std::vector<std::string>& languages = files.head.pack.languages;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>> equal;  // the copy, what it equals -> cards
  for (const content::CardFile& file : files.cards) {
    std::vector<std::set<std::string_view>> texts;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      texts.push_back(long_texts(file, i, languages[i]));
      const auto same = std::find_if(texts.begin(), std::prev(texts.end()),
                                     [&](const auto& others) { return share_a_text(texts.back(), others); });
      const auto index = static_cast<std::size_t>(same - texts.begin());
      // Variants of one language have much in common.
      if (index == i || language::base_language(languages[index]) == language::base_language(languages[i])) continue;
      equal[{i, index}].push_back(file.card.id);
    }
  }
  if (equal.empty()) return;
  source::FileFaults faults(files.head.toml->source, diagnostics);
  for (const auto& [pair, cards] : equal) {
    const bool is_one = cards.size() == 1;
    faults.add(rule::equal_translation, place_of(files.head, pair.first),
               "texts of " + source::in_ticks(languages[pair.first]) + " equal those of " +
                   source::in_ticks(languages[pair.second]) + " in " + std::to_string(cards.size()) +
                   (is_one ? " card: " : " cards: ") + some_of(cards) + "; translate " + (is_one ? "it" : "them"));
  }
}

void check_interface_words(const std::filesystem::path& folder, const std::vector<InterfaceWords>& interface,
                           const std::vector<std::string>& languages, source::Diagnostics& diagnostics) {
  for (const InterfaceWords& words : interface) {
    const std::string_view base = language::base_language(words.language);
    const bool is_needed = std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
      return language == words.language || language::base_language(language) == words.language;
    });
    if (base == "en" || !is_needed) continue;
    const std::map<std::string, std::string>& english = interface_keys();
    const auto same = std::count_if(words.words.begin(), words.words.end(), [&](const auto& word) {
      const auto original = english.find(word.first);
      return original != english.end() && original->second == word.second;
    });
    const auto total = words.words.size();
    // A few may be the same: "OK", "Menu", "{n} / {total}".
    if (static_cast<std::size_t>(same) * 2 < total || total == 0) continue;
    const std::string name = words.language + ".toml";
    source::add_file_fault(diagnostics, rule::english_words, (folder / name).generic_string(),
                           (static_cast<std::size_t>(same) * 10 < total * 8 ? "most" : "nearly all") +
                               std::string(" words in ") + name + " are still English (" + std::to_string(same) +
                               " of " + std::to_string(total) + "); translate them");
  }
}

}  // namespace anteroom::checks

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "language/language_name.h"
#include "language/language_tag.h"
#include "language/phrase.h"
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

// The words that the screens use in `language`; none if there are none.
const InterfaceWords* words_of(const std::string& language, const std::vector<InterfaceWords>& interface) {
  for (const std::string_view wanted : {std::string_view(language), language::base_language(language)}) {
    const auto found = std::find_if(interface.begin(), interface.end(),
                                    [wanted](const InterfaceWords& words) { return words.language == wanted; });
    if (found != interface.end()) return &*found;
  }
  return nullptr;
}

// How many interface words of a language are the same in another one.
struct Copy {
  std::size_t same = 0, total = 0;
};

// None in variants of one language.
Copy copied_words(const InterfaceWords& words, const InterfaceWords& other) {
  if (language::base_language(words.language) == language::base_language(other.language)) return {};
  const auto same = std::count_if(words.words.begin(), words.words.end(), [&other](const auto& word) {
    const auto original = other.words.find(word.first);
    return original != other.words.end() && original->second == word.second;
  });
  return {static_cast<std::size_t>(same), words.words.size()};
}

// A few may be the same: "OK", "Menu", "{n} / {total}".
bool is_mostly(const Copy& copy) {
  return copy.total > 0 && copy.same * 2 >= copy.total;
}

void report_copy(const source::Rule& rule, const std::string& file, const std::string& name, const Copy& copy,
                 const std::string& what, source::Diagnostics& diagnostics) {
  source::add_file_fault(diagnostics, rule, file,
                         (copy.same * 10 < copy.total * 8 ? "most" : "nearly all") + std::string(" words in ") + name +
                             " are " + what + " (" + std::to_string(copy.same) + " of " + std::to_string(copy.total) +
                             "); translate them");
}

// A language of the pack, the file whose `language_name` is shown for it, and where to write another.
struct NamedLanguage {
  std::string tag, file, to_write;
};

// True if `name` is what the language calls itself, in any case of letters.
bool is_own_name(const std::string& tag, const std::string& name) {
  return language::Phrases(name, tag).contain(language::language_name(tag, tag));
}

// Two languages call themselves `name`. The file to mend is that of the second, unless it is the name of that one.
void report_equal_name(const NamedLanguage& one, const NamedLanguage& other, const std::string& name,
                       source::Diagnostics& diagnostics) {
  const bool is_first_wrong = is_own_name(other.tag, name) && !is_own_name(one.tag, name);
  const NamedLanguage& wrong = is_first_wrong ? one : other;
  source::add_file_fault(diagnostics, rule::equal_name, wrong.file,
                         source::in_ticks(one.tag) + " and " + source::in_ticks(other.tag) +
                             " have the same name where a patient chooses the language, " + source::in_ticks(name) +
                             "; write another `language_name` in " + wrong.to_write);
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

void check_interface_words(const content::PackFolder& pack, const std::filesystem::path& folder,
                           const std::vector<InterfaceWords>& interface, const std::vector<std::string>& languages,
                           source::Diagnostics& diagnostics) {
  const InterfaceWords english{"en", interface_keys()};
  std::map<std::string, NamedLanguage> named;  // by what they call themselves, the first that does
  std::set<std::string> looked_at;
  // Of two languages with the same words the first one of the pack is taken for the original.
  const auto comes_later = [&](const std::string& language) {
    return !looked_at.contains(language) && std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  for (const std::string& language : languages) {
    const InterfaceWords* words = words_of(language, interface);
    looked_at.insert(language);
    if (words == nullptr || words->words.empty()) continue;
    const std::string name = words->language + ".toml", place = std::string(content::interface_folder) + "/" + name;
    const auto& own = pack.interface();
    const bool is_packs = std::find(own.begin(), own.end(), name) != own.end();
    const std::string file = is_packs ? pack.reported_path(place) : (folder / name).generic_string();
    if (const auto called = words->words.find("language_name"); called != words->words.end()) {
      const bool has_own_words = is_packs || words->language == language;
      const NamedLanguage here{
          language, file, has_own_words ? name : std::string(content::interface_folder) + "/" + language + ".toml"};
      const auto [first, is_new] = named.try_emplace(called->second, here);
      if (!is_new) report_equal_name(first->second, here, called->second, diagnostics);
    }
    if (const Copy copy = copied_words(*words, english); is_mostly(copy)) {
      report_copy(rule::english_words, file, name, copy, "still English", diagnostics);
      continue;
    }
    if (!is_packs) continue;  // the program's own files are not copies of each other
    for (const InterfaceWords& other : interface) {
      const Copy copy = copied_words(*words, other);
      if (other.language == words->language || comes_later(other.language) || !is_mostly(copy)) continue;
      report_copy(rule::copied_words, file, name, copy, "those of " + source::in_ticks(other.language), diagnostics);
      break;
    }
  }
}

}  // namespace anteroom::checks

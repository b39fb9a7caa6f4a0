#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checks/check_pack.h"
#include "content/pack_folder.h"
#include "content/read_settings.h"
#include "language/language_name.h"
#include "language/language_tag.h"
#include "language/phrase.h"
#include "language/words.h"
#include "source/printable.h"
#include "source/rules.h"
#include "source/toml_files.h"

namespace anteroom::checks {

namespace {

// The words that the screens use in `language`; none if there are none.
const InterfaceWords* words_of(const std::string& language, const std::vector<InterfaceWords>& interface) {
  for (const std::string_view wanted : {std::string_view(language), language::base_language(language)}) {
    const auto found = std::find_if(interface.begin(), interface.end(),
                                    [wanted](const InterfaceWords& words) { return words.language == wanted; });
    if (found != interface.end()) return &*found;
  }
  return nullptr;
}

// English words that may be right in another language: they are the same in one that many patients read.
constexpr std::array same_in_some = {"Aa", "Contrast", "Home", "Letters", "No", "Pause", "Stop"};

// An interface word that is still English, and where the file writes it.
struct EnglishWord {
  std::string key;
  source::Position at;
};

// True if `text` has no words of its own that would have to be translated: "{n} / {total}", "Volume {n}".
bool may_be_same(const std::string& text) {
  std::string plain;  // without placeholders
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{')
      i = std::min(text.find('}', i), text.size() - 1);
    else
      plain += text[i];
  }
  const bool has_placeholder = plain.size() < text.size();
  if (has_placeholder && language::word_count(plain, "en") < 2) return true;
  return !language::has_word(plain) || std::find(same_in_some.begin(), same_in_some.end(), text) != same_in_some.end();
}

// Those of `words` that are English, in the order in which `file` writes them.
std::vector<EnglishWord> english_words(const InterfaceWords& words, const source::TomlTable& file) {
  std::vector<EnglishWord> found;
  if (language::base_language(words.language) == "en") return found;
  for (const auto& [key, english] : interface_keys()) {
    const auto word = words.words.find(key);
    if (word == words.words.end() || word->second != english || may_be_same(english)) continue;
    found.push_back({key, source::position_of(file, {"words", key})});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const EnglishWord& one, const EnglishWord& other) { return one.at.line < other.at.line; });
  return found;
}

// Reports `found`, not empty, of the file `name`.
void report_english(const std::vector<EnglishWord>& found, std::size_t total, const std::string& name,
                    source::FileFaults& faults) {
  constexpr std::size_t most = 5;
  std::string list;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
    list.append(i > 0 ? ", " : "").append(source::in_ticks(found[i].key));
    if (found[i].at.line > 0) list.append(" in line ").append(std::to_string(found[i].at.line));
  }
  if (found.size() > most) list += " and " + std::to_string(found.size() - most) + " more";
  faults.add(rule::english_words, found.front().at,
             std::to_string(found.size()) + " of " + std::to_string(total) + " words in " + name +
                 (found.size() == 1 ? " is" : " are") + " still English: " + list + "; translate " +
                 (found.size() == 1 ? "it" : "them"));
}

// Reports words to avoid that are those of English: no card in the language has one of them.
void check_avoided(const InterfaceWords& words, const InterfaceWords* english, const source::TomlTable& file,
                   source::FileFaults& faults) {
  if (english == nullptr || language::base_language(words.language) == "en") return;
  const std::string in_language = " in " + language::english_name(words.language);
  if (!words.check.avoid.empty() && words.check.avoid == english->check.avoid) {
    faults.add(rule::english_words, source::position_of(file, {"check", "avoid"}),
               "`avoid` is still the English list, so `check` finds none of these words" + in_language +
                   "; write those that clinics may not use of themselves" + in_language +
                   ", and in `one_in` the word between the numbers of \"1 in 20\"");
  } else if (words.check.avoid.empty()) {
    faults.add(rule::english_words, source::position_of(file, {"check"}),
               "`avoid` below [check] lists no words, so `check` finds none" + in_language +
                   "; write those that clinics may not use of themselves" + in_language);
  }
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

void report_copy(const std::string& file, const std::string& name, const Copy& copy, const std::string& other,
                 source::Diagnostics& diagnostics) {
  source::add_file_fault(diagnostics, rule::copied_words, file,
                         (copy.same * 10 < copy.total * 8 ? "most" : "nearly all") + std::string(" words in ") + name +
                             " are those of " + source::in_ticks(other) + " (" + std::to_string(copy.same) + " of " +
                             std::to_string(copy.total) + "); translate them");
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

void check_interface_words(const content::PackFolder& pack, const std::filesystem::path& folder,
                           const std::vector<InterfaceWords>& interface, const std::vector<std::string>& languages,
                           source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const InterfaceWords* english = words_of("en", interface);
  std::map<std::string, NamedLanguage> named;  // by what they call themselves, the first that does
  std::set<std::string> looked_at, seen;       // languages; files, of which two languages may share one
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
    bool has_new_name = true;
    if (const auto called = words->words.find("language_name"); called != words->words.end()) {
      const bool has_own_words = is_packs || words->language == language;
      const NamedLanguage here{
          language, file, has_own_words ? name : std::string(content::interface_folder) + "/" + language + ".toml"};
      const auto [first, is_new] = named.try_emplace(called->second, here);
      if (!is_new) report_equal_name(first->second, here, called->second, diagnostics);
      has_new_name = is_new;
    }
    const source::TomlFile* toml =
        files.read(is_packs ? std::filesystem::path(pack.path(place)) : folder / name, content::max_interface_bytes);
    if (toml == nullptr || !seen.insert(file).second) continue;
    source::FileFaults faults(toml->source, diagnostics);
    check_avoided(*words, english, toml->values(), faults);
    std::vector<EnglishWord> left = english_words(*words, toml->values());
    if (!has_new_name) std::erase_if(left, [](const EnglishWord& word) { return word.key == "language_name"; });
    if (!left.empty()) {
      report_english(left, words->words.size(), name, faults);
      continue;
    }
    if (!is_packs) continue;  // the program's own files are not copies of each other
    for (const InterfaceWords& other : interface) {
      const Copy copy = copied_words(*words, other);
      if (other.language == words->language || comes_later(other.language) || !is_mostly(copy)) continue;
      report_copy(file, name, copy, other.language, diagnostics);
      break;
    }
  }
}

}  // namespace anteroom::checks

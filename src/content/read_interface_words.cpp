#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "content/limits.h"
#include "content/pack_folder.h"
#include "content/read_settings.h"
#include "content/read_word_check.h"
#include "content/usable_text.h"
#include "language/words.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

namespace fs = std::filesystem;

struct Placeholders {
  std::set<std::string> names;  // {n}, {total}
  std::string lone = {};        // the first brace outside all of them
  unsigned nth = 0;             // of its kind in the text, from 1
};

Placeholders placeholders_in(std::string_view text) {
  Placeholders found;
  unsigned opened = 0;
  unsigned closed = 0;
  for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at + 1)) {
    const bool opens = text[at] == '{';
    ++(opens ? opened : closed);
    const std::size_t next = opens ? text.find_first_of("{}", at + 1) : std::string_view::npos;
    if (next != std::string_view::npos && text[next] == '}' && next > at + 1) {
      found.names.emplace(text.substr(at + 1, next - at - 1));
      ++closed;
      at = next;
    } else if (found.lone.empty()) {
      found.lone = text.substr(at, 1);
      found.nth = opens ? opened : closed;
    }
  }
  return found;
}

// True if `text` has the placeholders that the screens fill in; others would be shown in braces, missing ones lose a
// value.
bool has_right_placeholders(const std::string& key, const source::Located& text, source::FileFaults& faults) {
  const std::set<std::string> wanted = placeholders_in(interface_keys().at(key)).names;
  const Placeholders read = placeholders_in(text.text);
  if (!read.lone.empty()) {
    faults.add(rule::unbalanced_brace, faults.find(text.at, read.lone, read.nth),
               "this " + read.lone + (read.lone == "{" ? " is not closed" : " closes nothing") +
                   "; use braces only around a name that the screen fills in");
    return false;
  }
  const std::set<std::string>& found = read.names;
  for (const std::string& name : found) {
    if (wanted.contains(name)) continue;
    faults.add(rule::placeholder, faults.find(text.at, "{" + name + "}"),
               source::in_ticks("{" + name + "}") + " has no meaning in " + source::in_ticks(key) +
                   source::did_you_mean(name, std::vector<std::string>(wanted.begin(), wanted.end())));
  }
  for (const std::string& name : wanted) {
    if (found.contains(name)) continue;
    faults.add(rule::placeholder, text.at, source::in_ticks(key) + " lacks " + source::in_ticks("{" + name + "}"));
  }
  return found == wanted;
}

// Reads the words in `table` into `words`; those already there need not be in the table.
void read_words(const source::TomlTable& table, source::Position at, std::map<std::string, std::string>& words,
                source::FileFaults& faults) {
  source::TableReader reader(table, at, faults);
  for (const auto& [key, english] : interface_keys()) {
    if (reader.find(key) == nullptr && (words.contains(key) || may_be_lacking(key))) continue;
    if (!reader.require(key, ("in English it is \"" + english + "\"").c_str())) continue;
    const auto text = reader.string(key);
    if (!text || !check_text(*text, faults)) continue;
    if (!language::has_word(text->text)) {
      faults.add(rule::empty_text, text->at, source::in_ticks(key) + no_word(text->text));
    } else if (has_right_placeholders(key, *text, faults)) {
      words[key] = text->text;
    }
  }
  reader.find("reviewed");  // of older files: it is known and not used
  reader.report_unknown_keys();
}

// The words in `table`, each replacing one of `base`, which has none for a file that must be whole.
InterfaceWords read_file(const source::TomlTable& table, const std::string& language, const InterfaceWords& base,
                         source::FileFaults& faults) {
  InterfaceWords result = base;
  result.language = language;
  source::TableReader root(table, source::file_begin, faults);
  if (root.require("language", ("write language = \"" + language + "\"").c_str())) {
    const auto named = root.string("language");
    if (named && named->text != language) {
      faults.add(
          rule::bad_value, named->at,
          "`language` is " + source::in_ticks(named->text) + "; it should be " + source::in_ticks(language) +
              ", as the file is named" +
              (source::is_language(language) ? "" : ", or rename the file to " + std::string(named->text) + ".toml"));
    }
  }
  if (!base.words.empty() || root.require("words", "write the words below [words]")) {
    if (const source::TomlTable* words = root.table("words"))
      read_words(*words, root.find("words")->at, result.words, faults);
  }
  WordCheck check = read_word_check(root);
  if (!check.avoid.empty()) result.check.avoid = std::move(check.avoid);
  if (!check.one_in.empty()) result.check.one_in = std::move(check.one_in);
  root.report_unknown_keys();
  return result;
}

// The words of the language in `all`, else of the language without its region; none if neither is there.
InterfaceWords base_of(const std::vector<InterfaceWords>& all, const std::string& language) {
  for (const std::string& wanted : {language, language.substr(0, language.find('-'))}) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&wanted](const InterfaceWords& words) { return words.language == wanted; });
    if (found != all.end()) return *found;
  }
  return {};
}

// Reads one file of a language into `all`, replacing the words that are there.
void read_language(const source::TomlFile& file, const std::string& language, std::vector<InterfaceWords>& all,
                   source::Diagnostics& diagnostics) {
  source::FileFaults faults(file.source, diagnostics);
  if (!source::is_language(language)) {
    faults.add(rule::bad_language, {}, "the file's name should be a language tag, such as en.toml or pt-BR.toml");
    return;
  }
  if (!file.table) return;
  InterfaceWords words = read_file(*file.table, language, base_of(all, language), faults);
  const auto old = std::find_if(all.begin(), all.end(),
                                [&language](const InterfaceWords& each) { return each.language == language; });
  if (old == all.end()) {
    all.push_back(std::move(words));
  } else {
    *old = std::move(words);
  }
}

}  // namespace

std::vector<InterfaceWords> read_interface_words(const fs::path& folder, source::TomlFiles& files,
                                                 source::Diagnostics& diagnostics) {
  std::vector<std::string> languages;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") languages.push_back(it->path().stem().string());
  }
  if (error) {
    source::add_file_fault(diagnostics, rule::missing_file, folder.generic_string(),
                           "the folder of the interface words cannot be read: " + error.message());
  }
  std::sort(languages.begin(), languages.end());
  std::vector<InterfaceWords> all;
  for (const std::string& language : languages) {
    const source::TomlFile* file = files.read(folder / (language + ".toml"), max_interface_bytes, diagnostics);
    if (file == nullptr) continue;
    std::vector<InterfaceWords> one;  // each of these files must be whole
    read_language(*file, language, one, diagnostics);
    std::move(one.begin(), one.end(), std::back_inserter(all));
  }
  return all;
}

void read_pack_interface_words(const PackFolder& folder, std::vector<InterfaceWords>& words, source::TomlFiles& files,
                               source::Diagnostics& diagnostics) {
  std::vector<std::string> names = folder.interface();
  std::erase_if(names, [](const std::string& name) { return !name.ends_with(".toml"); });
  // "fr" before "fr-CA", which is made from it.
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return fs::path(a).stem() < fs::path(b).stem(); });
  if (names.size() > max_languages) {
    source::add_file_fault(diagnostics, rule::too_many, folder.reported_path(std::string(interface_folder) + "/"),
                           "there are " + source::in_thousands(names.size()) +
                               " files of interface words; those after " + source::in_ticks(names[max_languages - 1]) +
                               " are not read");
    names.resize(max_languages);
  }
  for (const std::string& name : names) {
    const std::string place = std::string(interface_folder) + "/" + name;
    if (!folder.contains(place)) {
      source::add_file_fault(diagnostics, rule::outside_pack, folder.reported_path(place),
                             "this is a link that leads out of the pack");
      continue;
    }
    const source::TomlFile* file =
        files.read(folder.path(place), folder.reported_path(place), max_interface_bytes, diagnostics);
    if (file != nullptr) read_language(*file, fs::path(name).stem().string(), words, diagnostics);
  }
}

}  // namespace anteroom::content

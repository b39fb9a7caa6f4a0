#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <vector>

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

constexpr std::uintmax_t max_interface_bytes = 1024UL * 1024;

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
                   "; braces stand only round a name that the screen fills in");
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

std::map<std::string, std::string> read_words(const source::TomlTable& table, source::Position at,
                                              source::FileFaults& faults) {
  std::map<std::string, std::string> words;
  source::TableReader reader(table, at, faults);
  for (const auto& [key, english] : interface_keys()) {
    if (!reader.require(key, ("in English it is \"" + english + "\"").c_str())) continue;
    const auto text = reader.string(key);
    if (!text || !is_clean(*text, faults)) continue;
    if (!language::has_word(text->text)) {
      faults.add(rule::empty_text, text->at, source::in_ticks(key) + no_word(text->text));
    } else if (has_right_placeholders(key, *text, faults)) {
      words[key] = text->text;
    }
  }
  reader.report_unknown_keys();
  return words;
}

InterfaceWords read_file(const source::TomlTable& table, const std::string& language, source::FileFaults& faults) {
  InterfaceWords result{language, {}, {}};
  source::TableReader root(table, source::file_begin, faults);
  if (root.require("language", ("write language = \"" + language + "\"").c_str())) {
    const auto named = root.string("language");
    if (named && named->text != language) {
      faults.add(rule::bad_value, named->at,
                 "`language` is " + source::in_ticks(named->text) + "; it should be " + source::in_ticks(language) +
                     ", as the file is named");
    }
  }
  if (root.require("words", "write the words below [words]")) {
    if (const source::TomlTable* words = root.table("words"))
      result.words = read_words(*words, root.find("words")->at, faults);
  }
  result.check = read_word_check(root);
  root.report_unknown_keys();
  return result;
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
    const fs::path path = folder / (language + ".toml");
    const source::TomlFile* file = files.read(path, max_interface_bytes, diagnostics);
    if (file == nullptr) continue;
    source::FileFaults faults(file->source, diagnostics);
    if (!source::is_language(language)) {
      faults.add(rule::bad_language, {}, "the file's name should be a language tag, such as en.toml or pt-BR.toml");
      continue;
    }
    if (file->table) all.push_back(read_file(*file->table, language, faults));
  }
  return all;
}

}  // namespace anteroom::content

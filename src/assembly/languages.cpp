#include "assembly/languages.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "assembly/missing_letters.h"
#include "assembly/own_command.h"
#include "content/pack_folder.h"
#include "content/read_families.h"
#include "content/read_settings.h"
#include "source/printable.h"
#include "source/rules.h"
#include "source/source_file.h"

namespace anteroom::assembly {

namespace {

namespace fs = std::filesystem;

const InterfaceWords* words_of(const Content& content, const std::string& language) {
  const InterfaceWords& words = words_for(content, language);
  const bool own = words.language == language || words.language == language.substr(0, language.find('-'));
  return own ? &words : nullptr;
}

void add_fault(source::Diagnostics& diagnostics, const source::Rule& rule, const fs::path& file, std::string message) {
  source::add_file_fault(diagnostics, rule, file.generic_string(), std::move(message));
}

// How the file with the words of the buttons comes into being.
std::string how_to_begin(const std::string& language, const std::string& pack) {
  return "; if there is no such file, `" + own_command("new language " + language + " --pack " + shell_word(pack)) +
         "` writes it, for you to translate";
}

// What a patient looks for a language by. If it is still the English one, nobody finds the language.
constexpr std::array found_by = {"language_name", "greeting"};

// Those of `found_by` that `words`, of another language, has in English.
std::vector<std::string> names_in_english(const InterfaceWords& words) {
  std::vector<std::string> keys;
  if (words.language == "en" || words.language.starts_with("en-")) return keys;
  for (const char* key : found_by) {
    const auto word = words.words.find(key);
    if (word != words.words.end() && word->second == interface_keys().at(key)) keys.emplace_back(key);
  }
  return keys;
}

// Reports that `language` is called by English words, `keys` of `words`, in the file of the pack if it has one.
void report_english_names(const std::vector<std::string>& keys, const InterfaceWords& words,
                          const std::string& language, const Content& content, const content::PackFolder* pack,
                          source::TomlFiles& files, source::Diagnostics& diagnostics) {
  std::string message;
  for (const std::string& key : keys) {
    message += (message.empty() ? "" : " and ") + source::in_ticks(key);
    message += " (\"" + interface_keys().at(key) + "\")";
  }
  message += std::string(keys.size() == 1 ? " is" : " are") + " still English, so the language " +
             source::in_ticks(language) +
             " is not offered: its readers would not find it; write the language\x27s own name and greeting here";
  const std::string name = words.language + ".toml";
  const std::string place = std::string(content::interface_folder) + "/" + name;
  const bool is_packs =
      pack != nullptr && std::find(pack->interface().begin(), pack->interface().end(), name) != pack->interface().end();
  const fs::path file = is_packs ? fs::path(pack->path(place)) : fs::path(content.assets) / place;
  const source::TomlFile* toml = files.read(file, content::max_interface_bytes);
  if (toml == nullptr) return add_fault(diagnostics, rule::unfinished_language, file, message);
  source::FileFaults(toml->source, diagnostics)
      .add(rule::unfinished_language, source::position_of(toml->values(), {"words", keys.front()}), message);
}

// The first language stays, its interface in English.
constexpr source::Rule first_in_english{rule::unfinished_language.name, source::Severity::warning};

}  // namespace

std::vector<std::string> languages_of(const Content& content) {
  return content.pack.languages.empty() ? std::vector<std::string>{"en"} : content.pack.languages;
}

void leave_out_wordless(Content& content, const content::PackFolder* pack, source::TomlFiles& files,
                        source::Diagnostics& diagnostics) {
  for (std::size_t i = content.pack.languages.size(); i-- > 0;) {
    const std::string language = content.pack.languages[i];
    const InterfaceWords* words = words_of(content, language);
    if (words != nullptr && is_whole(*words)) {
      const std::vector<std::string> english = i == 0 ? std::vector<std::string>{} : names_in_english(*words);
      if (english.empty()) continue;
      report_english_names(english, *words, language, content, pack, files, diagnostics);
      drop_language(content.pack, i);
      continue;
    }
    const fs::path name =
        fs::path(content::interface_folder) / ((words == nullptr ? language : words->language) + ".toml");
    std::error_code error;
    const fs::path of_program = fs::path(content.assets) / name;
    // Of the pack it is not asked whether the file is there: a network share may not answer.
    const fs::path file = fs::exists(of_program, error) ? of_program : fs::path(content.settings.content) / name;
    const bool first = i == 0;  // of the pack: somebody must be able to read something
    std::string message = words == nullptr ? "the words of the buttons are missing"
                                           : "some words of the buttons are missing or faulty here";
    const std::string outcome =
        first ? "they are shown in English" : "the language " + source::in_ticks(language) + " is not offered";
    const std::string advice = words == nullptr ? how_to_begin(language, content.settings.content)
                                                : " (a screen that is already running keeps the words that it had)";
    message.append(", so ").append(outcome).append(advice);
    add_fault(diagnostics, first ? first_in_english : rule::unfinished_language, file, message);
    if (!first) drop_language(content.pack, i);
  }
}

std::unique_ptr<paint::FaceTable> load_faces(Content& content, const fs::path& config, source::TomlFiles& files,
                                             source::Diagnostics& diagnostics) {
  const fs::path file = fs::path(content.assets) / "fonts.toml";
  std::vector<paint::FamilyChoice> choices;
  for (content::FontFamilies& entry : content::read_families(file, files, diagnostics)) {
    choices.push_back({std::move(entry.language), std::move(entry.families)});
  }
  auto faces = std::make_unique<paint::FaceTable>(choices, languages_of(content));
  for (const std::string& family : faces->missing_families()) {
    add_fault(diagnostics, rule::missing_font, file, "the font family \"" + family + "\" is not installed");
  }
  leave_out_uncovered(content, config, *faces, files, diagnostics);
  return faces;
}

void leave_out_uncovered(Content& content, const fs::path& config, const paint::FaceTable& faces,
                         source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const auto covers = [&](char32_t letter, const std::string& language) {
    return faces.covers(letter, language, text::Weight::regular);
  };
  drop_unrenderable_text(content, config, covers, files, diagnostics);
  if (content.settings.missing_text == MissingText::first) show_first_language(content.pack);
}

}  // namespace anteroom::assembly

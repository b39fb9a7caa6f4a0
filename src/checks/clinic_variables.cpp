#include "checks/clinic_variables.h"

#include <string_view>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "content/nearest.h"
#include "content/parse_sound_lines.h"
#include "content/printable.h"
#include "content/read_settings.h"
#include "content/table_reader.h"

namespace anteroom::checks {

namespace {

// Adds the {names} in every string below `value`.
void add_names(const content::TomlValue& value, std::set<std::string>& names) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    for (std::size_t open = text->find('{'); open != std::string::npos; open = text->find('{', open + 1)) {
      const std::size_t end = text->find_first_of("{}\n", open + 1);
      if (end != std::string::npos && (*text)[end] == '}') names.insert(text->substr(open + 1, end - open - 1));
    }
  } else if (const auto* list = std::get_if<content::TomlList>(&value.is)) {
    for (const content::TomlValue& each : *list) add_names(each, names);
  } else if (const auto* table = std::get_if<content::TomlTable>(&value.is)) {
    for (const content::TomlEntry& each : *table) add_names(each.value, names);
  }
}

void add_names(const content::TomlTable& table, std::initializer_list<std::string_view> path,
               std::set<std::string>& names) {
  if (const content::TomlValue* value = value_at(table, path)) add_names(*value, names);
}

}  // namespace

VariableNames variable_names(const content::PackFiles& files) {
  VariableNames all;
  if (!content::could_read_every_card(files)) return all;
  for (const std::string& language : files.head.pack.languages) {
    std::set<std::string>& names = all[language];
    const content::TomlTable& head = files.head.table;
    for (const char* key : {"title", "source"}) add_names(head, {key, language}, names);
    if (const content::TomlValue* vars = value_at(head, {"vars", language})) {
      const auto* table = std::get_if<content::TomlTable>(&vars->is);
      for (const content::TomlEntry& entry : table == nullptr ? content::TomlTable() : *table) names.insert(entry.key);
    }
    for (const content::CardFile& card : files.cards) add_names(card.table, {"text", language}, names);
  }
  return all;
}

void check_clinic_variables(const std::filesystem::path& settings_file, const VariableNames& names,
                            content::Diagnostics& diagnostics) {
  if (names.empty()) return;
  content::Diagnostics known;
  const auto source =
      content::read_damaged_source(settings_file, settings_file.generic_string(), content::most_settings_bytes, known);
  if (!source) return;
  content::FileFaults read(*source, known);
  const auto table = content::parse_sound_lines(*source, read).table;
  const content::TomlValue* value = table ? value_at(*table, {"clinic", "vars"}) : nullptr;
  const auto* by_language = value == nullptr ? nullptr : std::get_if<content::TomlTable>(&value->is);
  if (by_language == nullptr) return;
  content::FileFaults faults(*source, diagnostics);
  std::vector<std::string> languages;
  for (const auto& [language, unused] : names) languages.push_back(language);
  for (const content::TomlEntry& language : *by_language) {
    const auto of_pack = names.find(language.key);
    if (of_pack == names.end()) {
      if (!content::is_language(language.key)) continue;  // named when the settings were read
      faults.add(content::rule::extra_translation, language.at,
                 "the pack has no language " + content::in_ticks(language.key) + ", so these values are never shown" +
                     content::did_you_mean(language.key, languages));
      continue;
    }
    const auto* values = std::get_if<content::TomlTable>(&language.value.is);
    for (const content::TomlEntry& entry : values == nullptr ? content::TomlTable() : *values) {
      if (of_pack->second.contains(entry.key)) continue;
      const std::string advice =
          faults.is_full(content::rule::unused_variable.severity)
              ? std::string()
              : content::did_you_mean(entry.key, {of_pack->second.begin(), of_pack->second.end()});
      faults.add(content::rule::unused_variable, entry.at,
                 "no text of the pack names the variable " + content::in_ticks(entry.key) +
                     ", so its value is never shown" + advice);
    }
  }
}

}  // namespace anteroom::checks

#include "checks/clinic_variables.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "content/included_settings.h"
#include "content/read_hours.h"
#include "content/read_settings.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::checks {

namespace {

// Adds the {names} in every string below `value`.
void add_names(const source::TomlValue& value, std::set<std::string>& names) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    for (std::size_t open = text->find('{'); open != std::string::npos; open = text->find('{', open + 1)) {
      const std::size_t end = text->find_first_of("{}\n", open + 1);
      if (end != std::string::npos && (*text)[end] == '}') names.insert(text->substr(open + 1, end - open - 1));
    }
  } else if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (const source::TomlValue& each : *list) add_names(each, names);
  } else if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    for (const source::TomlEntry& each : *table) add_names(each.value, names);
  }
}

void add_names(const source::TomlTable& table, const source::KeyPath& path, std::set<std::string>& names) {
  if (const source::TomlValue* value = source::find_value(table, path)) add_names(*value, names);
}

// Whether a file is for one screen only. Others may show another pack, in other languages.
enum class Screens { one, several };

// Reports the languages in [clinic.vars] that the pack lacks: each one, or in a file for several screens all together.
void report_absent(const std::vector<const source::TomlEntry*>& absent, Screens screens,
                   const std::vector<std::string>& languages, source::FileFaults& faults) {
  if (absent.empty()) return;
  if (screens == Screens::several && absent.size() > 1) {
    std::string list;
    for (const source::TomlEntry* each : absent)
      list.append(list.empty() ? "" : ", ").append(source::in_ticks(each->key));
    faults.add(rule::extra_translation, absent.front()->at,
               "the pack of this screen has none of the languages " + list + ", so their values are not shown on it");
    return;
  }
  for (const source::TomlEntry* each : absent) {
    faults.add(rule::extra_translation, each->at,
               "the pack has no language " + source::in_ticks(each->key) + ", so these values are never shown" +
                   source::did_you_mean(each->key, languages));
  }
}

// Reports what [clinic.vars] of one file has too much.
void check_file(const std::filesystem::path& file, Screens screens, const VariableNames& names,
                source::TomlFiles& files, source::Diagnostics& diagnostics) {
  const source::TomlFile* settings = files.read(file, content::max_settings_bytes);
  if (settings == nullptr) return;
  const source::TomlValue* value = source::find_value(settings->values(), {"clinic", "vars"});
  const auto* by_language = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
  if (by_language == nullptr) return;
  source::FileFaults faults(settings->source, diagnostics);
  std::vector<std::string> languages;
  for (const auto& [language, unused] : names) languages.push_back(language);
  std::vector<const source::TomlEntry*> absent;
  const bool has_hours = content::has_weekdays(source::find_value(settings->values(), {"hours"}));
  for (const source::TomlEntry& language : *by_language) {
    const auto of_pack = names.find(language.key);
    if (of_pack == names.end()) {
      // A table without values shows nothing anyway; what is no tag was reported when the settings were read.
      const auto* none = std::get_if<source::TomlTable>(&language.value.is);
      const bool is_empty = none != nullptr && none->empty();
      if (!is_empty && source::is_language(language.key)) absent.push_back(&language);
      continue;
    }
    const auto* values = std::get_if<source::TomlTable>(&language.value.is);
    for (const source::TomlEntry& entry : values == nullptr ? source::TomlTable() : *values) {
      if (of_pack->second.contains(entry.key)) continue;
      // Reported when the settings were read.
      if (!has_hours && content::is_hours_of_weekday(entry)) continue;
      const std::string advice =
          faults.is_full(rule::unused_variable.severity)
              ? std::string()
              : source::did_you_mean(entry.key, {of_pack->second.begin(), of_pack->second.end()});
      faults.add(rule::unused_variable, entry.at,
                 "no text of the pack names the variable " + source::in_ticks(entry.key) +
                     ", so its value is never shown" + advice);
    }
  }
  report_absent(absent, screens, languages, faults);
}

}  // namespace

VariableNames variable_names(const content::PackFiles& files) {
  VariableNames all;
  if (!content::could_read_every_card(files)) return all;
  for (const std::string& language : files.head.pack.languages) {
    std::set<std::string>& names = all[language];
    const source::TomlTable& head = files.head.toml->values();
    for (const char* key : {"title", "source"}) add_names(head, {key, language}, names);
    if (const source::TomlValue* vars = source::find_value(head, {"vars", language})) {
      const auto* table = std::get_if<source::TomlTable>(&vars->is);
      for (const source::TomlEntry& entry : table == nullptr ? source::TomlTable() : *table) names.insert(entry.key);
    }
    for (const content::CardFile& card : files.cards) add_names(card.table, {"text", language}, names);
  }
  return all;
}

void check_clinic_variables(const std::filesystem::path& settings_file, const VariableNames& names,
                            source::TomlFiles& files, source::Diagnostics& diagnostics) {
  if (names.empty()) return;
  check_file(settings_file, Screens::one, names, files, diagnostics);
  const std::filesystem::path included = content::included_file(settings_file, files);
  if (!included.empty()) check_file(included, Screens::several, names, files, diagnostics);
}

}  // namespace anteroom::checks

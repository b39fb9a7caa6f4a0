#include "content/check_pack.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "content/checks.h"
#include "content/read_picture.h"

namespace anteroom::content {

const TomlValue* value_at(const TomlTable& table, std::initializer_list<std::string_view> path) {
  const TomlTable* current = &table;
  const TomlValue* value = nullptr;
  for (const std::string_view key : path) {
    const TomlEntry* entry = current == nullptr ? nullptr : find_entry(*current, key);
    if (entry == nullptr) return nullptr;
    value = &entry->value;
    current = std::get_if<TomlTable>(&value->is);
  }
  return value;
}

Place place_at(const TomlTable& table, std::initializer_list<std::string_view> path) {
  const TomlValue* value = value_at(table, path);
  return value == nullptr ? Place{} : value->at;
}

void check_unused(const PackFolder& folder, const PackFiles& files, Diagnostics& diagnostics) {
  if (!could_read_every_card(files)) return;
  std::set<std::string> used;
  for (const CardFile& file : files.cards) {
    for (const Located& name : picture_names(file.table)) used.insert(picture_path(name.text, folder));
  }
  std::vector<std::string> unused = folder.pictures();
  std::erase_if(unused, [&](const std::string& name) { return used.contains(folder.path("pictures/" + name)); });
  add_folder_faults(diagnostics, rule::unused_picture, folder.shown("pictures/"), unused, "no card shows this picture");
}

CheckedPack check_pack(const std::filesystem::path& folder, const PackOptions& options, const Settings& settings,
                       Date today, const LanguageRules& rules, Diagnostics& diagnostics) {
  const PackFolder pack_folder(folder);
  PackFiles files = read_pack_files(pack_folder, options, Sources::keep, diagnostics);
  if (files.head.table.empty()) return {assemble(std::move(files), diagnostics), {}, {}};
  check_times(files, settings, today, diagnostics);
  check_words(files, rules.interface);
  Diagnostics after_cards;
  std::vector<Readability> readability = check_readability(files, rules.syllables_of, after_cards);
  check_claims(pack_folder, files, after_cards);
  check_unused(pack_folder, files, after_cards);
  VariableNames variables = variable_names(files);
  Pack pack = assemble(std::move(files), diagnostics);
  diagnostics.add_all(after_cards);
  return {std::move(pack), std::move(readability), std::move(variables)};
}

}  // namespace anteroom::content

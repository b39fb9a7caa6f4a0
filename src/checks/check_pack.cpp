#include "checks/check_pack.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "checks/checks.h"
#include "content/read_picture.h"

namespace anteroom::checks {

const content::TomlValue* value_at(const content::TomlTable& table, std::initializer_list<std::string_view> path) {
  const content::TomlTable* current = &table;
  const content::TomlValue* value = nullptr;
  for (const std::string_view key : path) {
    const content::TomlEntry* entry = current == nullptr ? nullptr : content::find_entry(*current, key);
    if (entry == nullptr) return nullptr;
    value = &entry->value;
    current = std::get_if<content::TomlTable>(&value->is);
  }
  return value;
}

content::Place place_at(const content::TomlTable& table, std::initializer_list<std::string_view> path) {
  const content::TomlValue* value = value_at(table, path);
  return value == nullptr ? content::Place{} : value->at;
}

void check_unused(const content::PackFolder& folder, const content::PackFiles& files,
                  content::Diagnostics& diagnostics) {
  if (!content::could_read_every_card(files)) return;
  std::set<std::string> used;
  for (const content::CardFile& file : files.cards) {
    for (const content::Located& name : content::picture_names(file.table))
      used.insert(content::picture_path(name.text, folder));
  }
  std::vector<std::string> unused = folder.pictures();
  std::erase_if(unused, [&](const std::string& name) { return used.contains(folder.path("pictures/" + name)); });
  content::add_folder_faults(diagnostics, content::rule::unused_picture, folder.shown("pictures/"), unused,
                             "no card shows this picture");
}

CheckedPack check_pack(const std::filesystem::path& folder, const content::PackOptions& options,
                       const Settings& settings, Date today, const LanguageRules& rules,
                       content::Diagnostics& diagnostics) {
  const content::PackFolder pack_folder(folder);
  content::PackFiles files = content::read_pack_files(pack_folder, options, content::Sources::keep, diagnostics);
  if (files.head.table.empty()) return {content::assemble(std::move(files), diagnostics), {}, {}};
  check_times(files, settings, today, diagnostics);
  check_words(files, rules.interface);
  content::Diagnostics after_cards;
  std::vector<Readability> readability = check_readability(files, rules.syllables_of, after_cards);
  check_claims(pack_folder, files, after_cards);
  check_unused(pack_folder, files, after_cards);
  VariableNames variables = variable_names(files);
  Pack pack = content::assemble(std::move(files), diagnostics);
  diagnostics.add_all(after_cards);
  return {std::move(pack), std::move(readability), std::move(variables)};
}

}  // namespace anteroom::checks

#include "checks/check_pack.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "checks/checks.h"
#include "content/read_picture.h"

namespace anteroom::checks {

void check_unused(const content::PackFolder& folder, const content::PackFiles& files,
                  const std::vector<RestingCard>& resting, source::Diagnostics& diagnostics) {
  if (!content::could_read_every_card(files)) return;
  std::set<std::string> used;
  const auto use = [&](const source::TomlTable& card) {
    for (const source::Located& name : content::picture_names(card))
      used.insert(content::picture_path(name.text, folder));
  };
  for (const content::CardFile& file : files.cards) use(file.table);
  for (const RestingCard& card : resting) use(card.table);
  std::vector<std::string> unused = folder.pictures();
  std::erase_if(unused, [&](const std::string& name) { return used.contains(folder.path("pictures/" + name)); });
  source::add_folder_faults(diagnostics, rule::unused_picture, folder.reported_path("pictures/"), unused,
                            "no card shows this picture");
}

CheckedPack check_pack(const std::filesystem::path& folder, const content::PackOptions& options,
                       const Settings& settings, Date today, const LanguageRules& rules, source::TomlFiles& toml,
                       source::Diagnostics& diagnostics, const Remedies& remedies) {
  const content::PackFolder pack_folder(folder);
  content::PackFiles files = content::read_pack_files(pack_folder, options, content::Sources::keep, toml, diagnostics);
  if (files.head.toml->values().empty()) return {content::assemble(std::move(files), diagnostics), {}, {}, {}, true};
  check_reviews(files, today, remedies, diagnostics);
  check_times(files, settings, today, diagnostics);
  check_words(files, rules.interface, diagnostics);
  check_samples(files, rules.samples, diagnostics);
  check_exhibits(files.cards, options);
  check_stale_translations(files, remedies);
  check_translations(files, rules.samples, diagnostics);
  source::Diagnostics after_cards;
  std::vector<Readability> readability = check_readability(files, rules.syllables_of, after_cards);
  const std::vector<RestingCard> resting = resting_cards(pack_folder, files);
  check_claims(pack_folder, files, resting, toml, after_cards);
  check_unused(pack_folder, files, resting, after_cards);
  VariableNames variables = variable_names(files);
  for (content::CardFile& file : files.cards) {
    toml.keep(pack_folder.path(content::card_place(file.card.id)), {std::move(file.source), std::move(file.table)});
  }
  std::vector<std::string> languages = files.head.pack.languages;
  const bool has_policy = source::find_entry(files.head.toml->values(), "policy") != nullptr;
  Pack pack = content::assemble(std::move(files), diagnostics);
  diagnostics.add_all(after_cards);
  return {std::move(pack), std::move(readability), std::move(variables), std::move(languages), has_policy};
}

}  // namespace anteroom::checks

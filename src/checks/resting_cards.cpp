#include "checks/resting_cards.h"

#include <optional>
#include <set>
#include <utility>

#include "content/limits.h"
#include "source/parse_toml.h"
#include "source/source_file.h"

namespace anteroom::checks {

namespace {

constexpr std::size_t max_resting = 300;

std::optional<source::TomlTable> table_of(const content::PackFolder& folder, const std::string& place) {
  source::Diagnostics ignored;
  if (!folder.contains(place)) return std::nullopt;
  const auto file = source::read_source(folder.path(place), place, content::max_card_bytes, ignored);
  if (!file) return std::nullopt;
  source::FileFaults faults(*file, ignored);
  return source::parse_toml(*file, faults);
}

}  // namespace

std::vector<RestingCard> resting_cards(const content::PackFolder& folder, const content::PackFiles& files) {
  std::set<std::string> resting;
  for (const std::string& name : folder.cards()) {
    if (name.ends_with(".toml")) resting.insert(name.substr(0, name.size() - 5));
  }
  for (const content::ListedCard& card : files.head.cards) resting.erase(card.id);
  std::vector<RestingCard> cards;
  if (resting.size() > max_resting) return cards;
  for (const std::string& id : resting) {
    if (auto table = table_of(folder, content::card_place(id))) cards.push_back({id, std::move(*table)});
  }
  return cards;
}

}  // namespace anteroom::checks

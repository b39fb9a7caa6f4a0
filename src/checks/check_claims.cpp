#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/checks.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"
#include "source/toml_files.h"

namespace anteroom::checks {

namespace {

// claims.toml: which facts the cards may state.
bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// The text of `key`, which must not be empty.
std::optional<source::Located> required_text(source::TableReader& reader, const char* key, const char* advice) {
  if (!reader.require(key, advice)) return std::nullopt;
  const auto text = reader.string(key);
  if (!text || !is_blank(text->text)) return text;
  reader.faults().add(rule::empty_text, text->at, source::in_ticks(key) + " is empty; " + advice);
  return std::nullopt;
}

// Names that may be looked up once for each line of a file.
using Names = std::set<std::string, std::less<>>;

// "; did you mean ...?", unless the fault will only be counted.
std::string nearest(std::string_view typed, const Names& names, const source::FileFaults& faults) {
  return faults.is_full() ? std::string() : source::did_you_mean(typed, {names.begin(), names.end()});
}

// The names below [sources].
Names read_sources(source::TableReader& root) {
  Names names;
  if (!root.require("sources", "say below [sources] where the facts come from")) return names;
  const source::TomlTable* table = root.table("sources");
  if (table == nullptr) return names;
  source::TableReader reader(*table, root.find("sources")->at, root.faults());
  for (const source::TomlEntry& source : *table) {
    required_text(reader, source.key.c_str(), "say which source this is");
    names.insert(source.key);
  }
  return names;
}

// Adds the id of a row to `rows`, unless it is there already.
void read_row(const source::TomlValue& value, const Names& sources, std::vector<source::Located>& rows, Names& ids,
              source::FileFaults& faults) {
  source::TableReader row(std::get<source::TomlTable>(value.is), value.at, faults);
  if (const auto id = required_text(row, "id", "such as \"C1\"")) {
    if (ids.emplace(id->text).second) {
      rows.push_back(*id);
    } else {
      faults.add(rule::duplicate, id->at, "the claim " + source::in_ticks(id->text) + " is already written further up");
    }
  }
  required_text(row, "fact", "say what may be told");
  const auto source = required_text(row, "source", "one of the names below [sources]");
  if (source && !sources.contains(source->text)) {
    faults.add(rule::unknown_source, source->at,
               "[sources] has no " + source::in_ticks(source->text) + nearest(source->text, sources, faults));
  }
  row.report_unknown_keys();
}

// The ids of the ledger's rows, each once.
std::vector<source::Located> read_ledger(const source::TomlTable& ledger, source::FileFaults& faults) {
  std::vector<source::Located> rows;
  source::TableReader root(ledger, source::file_begin, faults);
  const Names sources = read_sources(root);
  Names ids;
  root.require("claim", "write each fact below a [[claim]]");
  for (const source::TomlValue* row : root.tables("claim")) read_row(*row, sources, rows, ids, faults);
  root.report_unknown_keys();
  return rows;
}

// The claims that [policy] allows to name drugs must be in the ledger too: a misspelt one would forbid what is allowed.
void check_policy(const content::PackFile& head, const Names& rows, source::Diagnostics& diagnostics) {
  source::FileFaults faults(head.toml->source, diagnostics);
  for (const content::PolicyName& claim : head.policy.naming_claims) {
    if (rows.contains(claim.name)) continue;
    faults.add(rule::unknown_claim, claim.at,
               "claims.toml has no claim " + source::in_ticks(claim.name) + nearest(claim.name, rows, faults));
  }
}

// False if some of the card's `claims` could not be read: those may be what no other card tells.
bool are_claims_read(const content::CardFile& file) {
  const source::TomlValue* claims = source::find_value(file.table, {"claims"});
  const auto* list = claims == nullptr ? nullptr : std::get_if<source::TomlList>(&claims->is);
  return claims == nullptr || (list != nullptr && std::all_of(list->begin(), list->end(), [](const auto& claim) {
                                 return std::holds_alternative<std::string>(claim.is);
                               }));
}

void check_card(content::CardFile& file, const Names& rows) {
  source::FileFaults faults(file.source, file.diagnostics);
  const source::TomlValue* claims = source::find_value(file.table, {"claims"});
  const auto* list = claims == nullptr ? nullptr : std::get_if<source::TomlList>(&claims->is);
  // A value of another type is reported already.
  if (claims == nullptr || (list != nullptr && list->empty())) {
    faults.add(rule::no_claims, source::position_of(file.table, {"claims"}),
               "`claims` is empty; name the rows of claims.toml that this card tells");
  }
  if (list == nullptr) return;
  for (const source::TomlValue& claim : *list) {
    const auto* id = std::get_if<std::string>(&claim.is);
    if (id == nullptr || rows.contains(*id)) continue;
    faults.add(rule::unknown_claim, claim.at,
               "claims.toml has no claim " + source::in_ticks(*id) + nearest(*id, rows, faults));
  }
}

// The id of the first card of `resting` that tells the claim; empty if none does.
std::string teller_among(const std::vector<RestingCard>& resting, std::string_view claim) {
  for (const RestingCard& card : resting) {
    const source::TomlValue* claims = source::find_value(card.table, {"claims"});
    const auto* list = claims == nullptr ? nullptr : std::get_if<source::TomlList>(&claims->is);
    const auto is_it = [&](const source::TomlValue& each) {
      const auto* id = std::get_if<std::string>(&each.is);
      return id != nullptr && *id == claim;
    };
    if (list != nullptr && std::any_of(list->begin(), list->end(), is_it)) return card.id;
  }
  return {};
}

}  // namespace

void check_claims(const content::PackFolder& folder, content::PackFiles& files, const std::vector<RestingCard>& resting,
                  source::TomlFiles& toml, source::Diagnostics& diagnostics) {
  Names cited;
  for (const content::CardFile& file : files.cards) cited.insert(file.card.claims.begin(), file.card.claims.end());
  const std::string reported_path = folder.reported_path(content::claims_place);
  std::error_code error;
  if (cited.empty() && !std::filesystem::exists(folder.path(content::claims_place), error)) return;
  if (!folder.contains(content::claims_place)) {
    source::add_file_fault(diagnostics, rule::outside_pack, reported_path, "this is a link that leads out of the pack");
    return;
  }
  const source::TomlFile* read =
      toml.read(folder.path(content::claims_place), reported_path, content::max_claims_bytes, diagnostics);
  // Cards may well cite what stands in a line that is not TOML.
  if (read == nullptr || !read->table || !read->source.lost.empty()) return;
  source::FileFaults faults(read->source, diagnostics);
  const std::vector<source::Located> ledger = read_ledger(*read->table, faults);
  Names rows;
  // A card that cannot be read may be the one that tells a claim: one fault, one message.
  const bool all_known =
      content::could_read_every_card(files) && std::all_of(files.cards.begin(), files.cards.end(), are_claims_read);
  for (const source::Located& row : ledger) {
    rows.emplace(row.text);
    if (cited.contains(row.text) || !all_known) continue;
    const std::string teller = teller_among(resting, row.text);
    faults.add(rule::untold_claim, row.at,
               (teller.empty() ? "no card in the loop tells the claim "
                               : source::in_ticks(teller) + " rests, so no card in the loop tells the claim ") +
                   source::in_ticks(row.text));
  }
  check_policy(files.head, rows, diagnostics);
  for (content::CardFile& file : files.cards) {
    if (!file.table.empty()) check_card(file, rows);
  }
}

}  // namespace anteroom::checks

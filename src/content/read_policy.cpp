#include "content/read_policy.h"

#include <algorithm>
#include <set>

#include "content/limits.h"
#include "content/misplaced_keys.h"
#include "content/usable_text.h"
#include "language/words.h"
#include "source/nearest.h"
#include "source/printable.h"

namespace anteroom::content {

namespace {

// The texts in the list `key` that can be searched for: the first max_policy_names of them; any others are reported.
std::vector<source::Located> read_names(source::TableReader& policy, const char* key, const char* should_be) {
  const auto listed = policy.strings(key, should_be);
  if (!listed) return {};
  source::FileFaults& faults = policy.faults();
  std::vector<source::Located> names;
  for (const source::Located& name : *listed) {
    if (names.size() == max_policy_names) {
      faults.add(rule::too_many, name.at,
                 source::in_ticks(key) + " has " + source::in_thousands(listed->size()) +
                     " names; those after the first " + source::in_thousands(max_policy_names) + " are not read");
      break;
    }
    if (!check_text(name, faults)) continue;
    if (language::has_word(name.text)) {
      names.push_back(name);
    } else {
      faults.add(rule::empty_text, name.at, "a name in " + source::in_ticks(key) + no_word(name.text));
    }
  }
  return names;
}

std::vector<PolicyName> with_places(const std::vector<source::Located>& names) {
  std::vector<PolicyName> result;
  result.reserve(names.size());
  for (const source::Located& name : names) result.push_back({std::string(name.text), name.at});
  return result;
}

std::set<std::string> names_of(const Variables& vars) {
  std::set<std::string> names;
  for (const auto& [language, values] : vars) {
    for (const auto& [name, value] : values) names.insert(name);
  }
  return names;
}

// The variables whose values name drugs, without those that no language defines.
std::vector<PolicyName> read_names_from(source::TableReader& policy, const Variables& vars) {
  std::vector<PolicyName> variables =
      with_places(read_names(policy, "names_from", "a list of variables, such as [\"products\"]"));
  const std::set<std::string> known = names_of(vars);
  std::erase_if(variables, [&](const PolicyName& variable) {
    if (known.contains(variable.name)) return false;
    policy.faults().add(rule::unknown_variable, variable.at,
                        "no [vars] has the variable " + source::in_ticks(variable.name) +
                            source::did_you_mean(variable.name, {known.begin(), known.end()}));
    return true;
  });
  return variables;
}

}  // namespace

std::string_view suggested_rule(std::string_view region) {
  return region == "CA" ? "ca" : "";
}

Policy read_policy(source::TableReader& pack, const Variables& vars) {
  Policy policy;
  const source::TomlValue* value = pack.find("policy");
  if (value == nullptr) return policy;
  source::FileFaults& faults = pack.faults();
  if (const auto* word = std::get_if<std::string>(&value->is)) {
    // Older packs, written when the names were not yet the pack's own: "none" still means that there is no rule.
    if (*word == "none") return policy;
    faults.add(rule::bad_value, value->at,
               "`policy` is " + source::in_ticks(*word) +
                   "; it should be a table, written [policy], with the `rule` and the `drug_names` that it is about");
    return policy;
  }
  const source::TomlTable* table = pack.table("policy");
  if (table == nullptr) return policy;
  source::TableReader reader(*table, value->at, faults);
  reader.require("rule", "write \"ca\", or \"none\" for no rule");
  policy.parts_names_from_uses = reader.choice("rule", {"none", "ca"}).value_or(0) == 1;
  for (const source::Located& name : read_names(reader, "drug_names", "a list of names, such as [\"Brandex\"]")) {
    policy.drug_names.emplace_back(name.text);
  }
  policy.names_from = read_names_from(reader, vars);
  policy.naming_claims =
      with_places(read_names(reader, "naming_claims", "a list of rows of claims.toml, such as [\"C1\"]"));
  if (policy.parts_names_from_uses && reader.find("drug_names") == nullptr && reader.find("names_from") == nullptr) {
    reader.require("drug_names", "list the names that the rule is about");
  }
  reader.report_unknown_keys(hints_of_pack());
  return policy;
}

}  // namespace anteroom::content

// [policy] of pack.toml: which names the pack's cards may use, and together with what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/read_pack.h"
#include "source/source_file.h"
#include "source/table_reader.h"

namespace anteroom::content {

// A name in the file and its position.
struct PolicyName {
  std::string name;
  source::Position at;
};

// What a pack says about drug names. A pack without [policy] has no such rule.
struct Policy {
  // A card that names a drug may cite only `naming_claims`: the rule "ca" (standards: Law).
  bool parts_names_from_uses = false;
  std::vector<std::string> drug_names = {};
  std::vector<PolicyName> names_from = {};     // variables whose values name drugs too
  std::vector<PolicyName> naming_claims = {};  // the claims that only say what the drugs are
};

// The `rule` that the law of `region` (ISO 3166) suggests for a pack whose cards name drugs; empty: none is known.
// Source: standards: Law.
std::string_view suggested_rule(std::string_view region);

// The [policy] of `pack`. `vars`: for every language of the pack; `names_from` must be among them.
// Errors: to the reader's faults; faulty parts are left out.
Policy read_policy(source::TableReader& pack, const Variables& vars);

}  // namespace anteroom::content

// [policy] of pack.toml: which names the pack's cards may write, and beside what.
#pragma once

#include <string>
#include <vector>

#include "content/read_pack.h"
#include "source/source_file.h"
#include "source/table_reader.h"

namespace anteroom::content {

// A name of the file and where it stands.
struct PolicyName {
  std::string name;
  source::Position at;
};

// What a pack says of drug names. A pack without [policy] has no such rule.
struct Policy {
  // A card that names a drug may tell none but `naming_claims`: the rule "ca" (standards: Law).
  bool parts_names_from_uses = false;
  std::vector<std::string> drug_names = {};
  std::vector<PolicyName> names_from = {};     // variables whose values name drugs too
  std::vector<PolicyName> naming_claims = {};  // the claims that say what the drugs are and no more
};

// The [policy] of `pack`. `vars`: of every language of the pack, among which `names_from` must be.
// Errors: to the reader's faults; what is faulty is left out.
Policy read_policy(source::TableReader& pack, const Variables& vars);

}  // namespace anteroom::content

// pack.toml: what holds for all cards of a pack.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_pack.h"
#include "content/read_policy.h"
#include "content/source_file.h"
#include "content/table_reader.h"
#include "content/toml_value.h"
#include "model/pack.h"

namespace anteroom::content {

struct ListedCard {
  std::string id;
  Place at;
};

struct PackFile {
  Pack pack;                       // without cards
  std::vector<std::string> title;  // one for each language of the pack; demanded of it, and never shown
  Variables vars;                  // for every language of the pack; the clinic's before the pack's
  std::vector<ListedCard> cards;   // each once
  Policy policy;
  // language -> words that its cards explain and cannot do without, in lower case
  std::map<std::string, std::set<std::string>> glossary;
  bool is_known_format = true;  // otherwise its faults are named, but nothing of it is shown
  SourceFile source;
  TomlTable table;
  Place languages_at;  // of the list of languages
};

// The file pack.toml of `folder`. Without languages and cards when it cannot be used at all.
// Errors: to `diagnostics`; what is faulty is left out.
PackFile read_pack_file(const PackFolder& folder, const Variables& clinic_vars, Diagnostics& diagnostics);

// The languages that the keys of `table` may name: a key that is none of `languages` is named as extra-translation (a
// language) or unknown-key (none).
void report_other_languages(const TomlTable& table, const std::vector<std::string>& languages, FileFaults& faults);

}  // namespace anteroom::content

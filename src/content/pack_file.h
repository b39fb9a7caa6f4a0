// pack.toml: what applies to all cards of a pack.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_allowed.h"
#include "content/read_pack.h"
#include "content/read_policy.h"
#include "model/pack.h"
#include "source/source_file.h"
#include "source/table_reader.h"
#include "source/toml_files.h"

namespace anteroom::content {

struct ListedCard {
  std::string id;
  source::Position at;
};

// For a pack whose pack.toml cannot be read.
inline const source::TomlFile no_file;

struct PackFile {
  Pack pack;                       // without cards
  std::vector<std::string> title;  // one for each language of the pack; required, but never shown
  Variables vars;                  // for every language of the pack; the clinic's override the pack's
  std::vector<ListedCard> cards;   // each once
  std::vector<ListedCard> core;    // without whose text a language is not on offer
  Policy policy;
  // language -> words that its cards explain and cannot avoid, in lower case
  std::map<std::string, std::set<std::string>> glossary;
  AllowedPhrases allowed = {};
  bool is_known_format = true;              // otherwise faults are reported, but nothing of it is shown
  const source::TomlFile* toml = &no_file;  // never null
  source::Position languages_at;            // of the list of languages
};

// The file pack.toml of `folder`, valid as long as `files`. Without languages and cards if it cannot be used at all.
// Errors: to `diagnostics`; faulty parts are left out.
PackFile read_pack_file(const PackFolder& folder, const Variables& clinic_vars, source::TomlFiles& files,
                        source::Diagnostics& diagnostics);

// Reports the keys of `table` that are not among `languages`: as extra-translation if the key is a language, else as
// unknown-key.
void report_other_languages(const source::TomlTable& table, const std::vector<std::string>& languages,
                            source::FileFaults& faults);

}  // namespace anteroom::content

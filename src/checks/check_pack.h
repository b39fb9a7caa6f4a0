// The rules for content that go beyond "can it be shown": dates, claims, lengths, the length of the loop.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/clinic_variables.h"
#include "content/read_pack.h"
#include "language/readability.h"
#include "model/interface_words.h"
#include "model/pack.h"
#include "model/settings.h"
#include "source/diagnostic.h"
#include "source/source_file.h"

namespace anteroom::checks {

// What is known about the languages that cards are written in.
struct LanguageRules {
  std::vector<InterfaceWords> interface = {};    // their `check` says what to avoid
  language::SyllablesOf syllables_of = nullptr;  // of English words; without it there is no reading grade
  std::set<std::string> samples = {};            // the English texts that `anteroom new pack` writes in any language
};

// What messages say to do about this pack, for whoever copies it into a terminal.
struct Remedies {
  std::string program = "anteroom";  // as it is called
  std::string options = {};          // that name the same pack: " --content my-pack"
};

// How hard one card is to read in one language, or all cards together.
struct Readability {
  std::string card;  // empty: all of them
  std::string language;
  std::string path;     // as diagnostics name it
  source::Position at;  // of the card's [text.en]; for all cards, of the language's name in pack.toml
  language::Measures measures;
  std::optional<language::SyllableCount> syllables;  // English only, and only where they could be counted
};

struct CheckedPack {
  Pack pack;
  std::vector<Readability> readability;  // language by language: its cards in loop order, then all of them
  VariableNames variables;               // for check_clinic_variables
  std::vector<std::string> languages;    // that pack.toml lists, offered or not
  bool has_policy = true;                // pack.toml has a [policy], or cannot be read
};

// Reads the pack in `folder` like read_pack and reports everything that `anteroom check` knows about: what read_pack
// finds, and claims against the pack's ledger claims.toml, review dates against `today`, files that no card uses,
// policy and banned words, lengths of titles and leads, how hard the words are, dwell below the reading time, a loop
// longer than settings.loop.longest_loop. Returns the pack as read.
CheckedPack check_pack(const std::filesystem::path& folder, const content::PackOptions& options,
                       const Settings& settings, Date today, const LanguageRules& rules, source::TomlFiles& toml,
                       source::Diagnostics& diagnostics, const Remedies& remedies = {});

// Reports, of each file of interface words, in `pack` or in `folder`, that one of `languages` uses: words and a list of
// words to avoid that are still English, and that it is a copy of another language; and languages that call themselves
// the same. `files`: those that were read.
void check_interface_words(const content::PackFolder& pack, const std::filesystem::path& folder,
                           const std::vector<InterfaceWords>& interface, const std::vector<std::string>& languages,
                           source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::checks

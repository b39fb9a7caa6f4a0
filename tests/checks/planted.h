// Faults planted in the valid files of tests/content/sound, and the diagnostics expected for each:
// tests/checks/planted/*.txt.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace anteroom::checks {

// One change to a file of the copy.
struct Change {
  std::string verb;   // edit, write, append, remove, folder, pipe, link, fill, sign
  std::string place;  // below tests/content/sound
  std::string from;   // edit: the old text; append: how many times
  std::string to;     // edit: the new text; write: the whole file; append: the text to add, "{n}" being
                      // 1, 2, ...; link: its target; fill: how many bytes;
                      // sign: by whom is fixed, the last day of the review
};

struct Planted {
  std::string name;  // where it is described, "cards.txt:12"
  std::string rule;  // the rule that must report it
  std::vector<Change> changes;
  std::string expected;  // every diagnostic, as text
};

// The faults described in `file`, in order.
std::vector<Planted> read_planted(const std::filesystem::path& file);

// Copies the valid files into the empty `folder`: pack/, exhibits/, settings.toml, words/en.toml and words/fr.toml.
void copy_sound_files(const TemporaryFolder& folder);

// Carries out `change`. "\xHH" in its text stands for that byte.
void carry_out(const Change& change, const TemporaryFolder& folder);

struct Findings {
  std::string text;                // every diagnostic as text, without the folder's name
  std::vector<std::string> rules;  // of each
};

// The diagnostics of the packs, the settings and the interface words in `folder`, on 23 November 2026.
Findings look_through(const TemporaryFolder& folder);

}  // namespace anteroom::checks

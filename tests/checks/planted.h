// Faults planted in the sound files of tests/content/sound, and what must be said about each:
// tests/checks/planted/*.txt.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace anteroom::checks {

// One change to a file of the copy.
struct Change {
  std::string verb;   // edit, write, append, remove, folder, pipe, link, fill
  std::string place;  // below tests/content/sound
  std::string from;   // edit: what stands there; append: how many times
  std::string to;     // edit: what comes in its place; write: the whole file; append: what comes behind it, "{n}" being
                      // 1, 2, ...; link: its target; fill: how many bytes
};

struct Planted {
  std::string name;  // where it is told, "cards.txt:12"
  std::string rule;  // what it must be called
  std::vector<Change> changes;
  std::string expected;  // every diagnostic, as text
};

// The faults told in `file`, in its order.
std::vector<Planted> read_planted(const std::filesystem::path& file);

// Puts the sound files into the empty `folder`: pack/, exhibits/, settings.toml, words/en.toml and words/fr.toml.
void copy_sound_files(const TemporaryFolder& folder);

// Carries out `change`. "\xHH" in what is written means that byte.
void carry_out(const Change& change, const TemporaryFolder& folder);

struct Findings {
  std::string text;                // every diagnostic as text, the folder's name left out
  std::vector<std::string> rules;  // of each
};

// What is said about the packs, the settings and the interface words in `folder`, on 23 November 2026.
Findings look_through(const TemporaryFolder& folder);

}  // namespace anteroom::checks

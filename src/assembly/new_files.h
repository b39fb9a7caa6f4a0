// The files that `anteroom new` writes, worked out before the first of them is touched.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/time.h"
#include "source/diagnostic.h"

namespace anteroom::assembly {

struct NewFile {
  std::filesystem::path path;
  std::string bytes;
  bool replaces = false;  // a file that exists, with a change
};

struct NewFiles {
  std::vector<NewFile> files;  // in the order of writing
  std::string refusal;         // why there are none; empty: nothing is wrong
  source::Diagnostics faults;  // of the files of the pack, if they are the reason
};

// A pack with two cards in `language`, in `folder`. Requires: `language` is a language tag.
NewFiles new_pack_files(const std::filesystem::path& folder, const std::string& language, Date today);

// A card at the end of the loop of `pack`, with the words to translate as comments. Requires: `id` is one of a card.
NewFiles new_card_files(const std::filesystem::path& pack, const std::string& id, Date today);

// `file`, settings of a screen of this `role` ("kiosk" or "wall") that shows `pack`, and clinic.toml beside it unless
// there is one. Dates and times are written for the region of the pack's first language, else for `region` ("CA";
// empty: as is usual for the language). At most
// `most_languages` of the pack's are offered, from the first.
NewFiles new_settings_files(const std::filesystem::path& file, const std::filesystem::path& pack,
                            const std::string& role, const std::string& region, std::size_t most_languages);

}  // namespace anteroom::assembly

// Keys that stand in the wrong table, since a header takes every line after it.
#pragma once

#include <string_view>
#include <vector>

#include "source/source_file.h"
#include "source/table_reader.h"
#include "source/toml_value.h"

namespace anteroom::content {

// Each moves the keys of the file as a whole that stand below a table's header to where they belong, and reports all of
// one table in one message. So a header above them costs one error, not one for every line below it.

// `card`: keys below [when], [exhibit] or a [text.…].
void take_back_misplaced_keys(source::TomlTable& card, source::FileFaults& faults);
// Of a pack.toml. The values of variables may have any name, so [vars.…] keeps its keys.
source::TomlTable pack_keys_in_place(source::TomlTable pack, source::FileFaults& faults);
// Of a screen's settings; [clinic.vars.…] keeps its keys, likewise.
source::TomlTable settings_keys_in_place(source::TomlTable settings, source::FileFaults& faults);

// What to say of keys that belong to a table of such a file but stand elsewhere, for report_unknown_keys().
const std::vector<source::TableReader::Hint>& hints_of_card();
const std::vector<source::TableReader::Hint>& hints_of_pack();
const std::vector<source::TableReader::Hint>& hints_of_settings();

// The keys that these hints are about, by table, for a test.
struct KeysOfTable {
  std::string_view table;
  std::vector<std::string_view> keys;
};
const std::vector<KeysOfTable>& keys_of_pack();
const std::vector<KeysOfTable>& keys_of_settings();

}  // namespace anteroom::content

#include "content/read_families.h"

#include "content/usable_text.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

constexpr std::uintmax_t max_families_bytes = 1024UL * 1024;
constexpr const char* default_key = "default";

FontFamilies read_entry(source::TableReader& reader, const std::string& key) {
  FontFamilies entry{key == default_key ? "" : key, {}};
  const auto names = reader.strings(key, "a list of font families, such as [\"Noto Sans\"]");
  if (!names) return entry;
  for (const source::Located& name : *names) {
    if (check_text(name, reader.faults())) entry.families.emplace_back(name.text);
  }
  if (names->empty())
    reader.faults().add(rule::empty_text, reader.find(key)->at, source::in_ticks(key) + " names no family");
  return entry;
}

std::vector<FontFamilies> read_table(const source::TomlTable& table, source::Position at, source::FileFaults& faults) {
  std::vector<FontFamilies> all;
  source::TableReader reader(table, at, faults);
  if (reader.require(default_key, "the families for every other language")) {
    all.push_back(read_entry(reader, default_key));
  }
  for (const source::TomlEntry& entry : table) {
    if (entry.key == default_key) continue;
    if (!source::is_language(entry.key)) {
      faults.add(rule::bad_language, entry.at,
                 source::in_ticks(entry.key) + " is not a language tag; it should look like `pa` or `zh-Hant`");
      continue;
    }
    FontFamilies families = read_entry(reader, entry.key);
    if (!families.families.empty()) all.push_back(std::move(families));
  }
  return all;
}

}  // namespace

std::vector<FontFamilies> read_families(const std::filesystem::path& file, source::TomlFiles& files,
                                        source::Diagnostics& diagnostics) {
  std::vector<FontFamilies> all;
  const source::TomlFile* toml = files.read(file, max_families_bytes, diagnostics);
  if (toml != nullptr && toml->table) {
    source::FileFaults faults(toml->source, diagnostics);
    source::TableReader root(*toml->table, source::file_begin, faults);
    const bool there = root.require("families", "write the families below [families]");
    const source::TomlTable* families = there ? root.table("families") : nullptr;
    if (families != nullptr) all = read_table(*families, root.find("families")->at, faults);
    root.report_unknown_keys();
  }
  if (all.empty() || !all.front().language.empty() || all.front().families.empty()) {
    all.insert(all.begin(), {"", {"Noto Sans"}});
  }
  return all;
}

}  // namespace anteroom::content

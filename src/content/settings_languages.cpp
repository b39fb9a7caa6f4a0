#include "content/settings_languages.h"

#include <algorithm>
#include <string>
#include <vector>

#include "content/nearest.h"
#include "content/pack_file.h"
#include "content/parse_sound_lines.h"
#include "content/printable.h"
#include "content/read_settings.h"
#include "content/table_reader.h"

namespace anteroom::content {

namespace fs = std::filesystem;

void name_absent_languages(const fs::path& file, const fs::path& folder, Diagnostics& diagnostics) {
  Diagnostics unwanted;  // told by those who read the files for what is in them
  const auto source = read_damaged_source(file, file.generic_string(), most_settings_bytes, unwanted);
  if (!source) return;
  FileFaults reading(*source, unwanted);
  const auto table = parse_sound_lines(*source, reading).table;
  if (!table) return;
  auto wanted = TableReader(*table, file_begin, reading).strings("languages", "a list of language tags");
  if (!wanted) return;
  std::erase_if(*wanted, [](const Located& tag) { return !is_language(tag.text); });
  const std::vector<std::string> have = read_pack_file(PackFolder(folder), {}, unwanted).pack.languages;
  if (have.empty()) return;
  const auto is_there = [&](const Located& tag) { return std::find(have.begin(), have.end(), tag.text) != have.end(); };
  const char* outcome = std::any_of(wanted->begin(), wanted->end(), is_there)
                            ? ", so it is not offered"
                            : "; it has none of these, so all of its own are offered";
  FileFaults faults(*source, diagnostics);
  for (const Located& tag : *wanted) {
    if (is_there(tag)) continue;
    faults.add(rule::unknown_language, tag.at,
               "the pack has no language " + in_ticks(tag.text) + outcome + did_you_mean(tag.text, have));
  }
}

}  // namespace anteroom::content

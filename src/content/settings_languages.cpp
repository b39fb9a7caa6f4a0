#include "content/settings_languages.h"

#include <algorithm>
#include <string>
#include <vector>

#include "content/pack_file.h"
#include "content/read_settings.h"
#include "source/nearest.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace fs = std::filesystem;

namespace {

std::string outcome(bool has_some) {
  return has_some ? ", so it is not offered" : "; all of its own are offered";
}

}  // namespace

void name_absent_languages(const fs::path& file, const fs::path& folder, source::TomlFiles& files,
                           source::Diagnostics& diagnostics) {
  source::Diagnostics known;  // reported by the readers of the files' other contents
  const source::TomlFile* settings = files.read(file, max_settings_bytes);
  if (settings == nullptr) return;
  source::FileFaults reading(settings->source, known);
  auto wanted = source::TableReader(settings->values(), source::file_begin, reading)
                    .strings("languages", "a list of language tags");
  if (!wanted) return;
  std::erase_if(*wanted, [](const source::Located& tag) { return !source::is_language(tag.text); });
  const std::vector<std::string> have = read_pack_file(PackFolder(folder), {}, files, known).pack.languages;
  if (have.empty()) return;
  const auto is_there = [&](const source::Located& tag) {
    return std::find(have.begin(), have.end(), tag.text) != have.end();
  };
  source::FileFaults faults(settings->source, diagnostics);
  const bool has_some = std::any_of(wanted->begin(), wanted->end(), is_there);
  for (const source::Located& tag : *wanted) {
    if (is_there(tag)) continue;
    faults.add(rule::unknown_language, tag.at,
               has_some || wanted->size() == 1 ? "the pack has no language " + source::in_ticks(tag.text) +
                                                     outcome(has_some) + source::did_you_mean(tag.text, have)
                                               : "the pack has none of these languages" + outcome(has_some));
    if (!has_some) return;  // for each of them the remedy is the same
  }
}

}  // namespace anteroom::content

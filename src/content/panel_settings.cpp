#include "content/panel_settings.h"

#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "content/read_hours.h"
#include "content/read_settings.h"
#include "model/dwell.h"
#include "source/printable.h"
#include "source/table_reader.h"

namespace anteroom::content {

namespace {

void read_panel_languages(source::TableReader& root, Settings& settings) {
  const auto tags = root.strings("languages", "a list of language tags, such as [\"en\", \"fr\"]");
  if (!tags) return;
  std::vector<std::string> languages;
  for (const source::Located& tag : *tags) {
    if (source::is_language(tag.text)) {
      languages.emplace_back(tag.text);
    } else {
      root.faults().add(rule::bad_language, tag.at,
                        source::in_ticks(tag.text) + " is not a language tag; it should look like `en` or `pt-BR`");
    }
  }
  settings.languages = std::move(languages);
}

void read_panel_pace(source::TableReader& root, Loop& loop) {
  const source::TomlTable* table = root.table("loop");
  if (table == nullptr) return;
  source::TableReader reader(*table, root.find("loop")->at, root.faults());
  if (const auto pace = reader.choice("pace", {"slow", "usual", "brisk"})) {
    set_pace(loop, static_cast<Pace>(*pace));
  }
  reader.report_unknown_keys();
}

}  // namespace

void read_panel_settings(const std::filesystem::path& file, source::TomlFiles& files, Settings& settings,
                         source::Diagnostics& diagnostics) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return;
  const source::TomlFile* toml = files.read(file, max_settings_bytes, diagnostics);
  if (toml == nullptr || !toml->table) return;
  source::FileFaults faults(toml->source, diagnostics);
  source::TableReader root(*toml->table, source::file_begin, faults);
  read_panel_languages(root, settings);
  read_panel_pace(root, settings.loop);
  if (root.find("hours") != nullptr) settings.hours.week = read_hours(root).week;
  root.report_unknown_keys();
}

}  // namespace anteroom::content

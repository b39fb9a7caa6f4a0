#include "assembly/templates.h"

#include <chrono>
#include <cstdio>
#include <variant>

#include "assembly/source.h"
#include "model/pack.h"
#include "source/parse_toml.h"
#include "source/printable.h"
#include "source/source_file.h"

namespace anteroom::assembly {

namespace {

std::string in_toml(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

// Adds every text of `value`, at any depth.
void add_texts(const source::TomlValue& value, std::set<std::string>& texts) {
  if (const auto* text = std::get_if<std::string>(&value.is)) texts.emplace(source::trimmed(*text));
  if (const auto* list = std::get_if<source::TomlList>(&value.is)) {
    for (const source::TomlValue& each : *list) add_texts(each, texts);
  }
  if (const auto* table = std::get_if<source::TomlTable>(&value.is)) {
    for (const source::TomlEntry& each : *table) add_texts(each.value, texts);
  }
}

}  // namespace

std::set<std::string> sample_texts() {
  constexpr Date any_day{std::chrono::year(2026), std::chrono::January, std::chrono::day(1)};
  auto values = dates_for_templates(any_day);
  values["ID"] = "samples";
  values["LANG"] = "en";
  std::set<std::string> texts;
  source::Diagnostics ignored;
  for (const char* name : {"pack/pack.toml", "pack/cards/please-ask.toml", "pack/cards/bring-a-list.toml"}) {
    const source::SourceFile file{"", filled_template(name, values), {}};
    source::FileFaults faults(file, ignored);
    const auto table = source::parse_toml(file, faults);
    for (const char* key : {"title", "source", "vars", "text"}) {
      const source::TomlValue* value = table ? source::find_value(*table, {key}) : nullptr;
      if (value != nullptr) add_texts(*value, texts);
    }
  }
  return texts;
}

std::string filled_template(const std::string& name, const std::map<std::string, std::string>& values) {
  std::string text = source::file_bytes(install_prefix() / "assets/templates" / (name + ".in"));
  for (const auto& [key, value] : values) {
    const std::string mark = "@" + key + "@";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

std::map<std::string, std::string> dates_for_templates(Date today) {
  // A review is due after 12 months at the latest, which last_day() assumes unless told otherwise.
  Review review;
  review.on = today;
  return {{"TODAY", in_toml(today)}, {"IN_A_YEAR", in_toml(last_day(review).value_or(today))}};
}

}  // namespace anteroom::assembly

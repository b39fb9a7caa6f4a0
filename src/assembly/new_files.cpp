#include "assembly/new_files.h"

#include <algorithm>
#include <map>
#include <utility>

#include "assembly/pack_to_edit.h"
#include "assembly/source.h"
#include "assembly/templates.h"
#include "content/sample_words.h"
#include "model/settings.h"
#include "source/parse_toml.h"
#include "source/printable.h"
#include "source/source_file.h"
#include "source/tags.h"
#include "source/toml_patch.h"

namespace anteroom::assembly {

namespace {

// What the settings that come with the program include.
constexpr const char* clinic_file = "clinic.toml";

namespace fs = std::filesystem;

std::map<std::string, std::string> template_values(const std::string& id, const std::string& language, Date today) {
  auto values = dates_for_templates(today);
  values["ID"] = id;
  values["LANG"] = language;
  return values;
}

// The table of a file that the program itself has written or comes with.
std::optional<source::TomlTable> parsed(const std::string& bytes) {
  const source::SourceFile file{"", bytes, {}};
  source::Diagnostics ignored;
  source::FileFaults faults(file, ignored);
  return source::parse_toml(file, faults);
}

// The settings without the tables [clinic.vars.fr] of languages that are not among `languages`.
std::string without_other_languages(std::string bytes, const std::vector<std::string>& languages) {
  const auto table = parsed(bytes);
  const source::TomlTable* vars = table ? source::find_table(*table, {"clinic", "vars"}) : nullptr;
  if (vars == nullptr) return bytes;
  for (const source::TomlEntry& entry : *vars) {
    if (std::find(languages.begin(), languages.end(), entry.key) != languages.end()) continue;
    if (auto without = source::without_empty_table(bytes, {"clinic", "vars", entry.key})) bytes = std::move(*without);
  }
  return bytes;
}

NewFiles refused(std::string why) {
  NewFiles result;
  result.refusal = std::move(why);
  return result;
}

}  // namespace

NewFiles new_pack_files(const fs::path& folder, const std::string& language, Date today) {
  std::error_code error;
  const fs::path name = fs::weakly_canonical(fs::absolute(folder, error), error).filename();
  const auto values = template_values(source::id_of(name.string(), "cards"), language, today);
  NewFiles result;
  for (const char* each : {"pack.toml", "claims.toml", "cards/please-ask.toml", "cards/bring-a-list.toml",
                           "pictures/please-ask.svg", "pictures/bring-a-list.svg"}) {
    result.files.push_back({folder / each, filled_template(std::string("pack/") + each, values)});
  }
  if (auto words = interface_file(folder, language)) result.files.push_back(std::move(*words));
  return result;
}

NewFiles new_card_files(const fs::path& pack, const std::string& id, Date today) {
  NewFiles result;
  const auto edited = read_pack_to_edit(pack, result);
  if (!edited) return result;
  const std::string& first = edited->languages.front();
  auto values = template_values(id, first, today);
  values["TOPIC"] = content::sample_topic;
  values["TITLE"] = content::sample_title;
  values["LEAD"] = content::sample_lead;
  values["PAGE"] = content::sample_page;
  values["PAGE_TITLE"] = content::sample_page_title;
  values["ASK"] = content::sample_ask;
  values["PICTURE_ALT"] = content::sample_picture_alt;
  std::string card = filled_template("card.toml", values);
  const auto table = parsed(card);
  const source::TomlTable* text = table ? source::find_table(*table, {"text", first}) : nullptr;
  if (text != nullptr) card += translation_comments(*text, edited->languages);
  result.files = {{pack / "cards" / (id + ".toml"), std::move(card)},
                  {pack / "pictures" / (id + ".svg"), filled_template("card.svg", {})}};
  const std::vector<std::string> listed = source::texts_in_list(edited->head.table, "cards");
  if (std::find(listed.begin(), listed.end(), id) != listed.end()) return result;
  auto bytes = source::with_element(edited->head.bytes, {"cards"}, id);
  if (!bytes) {
    return refused("the list `cards` in " + (pack / "pack.toml").generic_string() +
                   " cannot be added to, so nothing is written; write `cards = []` there");
  }
  result.files.push_back({pack / "pack.toml", std::move(*bytes), true});
  return result;
}

NewFiles new_settings_files(const fs::path& file, const fs::path& pack, const std::string& role,
                            const std::string& region, std::size_t most_languages) {
  if (file.filename() == clinic_file) {
    return refused(std::string(clinic_file) +
                   " is the name of the clinic's facts, which settings include; choose another");
  }
  NewFiles result;
  const auto head = read_to_edit(pack / "pack.toml", result.faults);
  if (!head) {
    result.refusal = "without a pack.toml that can be read nothing is written";
    return result;
  }
  std::vector<std::string> languages = source::texts_in_list(head->table, "languages");
  languages.resize(std::min(languages.size(), most_languages));
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(fs::absolute(file, error), error).parent_path();
  const fs::path relative = fs::weakly_canonical(pack, error).lexically_relative(folder);
  const std::string content = (relative.empty() ? fs::absolute(pack, error) : relative).generic_string();
  if (content.find_first_of("\"\\\n") != std::string::npos) {
    return refused("the name of the folder " + source::in_ticks(content) +
                   " cannot be written into a file of settings");
  }
  const std::string shipped = source::file_bytes(install_prefix() / "config" / (role + ".toml"));
  auto bytes = source::with_string(shipped, {"content"}, content);
  if (bytes) bytes = source::with_list(*bytes, {"languages"}, languages);
  if (bytes) bytes = without_other_languages(*bytes, languages);
  // The clinic's name is its own to write.
  if (auto nameless = bytes ? source::with_string(*bytes, {"clinic", "name"}, "") : std::nullopt) bytes = nameless;
  if (!bytes) return refused("the settings that come with the program cannot be read, so nothing is written");
  result.files.push_back({file, std::move(*bytes)});
  // The clinic's facts, which several screens share, if none has them yet.
  const fs::path clinic = folder / clinic_file;
  if (fs::exists(clinic, error)) return result;
  std::string facts = source::file_bytes(install_prefix() / "config/clinic.toml");
  facts = without_other_languages(std::move(facts), languages);
  if (auto nameless = source::with_string(facts, {"clinic", "name"}, "")) facts = std::move(*nameless);
  const std::string of_pack = languages.empty() ? "" : source::region_of(languages.front());
  if (auto there = source::with_string(facts, {"clinic", "region"}, of_pack.empty() ? region : of_pack)) {
    facts = std::move(*there);
  }
  result.files.push_back({clinic, std::move(facts)});
  return result;
}

}  // namespace anteroom::assembly

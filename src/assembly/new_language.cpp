#include "assembly/new_language.h"

#include <algorithm>
#include <utility>

#include "assembly/pack_to_edit.h"
#include "content/skeleton.h"
#include "source/printable.h"
#include "source/table_reader.h"
#include "source/toml_patch.h"

namespace anteroom::assembly {

namespace {

namespace fs = std::filesystem;

// True if `bytes` has the table [text.<language>] already, as a comment.
bool has_skeleton(const std::string& bytes, const std::string& language) {
  return bytes.find("# [text." + language + "]") != std::string::npos;
}

// pack.toml with the title, the source and the variables of its first language as comments for a translator.
std::optional<std::string> with_language_comments(const PackToEdit& pack, const std::string& language) {
  const std::string& first = pack.languages.front();
  std::optional<std::string> bytes = pack.head.bytes;
  for (const char* key : {"title", "source"}) {
    const source::TomlValue* value = source::find_value(pack.head.table, {key, first});
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->is);
    if (text == nullptr || !bytes) continue;
    bytes = source::with_comment_below(
        *bytes, {key, first}, "# " + language + " = " + content::quoted_toml_text(source::printable(*text)) + "\n");
  }
  const source::TomlTable* vars = source::find_table(pack.head.table, {"vars", first});
  if (vars == nullptr || vars->empty() || !bytes) return bytes;
  std::string lines = "\n# [vars." + language + "]\n";
  for (const source::TomlEntry& entry : *vars) {
    const auto* text = std::get_if<std::string>(&entry.value.is);
    if (text == nullptr || text->find('\n') != std::string::npos) continue;
    lines.append("# ").append(entry.key).append(" = ").append(content::quoted_toml_text(*text)).append("\n");
  }
  return source::with_comment_below(*bytes, {"vars", first, vars->back().key}, lines);
}

// Adds the card `id` to `result`, unless it has the language or is prepared for it. False if it cannot be edited;
// `result` then says why.
bool add_card(const fs::path& pack, const std::string& id, const std::string& first, const std::string& language,
              NewFiles& result) {
  const fs::path path = pack / "cards" / (id + ".toml");
  const auto card = source::is_id(id) ? read_to_edit(path, result.faults) : std::nullopt;
  if (!card) {
    result.refusal = "nothing is written until every card of `cards` can be read";
    return false;
  }
  const source::TomlTable* text = source::find_table(card->table, {"text", first});
  const bool is_done = source::find_table(card->table, {"text", language}) != nullptr;
  if (text == nullptr || is_done || has_skeleton(card->bytes, language)) return true;
  auto bytes = source::with_comment_below(card->bytes, {}, translation_comments(*text, {first, language}));
  if (!bytes) {
    result.refusal = path.generic_string() + " cannot be added to, so nothing is written";
    return false;
  }
  result.files.push_back({path, std::move(*bytes), true});
  return true;
}

}  // namespace

NewFiles new_language_files(const fs::path& pack, const std::string& language) {
  NewFiles result;
  const auto edited = read_pack_to_edit(pack, result);
  if (!edited) return result;
  for (const std::string& id : source::texts_in_list(edited->head.table, "cards")) {
    if (!add_card(pack, id, edited->languages.front(), language, result)) return result;
  }
  const auto& languages = edited->languages;
  const bool is_begun = std::find(languages.begin(), languages.end(), language) != languages.end() ||
                        edited->head.bytes.find("\n# " + language + " = ") != std::string::npos;
  if (auto bytes = with_language_comments(*edited, language); bytes && !is_begun) {
    result.files.push_back({pack / "pack.toml", std::move(*bytes), true});
  }
  if (auto words = interface_file(pack, language)) result.files.push_back(std::move(*words));
  return result;
}

}  // namespace anteroom::assembly

#include "assembly/new_language.h"

#include <algorithm>
#include <string_view>
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

// True if one of the lines below the header `table` of `bytes`, up to the next header, begins with `line`.
bool has_line(const std::string& bytes, const std::string& table, const std::string& line) {
  bool is_in_table = false;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view each = std::string_view(bytes).substr(begin, end - begin);
    if (each.starts_with('[')) is_in_table = each.starts_with(table);
    if (is_in_table && each.starts_with(line)) return true;
    begin = end + 1;
  }
  return false;
}

// The string at `path`; null if there is none.
const std::string* string_at(const source::TomlTable& table, const source::KeyPath& path) {
  const source::TomlValue* value = source::find_value(table, path);
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->is);
}

// The variables in `vars` that `own`, those of another language, lacks, as comments for a translator.
std::string comments_of_vars(const source::TomlTable& vars, const source::TomlTable* own, const std::string& bytes,
                             const std::string& language) {
  std::string lines;
  for (const source::TomlEntry& entry : vars) {
    const auto* text = std::get_if<std::string>(&entry.value.is);
    if (text == nullptr || text->find('\n') != std::string::npos) continue;
    if (own != nullptr && source::find_entry(*own, entry.key) != nullptr) continue;
    if (own != nullptr && has_line(bytes, "[vars." + language + "]", "# " + entry.key + " ")) continue;
    lines.append("# ").append(entry.key).append(" = ").append(content::quoted_toml_text(*text)).append("\n");
  }
  return lines;
}

// pack.toml with the title, the source and the variables of its first language as comments for a translator, where
// the language has none of its own and no such comments.
std::string with_language_comments(const PackToEdit& pack, const std::string& language) {
  const std::string& first = pack.languages.front();
  std::string bytes = pack.head.bytes;
  const auto add_below = [&bytes](const source::KeyPath& path, const std::string& lines) {
    if (auto more = source::with_comment_below(bytes, path, lines)) bytes = std::move(*more);
  };
  for (const std::string key : {"title", "source"}) {
    const std::string* text = string_at(pack.head.table, {key, first});
    const bool is_there = string_at(pack.head.table, {key, language}) != nullptr ||
                          has_line(bytes, "[" + key + "]", "# " + language + " = ");
    if (text == nullptr || is_there) continue;
    add_below({key, first}, "# " + language + " = " + content::quoted_toml_text(source::printable(*text)) + "\n");
  }
  const source::TomlTable* vars = source::find_table(pack.head.table, {"vars", first});
  if (vars == nullptr || vars->empty()) return bytes;
  const source::TomlTable* own = source::find_table(pack.head.table, {"vars", language});
  const std::string header = "# [vars." + language + "]";
  const std::string lines = comments_of_vars(*vars, own, bytes, language);
  if (lines.empty() || bytes.find("\n" + header) != std::string::npos) return bytes;
  if (own != nullptr && !own->empty()) {
    add_below({"vars", language, own->back().key}, lines);
  } else {
    add_below({"vars", first, vars->back().key}, "\n" + header + "\n" + lines);
  }
  return bytes;
}

// Adds the card `id` to `result`, unless it has the language or is prepared for it. False if it cannot be edited;
// `result` then says why.
bool add_card(const fs::path& pack, const std::string& id, const std::string& first, const std::string& language,
              NewLanguage& result) {
  const fs::path path = pack / "cards" / (id + ".toml");
  const auto card = source::is_id(id) ? read_to_edit(path, result.files.faults) : std::nullopt;
  if (!card) {
    result.files.refusal = "nothing is written until every card of `cards` can be read";
    return false;
  }
  const source::TomlTable* text = source::find_table(card->table, {"text", first});
  const bool is_done = source::find_table(card->table, {"text", language}) != nullptr;
  if (text == nullptr || is_done) return true;
  result.cards_to_translate.push_back(id);
  if (has_skeleton(card->bytes, language)) return true;
  auto bytes = source::with_comment_below(card->bytes, {}, translation_comments(*text, {first, language}));
  if (!bytes) {
    result.files.refusal = path.generic_string() + " cannot be added to, so nothing is written";
    return false;
  }
  result.files.files.push_back({path, std::move(*bytes), true});
  return true;
}

}  // namespace

NewLanguage new_language_files(const fs::path& pack, const std::string& language) {
  NewLanguage result;
  const auto edited = read_pack_to_edit(pack, result.files);
  if (!edited) return result;
  for (const std::string& id : source::texts_in_list(edited->head.table, "cards")) {
    if (!add_card(pack, id, edited->languages.front(), language, result)) return result;
  }
  const auto& languages = edited->languages;
  result.is_listed = std::find(languages.begin(), languages.end(), language) != languages.end();
  std::string bytes = with_language_comments(*edited, language);
  for (const char* table : {"[title]", "[source]", "[vars."}) {
    if (has_line(bytes, table, "# " + language + " = ")) result.is_head_to_translate = true;
  }
  if (bytes.find("\n# [vars." + language + "]") != std::string::npos) result.is_head_to_translate = true;
  if (bytes != edited->head.bytes) {
    result.is_head_to_translate = true;
    result.files.files.push_back({pack / "pack.toml", std::move(bytes), true});
  }
  if (auto words = interface_file(pack, language)) result.files.files.push_back(std::move(*words));
  return result;
}

}  // namespace anteroom::assembly

#include "content/skeleton.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "content/translation_mark.h"
#include "review/text_hash.h"

namespace anteroom::content {

namespace {

// A key that needs no quotes.
std::string key_in_toml(const std::string& word) {
  const bool is_bare = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  return is_bare ? word : quoted_toml_text(word);
}

void write_table(const std::string& name, const source::TomlTable& table, std::string& toml);

// The tables and lists of tables of `table`, after its plain keys.
void write_tables_below(const std::string& name, const source::TomlTable& table, std::string& toml) {
  for (const source::TomlEntry& entry : table) {
    const std::string below = name + "." + key_in_toml(entry.key);
    if (const auto* inner = std::get_if<source::TomlTable>(&entry.value.is)) {
      toml.append("\n[").append(below).append("]\n");
      write_table(below, *inner, toml);
    } else if (const auto* list = std::get_if<source::TomlList>(&entry.value.is)) {
      for (const source::TomlValue& element : *list) {
        const auto* each = std::get_if<source::TomlTable>(&element.is);
        if (each == nullptr) continue;  // no text is a list of anything else
        toml.append("\n[[").append(below).append("]]\n");
        write_table(below, *each, toml);
      }
    }
  }
}

void write_table(const std::string& name, const source::TomlTable& table, std::string& toml) {
  std::size_t width = 0;
  for (const source::TomlEntry& entry : table) {
    if (std::holds_alternative<std::string>(entry.value.is)) width = std::max(width, key_in_toml(entry.key).size());
  }
  for (const source::TomlEntry& entry : table) {
    const auto* text = std::get_if<std::string>(&entry.value.is);
    if (text == nullptr || entry.key == review::translates_key) continue;
    std::string written = key_in_toml(entry.key);
    written.resize(std::max(width, written.size()), ' ');
    toml.append(written).append(" = ").append(quoted_toml_text(*text)).append("\n");
  }
  write_tables_below(name, table, toml);
}

std::string as_comment(std::string_view text) {
  std::string comment;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    comment.append(line.empty() ? "#" : "# ").append(line).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return comment;
}

}  // namespace

std::string quoted_toml_text(const std::string& text) {
  const bool is_long = text.find('\n') != std::string::npos;
  std::string quoted = is_long ? "\"\"\"\n" : "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + (is_long ? "\"\"\"" : "\"");
}

std::string text_skeleton(const source::TomlTable& text, const std::string& language) {
  std::string toml = "[text." + language + "]\n" + review::translates_key + " = \"" + to_text(mark_of(text)) + "\"\n";
  write_table("text." + language, text, toml);
  return as_comment(toml);
}

}  // namespace anteroom::content

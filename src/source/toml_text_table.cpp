#include "source/toml_text_table.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "source/toml_edit.h"
#include "source/toml_patch.h"

namespace anteroom::source {

namespace {

// What a file comes to that has the new table `name` of `texts`.
TomlTable with_new_table(TomlTable root, const std::string& name, const Texts& texts) {
  TomlTable table;
  for (const auto& [key, value] : texts) table.push_back({key, {}, {{}, value}});
  root.push_back({name, {}, {{}, std::move(table)}});
  return root;
}

// True if `line` is "# key = ...".
bool is_commented_key(std::string_view line, const std::string& key) {
  const std::string begin = "# " + key;
  if (!line.starts_with(begin)) return false;
  const std::size_t next = line.find_first_not_of(' ', begin.size());
  return next != std::string_view::npos && line[next] == '=';
}

// The file with the comment "# [name]" as the table: the lines "# key = ..." directly below it become its keys, and the
// others of `texts` follow them.
std::optional<std::string> with_comment_as_table(const TomlEdit& edit, const std::string& name, const Texts& texts) {
  const std::string& text = edit.text();
  std::size_t begin = 0;
  while (begin < text.size() && edit.line_at(begin) != "# [" + name + "]") begin = edit.next_line(begin);
  if (begin >= text.size()) return std::nullopt;
  std::string table = "[" + name + "]" + edit.line_break();
  Texts left = texts;
  std::size_t at = edit.next_line(begin);
  for (; at < text.size(); at = edit.next_line(at)) {
    const std::string_view line = edit.line_at(at);
    const auto named =
        std::find_if(left.begin(), left.end(), [&](const auto& each) { return is_commented_key(line, each.first); });
    if (named == left.end()) break;
    table.append(line.substr(2, line.find('=') - 2)).append("= ").append(toml_string(named->second));
    table += edit.line_break();
    left.erase(named);
  }
  for (const auto& [key, value] : left) table += key + " = " + toml_string(value) + edit.line_break();
  return edit.result(text.substr(0, begin) + table + text.substr(at), with_new_table(*edit.table(), name, texts));
}

std::optional<std::string> with_table_at_end(const TomlEdit& edit, const std::string& name, const Texts& texts) {
  std::string text = edit.text();
  if (!text.empty() && !text.ends_with('\n')) text += edit.line_break();
  text += (text.empty() ? "" : edit.line_break()) + "[" + name + "]" + edit.line_break();
  for (const auto& [key, value] : texts) text += key + " = " + toml_string(value) + edit.line_break();
  return edit.result(std::move(text), with_new_table(*edit.table(), name, texts));
}

bool is_text(const TomlEntry& entry) {
  return std::holds_alternative<std::string>(entry.value.is);
}

}  // namespace

std::optional<std::string> with_texts(const std::string& bytes, const std::string& table, const Texts& texts) {
  const TomlEdit edit(bytes);
  if (edit.table() == nullptr) return std::nullopt;
  if (edit.find({table}) == nullptr) {
    std::optional<std::string> edited = with_comment_as_table(edit, table, texts);
    return edited ? edited : with_table_at_end(edit, table, texts);
  }
  std::optional<std::string> edited = bytes;
  for (auto text = texts.begin(); edited && text != texts.end(); ++text) {
    edited = with_string(*edited, {table, text->first}, text->second);
  }
  return edited;
}

std::optional<std::string> without_texts(const std::string& bytes, const std::string& table) {
  TomlEdit edit(bytes);
  const TomlValue* value = edit.find({table});
  const auto* keys = value == nullptr ? nullptr : std::get_if<TomlTable>(&value->is);
  if (keys == nullptr) return std::nullopt;
  TomlTable wanted = *edit.table();
  const auto kept =
      std::find_if(wanted.begin(), wanted.end(), [&](const TomlEntry& each) { return each.key == table; });
  auto& left = std::get<TomlTable>(kept->value.is);
  std::erase_if(left, is_text);
  if (left.empty()) wanted.erase(kept);
  // The line of the table, if it has one of its own, and those of its texts.
  std::vector<std::size_t> lines;
  if (const std::size_t at = edit.line_begin(edit.offset(value->at)); edit.line_at(at).starts_with("[" + table + "]")) {
    lines.push_back(at);
  }
  for (const TomlEntry& each : *keys) {
    if (is_text(each)) lines.push_back(edit.line_begin(edit.offset(each.at)));
  }
  std::sort(lines.begin(), lines.end());
  std::string text = edit.text();
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) text.insert(*line, "# ");
  return edit.result(std::move(text), wanted);
}

std::optional<std::string> with_empty_table(const std::string& bytes, const std::string& table) {
  const TomlEdit edit(bytes);
  if (edit.table() == nullptr || edit.find({table}) != nullptr) return std::nullopt;
  return with_table_at_end(edit, table, {});
}

}  // namespace anteroom::source

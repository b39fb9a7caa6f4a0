#include "source/toml_patch.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "source/printable.h"
#include "source/toml_edit.h"

namespace anteroom::source {

namespace {

std::string inserted(std::string text, std::size_t offset, std::string_view more) {
  return text.insert(offset, more);
}

// `table` with `value` at `path`, whose table is there.
TomlTable with_value(TomlTable table, const KeyPath& path, TomlValue value) {
  TomlTable* at = &table;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    for (TomlEntry& entry : *at) {
      if (entry.key != path[i]) continue;
      at = &std::get<TomlTable>(entry.value.is);
      break;
    }
  }
  const auto found =
      std::find_if(at->begin(), at->end(), [&path](const TomlEntry& entry) { return entry.key == path.back(); });
  if (found == at->end()) {
    at->push_back({path.back(), {}, std::move(value)});
  } else {
    found->value = std::move(value);
  }
  return table;
}

// `table` without the one at `path`, and without the tables around it that have nothing else.
TomlTable without_table(TomlTable table, const KeyPath& path) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&path](const TomlEntry& entry) { return entry.key == path.front(); });
  if (found == table.end()) return table;
  auto& inner = std::get<TomlTable>(found->value.is);
  if (path.size() > 1) inner = without_table(std::move(inner), {path.begin() + 1, path.end()});
  if (path.size() == 1 || inner.empty()) table.erase(found);
  return table;
}

// "key = value", indented and its '=' aligned as in the line that begins at `next`, if that is a key, too.
std::string key_line(const std::string& text, std::size_t next, const std::string& key, const std::string& value) {
  std::size_t at = next;
  while (at < text.size() && is_blank(text[at])) ++at;
  const std::size_t key_begin = at;
  const auto is_key = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  while (at < text.size() && is_key(text[at])) ++at;
  const std::size_t key_end = at;
  while (at < text.size() && is_blank(text[at])) ++at;
  const bool is_like = key_end > key_begin && at < text.size() && text[at] == '=';
  std::string line = is_like ? text.substr(next, key_begin - next) : "";
  line += key;
  const std::size_t width = is_like && at - key_begin > key.size() ? at - key_begin : key.size() + 1;
  line.append(width - key.size(), ' ');
  return line.append("= ").append(value);
}

// The file's text with a new key, as each form of writing its table asks for: [table], { inline }, dotted.key.
std::vector<std::string> with_new_key(TomlEdit& patch, const TomlValue& parent, const std::string& key,
                                      const std::string& value) {
  std::vector<std::string> tries;
  const std::string& text = patch.text();
  const auto& table = std::get<TomlTable>(parent.is);
  const std::size_t at = patch.offset(parent.at);
  if (at < text.size() && text[at] == '[') {
    const std::size_t end = patch.line_end(at);
    const std::size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
    tries.push_back(inserted(text, end, patch.line_break() + key_line(text, next, key, value)));
  }
  if (at < text.size() && text[at] == '{') {
    tries.push_back(inserted(text, at + 1, " " + key + " = " + value + (table.empty() ? " " : ",")));
  }
  if (!table.empty()) {
    const std::size_t first = patch.offset(table.front().at);
    const std::size_t line = patch.line_begin(first);
    tries.push_back(inserted(text, line, text.substr(line, first - line) + key + " = " + value + patch.line_break()));
  }
  return tries;
}

// The offset after the blanks, line ends and comments at `at`.
std::size_t after_space(const std::string& text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (is_blank(text[at]) || text[at] == '\n' || text[at] == '\r') {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// The elements of the list at `path`; null if it is not a list of strings.
const TomlList* strings_at(const TomlEdit& patch, const KeyPath& path) {
  const TomlValue* value = patch.find(path);
  const auto* list = value == nullptr ? nullptr : std::get_if<TomlList>(&value->is);
  if (list == nullptr) return nullptr;
  const bool all = std::all_of(list->begin(), list->end(), [](const TomlValue& element) {
    return std::holds_alternative<std::string>(element.is);
  });
  return all ? list : nullptr;
}

// The offset after the last element of `list`, or after its '[' if it is empty.
std::size_t elements_end(TomlEdit& patch, const TomlValue& list, const TomlList& elements) {
  if (elements.empty()) return patch.offset(list.at) + 1;
  return patch.offset(elements.back().at) + patch.string_at(elements.back().at).size();
}

// The text with `value` after the last element of a list, on a line of its own if that has one.
std::string with_last_element(TomlEdit& patch, const TomlValue& list, const TomlList& elements,
                              const std::string& value) {
  const std::string& text = patch.text();
  const std::size_t end = elements_end(patch, list, elements);
  if (elements.empty()) return inserted(text, end, value);
  const std::size_t next = after_space(text, end);
  const bool has_comma = next < text.size() && text[next] == ',';
  const std::size_t begin = patch.offset(elements.back().at);
  const std::size_t line = patch.line_begin(begin);
  const bool begins_line = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(line),
                                       text.begin() + static_cast<std::ptrdiff_t>(begin), is_blank);
  const std::size_t rest = has_comma ? next + 1 : end;
  const std::size_t line_end = patch.line_end(rest);
  if (begins_line && after_space(text, rest) >= line_end) {
    std::string edited =
        inserted(text, line_end, patch.line_break() + text.substr(line, begin - line) + value + (has_comma ? "," : ""));
    return has_comma ? edited : inserted(std::move(edited), end, ",");
  }
  return has_comma ? inserted(text, next + 1, " " + value) : inserted(text, end, ", " + value);
}

// The offset after the string, number or truth that is written at `offset`, where `at` is.
std::size_t scalar_end(TomlEdit& edit, Position at) {
  const std::size_t begin = edit.offset(at);
  if (const std::string_view string = edit.string_at(at); !string.empty()) return begin + string.size();
  const std::string& text = edit.text();
  return std::min(text.find_first_of(" \t\r\n,]}#", begin), text.size());
}

// `text` with `value` instead of what is from `begin` to `end`. A comment that stands apart from it, as in a column of
// comments, stays where it is if it can.
std::string with_written(std::string text, std::size_t begin, std::size_t end, const std::string& value) {
  constexpr std::size_t apart = 2;  // blanks
  const std::size_t next = text.find_first_not_of(' ', end);
  const bool has_comment = next != std::string::npos && text[next] == '#' && next >= end + apart;
  if (has_comment && next - begin >= value.size() + apart) {
    return text.replace(begin, next - begin, value + std::string(next - begin - value.size(), ' '));
  }
  return text.replace(begin, end - begin, value);
}

// The file with `value`, which is `written`, at `path`.
std::optional<std::string> with_scalar(const std::string& bytes, const KeyPath& path, const TomlValue& value,
                                       const std::string& written) {
  TomlEdit edit(bytes);
  if (edit.table() == nullptr) return std::nullopt;
  const KeyPath parent_path(path.begin(), path.end() - 1);
  const TomlValue* parent = parent_path.empty() ? nullptr : edit.find(parent_path);
  const bool is_table = parent != nullptr && std::holds_alternative<TomlTable>(parent->is);
  if (!parent_path.empty() && !is_table) return std::nullopt;
  const TomlValue* old = edit.find(path);
  const bool is_number = old != nullptr && std::holds_alternative<double>(old->is);
  const bool may_replace = old != nullptr && (old->is.index() == value.is.index() ||
                                              (is_number && std::holds_alternative<std::int64_t>(value.is)));
  if (old != nullptr && !may_replace) return std::nullopt;
  const TomlTable wanted = with_value(*edit.table(), path, value);
  if (old != nullptr) {
    return edit.result(with_written(edit.text(), edit.offset(old->at), scalar_end(edit, old->at), written), wanted);
  }
  if (parent == nullptr) return edit.result(path.back() + " = " + written + edit.line_break() + edit.text(), wanted);
  for (std::string& text : with_new_key(edit, *parent, path.back(), written)) {
    if (auto result = edit.result(std::move(text), wanted)) return result;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> with_string(const std::string& bytes, const KeyPath& path, const std::string& value) {
  return with_scalar(bytes, path, {{}, value}, toml_string(value));
}

std::optional<std::string> with_integer(const std::string& bytes, const KeyPath& path, std::int64_t value) {
  return with_scalar(bytes, path, {{}, value}, std::to_string(value));
}

std::optional<std::string> with_element(const std::string& bytes, const KeyPath& path, const std::string& value) {
  TomlEdit patch(bytes);
  const TomlList* elements = strings_at(patch, path);
  if (elements == nullptr) return std::nullopt;
  TomlList more = *elements;
  more.push_back({{}, value});
  const TomlTable wanted = with_value(*patch.table(), path, {{}, std::move(more)});
  return patch.result(with_last_element(patch, *patch.find(path), *elements, toml_string(value)), wanted);
}

std::optional<std::string> without_empty_table(const std::string& bytes, const KeyPath& path) {
  TomlEdit patch(bytes);
  const TomlValue* value = patch.find(path);
  const auto* table = value == nullptr ? nullptr : std::get_if<TomlTable>(&value->is);
  if (table == nullptr || !table->empty()) return std::nullopt;
  return patch.result(inserted(patch.text(), patch.line_begin(patch.offset(value->at)), "# "),
                      without_table(*patch.table(), path));
}

std::optional<std::string> with_comment_below(const std::string& bytes, const KeyPath& path, const std::string& lines) {
  TomlEdit patch(bytes);
  const TomlValue* value = path.empty() ? nullptr : patch.find(path);
  if (patch.table() == nullptr || (!path.empty() && value == nullptr)) return std::nullopt;
  const std::string& text = patch.text();
  const std::size_t end =
      value == nullptr ? text.size() : patch.line_end(patch.offset(value->at) + patch.string_at(value->at).size());
  std::string comment;
  for (const char c : lines) comment += c == '\n' ? patch.line_break() : std::string(1, c);
  const bool is_cut = value == nullptr && !text.empty() && !text.ends_with('\n');
  if (value != nullptr || is_cut) comment.insert(0, patch.line_break());
  // The line's own end, or that of the file, takes the place of the last one.
  if (value != nullptr || is_cut) comment.resize(comment.size() - patch.line_break().size());
  return patch.result(inserted(text, end, comment), *patch.table());
}

std::optional<std::string> with_list(const std::string& bytes, const KeyPath& path,
                                     const std::vector<std::string>& values) {
  TomlEdit patch(bytes);
  const TomlList* elements = strings_at(patch, path);
  if (elements == nullptr) return std::nullopt;
  const TomlValue& list = *patch.find(path);
  std::string written;
  TomlList all;
  for (const std::string& value : values) {
    written.append(written.empty() ? "[" : ", ").append(toml_string(value));
    all.push_back({{}, value});
  }
  written += written.empty() ? "[]" : "]";
  const std::size_t begin = patch.offset(list.at);
  std::size_t end = after_space(patch.text(), elements_end(patch, list, *elements));
  if (end < patch.text().size() && patch.text()[end] == ',') end = after_space(patch.text(), end + 1);
  std::string text = patch.text();
  text.replace(begin, end + 1 - begin, written);
  return patch.result(std::move(text), with_value(*patch.table(), path, {{}, std::move(all)}));
}

}  // namespace anteroom::source

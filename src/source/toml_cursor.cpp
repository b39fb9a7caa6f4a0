#include "source/toml_cursor.h"

#include <algorithm>
#include <utility>

#include "source/printable.h"

namespace anteroom::source {

bool is_key_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::size_t key_size(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_key_letter) - text.begin());
}

std::size_t skipped_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::optional<ForeignCharacter> foreign_character(std::string_view text) {
  constexpr std::pair<std::string_view, const char*> known[] = {
      {"\u00A0", "space"}, {"\u202F", "space"}, {"\u2007", "space"}, {"\u3000", "space"}, {"＝", "="},
      {"，", ","},         {"、", ","},         {"،", ","},          {"；", ","},         {"［", "["},
      {"］", "]"},         {"｛", "{"},         {"｝", "}"},         {"＃", "#"},         {"．", "."}};
  for (const auto& [character, ascii] : known) {
    if (text.starts_with(character)) return ForeignCharacter{text.substr(0, character.size()), ascii};
  }
  return std::nullopt;
}

bool is_key_and_equals(std::string_view text) {
  text = trimmed(text);
  const std::size_t size = key_size(text);
  return size > 0 && trimmed(text.substr(size)) == "=";
}

bool begins_entry(std::string_view line) {
  const std::size_t begin = skipped_blanks(line, 0);
  line.remove_prefix(begin);
  const std::size_t size = key_size(line);
  if (size > 0) {
    const std::size_t next = skipped_blanks(line, size);
    return next < line.size() && line[next] == '=';
  }
  std::size_t brackets = 0;
  while (brackets < 2 && brackets < line.size() && line[brackets] == '[') ++brackets;
  if (brackets == 0 || brackets == line.size()) return false;
  const char first = line[brackets];
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos || !((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')))
    return false;
  const std::string_view name = line.substr(brackets, end - brackets);
  const std::string_view rest = trimmed(line.substr(std::min(end + brackets, line.size())));
  return std::all_of(name.begin(), name.end(), [](char c) { return is_key_letter(c) || c == '.'; }) &&
         (rest.empty() || rest[0] == '#');
}

void TomlCursor::skip_space() {
  for (;;) {
    skip_blanks();
    if (is_at_end() || !is_at_line_end()) return;
    skip_line();
  }
}

bool TomlCursor::is_at_entry() const {
  const std::size_t begin = line_begin(at);
  return skipped_blanks(text, begin) == at && begins_entry(line_from(begin));
}

std::size_t TomlCursor::line_begin(std::size_t offset) const {
  const std::size_t end = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t TomlCursor::line_end(std::size_t offset) const {
  return std::min(text.find('\n', offset), text.size());
}

std::string TomlCursor::line_number(std::size_t offset) const {
  const auto begin = text.begin();
  return std::to_string(1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(offset), '\n'));
}

}  // namespace anteroom::source

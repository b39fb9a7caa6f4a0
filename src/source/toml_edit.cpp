#include "source/toml_edit.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "source/parse_toml.h"

namespace anteroom::source {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_same(const TomlValue& a, const TomlValue& b);

bool is_same(const TomlTable& a, const TomlTable& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&b](const TomlEntry& entry) {
           const TomlEntry* other = find_entry(b, entry.key);
           return other != nullptr && is_same(entry.value, other->value);
         });
}

// True if both mean the same, wherever they are written.
bool is_same(const TomlValue& a, const TomlValue& b) {
  if (a.is.index() != b.is.index()) return false;
  if (const auto* table = std::get_if<TomlTable>(&a.is)) return is_same(*table, std::get<TomlTable>(b.is));
  if (const auto* list = std::get_if<TomlList>(&a.is)) {
    const auto& other = std::get<TomlList>(b.is);
    return std::equal(list->begin(), list->end(), other.begin(), other.end(),
                      [](const TomlValue& x, const TomlValue& y) { return is_same(x, y); });
  }
  if (const auto* moment = std::get_if<TomlMoment>(&a.is)) {
    const auto& other = std::get<TomlMoment>(b.is);
    return moment->local == other.local && moment->has_offset == other.has_offset;
  }
  if (const auto* text = std::get_if<std::string>(&a.is)) return *text == std::get<std::string>(b.is);
  if (const auto* whole = std::get_if<std::int64_t>(&a.is)) return *whole == std::get<std::int64_t>(b.is);
  if (const auto* yes = std::get_if<bool>(&a.is)) return *yes == std::get<bool>(b.is);
  if (const auto* date = std::get_if<Date>(&a.is)) return *date == std::get<Date>(b.is);
  if (const auto* real = std::get_if<double>(&a.is)) {
    const double other = std::get<double>(b.is);
    return *real == other || (std::isnan(*real) && std::isnan(other));
  }
  return true;  // times of day have no value
}

}  // namespace

std::string toml_string(const std::string& value) {
  std::string written = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') written += '\\';
    written += c;
  }
  return written + "\"";
}

TomlEdit::TomlEdit(const std::string& bytes)
    : mark_(bytes.starts_with(byte_order_mark) ? byte_order_mark : ""),
      file_{"", bytes.substr(mark_.size()), {}},
      faults_(file_, ignored_),
      table_(parse_toml(file_, faults_)) {}

std::size_t TomlEdit::line_begin(std::size_t offset) const {
  const std::size_t end = offset == 0 ? std::string::npos : text().rfind('\n', offset - 1);
  return end == std::string::npos ? 0 : end + 1;
}

std::size_t TomlEdit::line_end(std::size_t offset) const {
  const std::size_t end = std::min(text().find('\n', offset), text().size());
  return end > offset && end < text().size() && text()[end - 1] == '\r' ? end - 1 : end;
}

std::size_t TomlEdit::next_line(std::size_t offset) const {
  const std::size_t end = text().find('\n', offset);
  return end == std::string::npos ? text().size() : end + 1;
}

std::string_view TomlEdit::line_at(std::size_t begin) const {
  return std::string_view(text()).substr(begin, line_end(begin) - begin);
}

std::string TomlEdit::line_break() const {
  const std::size_t end = text().find('\n');
  return end != std::string::npos && end > 0 && text()[end - 1] == '\r' ? "\r\n" : "\n";
}

std::optional<std::string> TomlEdit::result(std::string edited, const TomlTable& wanted) const {
  const SourceFile file{"", std::move(edited), {}};
  Diagnostics ignored;
  FileFaults faults(file, ignored);
  const std::optional<TomlTable> read = parse_toml(file, faults);
  if (!read || !is_same(*read, wanted)) return std::nullopt;
  return std::string(mark_) + file.text;
}

}  // namespace anteroom::source

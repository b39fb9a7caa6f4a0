#include "source/parse_toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "language/utf8.h"
#include "source/printable.h"
#include "source/usual_mistake.h"

namespace anteroom::source {

namespace {

Position place_of(const toml::source_position& position) {
  return {static_cast<unsigned>(position.line), static_cast<unsigned>(position.column)};
}

TomlTable to_table(toml::table& table);

TomlList to_list(toml::array& array);

TomlValue to_value(toml::node& node) {
  TomlValue value{place_of(node.source().begin), {}};
  switch (node.type()) {
    case toml::node_type::string:
      value.is = std::move(node.as_string()->get());
      break;
    case toml::node_type::integer:
      value.is = node.as_integer()->get();
      break;
    case toml::node_type::floating_point:
      value.is = node.as_floating_point()->get();
      break;
    case toml::node_type::boolean:
      value.is = node.as_boolean()->get();
      break;
    case toml::node_type::date: {
      const toml::date date = node.as_date()->get();
      value.is = Date{std::chrono::year{static_cast<int>(date.year)}, std::chrono::month{date.month},
                      std::chrono::day{date.day}};
      break;
    }
    case toml::node_type::time:
      value.is = TomlTime{};
      break;
    case toml::node_type::array:
      value.is = to_list(*node.as_array());
      break;
    case toml::node_type::table:
      value.is = to_table(*node.as_table());
      break;
    case toml::node_type::date_time: {
      const toml::date_time moment = node.as_date_time()->get();
      const Date date{std::chrono::year{static_cast<int>(moment.date.year)}, std::chrono::month{moment.date.month},
                      std::chrono::day{moment.date.day}};
      value.is = TomlMoment{std::chrono::local_days(date) + std::chrono::hours(moment.time.hour) +
                                std::chrono::minutes(moment.time.minute) + std::chrono::seconds(moment.time.second),
                            moment.offset.has_value()};
      break;
    }
    default:
      break;
  }
  return value;
}

TomlTable to_table(toml::table& table) {
  TomlTable entries;
  entries.reserve(table.size());
  for (auto&& [key, node] : table) {
    entries.push_back({std::string(key.str()), place_of(key.source().begin), to_value(node)});
  }
  // toml++ iterates by name; a person reads by line.
  std::sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) { return a.at < b.at; });
  return entries;
}

TomlList to_list(toml::array& array) {
  TomlList values;
  values.reserve(array.size());
  for (toml::node& node : array) values.push_back(to_value(node));
  return values;
}

// The offset after the string that begins at `offset`.
std::size_t skip_string(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  const std::string fence(3, quote);
  const bool long_form = text.substr(offset, 3) == fence;
  offset += long_form ? 3 : 1;
  while (offset < text.size()) {
    if (text[offset] == '\\' && quote == '"') {
      offset += 2;
    } else if (long_form ? text.substr(offset, 3) == fence : text[offset] == quote) {
      return offset + (long_form ? 3 : 1);
    } else if (!long_form && text[offset] == '\n') {
      return offset;
    } else {
      ++offset;
    }
  }
  return text.size();
}

// The offset of a dotted key with more parts than anyone writes, or npos. toml++ makes a table of each part and
// destroys them recursively: a file of nothing but dots would overflow the stack.
std::size_t find_endless_key(std::string_view text) {
  constexpr int max_dots = 16;
  int dots = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    switch (text[offset]) {
      case '"':
      case '\'':
        offset = skip_string(text, offset);
        continue;
      case '#':
        offset = std::min(text.find('\n', offset), text.size());
        continue;
      case '.':
        if (++dots > max_dots) return offset;
        break;
      case '\n':
      case ',':
      case '=':
      case '[':
      case ']':
      case '{':
      case '}':
        dots = 0;
        break;
      default:
        break;
    }
    ++offset;
  }
  return std::string_view::npos;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The library's message, which is meant for programmers, reworded for the author of the file. `at_line_end`: the fault
// was found at the end of its line.
std::string in_plain_words(std::string_view description, bool at_line_end) {
  if (contains(description, "\\u0000")) return "there are zero bytes here, as after a power cut";
  if (contains(description, "end-of-file")) return "the file ends too early; a quote or a bracket is not closed";
  if (contains(description, "control characters") && !at_line_end) {
    return "there is a control character here, which no screen can show";
  }
  if (contains(description, "surrogates") && !at_line_end) {
    return "an escape from \\uD800 to \\uDFFF stands for half a character; type the character itself";
  }
  if (contains(description, "cannot redefine")) {
    const std::size_t begin = description.find('\'');
    const std::size_t end = description.rfind('\'');
    if (begin < end) return in_ticks(description.substr(begin + 1, end - begin - 1)) + " is already written further up";
  }
  const std::size_t detail = description.find(": ");
  const std::string_view rest = description.starts_with("Error while parsing") && detail != std::string_view::npos
                                    ? description.substr(detail + 2)
                                    : description;
  return "this line is not as TOML, the format of this file, wants it: " + printable(rest);
}

// Characters that no text may hold: whatever else is wrong with the line follows from them.
bool is_about_characters(std::string_view description, bool at_line_end) {
  return contains(description, "\\u0000") ||
         (!at_line_end && (contains(description, "control characters") || contains(description, "surrogates")));
}

}  // namespace

ParsedToml parse_toml_until_fault(const SourceFile& file, FileFaults& faults) {
  if (const std::size_t endless = find_endless_key(file.text); endless != std::string_view::npos) {
    const auto line = static_cast<unsigned>(
        std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(endless), '\n') + 1);
    faults.add(rule::syntax, {line, 1}, "a key of this line has too many dots");
    return {std::nullopt, line};
  }
  try {
    toml::table table = toml::parse(std::string_view(file.text), std::string_view(file.shown));
    return {to_table(table), 0};
  } catch (const toml::parse_error& error) {
    const Position at = place_of(error.source().begin);
    const Diagnostic found = faults.diagnostic(rule::syntax, at, {});
    const bool at_line_end = found.column > language::code_point_count(found.source_line);
    const std::optional<Mistake> mistake = is_about_characters(error.description(), at_line_end)
                                               ? std::nullopt
                                               : usual_mistake(file.text, std::max(at.line, 1U));
    if (mistake) {
      faults.add(rule::syntax, mistake->at, mistake->message);
    } else {
      faults.add(rule::syntax, at, in_plain_words(error.description(), at_line_end));
    }
    return {std::nullopt, at.line};
  }
}

std::optional<TomlTable> parse_toml(const SourceFile& file, FileFaults& faults) {
  return parse_toml_until_fault(file, faults).table;
}

}  // namespace anteroom::source

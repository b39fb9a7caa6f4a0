#include "source/parse_toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "source/printable.h"
#include "source/toml_outline.h"
#include "source/usual_mistake.h"

namespace anteroom::source {

namespace {

Position place_of(const toml::source_position& position) {
  return {static_cast<unsigned>(position.line), static_cast<unsigned>(position.column)};
}

// Turns the library's nodes into values. `strings`: those that were emptied, as in TomlOutline.
class Conversion {
 public:
  explicit Conversion(const std::vector<std::string_view>& strings) : strings_(strings) {}

  TomlTable table(toml::table& table) const {
    TomlTable entries;
    entries.reserve(table.size());
    for (auto&& [key, node] : table) {
      entries.push_back({std::string(key.str()), place_of(key.source().begin), value(node)});
    }
    // toml++ iterates by name; a person reads by line.
    std::sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) { return a.at < b.at; });
    return entries;
  }

 private:
  TomlValue value(toml::node& node) const {
    TomlValue result{place_of(node.source().begin), {}};
    switch (node.type()) {
      case toml::node_type::string:
        result.is = string(node.as_string()->get(), result.at);
        break;
      case toml::node_type::integer:
        result.is = node.as_integer()->get();
        break;
      case toml::node_type::floating_point:
        result.is = node.as_floating_point()->get();
        break;
      case toml::node_type::boolean:
        result.is = node.as_boolean()->get();
        break;
      case toml::node_type::date: {
        const toml::date date = node.as_date()->get();
        result.is = Date{std::chrono::year{static_cast<int>(date.year)}, std::chrono::month{date.month},
                         std::chrono::day{date.day}};
        break;
      }
      case toml::node_type::time:
        result.is = TomlTime{};
        break;
      case toml::node_type::array:
        result.is = list(*node.as_array());
        break;
      case toml::node_type::table:
        result.is = table(*node.as_table());
        break;
      case toml::node_type::date_time: {
        const toml::date_time moment = node.as_date_time()->get();
        const Date date{std::chrono::year{static_cast<int>(moment.date.year)}, std::chrono::month{moment.date.month},
                        std::chrono::day{moment.date.day}};
        result.is = TomlMoment{std::chrono::local_days(date) + std::chrono::hours(moment.time.hour) +
                                   std::chrono::minutes(moment.time.minute) + std::chrono::seconds(moment.time.second),
                               moment.offset.has_value()};
        break;
      }
      default:
        break;
    }
    return result;
  }

  TomlList list(toml::array& array) const {
    TomlList values;
    values.reserve(array.size());
    for (toml::node& node : array) values.push_back(value(node));
    return values;
  }

  // `text`, which begins at `at`, or what it held before it was emptied.
  std::string string(std::string& text, Position at) const {
    const bool was_emptied = text.empty() && at.line <= strings_.size();
    return was_emptied ? std::string(strings_[at.line - 1]) : std::move(text);
  }

  const std::vector<std::string_view>& strings_;
};

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

// Reports `error` in `file`. Returns its line.
unsigned report(const toml::parse_error& error, const SourceFile& file, FileFaults& faults) {
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
  return at.line;
}

// The table of `text`, the outline of `file` or all of it.
toml::table parsed(std::string_view text, const SourceFile& file) {
  return toml::parse(text, std::string_view(file.reported_path));
}

}  // namespace

ParsedToml parse_toml_until_fault(const SourceFile& file, FileFaults& faults) {
  const TomlOutline outline = outline_of(file.text);
  if (outline.endless_key > 0) {
    faults.add(rule::syntax, {outline.endless_key, 1}, "a key of this line has too many dots");
    return {std::nullopt, outline.endless_key};
  }
  try {
    toml::table table = parsed(outline.text, file);
    return {Conversion(outline.strings).table(table), 0};
  } catch (const toml::parse_error&) {
    // The fault may be described with characters, or stand in a column, that only the whole text has.
  }
  try {
    toml::table table = parsed(file.text, file);
    return {Conversion({}).table(table), 0};
  } catch (const toml::parse_error& error) {
    return {std::nullopt, report(error, file, faults)};
  }
}

std::optional<TomlTable> parse_toml(const SourceFile& file, FileFaults& faults) {
  return parse_toml_until_fault(file, faults).table;
}

}  // namespace anteroom::source

#include "source/parse_toml_tolerant.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "language/utf8.h"
#include "source/parse_toml.h"

namespace anteroom::source {

namespace {

constexpr std::size_t max_faults = 20;

struct Attempt {
  std::optional<TomlTable> table;
  unsigned stopped_at = 0;  // without a table: the line of the fault
  Diagnostic fault = {};    // without a table
};

Attempt parse(const SourceFile& file) {
  Diagnostics diagnostics;
  FileFaults faults(file, diagnostics);
  ParsedToml parsed = parse_toml_until_fault(file, faults);
  Attempt attempt{std::move(parsed.table), parsed.stopped_at};
  if (!attempt.table) attempt.fault = diagnostics.sorted().front();
  return attempt;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

bool begins_section(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '[';
}

bool begins_something(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return begins_section(line) ||
         (first != std::string_view::npos && line[first] != '#' && line.find('=') != std::string_view::npos);
}

// Empties the lines [first, last), and the rest of a section if one of them names it: its keys would become the
// previous section's.
void empty(std::vector<std::string>& lines, std::size_t first, std::size_t last) {
  last = std::min(last, lines.size());
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
  if (std::any_of(begin, end, begins_section)) end = std::find_if(end, lines.end(), begins_section);
  std::for_each(begin, end, [](std::string& line) { line.clear(); });
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? "\n" : "") + lines[i];
  return text;
}

SourceFile without(const SourceFile& file, std::size_t first, std::size_t last) {
  std::vector<std::string> lines = lines_of(file.text);
  empty(lines, first, last);
  return {file.reported_path, joined(lines)};
}

// The offset of the '#' that begins the comment of `line`; the line's size if it has none.
std::size_t comment_begin(std::string_view line) {
  char quote = '\0';
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (quote == '"' && line[at] == '\\') {
      ++at;
    } else if (quote != '\0') {
      if (line[at] == quote) quote = '\0';
    } else if (line[at] == '"' || line[at] == '\'') {
      quote = line[at];
    } else if (line[at] == '#') {
      return at;
    }
  }
  return line.size();
}

// What is said of a file of which `count` lines are not UTF-8, at the first of them.
std::string encoding_fault(std::size_t count) {
  if (count < 2) return not_utf8;
  return "this is not UTF-8 text, nor " +
         (count == 2 ? "is 1 more line" : "are " + std::to_string(count - 1) + " more lines") +
         " of this file; save the file with the encoding UTF-8";
}

// `file` without its lines that are not UTF-8, which are reported as one fault, since saving the file once mends all of
// them. Of those where only the comment is not, the rest is kept.
SourceFile without_damage(const SourceFile& file, FileFaults& faults) {
  if (file.damage.empty()) return file;
  std::vector<std::string> lines = lines_of(file.text);
  std::vector<Position> damaged;
  for (const Position& place : file.damage) {
    std::string& line = lines[place.line - 1];
    if (line.empty()) continue;  // removed with its section
    const std::size_t comment = comment_begin(line);
    const bool in_comment = language::code_point_count(std::string_view(line).substr(0, comment)) < place.column;
    damaged.push_back(place);
    if (in_comment) {
      line.resize(comment);
    } else {
      empty(lines, place.line - 1, place.line);
    }
  }
  if (!damaged.empty()) faults.add(rule::invalid_utf8, damaged.front(), encoding_fault(damaged.size()));
  return {file.reported_path, joined(lines)};
}

bool holds_something(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] != '#';
}

// The lines of `file` that held something and are empty or changed in `rest`.
std::vector<unsigned> lost_lines(const SourceFile& file, const SourceFile& rest) {
  const std::vector<std::string> before = lines_of(file.text);
  const std::vector<std::string> after = lines_of(rest.text);
  std::vector<unsigned> lost;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (after[i] != before[i] && holds_something(before[i])) lost.push_back(static_cast<unsigned>(i) + 1);
  }
  return lost;
}

// How far the file can be parsed: the line of its first fault.
unsigned first_faulty_line(const SourceFile& file) {
  const Attempt attempt = parse(file);
  return attempt.table ? std::numeric_limits<unsigned>::max() : attempt.stopped_at;
}

// `file` with a comma behind what the last line before `at` (from 0) holds; as it is if there is none.
SourceFile with_comma_before(const SourceFile& file, std::size_t at) {
  std::vector<std::string> lines = lines_of(file.text);
  while (at > 0 && !holds_something(lines[at - 1])) --at;
  if (at == 0) return file;
  std::string& line = lines[at - 1];
  const std::string_view held = std::string_view(line).substr(0, comment_begin(line));
  line.insert(held.find_last_not_of(" \t\r") + 1, ",");
  return {file.reported_path, joined(lines)};
}

// `file` without the fault at `line` (from 1): with a comma before it, without that line, or without what began further
// up and is not closed there, whichever lets more of the file be parsed. A list whose elements are lines lacks one
// comma more often than anything else.
SourceFile without_fault(const SourceFile& file, unsigned line) {
  const std::vector<std::string> lines = lines_of(file.text);
  const std::size_t at = std::min<std::size_t>(std::max(line, 1U), lines.size()) - 1;
  SourceFile best = without(file, at, at + 1);
  unsigned reached = first_faulty_line(best);
  const auto consider = [&](SourceFile other) {
    const unsigned faulty = first_faulty_line(other);
    if (faulty <= reached) return;
    best = std::move(other);
    reached = faulty;
  };
  std::size_t begin = at;
  while (begin > 0 && !begins_something(lines[begin - 1])) --begin;
  if (begin > 0) consider(without(file, begin - 1, at));
  SourceFile with_comma = with_comma_before(file, at);
  if (first_faulty_line(with_comma) >= reached) return with_comma;
  return best;
}

}  // namespace

TolerantToml parse_toml_tolerant(const SourceFile& file, FileFaults& faults) {
  SourceFile rest = without_damage(file, faults);
  std::vector<Diagnostic> reported;
  for (;;) {
    Attempt attempt = parse(rest);
    const bool is_over = attempt.table || reported.size() == max_faults;
    if (!is_over) {
      rest = without_fault(rest, attempt.stopped_at);
      reported.push_back(std::move(attempt.fault));
      continue;
    }
    if (!attempt.table) reported.resize(1);
    for (const Diagnostic& fault : reported) faults.add(rule::syntax, {fault.line, fault.column}, fault.message);
    return {std::move(attempt.table), lost_lines(file, rest)};
  }
}

}  // namespace anteroom::source

#include "content/parse_sound_lines.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "content/parse_toml.h"

namespace anteroom::content {

namespace {

constexpr std::size_t most_faults = 20;

struct Attempt {
  std::optional<TomlTable> table;
  Diagnostic fault;  // without a table
};

Attempt parse(const SourceFile& file) {
  Diagnostics diagnostics;
  FileFaults faults(file, diagnostics);
  Attempt attempt{parse_toml(file, faults), {}};
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

// `file` with the lines [first, last) empty, and with the section that one of them names: its keys would go to the
// section before it.
SourceFile without(const SourceFile& file, std::size_t first, std::size_t last) {
  std::vector<std::string> lines = lines_of(file.text);
  last = std::min(last, lines.size());
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
  if (std::any_of(begin, end, begins_section)) end = std::find_if(end, lines.end(), begins_section);
  std::for_each(begin, end, [](std::string& line) { line.clear(); });
  SourceFile rest{file.shown, {}};
  for (std::size_t i = 0; i < lines.size(); ++i) rest.text += (i > 0 ? "\n" : "") + lines[i];
  return rest;
}

// How far the file can be read: the line of its first fault.
unsigned reach(const SourceFile& file) {
  const Attempt attempt = parse(file);
  return attempt.table ? std::numeric_limits<unsigned>::max() : attempt.fault.line;
}

// `file` without what is faulty at `line` (from 1): that line, or what began further up and is not closed there, by
// which of them more can be read.
SourceFile without_fault(const SourceFile& file, unsigned line) {
  const std::vector<std::string> lines = lines_of(file.text);
  const std::size_t at = std::min<std::size_t>(std::max(line, 1U), lines.size()) - 1;
  SourceFile line_out = without(file, at, at + 1);
  std::size_t begin = at;
  while (begin > 0 && !begins_something(lines[begin - 1])) --begin;
  if (begin == 0) return line_out;
  SourceFile above_out = without(file, begin - 1, at);
  return reach(above_out) > reach(line_out) ? above_out : line_out;
}

}  // namespace

std::optional<TomlTable> parse_sound_lines(const SourceFile& file, FileFaults& faults) {
  SourceFile rest = file;
  std::vector<Diagnostic> told;
  for (;;) {
    Attempt attempt = parse(rest);
    const bool is_over = attempt.table || told.size() == most_faults;
    if (!is_over) {
      rest = without_fault(rest, attempt.fault.line);
      told.push_back(std::move(attempt.fault));
      continue;
    }
    if (!attempt.table) told.resize(1);
    for (const Diagnostic& fault : told) faults.add(rule::syntax, {fault.line, fault.column}, fault.message);
    return std::move(attempt.table);
  }
}

}  // namespace anteroom::content

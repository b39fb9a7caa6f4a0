#include "source/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "source/printable.h"
#include "source/rules.h"

namespace anteroom::source {

namespace {

constexpr std::size_t longest_message = 1000;  // bytes: about ten lines of a terminal

// Cuts `text` to longest_message bytes without splitting a character.
void cut(std::string& text) {
  if (text.size() <= longest_message) return;
  std::size_t end = longest_message;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  text.resize(end);
  text += "…";
}

std::string in_words(std::size_t count, const char* noun) {
  return in_thousands(count) + " " + noun + (count == 1 ? "" : "s");
}

// "and 89,990 more errors", "and 1 more error and 20 more warnings".
std::string rest_in_words(std::size_t errors, std::size_t warnings) {
  std::string text;
  if (errors > 0) text = "and " + in_words(errors, "more error");
  if (warnings > 0) text += (errors > 0 ? " " : "") + ("and " + in_words(warnings, "more warning"));
  return text + " in this file; correct those that are listed, then check again";
}

// What a terminal is sent before a part and after it; nothing for plain text.
struct Marks {
  const char* place = "";
  const char* severity = "";
  const char* end = "";
};

std::string text_of(const Diagnostic& diagnostic, const Marks& marks) {
  std::string text = marks.place + diagnostic.path + ":";
  if (diagnostic.line > 0) {
    text += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
  }
  text.append(marks.end).append(" ").append(marks.severity);
  text += diagnostic.severity == Severity::error ? "error:" : "warning:";
  text.append(marks.end).append(" ").append(diagnostic.message).append("\n");
  if (!diagnostic.source_line.empty()) {
    text.append(diagnostic.source_line).append("\n").append(padding_before(diagnostic.source_line, diagnostic.column));
    text.append(marks.severity).append("^").append(marks.end).append("\n");
  }
  return text;
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
  return text_of(diagnostic, {});
}

std::string to_coloured_text(const Diagnostic& diagnostic) {
  const bool is_error = diagnostic.severity == Severity::error;
  return text_of(diagnostic, {"\x1b[1m", is_error ? "\x1b[1;31m" : "\x1b[1;33m", "\x1b[0m"});
}

void Diagnostics::add(Diagnostic diagnostic) {
  Count& count = file(diagnostic.path).of(diagnostic.severity);
  if (count.listed == max_listed) {
    ++count.unlisted;
    return;
  }
  ++count.listed;
  cut(diagnostic.message);
  list_.push_back(std::move(diagnostic));
}

bool Diagnostics::withdraw(std::string_view rule, const std::string& path, unsigned line, std::string_view beginning) {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const Diagnostic& each) {
    return each.rule == rule && each.line == line && each.path == path && each.message.starts_with(beginning);
  });
  if (found == list_.end()) return false;
  --file(path).of(found->severity).listed;
  list_.erase(found);
  return true;
}

void Diagnostics::add_all(const Diagnostics& others) {
  for (Diagnostic& diagnostic : others.in_order()) add(std::move(diagnostic));
  for (const auto& [path, theirs] : others.files_) {
    File& ours = file(path);
    ours.errors.unlisted += theirs.errors.unlisted;
    ours.warnings.unlisted += theirs.warnings.unlisted;
  }
}

void Diagnostics::count(const std::string& path, Severity severity) {
  ++file(path).of(severity).unlisted;
}

bool Diagnostics::is_full(const std::string& path, Severity severity) const {
  const auto known = files_.find(path);
  return known != files_.end() && known->second.of(severity).listed == max_listed;
}

std::vector<Diagnostic> Diagnostics::in_order() const {
  std::vector<Diagnostic> result = list_;
  std::stable_sort(result.begin(), result.end(), [this](const Diagnostic& a, const Diagnostic& b) {
    return std::tuple(files_.at(a.path).order, a.line, a.column) <
           std::tuple(files_.at(b.path).order, b.line, b.column);
  });
  return result;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result;
  for (Diagnostic& diagnostic : in_order()) {
    if (!result.empty() && result.back().path != diagnostic.path) add_rest(result);
    result.push_back(std::move(diagnostic));
  }
  if (!result.empty()) add_rest(result);
  return result;
}

void Diagnostics::add_rest(std::vector<Diagnostic>& result) const {
  const std::string& path = result.back().path;
  const File& file = files_.at(path);
  const std::size_t errors = file.errors.unlisted;
  const std::size_t warnings = file.warnings.unlisted;
  if (errors + warnings == 0) return;
  result.push_back({.path = path,
                    .severity = errors > 0 ? rule::more_faults.severity : Severity::warning,
                    .rule = rule::more_faults.name,
                    .message = rest_in_words(errors, warnings),
                    .source_line = {}});
}

Diagnostics::File& Diagnostics::file(const std::string& path) {
  return files_.try_emplace(path, File{files_.size()}).first->second;
}

int Diagnostics::total(Severity severity) const {
  std::size_t sum = 0;
  for (const auto& [path, file] : files_) sum += file.of(severity).listed + file.of(severity).unlisted;
  return static_cast<int>(sum);
}

int Diagnostics::error_count() const {
  return total(Severity::error);
}

int Diagnostics::warning_count() const {
  return total(Severity::warning);
}

}  // namespace anteroom::source

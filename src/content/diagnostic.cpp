#include "content/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "content/utf8.h"

namespace anteroom::content {

std::string to_text(const Diagnostic& diagnostic) {
  std::string text = diagnostic.path + ":";
  if (diagnostic.line > 0) {
    text += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
  }
  text += diagnostic.severity == Severity::error ? " error: " : " warning: ";
  text += diagnostic.message + "\n";
  if (!diagnostic.source_line.empty()) {
    text += diagnostic.source_line + "\n" + blanks_before(diagnostic.source_line, diagnostic.column) + "^\n";
  }
  return text;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::map<std::string, std::size_t> order;
  for (const Diagnostic& diagnostic : list_) order.emplace(diagnostic.path, order.size());
  std::vector<Diagnostic> result = list_;
  std::stable_sort(result.begin(), result.end(), [&order](const Diagnostic& a, const Diagnostic& b) {
    return std::tuple(order.at(a.path), a.line, a.column) < std::tuple(order.at(b.path), b.line, b.column);
  });
  return result;
}

int Diagnostics::errors() const {
  return static_cast<int>(
      std::count_if(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

int Diagnostics::warnings() const {
  return static_cast<int>(list_.size()) - errors();
}

}  // namespace anteroom::content

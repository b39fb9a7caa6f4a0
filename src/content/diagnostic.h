// What is wrong with a file that a person wrote, and where.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace anteroom::content {

enum class Severity { warning, error };

struct Diagnostic {
  std::string path;     // as the user named it, or below the folder that the user named
  unsigned line = 0;    // from 1; 0: the file as a whole
  unsigned column = 0;  // from 1, in characters; 0 with line 0
  Severity severity = Severity::error;
  std::string rule;         // a stable short name: "unknown-key", "wrong-type", "missing-picture"
  std::string message;      // one sentence without a full stop; says what is there and what should be
  std::string source_line;  // the line as written, controls replaced; empty with line 0 and for over 1000 bytes
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// `path:line:column: error: message`, then the source line and a caret below the column (tabs kept, so that the caret
// stands right in any terminal). Ends with '\n'. Without a line: `path: error: message\n`.
std::string to_text(const Diagnostic& diagnostic);

// The faults found so far, of one or more files.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  // Sorted by path in order of first mention, then line and column.
  std::vector<Diagnostic> sorted() const;
  int errors() const;
  int warnings() const;
  bool empty() const { return list_.empty(); }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace anteroom::content

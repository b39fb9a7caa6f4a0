// What is wrong with a file that a person wrote, and where.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace anteroom::source {

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

// Of one file as many errors are listed, and as many warnings; the others are counted. Nobody mends more in one go, and
// a file of a megabyte can hold hundreds of thousands.
inline constexpr std::size_t max_listed = 50;

// The faults found so far, of one or more files.
class Diagnostics {
 public:
  // Lists `diagnostic`, its message cut to 1000 bytes, or only counts it where is_full().
  void add(Diagnostic diagnostic);

  // Adds what is listed in `others`, in their sorted order, and what is counted there.
  void add_all(const Diagnostics& others);

  // Counts a fault of the file `path` without listing it. Requires: is_full(path, severity).
  void count(const std::string& path, Severity severity);

  // True when max_listed faults of the file `path` and of `severity` are listed.
  bool is_full(const std::string& path, Severity severity) const;

  // Sorted by path in order of first mention, then line and column. Behind those of a file of which some are only
  // counted stands one more of the rule more-faults, which says how many.
  std::vector<Diagnostic> sorted() const;

  // Of those listed and those only counted.
  int errors() const;
  int warnings() const;

  bool empty() const { return list_.empty(); }

 private:
  struct Count {
    std::size_t listed = 0, unlisted = 0;
  };
  struct File {
    std::size_t order = 0;  // of its first mention
    Count errors = {}, warnings = {};
    Count& of(Severity severity) { return severity == Severity::error ? errors : warnings; }
    const Count& of(Severity severity) const { return severity == Severity::error ? errors : warnings; }
  };
  File& file(const std::string& path);
  std::vector<Diagnostic> in_order() const;              // those listed
  void add_rest(std::vector<Diagnostic>& result) const;  // the more-faults of the last one's file
  int total(Severity severity) const;

  std::vector<Diagnostic> list_;
  std::map<std::string, File> files_;
};

}  // namespace anteroom::source

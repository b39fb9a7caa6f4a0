// What is wrong with a file that a person wrote, and where.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace anteroom::source {

enum class Severity { warning, error };

struct Diagnostic {
  std::string path;     // as the user gave it, or below the folder that the user gave
  unsigned line = 0;    // from 1; 0: the file as a whole
  unsigned column = 0;  // from 1, in characters; 0 with line 0
  Severity severity = Severity::error;
  std::string rule;         // a stable short name: "unknown-key", "wrong-type", "missing-picture"
  std::string message;      // one sentence without a full stop; says what is there and what should be
  std::string source_line;  // the line as written, controls replaced; empty with line 0 or if over 1000 bytes
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// `path:line:column: error: message`, then the source line and a caret below the column (tabs are kept, so that the
// caret lines up in any terminal). Ends with '\n'. Without a line: `path: error: message\n`.
std::string to_text(const Diagnostic& diagnostic);

// The same with the path in bold, `error` in red and `warning` in yellow (ECMA-48, "SGR"), for a terminal.
std::string to_coloured_text(const Diagnostic& diagnostic);

// The maximum number of errors, and of warnings, listed for one file; further ones are only counted. Nobody fixes more
// in one go, and a file of a megabyte can have hundreds of thousands.
inline constexpr std::size_t max_listed = 50;

// The faults found so far, of one or more files.
class Diagnostics {
 public:
  // Lists `diagnostic`, its message cut to 1000 bytes, or only counts it if is_full().
  void add(Diagnostic diagnostic);

  // Takes back the listed fault of `rule` at `line` of the file `path` whose message begins with `beginning`. False:
  // there is none.
  bool withdraw(std::string_view rule, const std::string& path, unsigned line, std::string_view beginning);

  // Adds the listed faults of `others`, in sorted order, and the number of those only counted.
  void add_all(const Diagnostics& others);

  // Counts a fault of the file `path` without listing it. Requires: is_full(path, severity).
  void count(const std::string& path, Severity severity);

  // True if max_listed faults of the file `path` and of `severity` are listed.
  bool is_full(const std::string& path, Severity severity) const;

  // Sorted by path in order of first mention, then line and column. If some of a file's faults are only counted, its
  // last one is of the rule more-faults and says how many.
  std::vector<Diagnostic> sorted() const;

  // The number of those listed and those only counted together.
  int error_count() const;
  int warning_count() const;

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
  void add_rest(std::vector<Diagnostic>& result) const;  // the more-faults of the last file in `result`
  int total(Severity severity) const;

  std::vector<Diagnostic> list_;
  std::map<std::string, File> files_;
};

}  // namespace anteroom::source

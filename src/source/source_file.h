// A file that a person wrote, read whole, and the faults found in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/diagnostic.h"
#include "source/rules.h"

namespace anteroom::source {

// A position in a file. From 1; line 0 means the file as a whole.
struct Position {
  unsigned line = 0;
  unsigned column = 0;  // in characters
  friend bool operator==(const Position&, const Position&) = default;
  friend bool operator<(const Position& a, const Position& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  }
};

// Where a missing top-level key is reported.
inline constexpr Position file_begin{1, 1};

struct SourceFile {
  std::string reported_path;  // the path as diagnostics name it
  std::string text;           // valid UTF-8; lines end in '\n'; without a byte order mark
  // The first unreadable byte of each line that has any. In `text` each is U+FFFD.
  std::vector<Position> damage = {};
  // The lines (from 1) that a reader left out because of faults that are reported; ascending.
  std::vector<unsigned> lost = {};
};

// All bytes of a file whose size is known to be small; an empty string if it cannot be read.
std::string file_bytes(const std::filesystem::path& path);

// The file at `path`, named `reported_path` in diagnostics; nothing if it cannot be used, or is not UTF-8 throughout.
// Errors: missing-file, not-a-file, unreadable, too-large (more than `max_bytes`), empty-file, invalid-utf8.
std::optional<SourceFile> read_source(const std::filesystem::path& path, const std::string& reported_path,
                                      std::uintmax_t max_bytes, Diagnostics& diagnostics);

// The same for a reader that can do without some of the lines: a file in UTF-16 is reported but read, and in other
// files `damage` says which lines are not UTF-8.
std::optional<SourceFile> read_damaged_source(const std::filesystem::path& path, const std::string& reported_path,
                                              std::uintmax_t max_bytes, Diagnostics& diagnostics);

inline constexpr const char* not_utf8 = "this is not UTF-8 text; save the file with the encoding UTF-8";

// Adds a fault of a file as a whole.
void add_file_fault(Diagnostics& diagnostics, const Rule& rule, const std::string& reported_path, std::string message);

// Adds `message` for each of the files `names` in the folder `reported_path`, which ends with '/'. If there are more
// than max_listed, one more fault, of the folder, says how many.
void add_folder_faults(Diagnostics& diagnostics, const Rule& rule, const std::string& reported_path,
                       const std::vector<std::string>& names, const std::string& message);

// Reports the faults of one file with their source lines.
class FileFaults {
 public:
  // Both must outlive this.
  FileFaults(const SourceFile& file, Diagnostics& diagnostics);

  void add(const Rule& rule, Position at, std::string message);

  // Takes back what add() added, if its message begins with `beginning`.
  void withdraw(const Rule& rule, Position at, std::string_view beginning);

  // The diagnostic for add(), without adding it.
  Diagnostic diagnostic(const Rule& rule, Position at, std::string message);

  // True if a further fault of this file and of `severity` would only be counted, so that its position and message are
  // not needed. For errors, find() and after() then return the position that they start from.
  bool is_full(Severity severity = Severity::error) const { return diagnostics_.is_full(reported_path_, severity); }

  // The position of the `nth` occurrence (from 1) of `part` in the string that begins at `from`; `from` itself if there
  // is none, because the file writes it with an escape.
  Position find(Position from, std::string_view part, unsigned nth = 1);

  // The string that begins at `from`, as the file writes it, quotes included; empty if there is none. Valid as long as
  // the file.
  std::string_view string_at(Position from);

  // The header of a table, as the file writes it: "[when]", "[[text.en.pages]]"; or the key before an inline table:
  // "`policy`". Empty if neither is at `at`, or if `at` is the file as a whole. With an `until` the header is cut
  // before that column, where the part begins that names a table below.
  std::string header_at(Position at, unsigned until = 0);

  // True if a line that was left out gives a value to `key`: then it is not missing.
  bool has_lost(std::string_view key);

  // The position `characters` after `from`.
  Position after(Position from, std::size_t characters);

  int error_count() const { return errors_; }

 private:
  // The offset of the beginning of line `line`.
  std::size_t line_begin(unsigned line);
  std::size_t offset_of(Position place);
  Position place_of(Position from, std::size_t offset);  // Requires: `offset` is not before `from`

  const SourceFile& file_;
  Diagnostics& diagnostics_;
  std::string reported_path_;  // as diagnostics name it
  int errors_ = 0;
  // The line used last: faults mostly come in line order, and a file can have many.
  unsigned known_line_ = 1;
  std::size_t known_begin_ = 0;
};

}  // namespace anteroom::source

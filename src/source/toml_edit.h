// A TOML file that is being edited: where its parts are written, and whether an edit comes to what was wanted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/source_file.h"
#include "source/toml_value.h"

namespace anteroom::source {

// `value`, which has no controls, as a string of TOML: in quotes.
std::string toml_string(const std::string& value);

class TomlEdit {
 public:
  // `bytes`: a whole file in UTF-8, with or without a byte order mark.
  explicit TomlEdit(const std::string& bytes);
  TomlEdit(const TomlEdit&) = delete;
  TomlEdit& operator=(const TomlEdit&) = delete;

  // The value at `path`; null if the file has none, or is not TOML.
  const TomlValue* find(const KeyPath& path) const { return table_ ? find_value(*table_, path) : nullptr; }
  // Null if the file is not TOML.
  const TomlTable* table() const { return table_ ? &*table_ : nullptr; }
  // Without the byte order mark.
  const std::string& text() const { return file_.text; }

  // The string that is written at `at`, quotes included; empty if something else is. It points into text().
  std::string_view string_at(Position at) { return faults_.string_at(at); }
  // Of `at` in text().
  std::size_t offset(Position at) { return static_cast<std::size_t>(faults_.string_at(at).data() - text().data()); }
  std::size_t line_begin(std::size_t offset) const;
  // The offset of the line's end, before its "\n" or "\r\n".
  std::size_t line_end(std::size_t offset) const;
  // The offset of the line after that of `offset`; the end of the text after the last one.
  std::size_t next_line(std::size_t offset) const;
  // The line that begins at `begin`, without its end. It points into text().
  std::string_view line_at(std::size_t begin) const;
  // How the file ends its lines.
  std::string line_break() const;

  // The whole file, its text being `edited`, if it is TOML that says `wanted`.
  std::optional<std::string> result(std::string edited, const TomlTable& wanted) const;

 private:
  std::string_view mark_;
  SourceFile file_;
  Diagnostics ignored_;
  FileFaults faults_;
  std::optional<TomlTable> table_;
};

}  // namespace anteroom::source

// A position in the text of a TOML file, and what can be seen from it without a parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace anteroom::source {

// What is wrong in a text, and where: the offset in bytes where it must be corrected.
struct MistakeAt {
  std::size_t at = 0;
  std::string message;
};

// What a value is in: the rest of a line, [ ] or { }.
enum class Within { line, list, braces };

bool is_key_letter(char c);

// How many bytes at the beginning of `text` can be the name of a key.
std::size_t key_size(std::string_view text);

// The offset of the first character at or after `at` that is not a space or a tab; the size of `text` if there is none.
std::size_t skipped_blanks(std::string_view text, std::size_t at);

// A character that is used instead of an ASCII one.
struct ForeignCharacter {
  std::string_view written;
  const char* ascii;  // the one to type instead, or "space"
};

// The invisible or full-width character that `text` begins with, if it does; valid as long as the text.
std::optional<ForeignCharacter> foreign_character(std::string_view text);

// True if `text` is nothing but `key =`.
bool is_key_and_equals(std::string_view text);

// True if `line` begins with a key and =, or is the header of a table.
bool begins_entry(std::string_view line);

struct TomlCursor {
  std::string_view text;
  std::size_t at = 0;

  bool is_at_end() const { return at >= text.size(); }
  // The character at the cursor; '\n' at the end.
  char peek() const { return is_at_end() ? '\n' : text[at]; }
  bool is_at_line_end() const { return peek() == '\n' || peek() == '#'; }
  // The text from the cursor on.
  std::string_view rest() const { return text.substr(at); }
  void skip_blanks() { at = skipped_blanks(text, at); }
  void skip_line() { at = line_end(at) + 1; }
  // Skips blanks, line ends and comments.
  void skip_space();
  // True if the cursor is at the first character of a line that begins_entry().
  bool is_at_entry() const;

  // The offsets of the beginning and of the end of the line that `offset` is in, without '\n'.
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;
  // The rest of the line from `offset` on.
  std::string_view line_from(std::size_t offset) const { return text.substr(offset, line_end(offset) - offset); }
  // The number of the line that `offset` is in, from 1, in digits.
  std::string line_number(std::size_t offset) const;
};

}  // namespace anteroom::source

// A TOML text without the content of its plain strings. toml++ takes well over a hundred instructions for each
// character, and nearly all characters of a card are in such strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

struct TomlOutline {
  // Valid TOML exactly if the whole text is; then it has the same tables, keys and values at the same positions, but
  // for some strings, which are empty here.
  std::string text;
  // What the emptied string that begins in line `i` + 1 holds; empty if there is none. Shorter than the text has lines.
  std::vector<std::string_view> strings;
  // The line (from 1) of a dotted key with more parts than anyone writes; 0: there is none. toml++ makes a table of
  // each part and destroys them recursively: a file of nothing but dots would overflow the stack.
  unsigned endless_key = 0;
};

// The outline of `text`, as far as its endless key. Empties each string in double quotes that has no escape, is the
// first to begin in its line and is the last thing in it, but for a comma: no position in the file depends on its
// length. Valid as long as `text`. Requires: `text` is UTF-8.
TomlOutline outline_of(std::string_view text);

}  // namespace anteroom::source

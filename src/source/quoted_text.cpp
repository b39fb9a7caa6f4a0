#include "source/quoted_text.h"

#include "source/printable.h"
#include "source/unquoted_value.h"

namespace anteroom::source {

namespace {

using namespace std::string_view_literals;

constexpr const char* no_closing_quote =
    "this text ends with its line; the closing quote is missing, or a longer text needs three quotes (\"\"\")";
constexpr const char* stray_backslash =
    "a backslash has a meaning of its own in a text; write a path with / instead, and a backslash that is to be read "
    "as \\\\";

// True if the backslash that `text` begins with is one that TOML knows.
bool is_escape(std::string_view text) {
  const std::string_view rest = text.substr(1);
  if (rest.empty()) return false;
  if (rest[0] == 'u' || rest[0] == 'U') {
    const std::size_t size = rest[0] == 'u' ? 4U : 8U;
    const std::string_view digits = rest.substr(1, size);
    return digits.size() == size && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  }
  return "btnfr\"\\"sv.find(rest[0]) != std::string_view::npos;
}

// Why the text that begins at `begin` has no closing quote up to `end`, the end of its line.
MistakeAt unclosed_text(const TomlCursor& cursor, std::size_t begin, std::size_t end) {
  const std::string_view written = trimmed(cursor.text.substr(begin, end - begin));
  if (written.size() > 2 && written.ends_with("\\\"")) {
    return {begin + written.size() - 2, "the backslash before the last quote makes it a part of the text; delete it"};
  }
  for (std::size_t size = 2; size <= 3 && size < written.size(); ++size) {
    const std::string_view last = written.substr(written.size() - size);
    if (typographic_quote(last) != size) continue;
    return {begin + written.size() - size,
            std::string(last) + " is not the quote that this file needs; type \" after the text"};
  }
  return {end, no_closing_quote};
}

// A text in three quotes, `fence`.
std::optional<MistakeAt> read_long_text(TomlCursor& cursor, const std::string& fence) {
  const std::size_t begin = cursor.at;
  const MistakeAt never_ends{begin, "the text that begins with " + fence + " in line " + cursor.line_number(begin) +
                                        " never ends; write " + fence + " after its last word"};
  for (cursor.at += fence.size(); !cursor.rest().starts_with(fence); ++cursor.at) {
    if (cursor.is_at_end()) return never_ends;
    if (fence[0] != '"' || cursor.peek() != '\\') continue;
    const std::size_t next = skipped_blanks(cursor.text, cursor.at + 1);
    if (next < cursor.text.size() && cursor.text[next] == '\n') continue;
    if (!is_escape(cursor.rest())) return MistakeAt{cursor.at, stray_backslash};
    ++cursor.at;
  }
  // The end that was found may be the beginning of the next long text.
  const std::size_t last_line = cursor.line_begin(cursor.at);
  const bool is_next_ones =
      last_line > begin && is_key_and_equals(cursor.text.substr(last_line, cursor.at - last_line));
  cursor.at += fence.size();
  for (int extra = 0; extra < 2 && cursor.peek() == fence[0]; ++extra) ++cursor.at;
  if (is_next_ones) return never_ends;
  return std::nullopt;
}

// What is wrong with what follows the text whose closing `quote` is before the cursor.
std::optional<MistakeAt> mistake_after_text(const TomlCursor& cursor, char quote, Within within) {
  const std::string_view line = cursor.line_from(cursor.at);
  const std::size_t next = skipped_blanks(line, 0);
  if (next == line.size() || line[next] == '#') return std::nullopt;
  const std::string_view rest = trimmed(line.substr(next));
  if (within != Within::line) {
    // The list says what is missing; but letters mean that the text goes on.
    if (",;]}\"'["sv.find(rest[0]) != std::string_view::npos || foreign_character(rest)) return std::nullopt;
  } else if (rest == "," || rest == ";" || rest == ".") {
    return MistakeAt{cursor.at + next, "delete the " + in_ticks(rest) + " after the text"};
  }
  if (rest.find(quote) == std::string_view::npos) {
    return MistakeAt{cursor.at + next, "the text ends at its second quote, and " + in_ticks(rest) +
                                           " follows it; delete that, or put # before a comment"};
  }
  if (quote == '\'') {
    return MistakeAt{cursor.at - 1, "the text ends at the second '; write the text between \" and \" instead"};
  }
  return MistakeAt{cursor.at - 1, "the text ends at the second quote; inside a text write “…” or \\\""};
}

}  // namespace

std::optional<MistakeAt> read_quoted_text(TomlCursor& cursor, Within within) {
  const char quote = cursor.peek();
  const std::string fence(3, quote);
  if (cursor.rest().starts_with(fence)) return read_long_text(cursor, fence);
  const std::size_t begin = cursor.at, end = cursor.line_end(begin);
  for (++cursor.at; cursor.at < end && cursor.peek() != quote; ++cursor.at) {
    if (quote != '"' || cursor.peek() != '\\') continue;
    if (cursor.at + 1 == end || !is_escape(cursor.rest())) return MistakeAt{cursor.at, stray_backslash};
    ++cursor.at;
  }
  if (cursor.at >= end) return unclosed_text(cursor, begin, end);
  ++cursor.at;
  return mistake_after_text(cursor, quote, within);
}

}  // namespace anteroom::source

// Reading CSS character by character.
#pragma once

#include <cstddef>
#include <string_view>

namespace anteroom::decoder {

inline constexpr std::string_view css_white_space = " \t\r\n\f";

// True if `letter` can be part of a name.
bool is_css_name(char letter);

bool equal_ignoring_case(std::string_view one, std::string_view other);

// `text` without white space at its ends.
std::string_view trimmed(std::string_view text);

// Where the comment or string that begins at `at` ends; past any other character. Requires: at < text.size().
std::size_t past_part(std::string_view text, std::size_t at);

// The first position from `at` on of one of `stops` outside comments, strings and brackets; the end if there is none.
std::size_t find_outside(std::string_view text, std::size_t at, std::string_view stops);

// Reads a style sheet from its beginning, counting lines.
class CssScanner {
 public:
  CssScanner(std::string_view text, int line) : text_(text), line_(line) {}

  // Skips white space, comments and the HTML comment brackets that old programs put around a style sheet.
  void skip_space();
  void skip_letter();
  // The text up to one of `stops`, which is not consumed.
  std::string_view until(std::string_view stops);
  // The text between the brace here and its partner, both of which are consumed.
  std::string_view block();

  bool at_end() const { return at_ >= text_.size(); }
  char letter() const { return at_end() ? '\0' : text_[at_]; }
  int line() const { return line_; }
  std::size_t at() const { return at_; }
  std::string_view since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

 private:
  void move_to(std::size_t to);

  std::string_view text_;
  std::size_t at_ = 0;
  int line_;
};

}  // namespace anteroom::decoder

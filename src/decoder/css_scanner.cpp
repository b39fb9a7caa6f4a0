#include "decoder/css_scanner.h"

#include <algorithm>
#include <cctype>

namespace anteroom::decoder {

bool is_css_name(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return std::isalnum(byte) != 0 || letter == '-' || letter == '_' || letter == '\\' || byte >= 0x80;
}

bool equal_ignoring_case(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  });
}

std::size_t past_part(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (text.substr(at, 2) == "/*") {
    const std::size_t end = text.find("*/", at + 2);
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  if (first == '"' || first == '\'') {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == first || text[i] == '\n') {
        return i + 1;
      }
    }
    return text.size();
  }
  // Characters after a backslash have no special meaning.
  return std::min(at + (first == '\\' ? 2 : 1), text.size());
}

std::size_t find_outside(std::string_view text, std::size_t at, std::string_view stops) {
  int depth = 0;
  while (at < text.size()) {
    const char letter = text[at];
    if (depth == 0 && stops.find(letter) != std::string_view::npos) return at;
    if (letter == '(' || letter == '[' || letter == '{') ++depth;
    if ((letter == ')' || letter == ']' || letter == '}') && depth > 0) --depth;
    // An address without quotes may contain anything, such as the // of http://.
    if (letter == '(' && at >= 3 && equal_ignoring_case(text.substr(at - 3, 3), "url")) {
      const std::size_t inside = text.find_first_not_of(css_white_space, at + 1);
      if (inside != std::string_view::npos && text[inside] != '"' && text[inside] != '\'') {
        at = std::min(text.find(')', inside), text.size());
        continue;
      }
    }
    at = past_part(text, at);
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(css_white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(css_white_space) + 1 - begin);
}

void CssScanner::skip_space() {
  for (;;) {
    const std::size_t begin = at_;
    move_to(std::min(text_.find_first_not_of(css_white_space, at_), text_.size()));
    if (text_.substr(at_, 2) == "/*") move_to(past_part(text_, at_));
    for (const std::string_view bracket : {"<!--", "-->"}) {
      if (text_.substr(at_, bracket.size()) == bracket) move_to(at_ + bracket.size());
    }
    if (at_ == begin) return;
  }
}

void CssScanner::skip_letter() {
  move_to(std::min(at_ + 1, text_.size()));
}

std::string_view CssScanner::until(std::string_view stops) {
  const std::size_t begin = at_;
  move_to(find_outside(text_, at_, stops));
  return since(begin);
}

std::string_view CssScanner::block() {
  skip_letter();
  const std::string_view inside = until("}");
  skip_letter();
  return inside;
}

void CssScanner::move_to(std::size_t to) {
  line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                       text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
  at_ = to;
}

}  // namespace anteroom::decoder

#include "source/toml_outline.h"

#include <algorithm>
#include <cstddef>

namespace anteroom::source {

namespace {

constexpr int max_dots = 16;

// True if `content`, without the quotes, stands for itself: no escapes, and none of the characters that TOML forbids.
bool is_plain(std::string_view content) {
  unsigned others = 0;  // no early exit: without one the loop is vectorised
  for (const char c : content) {
    const auto byte = static_cast<unsigned char>(c);
    others |= static_cast<unsigned>((byte < ' ' && byte != '\t') || byte == 0x7F || byte == '\\');
  }
  return others == 0;
}

class Outliner {
 public:
  explicit Outliner(std::string_view text) : text_(text) { outline_.text.reserve(text.size()); }

  TomlOutline run() {
    while (offset_ < text_.size() && outline_.endless_key == 0) step();
    outline_.text.append(text_.substr(copied_));
    return std::move(outline_);
  }

 private:
  void step() {
    switch (text_[offset_]) {
      case '"':
      case '\'':
        pass_string();
        return;
      case '#':
        offset_ = std::min(text_.find('\n', offset_), text_.size());
        return;
      case '.':
        if (++dots_ > max_dots) outline_.endless_key = static_cast<unsigned>(line_ + 1);
        break;
      case '\n':
        begin_line();
        dots_ = 0;
        break;
      case ',':
      case '=':
      case '[':
      case ']':
      case '{':
      case '}':
        dots_ = 0;
        break;
      default:
        break;
    }
    ++offset_;
  }

  void begin_line() {
    ++line_;
    has_string_ = false;
  }

  void pass_string() {
    const bool is_first = !has_string_;
    has_string_ = true;
    const char quote = text_[offset_];
    const std::string_view rest = text_.substr(offset_);
    if (rest.size() > 2 && rest[1] == quote && rest[2] == quote) return pass_long_string(quote);
    const std::size_t size = std::min(text_.find(quote, offset_ + 1), text_.size()) - offset_ - 1;
    if (quote != '"' || !is_plain(rest.substr(1, size))) return pass_short_string(quote);
    const std::size_t begin = offset_ + 1;
    offset_ = std::min(begin + size + 1, text_.size());
    if (!is_first || size == 0 || !is_last_in_line()) return;
    outline_.text.append(text_, copied_, begin - copied_);
    copied_ = begin + size;
    outline_.strings.resize(line_ + 1);
    outline_.strings[line_] = text_.substr(begin, size);
  }

  // True if at most a comma stands between here and the end of the line.
  bool is_last_in_line() const {
    std::size_t at = text_.find_first_not_of(" \t", offset_);
    if (at != std::string_view::npos && text_[at] == ',') at = text_.find_first_not_of(" \t", at + 1);
    return at == std::string_view::npos || text_[at] == '\n';
  }

  // Moves past a string that ends in its line, or to the end of the line if it does not.
  void pass_short_string(char quote) {
    for (++offset_; offset_ < text_.size() && text_[offset_] != '\n'; ++offset_) {
      if (text_[offset_] == quote) {
        ++offset_;
        return;
      }
      if (text_[offset_] == '\\' && quote == '"' && offset_ + 1 < text_.size() && text_[offset_ + 1] != '\n') ++offset_;
    }
  }

  void pass_long_string(char quote) {
    const std::string fence(3, quote);
    for (offset_ += 3; offset_ < text_.size(); ++offset_) {
      if (text_[offset_] == '\n') {
        begin_line();
      } else if (text_[offset_] == '\\' && quote == '"' && offset_ + 1 < text_.size() && text_[offset_ + 1] != '\n') {
        ++offset_;
      } else if (text_.substr(offset_, 3) == fence) {
        offset_ += 3;
        // One or two more quotes belong to the string.
        for (int more = 0; more < 2 && offset_ < text_.size() && text_[offset_] == quote; ++more) ++offset_;
        return;
      }
    }
  }

  std::string_view text_;
  TomlOutline outline_ = {};
  std::size_t offset_ = 0;
  std::size_t copied_ = 0;   // up to here `text_` is in the outline
  std::size_t line_ = 0;     // from 0
  bool has_string_ = false;  // a string has begun in this line
  int dots_ = 0;             // of the key so far
};

}  // namespace

TomlOutline outline_of(std::string_view text) {
  return Outliner(text).run();
}

}  // namespace anteroom::source

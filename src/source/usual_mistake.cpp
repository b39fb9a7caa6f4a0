#include "source/usual_mistake.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "source/line_mistake.h"
#include "source/names_written.h"
#include "source/printable.h"
#include "source/quoted_text.h"
#include "source/toml_cursor.h"
#include "source/unquoted_value.h"

namespace anteroom::source {

namespace {

using namespace std::string_view_literals;

constexpr int max_depth = 16;  // of lists and braces: nobody nests more, and a hostile file must not overflow the stack

// Reads a file as TOML, as far as needed to see where an author would say that it goes wrong. Functions that read a
// part return false when they have found a mistake, or have lost their way.
class MistakeFinder {
 public:
  explicit MistakeFinder(std::string_view text) : cursor_{text} {}

  std::optional<MistakeAt> first() {
    while (!cursor_.is_at_end() && statement()) {
    }
    return std::move(found_);
  }

 private:
  bool report(std::size_t at, std::string message) {
    found_ = MistakeAt{at, std::move(message)};
    return false;
  }

  bool statement() {
    cursor_.skip_blanks();
    if (cursor_.is_at_line_end()) {
      cursor_.skip_line();
      return true;
    }
    if (cursor_.peek() == '[') return header();
    const std::size_t begin = cursor_.at;
    std::vector<std::string> names;
    return key(names, Within::line) && remember(begin, names) && value(Within::line) && end_of_line();
  }

  // After a value or a header nothing but a comment may follow on its line.
  bool end_of_line() {
    cursor_.skip_blanks();
    if (cursor_.is_at_line_end()) {
      cursor_.skip_line();
      return true;
    }
    const std::string_view rest = trimmed(cursor_.line_from(cursor_.at));
    return report(cursor_.at, in_ticks(rest) + " follows the end of the value; delete it, or put # before a comment");
  }

  bool header() {
    const std::size_t begin = cursor_.at;
    const std::optional<TableHeader> header = table_header(cursor_.line_from(begin));
    if (!header) return false;
    if (header->mistake) return report(begin, *header->mistake);
    cursor_.at = begin + header->size;
    if (const auto earlier = names_.open_table(header->name, header->is_one_of_many, begin)) {
      return report(begin, "[" + header->name + "] is already written in line " + cursor_.line_number(*earlier) +
                               "; write its keys there, and delete this line");
    }
    return end_of_line();
  }

  // Remembers where a key is written; a second time is a mistake.
  bool remember(std::size_t begin, const std::vector<std::string>& names) {
    std::string shown;
    for (const std::string& name : names) shown.append(shown.empty() ? "" : ".").append(name);
    assigned_ = shown + " = ";
    const auto earlier = names_.add_key(names, begin);
    if (!earlier) return true;
    return report(begin, in_ticks(shown) + " is already written in line " + cursor_.line_number(*earlier) +
                             "; keep one of the two");
  }

  // Reads `name =`, or names joined by points.
  bool key(std::vector<std::string>& names, Within within) {
    const std::size_t begin = cursor_.at;
    const auto no_key = [&] {
      if (within != Within::line) return false;
      MistakeAt mistake = no_key_mistake(cursor_.line_from(begin));
      return report(begin + mistake.at, std::move(mistake.message));
    };
    for (;;) {
      cursor_.skip_blanks();
      const std::size_t name = cursor_.at;
      if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
        const std::size_t end = cursor_.text.find(cursor_.peek(), name + 1);
        if (end >= cursor_.line_end(name)) return no_key();
        cursor_.at = end + 1;
        names.emplace_back(cursor_.text.substr(name + 1, end - name - 1));
      } else {
        cursor_.at += key_size(cursor_.rest());
        if (cursor_.at == name) return no_key();
        names.emplace_back(cursor_.text.substr(name, cursor_.at - name));
      }
      cursor_.skip_blanks();
      const char next = cursor_.peek();
      if (next != '.' && next != '=') return no_key();
      ++cursor_.at;
      if (next == '=') return true;
    }
  }

  bool missing_value() { return report(cursor_.at, "the value after " + in_ticks(trimmed(assigned_)) + " is missing"); }

  bool value(Within within) {
    cursor_.skip_blanks();
    if (cursor_.is_at_line_end()) return within == Within::line && missing_value();
    switch (cursor_.peek()) {
      case '"':
      case '\'':
        found_ = read_quoted_text(cursor_, within);
        return !found_;
      case '[':
        return list();
      case '{':
        return braces();
      case '(':
        return report(cursor_.at, "a list is written in [ ], not in ( )");
      default:
        return unquoted(within);
    }
  }

  bool unquoted(Within within) {
    const std::size_t begin = cursor_.at;
    if (const auto foreign = foreign_character(cursor_.rest())) {
      return report(begin, foreign_character_mistake(*foreign));
    }
    std::string_view written = cursor_.line_from(begin);
    if (",]}#"sv.find(written[0]) != std::string_view::npos) return within == Within::line && missing_value();
    if (within == Within::line) {
      written = written.substr(0, std::min(written.find(" #"), written.size()));
    } else {
      written = written.substr(0, written.find_first_of(within == Within::list ? ",]#" : ",}#"));
      // In braces a number, true or false ends at a blank.
      const bool is_short =
          within == Within::braces && (std::string_view("+-0123456789tf").find(written[0]) != std::string_view::npos);
      if (is_short) written = written.substr(0, written.find_first_of(" \t"));
    }
    written = trimmed(written);
    if (const auto mistake = assigned_.starts_with("months") ? month_mistake(written) : std::nullopt) {
      return report(begin, *mistake);
    }
    if (const auto mistake = unquoted_mistake(within == Within::list ? std::string_view() : assigned_, written)) {
      return report(begin, *mistake);
    }
    cursor_.at = begin + written.size();
    return true;
  }

  bool list() {
    if (++depth_ > max_depth) return false;
    const std::size_t begin = cursor_.at++;
    std::size_t last_end = cursor_.at;
    bool needs_comma = false;
    for (;;) {
      cursor_.skip_space();
      if (cursor_.is_at_end() || cursor_.is_at_entry()) {
        return report(begin, "the list that begins in line " + cursor_.line_number(begin) + " has no closing ]");
      }
      if (cursor_.peek() == ']') {
        ++cursor_.at;
        --depth_;
        return true;
      }
      if (needs_comma && cursor_.peek() == ',') {
        ++cursor_.at;
        needs_comma = false;
        continue;
      }
      if (const auto foreign = foreign_character(cursor_.rest())) {
        return report(cursor_.at, foreign_character_mistake(*foreign));
      }
      if (needs_comma) return no_comma(last_end);
      if (cursor_.peek() == ',') return report(cursor_.at, "there is one comma too many here; delete it");
      if (!value(Within::list)) return false;
      last_end = cursor_.at;
      needs_comma = true;
    }
  }

  bool no_comma(std::size_t last_end) {
    if (cursor_.peek() == ';') return report(cursor_.at, "the parts of a list are separated by commas, not by ;");
    if (cursor_.line_end(last_end) < cursor_.at) {
      return report(last_end, "a comma is missing at the end of line " + cursor_.line_number(last_end));
    }
    return report(last_end, "a comma is missing here");
  }

  bool braces() {
    if (++depth_ > max_depth) return false;
    const std::size_t begin = cursor_.at++;
    const std::string assigned = assigned_;
    bool needs_comma = false, has_comma = false;
    for (;;) {
      cursor_.skip_blanks();
      if (cursor_.is_at_line_end()) {
        return report(
            begin,
            "everything between { and } is written on one line, with a comma after each part; the } is missing here");
      }
      if (cursor_.peek() == '}') {
        if (has_comma) return report(cursor_.at, "delete the comma before }");
        ++cursor_.at;
        --depth_;
        return true;
      }
      if (needs_comma && cursor_.peek() != ',') return report(cursor_.at, "a comma or } is missing here");
      if (needs_comma) {
        ++cursor_.at;
        needs_comma = false;
        has_comma = true;
        continue;
      }
      std::vector<std::string> names;
      if (!key(names, Within::braces)) return false;
      assigned_ = names.back() + " = ";
      if (!value(Within::braces)) return false;
      assigned_ = assigned;
      needs_comma = true;
      has_comma = false;
    }
  }

  TomlCursor cursor_;
  int depth_ = 0;
  std::string assigned_;  // "title = "
  NamesWritten names_;
  std::optional<MistakeAt> found_;
};

}  // namespace

std::optional<Mistake> usual_mistake(const std::string& text, unsigned last) {
  const std::optional<MistakeAt> found = MistakeFinder(text).first();
  if (!found) return std::nullopt;
  const std::size_t offset = std::min(found->at, text.size());
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
  const auto line = static_cast<unsigned>(std::count(text.begin(), end, '\n')) + 1;
  if (line > last) return std::nullopt;
  const std::size_t begin = TomlCursor{text}.line_begin(offset);
  const unsigned column = language::code_point_count(std::string_view(text).substr(begin, offset - begin)) + 1;
  return Mistake{{line, column}, found->message};
}

}  // namespace anteroom::source

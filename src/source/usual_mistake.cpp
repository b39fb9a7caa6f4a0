#include "source/usual_mistake.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "language/utf8.h"
#include "source/printable.h"
#include "source/unquoted_value.h"

namespace anteroom::source {

namespace {

using std::string_view_literals::operator""sv;

constexpr int max_depth = 16;  // of lists and braces: nobody nests more, and a hostile file must not overflow the stack
constexpr const char* no_closing_quote =
    "this text ends with its line; the closing quote is missing, or a longer text needs three quotes (\"\"\")";

bool is_key_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::size_t key_size(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_key_letter) - text.begin());
}

std::size_t skipped_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The bytes of the invisible or full-width character that `text` begins with and that stands for an ASCII one, which
// `meant` receives; 0 if there is none.
std::size_t foreign_character(std::string_view text, std::string& meant) {
  constexpr std::pair<std::string_view, const char*> known[] = {
      {"\u00A0", "space"}, {"\u202F", "space"}, {"\u2007", "space"}, {"\u3000", "space"}, {"＝", "="},
      {"，", ","},         {"、", ","},         {"،", ","},          {"；", ","},         {"［", "["},
      {"］", "]"},         {"｛", "{"},         {"｝", "}"},         {"＃", "#"},         {"．", "."}};
  for (const auto& [character, ascii] : known) {
    if (!text.starts_with(character)) continue;
    meant = ascii;
    return character.size();
  }
  return 0;
}

// True if `text` is nothing but `key =`.
bool is_key_and_equals(std::string_view text) {
  text = trimmed(text);
  const std::size_t size = key_size(text);
  return size > 0 && trimmed(text.substr(size)) == "=";
}

// True if `line` begins with a key and =, or is the header of a table.
bool begins_entry(std::string_view line) {
  const std::size_t begin = skipped_blanks(line, 0);
  line.remove_prefix(begin);
  const std::size_t size = key_size(line);
  if (size > 0) {
    const std::size_t next = skipped_blanks(line, size);
    return next < line.size() && line[next] == '=';
  }
  std::size_t brackets = 0;
  while (brackets < 2 && brackets < line.size() && line[brackets] == '[') ++brackets;
  if (brackets == 0 || brackets == line.size()) return false;
  const char first = line[brackets];
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos || !((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')))
    return false;
  const std::string_view name = line.substr(brackets, end - brackets);
  const std::string_view rest = trimmed(line.substr(std::min(end + brackets, line.size())));
  return std::all_of(name.begin(), name.end(), [](char c) { return is_key_letter(c) || c == '.'; }) &&
         (rest.empty() || rest[0] == '#');
}

// Where values stand: to the end of the line, in [ ] or in { }.
enum class Within { line, list, braces };

// Reads a file as TOML, as far as needed to see where an author would say that it goes wrong. Functions that read a
// part return false when they have found a mistake, or have lost their way.
class MistakeFinder {
 public:
  explicit MistakeFinder(std::string_view text) : text_(text) {}

  struct Found {
    std::size_t at;
    std::string message;
  };

  std::optional<Found> first() {
    while (at_ < text_.size() && statement()) {
    }
    return std::move(found_);
  }

 private:
  bool report(std::size_t at, std::string message) {
    found_ = Found{at, std::move(message)};
    return false;
  }
  bool is_at_end() const { return at_ >= text_.size(); }
  char peek() const { return is_at_end() ? '\n' : text_[at_]; }
  void skip_blanks() { at_ = skipped_blanks(text_, at_); }
  std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }
  std::string_view line_from(std::size_t at) const { return text_.substr(at, line_end(at) - at); }
  std::size_t line_begin(std::size_t at) const {
    const std::size_t end = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
  }
  std::string line_number(std::size_t at) {
    const auto begin = text_.begin();
    return std::to_string(1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  bool statement() {
    skip_blanks();
    if (peek() == '\n' || peek() == '#') {
      at_ = line_end(at_) + 1;
      return true;
    }
    if (peek() == '[') return header();
    const std::size_t begin = at_;
    std::vector<std::string> names;
    return key(names, Within::line) && remember(begin, names) && value(Within::line) && end_of_line();
  }

  // After a value or a header nothing but a comment may follow on its line.
  bool end_of_line() {
    skip_blanks();
    if (peek() == '\n' || peek() == '#') {
      at_ = line_end(at_) + 1;
      return true;
    }
    const std::string_view rest = trimmed(line_from(at_));
    return report(at_, in_ticks(rest) + " stands behind the end of the value; delete it, or put # before a remark");
  }

  bool header() {
    const std::size_t begin = at_;
    const std::string_view line = line_from(begin);
    const std::size_t opening = line.starts_with("[[") ? 2 : 1;
    const std::string bracket = opening == 2 ? "]]" : "]";
    const std::string_view inside = line.substr(opening, line.find_first_of("]#", opening) - opening);
    const std::string name(trimmed(inside));
    const std::size_t end = opening + inside.size();
    const std::string whole = (opening == 2 ? "[[" : "[") + name + bracket;
    if (name.find_first_of("\"'") != std::string::npos) return false;  // too unusual to be explained
    if (name.empty()) return report(begin, "there is no name between these brackets");
    const std::size_t closing = end < line.size() ? std::min(line.find_first_not_of(']', end), line.size()) - end : 0;
    if (closing < opening) return report(begin, "the closing " + bracket + " is missing: write " + whole);
    if (closing > opening) return report(begin, "there are more closing brackets than opening ones: write " + whole);
    if (name[0] == '[') return report(begin, "no space stands between the brackets: write [" + whole + "]");
    if (name.find_first_of(" \t") != std::string::npos) {
      return report(begin, "a name in brackets has no space in it; its parts are joined by points, as in [text.en]");
    }
    const auto is_allowed = [](char c) { return is_key_letter(c) || c == '.'; };
    if (!std::all_of(name.begin(), name.end(), is_allowed)) {
      return report(begin, in_ticks(name) + " cannot be the name of a table; it is made of a-z, 0-9, - and _");
    }
    at_ = begin + end + closing;
    return open_table(begin, name, opening == 2) && end_of_line();
  }

  static std::vector<std::string> parts_of(const std::string& name) {
    std::vector<std::string> parts(1);
    for (const char c : name) {
      if (c == '.') {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    return parts;
  }

  // Begins the table `name`; one of several of that name has a number of its own in `scope_`.
  bool open_table(std::size_t begin, const std::string& name, bool is_one_of_many) {
    std::string path;
    const std::vector<std::string> parts = parts_of(name);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      path.append(".").append(parts[i]);
      const bool is_last = i + 1 == parts.size();
      if (is_last && is_one_of_many) ++tables_[path];
      const auto many = tables_.find(path);
      if (many != tables_.end()) path.append("#").append(std::to_string(many->second));
    }
    scope_ = path;
    if (is_one_of_many) return true;
    const auto [first, is_new] = headers_.emplace(path, begin);
    if (is_new) return true;
    return report(begin, "[" + name + "] is already written in line " + line_number(first->second) +
                             "; write its keys there, and delete this line");
  }

  // Remembers where a key is written; a second time is a mistake.
  bool remember(std::size_t begin, const std::vector<std::string>& names) {
    std::string path = scope_, shown;
    for (const std::string& name : names) {
      path.append(".").append(name);
      shown.append(shown.empty() ? "" : ".").append(name);
    }
    assigned_ = shown + " = ";
    const auto [first, is_new] = keys_.emplace(path, begin);
    if (is_new) return true;
    return report(
        begin, in_ticks(shown) + " is already written in line " + line_number(first->second) + "; keep one of the two");
  }

  // Reads `name =`, or names joined by points.
  bool key(std::vector<std::string>& names, Within within) {
    const std::size_t begin = at_;
    for (;;) {
      skip_blanks();
      const std::size_t name = at_;
      if (peek() == '"' || peek() == '\'') {
        const std::size_t end = text_.find(peek(), at_ + 1);
        if (end >= line_end(at_)) return no_key(begin, within);
        at_ = end + 1;
        names.emplace_back(text_.substr(name + 1, end - name - 1));
      } else {
        at_ += key_size(text_.substr(at_));
        if (at_ == name) return no_key(begin, within);
        names.emplace_back(text_.substr(name, at_ - name));
      }
      skip_blanks();
      if (peek() != '.' && peek() != '=') return no_key(begin, within);
      if (text_[at_++] == '=') return true;
    }
  }

  // Says why the line is not `key = value`.
  bool no_key(std::size_t begin, Within within) {
    if (within != Within::line) return false;
    const std::string_view line = line_from(begin);
    std::string meant;
    if (foreign_character(line, meant) > 0) return foreign(begin);
    for (const std::string_view sign : {"//"sv, ";"sv, "--"sv, "/*"sv, "<!--"sv}) {
      if (line.starts_with(sign)) return report(begin, "a remark begins with #, not with " + std::string(sign));
    }
    if (line[0] == '=') return report(begin, "the name before this = is missing");
    if (line[0] == ']' || line[0] == '}' || line[0] == ')') {
      return report(begin,
                    "this bracket closes nothing; delete it, or look further up where the opening one is missing");
    }
    if (typographic_quote(line) > 0) return report(begin, typographic_quotes_mistake(trimmed(line)));
    const std::size_t equals = line.find('=');
    const std::size_t size = key_size(line);
    const std::size_t next = skipped_blanks(line, size);
    if (size > 0 && next < line.size()) {
      if (line[next] == ':') {
        return report(begin + next, "write = instead of : after " + in_ticks(line.substr(0, size)));
      }
      if (foreign_character(line.substr(next), meant) > 0) return foreign(begin + next);
      const bool begins_value = line[next] == '"' || line[next] == '[' || line[next] == '{';
      if (begins_value) return report(begin + next, "= is missing after " + in_ticks(line.substr(0, size)));
    }
    if (equals != std::string_view::npos) return no_name(begin, line.substr(0, equals));
    if (line[0] == '"' || line[0] == '\'') {
      return report(begin, "this text belongs to no key; if it is part of a list, the list's ] stands too early");
    }
    return report(
        begin,
        "this line has no =, so it belongs to no key; a remark begins with #, and a text of several lines has "
        "three quotes (\"\"\") before and after it");
  }

  bool foreign(std::size_t at) {
    std::string meant;
    const std::string_view character = text_.substr(at, foreign_character(text_.substr(at), meant));
    if (meant == "space") return report(at, "an invisible special space stands here; type an ordinary space");
    return report(at, std::string(character) + " is not the sign that this file needs; type " + meant);
  }

  // Says why `written`, up to =, is not the name of a key.
  bool no_name(std::size_t begin, std::string_view written) {
    const std::string_view name = trimmed(written);
    const auto is_allowed = [](char c) { return is_key_letter(c) || c == '.' || c == '"' || c == '\''; };
    const auto odd = std::find_if_not(name.begin(), name.end(), is_allowed);
    if (odd != name.end() && is_blank(*odd)) {
      std::string joined(name);
      std::replace(joined.begin(), joined.end(), ' ', '_');
      return report(begin, "the name of a key has no space in it, as " + in_ticks(joined) +
                               " has none; or this line belongs to a text further up that ends too early");
    }
    return report(begin, in_ticks(name) + " cannot be the name of a key; it is made of a-z, 0-9, - and _");
  }

  bool value(Within within) {
    skip_blanks();
    if (peek() == '\n' || peek() == '#') {
      return within == Within::line && report(at_, "the value behind " + in_ticks(trimmed(assigned_)) + " is missing");
    }
    switch (peek()) {
      case '"':
      case '\'':
        return quoted(within);
      case '[':
        return list();
      case '{':
        return braces();
      case '(':
        return report(at_, "a list stands in [ ], not in ( )");
      default:
        return unquoted(within);
    }
  }

  // A backslash at `at` in a text: true if it is one that TOML knows.
  bool is_escape(std::size_t at) const {
    const std::string_view rest = text_.substr(at + 1);
    if (rest.empty()) return false;
    if (rest[0] == 'u' || rest[0] == 'U') {
      const std::size_t size = rest[0] == 'u' ? 4U : 8U;
      const std::string_view digits = rest.substr(1, size);
      return digits.size() == size && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    }
    return "btnfr\"\\"sv.find(rest[0]) != std::string_view::npos;
  }

  bool backslash(std::size_t at) {
    return report(at,
                  "a backslash has a meaning of its own in a text; write a path with / instead, and a backslash "
                  "that is to be read as \\\\");
  }

  bool quoted(Within within) {
    const std::string fence(3, peek());
    if (text_.substr(at_).starts_with(fence)) return long_text(fence);
    const std::size_t begin = at_, end = line_end(at_);
    const char quote = peek();
    for (++at_; at_ < end && text_[at_] != quote; ++at_) {
      if (quote != '"' || text_[at_] != '\\') continue;
      if (at_ + 1 == end || !is_escape(at_)) return backslash(at_);
      ++at_;
    }
    if (at_ >= end) return unclosed_text(begin, end);
    ++at_;
    return after_text(begin, within);
  }

  bool unclosed_text(std::size_t begin, std::size_t end) {
    const std::string_view written = trimmed(text_.substr(begin, end - begin));
    if (written.size() > 2 && written.ends_with("\\\"")) {
      return report(begin + written.size() - 2,
                    "the backslash before the last quote makes it a part of the text; delete it");
    }
    for (std::size_t size = 2; size <= 3 && size < written.size(); ++size) {
      const std::string_view last = written.substr(written.size() - size);
      if (typographic_quote(last) != size) continue;
      return report(begin + written.size() - size,
                    std::string(last) + " is not the quote that this file needs; type \" after the text");
    }
    return report(end, no_closing_quote);
  }

  // A text in three quotes.
  bool long_text(const std::string& fence) {
    const std::size_t begin = at_;
    const std::string never_ends = "the text that begins with " + fence + " in line " + line_number(begin) +
                                   " never ends; write " + fence + " after its last word";
    for (at_ += fence.size(); !text_.substr(at_).starts_with(fence); ++at_) {
      if (is_at_end()) return report(begin, never_ends);
      if (fence[0] != '"' || text_[at_] != '\\') continue;
      const std::size_t next = skipped_blanks(text_, at_ + 1);
      if (next < text_.size() && text_[next] == '\n') continue;
      if (!is_escape(at_)) return backslash(at_);
      ++at_;
    }
    // The end that was found may be the beginning of the next long text.
    const std::size_t last_line = line_begin(at_);
    const bool is_next_ones = last_line > begin && is_key_and_equals(text_.substr(last_line, at_ - last_line));
    at_ += fence.size();
    for (int extra = 0; extra < 2 && peek() == fence[0]; ++extra) ++at_;
    if (is_next_ones) return report(begin, never_ends);
    return true;
  }

  // What follows the closing quote of the text that begins at `begin`.
  bool after_text(std::size_t begin, Within within) {
    const std::string_view line = line_from(at_);
    const std::size_t next = skipped_blanks(line, 0);
    if (next == line.size() || line[next] == '#') return true;
    const std::string_view rest = trimmed(line.substr(next));
    const char first = rest[0];
    if (within != Within::line) {
      // The list says what is missing; but letters mean that the text goes on.
      std::string meant;
      if (",;]}\"'["sv.find(first) != std::string_view::npos || foreign_character(rest, meant) > 0) return true;
    } else if (rest == "," || rest == ";" || rest == ".") {
      return report(at_ + next, "delete the " + in_ticks(rest) + " behind the text");
    }
    const char quote = text_[begin];
    if (rest.find(quote) == std::string_view::npos) {
      return report(at_ + next, "the text ends at its second quote, and " + in_ticks(rest) +
                                    " stands behind it; delete that, or put # before a remark");
    }
    if (quote == '\'')
      return report(at_ - 1, "the text ends at the second '; write the text between \" and \" instead");
    return report(at_ - 1, "the text ends at the second quote; inside a text write “…” or \\\"");
  }

  bool unquoted(Within within) {
    const std::size_t begin = at_;
    std::string meant;
    if (foreign_character(text_.substr(begin), meant) > 0) return foreign(begin);
    std::string_view written = line_from(begin);
    if (",]}#"sv.find(written[0]) != std::string_view::npos) {
      return within == Within::line &&
             report(begin, "the value behind " + in_ticks(trimmed(assigned_)) + " is missing");
    }
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
    if (const auto mistake = unquoted_mistake(within == Within::list ? std::string_view() : assigned_, written)) {
      return report(begin, *mistake);
    }
    at_ = begin + written.size();
    return true;
  }

  // Skips blanks, line ends and comments.
  void skip_space() {
    for (;;) {
      skip_blanks();
      if (is_at_end() || (peek() != '\n' && peek() != '#')) return;
      at_ = line_end(at_) + 1;
    }
  }

  bool is_next_entry() const {
    const std::size_t begin = line_begin(at_);
    return skipped_blanks(text_, begin) == at_ && begins_entry(line_from(begin));
  }

  bool list() {
    if (++depth_ > max_depth) return false;
    const std::size_t begin = at_++;
    std::size_t last_end = at_;
    bool needs_comma = false;
    for (;;) {
      skip_space();
      if (is_at_end() || is_next_entry()) {
        return report(begin, "the list that begins in line " + line_number(begin) + " has no closing ]");
      }
      std::string meant;
      if (peek() == ']') {
        ++at_;
        --depth_;
        return true;
      }
      if (needs_comma && peek() == ',') {
        ++at_;
        needs_comma = false;
        continue;
      }
      if (foreign_character(text_.substr(at_), meant) > 0) return foreign(at_);
      if (needs_comma) return no_comma(last_end);
      if (peek() == ',') return report(at_, "there is a comma too many here; delete it");
      if (!value(Within::list)) return false;
      last_end = at_;
      needs_comma = true;
    }
  }

  bool no_comma(std::size_t last_end) {
    if (peek() == ';') return report(at_, "a comma stands between the parts of a list, not ;");
    if (line_end(last_end) < at_) {
      return report(last_end, "a comma is missing at the end of line " + line_number(last_end));
    }
    return report(last_end, "a comma is missing here");
  }

  bool braces() {
    if (++depth_ > max_depth) return false;
    const std::size_t begin = at_++;
    const std::string assigned = assigned_;
    bool needs_comma = false, has_comma = false;
    for (;;) {
      skip_blanks();
      if (peek() == '\n' || peek() == '#') {
        return report(
            begin,
            "what stands between { and } is written on one line, with a comma after each part; the } is missing here");
      }
      if (peek() == '}') {
        if (has_comma) return report(at_, "delete the comma before }");
        ++at_;
        --depth_;
        return true;
      }
      if (needs_comma && peek() != ',') return report(at_, "a comma or } is missing here");
      if (needs_comma) {
        ++at_;
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

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string assigned_;                        // "title = "
  std::string scope_;                           // of the table that keys are in
  std::map<std::string, std::size_t> keys_;     // where each is written
  std::map<std::string, std::size_t> headers_;  // where each [table] is written
  std::map<std::string, int> tables_;           // how many [[tables]] of a name there are
  std::optional<Found> found_;
};

}  // namespace

std::optional<Mistake> usual_mistake(const std::string& text, unsigned last) {
  const std::optional<MistakeFinder::Found> found = MistakeFinder(text).first();
  if (!found) return std::nullopt;
  const std::size_t offset = std::min(found->at, text.size());
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
  const auto line = static_cast<unsigned>(std::count(text.begin(), end, '\n')) + 1;
  if (line > last) return std::nullopt;
  const std::size_t line_end = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = line_end == std::string::npos ? 0 : line_end + 1;
  const unsigned column = language::code_point_count(std::string_view(text).substr(begin, offset - begin)) + 1;
  return Mistake{{line, column}, found->message};
}

}  // namespace anteroom::source

#include "decoder/css.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>

namespace anteroom::decoder {
namespace {

constexpr std::string_view white = " \t\r\n\f";

bool is_name(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return std::isalnum(byte) != 0 || letter == '-' || letter == '_' || letter == '\\' || byte >= 0x80;
}

bool equal_ignoring_case(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  });
}

// Where the comment, string or bracketed part that begins at `at` ends; at + 1 for any other letter.
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
  // Letters behind a backslash mean nothing else.
  return std::min(at + (first == '\\' ? 2 : 1), text.size());
}

// The first place from `at` on of one of `stops` outside of comments, strings and brackets; the end if there is none.
std::size_t find_outside(std::string_view text, std::size_t at, std::string_view stops) {
  int depth = 0;
  while (at < text.size()) {
    const char letter = text[at];
    if (depth == 0 && stops.find(letter) != std::string_view::npos) return at;
    if (letter == '(' || letter == '[' || letter == '{') ++depth;
    if ((letter == ')' || letter == ']' || letter == '}') && depth > 0) --depth;
    // An address without quotes may hold anything, such as the // of http://.
    if (letter == '(' && at >= 3 && equal_ignoring_case(text.substr(at - 3, 3), "url")) {
      const std::size_t inside = text.find_first_not_of(white, at + 1);
      if (inside != std::string_view::npos && text[inside] != '"' && text[inside] != '\'') {
        at = std::min(text.find(')', inside), text.size());
        continue;
      }
    }
    at = past_part(text, at);
  }
  return text.size();
}

// Reads a style sheet from its beginning, counting lines.
class Scanner {
 public:
  Scanner(std::string_view text, int line) : text_(text), line_(line) {}

  // Past white space, comments and the brackets of HTML comments that old programs put round a style sheet.
  void skip_space() {
    for (;;) {
      const std::size_t begin = at_;
      move_to(std::min(text_.find_first_not_of(white, at_), text_.size()));
      if (text_.substr(at_, 2) == "/*") move_to(past_part(text_, at_));
      for (const std::string_view bracket : {"<!--", "-->"}) {
        if (text_.substr(at_, bracket.size()) == bracket) move_to(at_ + bracket.size());
      }
      if (at_ == begin) return;
    }
  }
  bool at_end() const { return at_ >= text_.size(); }
  char letter() const { return at_end() ? '\0' : text_[at_]; }
  int line() const { return line_; }
  // The text up to one of `stops`, which is not passed.
  std::string_view until(std::string_view stops) {
    const std::size_t begin = at_;
    move_to(find_outside(text_, at_, stops));
    return text_.substr(begin, at_ - begin);
  }
  void skip_letter() { move_to(std::min(at_ + 1, text_.size())); }
  // The text between the brace here and its partner, both passed.
  std::string_view block() {
    skip_letter();
    const std::string_view inside = until("}");
    skip_letter();
    return inside;
  }

 private:
  void move_to(std::size_t to) {
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    at_ = to;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_;
};

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// Takes a name from the front of `text`.
std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name);
  const auto size = static_cast<std::size_t>(end - text.begin());
  const std::string_view name = text.substr(0, size);
  text.remove_prefix(size);
  return name;
}

// Takes one simple selector from the front of `text` into `compound`. Returns what it adds to the specificity; nothing:
// it is not understood.
std::optional<std::uint32_t> take_simple(std::string_view& text, CssCompound& compound) {
  constexpr std::uint32_t of_id = 1u << 20, of_class = 1u << 10, of_type = 1;
  const char first = text.front();
  if (is_name(first)) {
    compound.type = take_name(text);
    if (!text.empty() && text.front() == '|') {  // the prefix of a name space
      text.remove_prefix(1);
      compound.type = take_name(text);
    }
    return of_type;
  }
  text.remove_prefix(1);
  const std::string_view name = take_name(text);
  if (first == '*' && name.empty()) return 0;
  if (name.empty()) return {};
  if (first == '.') {
    compound.classes.push_back(name);
    return of_class;
  }
  if (first == '#') {
    compound.id = name;
    return of_id;
  }
  if (first == ':' && name == "root") {
    compound.root = true;
    return of_class;
  }
  return {};
}

std::optional<CssSelector> parse_selector(std::string_view text) {
  CssSelector selector;
  text = trimmed(text);
  bool child = false;
  while (!text.empty()) {
    CssCompound& compound = selector.compounds.emplace_back();
    compound.child = child;
    while (!text.empty() && white.find(text.front()) == std::string_view::npos && text.front() != '>') {
      const std::optional<std::uint32_t> weight = take_simple(text, compound);
      if (!weight) return {};
      selector.specificity += *weight;
    }
    text = trimmed(text);
    child = !text.empty() && text.front() == '>';
    if (child) text = trimmed(text.substr(1));
  }
  if (selector.compounds.empty()) return {};
  return selector;
}

std::vector<CssSelector> parse_selectors(std::string_view text) {
  std::vector<CssSelector> selectors;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = find_outside(text, at, ",");
    if (std::optional<CssSelector> selector = parse_selector(text.substr(at, comma - at))) {
      selectors.push_back(std::move(*selector));
    }
    at = comma + 1;
  }
  return selectors;
}

void parse_at_rule(Scanner& scanner, CssSheet& sheet) {
  const int line = scanner.line();
  scanner.skip_letter();
  std::string_view rest = scanner.until(";{");
  const std::string_view name = take_name(rest);
  if (equal_ignoring_case(name, "import")) {
    const std::vector<std::string_view> urls = css_urls(rest);
    rest = trimmed(rest);
    const std::size_t quoted = rest.empty() ? 0 : past_part(rest, 0);
    sheet.imports.push_back({urls.empty() ? unquoted(rest.substr(0, quoted)) : urls.front(), line});
  }
  const bool keyframes = equal_ignoring_case(name, "keyframes") || equal_ignoring_case(name, "-webkit-keyframes");
  if (keyframes && sheet.keyframes_line == 0) sheet.keyframes_line = line;
  if (scanner.letter() == '{') {
    scanner.block();
  } else {
    scanner.skip_letter();
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

std::string without_comments(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = past_part(text, at);
    if (text[at] == '/' && end > at + 1) {
      std::replace_if(
          text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
          [](char letter) { return letter != '\n'; }, ' ');
    }
    at = end;
  }
  return text;
}

std::vector<CssDeclaration> parse_declarations(std::string_view text, int line) {
  std::vector<CssDeclaration> declarations;
  Scanner scanner(text, line);
  for (;;) {
    scanner.skip_space();
    if (scanner.at_end()) return declarations;
    CssDeclaration declaration;
    declaration.line = scanner.line();
    const std::string_view whole = scanner.until(";");
    scanner.skip_letter();
    const std::size_t colon = whole.find(':');
    if (colon == std::string_view::npos) continue;
    declaration.property = trimmed(whole.substr(0, colon));
    declaration.value = trimmed(whole.substr(colon + 1));
    const std::size_t mark = declaration.value.rfind('!');
    if (mark != std::string_view::npos &&
        equal_ignoring_case(trimmed(declaration.value.substr(mark + 1)), "important")) {
      declaration.important = true;
      declaration.value = trimmed(declaration.value.substr(0, mark));
    }
    declarations.push_back(declaration);
  }
}

CssSheet parse_css(std::string_view text, int line) {
  CssSheet sheet;
  Scanner scanner(text, line);
  for (;;) {
    scanner.skip_space();
    if (scanner.at_end()) return sheet;
    if (scanner.letter() == '@') {
      parse_at_rule(scanner, sheet);
      continue;
    }
    CssRule rule;
    rule.selectors = parse_selectors(scanner.until("{"));
    const int block_line = scanner.line();
    rule.declarations = parse_declarations(scanner.block(), block_line);
    if (!rule.selectors.empty() && !rule.declarations.empty()) sheet.rules.push_back(std::move(rule));
  }
}

std::vector<std::string_view> css_urls(std::string_view value) {
  std::vector<std::string_view> urls;
  for (std::size_t at = 0; at < value.size();) {
    if (!equal_ignoring_case(value.substr(at, 4), "url(")) {
      at = past_part(value, at);
      continue;
    }
    const std::size_t inside = std::min(value.find_first_not_of(white, at + 4), value.size());
    const bool quoted = inside < value.size() && (value[inside] == '"' || value[inside] == '\'');
    const std::size_t end = quoted ? past_part(value, inside) : std::min(value.find(')', inside), value.size());
    urls.push_back(unquoted(value.substr(inside, end - inside)));
    at = std::max(end, at + 1);
  }
  return urls;
}

}  // namespace anteroom::decoder

#include "decoder/css.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "decoder/css_scanner.h"

namespace anteroom::decoder {
namespace {

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// Takes a name from the front of `text`.
std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_css_name);
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
  if (is_css_name(first)) {
    compound.type = take_name(text);
    if (!text.empty() && text.front() == '|') {  // a namespace prefix
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
    while (!text.empty() && css_white_space.find(text.front()) == std::string_view::npos && text.front() != '>') {
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

// The value that `feature`, in its brackets, asks `name` to have; nothing: it asks for something else, or for no value.
std::optional<std::string_view> value_asked(std::string_view feature, std::string_view name) {
  const std::size_t colon = feature.find(':');
  if (colon == std::string_view::npos || feature.front() != '(' || feature.back() != ')') return {};
  if (!equal_ignoring_case(trimmed(feature.substr(1, colon - 1)), name)) return {};
  return trimmed(feature.substr(colon + 1, feature.size() - colon - 2));
}

// True if the screen has `feature`, in its brackets.
bool has_feature(std::string_view feature, CssMedia& media) {
  if (const auto contrast = value_asked(feature, "prefers-contrast")) {
    media.for_contrast = true;
    const bool high = media.contrast == decode::Contrast::high;
    return equal_ignoring_case(*contrast, high ? "more" : "no-preference");
  }
  if (const auto theme = value_asked(feature, "prefers-color-scheme")) return equal_ignoring_case(*theme, "light");
  if (feature.find("prefers-color-scheme") == std::string_view::npos) media.unknown = true;
  return false;
}

using decode::Contrast;

void parse_rules(CssScanner& scanner, int depth, Contrast contrast, CssSheet& sheet);

// The rules inside a conditional rule, if its condition `holds`.
void parse_block(CssScanner& scanner, int depth, Contrast contrast, bool holds, CssSheet& sheet) {
  const int line = scanner.line();
  const std::string_view inside = scanner.block();
  constexpr int max_depth = 4;
  if (!holds || depth >= max_depth) return;
  CssScanner inner(inside, line);
  parse_rules(inner, depth + 1, contrast, sheet);
}

void parse_at_rule(CssScanner& scanner, int depth, Contrast contrast, CssSheet& sheet) {
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
  if (scanner.letter() != '{') {
    scanner.skip_letter();
    return;
  }
  bool holds = equal_ignoring_case(name, "supports") || equal_ignoring_case(name, "layer");
  if (equal_ignoring_case(name, "media")) {
    CssMedia media{.contrast = contrast};
    holds = asks_for_screen(rest, media);
    sheet.for_contrast = sheet.for_contrast || media.for_contrast;
    if (!holds && media.unknown && sheet.media_line == 0) sheet.media_line = line;
  }
  parse_block(scanner, depth, contrast, holds, sheet);
}

void parse_rules(CssScanner& scanner, int depth, Contrast contrast, CssSheet& sheet) {
  for (;;) {
    scanner.skip_space();
    if (scanner.at_end()) return;
    if (scanner.letter() == '@') {
      parse_at_rule(scanner, depth, contrast, sheet);
      continue;
    }
    CssRule rule;
    const std::size_t begin = scanner.at();
    rule.selectors = parse_selectors(scanner.until("{"));
    const int block_line = scanner.line();
    rule.declarations = parse_declarations(scanner.block(), block_line);
    sheet.text += scanner.since(begin);
    sheet.text += '\n';
    if (!rule.selectors.empty() && !rule.declarations.empty()) sheet.rules.push_back(std::move(rule));
  }
}

}  // namespace

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
  CssScanner scanner(text, line);
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

CssSheet parse_css(std::string_view text, int line, decode::Contrast contrast) {
  CssSheet sheet;
  CssScanner scanner(text, line);
  parse_rules(scanner, 0, contrast, sheet);
  return sheet;
}

bool asks_for_screen(std::string_view queries, CssMedia& media) {
  for (std::size_t at = 0; at <= queries.size();) {
    const std::size_t comma = find_outside(queries, at, ",");
    std::string_view rest = trimmed(queries.substr(at, comma - at));
    bool fits = true, negated = false, is_first = true;
    while (!rest.empty() && fits) {
      const bool in_brackets = rest.front() == '(';
      const std::size_t stop = find_outside(rest, in_brackets ? 1 : 0, in_brackets ? ")" : css_white_space);
      const std::size_t end = std::min(stop + 1, rest.size());
      const std::string_view word = trimmed(rest.substr(0, end));
      negated = negated || (is_first && equal_ignoring_case(word, "not"));
      const bool is_not = is_first && negated;
      is_first = false;
      if (in_brackets) {
        fits = has_feature(word, media);
      } else {
        fits = is_not || equal_ignoring_case(word, "all") || equal_ignoring_case(word, "screen") ||
               equal_ignoring_case(word, "and") || equal_ignoring_case(word, "only");
      }
      rest = trimmed(rest.substr(end));
    }
    if (fits != negated) return true;
    at = comma + 1;
  }
  return false;
}

std::vector<std::string_view> css_urls(std::string_view value) {
  std::vector<std::string_view> urls;
  for (std::size_t at = 0; at < value.size();) {
    if (!equal_ignoring_case(value.substr(at, 4), "url(")) {
      at = past_part(value, at);
      continue;
    }
    const std::size_t inside = std::min(value.find_first_not_of(css_white_space, at + 4), value.size());
    const bool quoted = inside < value.size() && (value[inside] == '"' || value[inside] == '\'');
    const std::size_t end = quoted ? past_part(value, inside) : std::min(value.find(')', inside), value.size());
    urls.push_back(unquoted(value.substr(inside, end - inside)));
    at = std::max(end, at + 1);
  }
  return urls;
}

}  // namespace anteroom::decoder

#include "decoder/svg_text.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "decoder/css_scanner.h"

namespace anteroom::decoder {
namespace {

constexpr std::size_t max_letters = 60;
constexpr std::string_view white = " \t\r\n\f";

// Appends `text` with one space for each run of white space, none at the beginning, up to the length of a message.
void append_words(std::string& words, std::string_view text) {
  for (const char letter : text) {
    if (words.size() > max_letters) return;
    const bool space = white.find(letter) != std::string_view::npos;
    if (!space) words.push_back(letter);
    if (space && !words.empty() && words.back() != ' ') words.push_back(' ');
  }
}

std::string shortened(std::string words) {
  if (!words.empty() && words.back() == ' ') words.pop_back();
  if (words.size() <= max_letters) return words;
  std::size_t end = max_letters;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;  // not inside a UTF-8 character
  return words.substr(0, end) + "…";
}

// The first family of a list, without quotes.
std::string first_family(std::string_view families) {
  families = trimmed(families.substr(0, families.find(',')));
  if (families.size() >= 2 && (families.front() == '"' || families.front() == '\'')) {
    families = families.substr(1, families.find(families.front(), 1) - 1);
  }
  return std::string(families.substr(0, max_letters));
}

// Of "italic bold 12px/1.5 Helvetica, sans-serif": what comes after the last word with a digit.
std::string_view families_of(std::string_view font) {
  const std::size_t digit = font.substr(0, font.find(',')).find_last_of("0123456789");
  if (digit == std::string_view::npos) return font;
  const std::size_t space = font.find_first_of(white, digit);
  return space == std::string_view::npos ? std::string_view() : font.substr(space);
}

bool is_zero(std::string_view number) {
  const std::string text(number);
  char* end = nullptr;
  return std::strtod(text.c_str(), &end) == 0 && end != text.c_str();
}

bool is_none(std::string_view paint) {
  return paint == "none" || paint == "transparent";
}

bool is_hidden(const SvgStyles& styles, int node) {
  const SvgOwnStyle style = styles.own_style(node);
  const SvgValue& opacity = value_of(style, SvgProperty::opacity);
  return value_of(style, SvgProperty::display).text == "none" || (!opacity.text.empty() && is_zero(opacity.text));
}

// True if nothing from `node` up to `text`, which itself is visible, hides it.
bool is_visible(const SvgDocument& document, const SvgStyles& styles, int node, int text) {
  for (int at = node; at >= 0 && at != text; at = document.nodes[static_cast<std::size_t>(at)].parent) {
    const SvgOwnStyle style = styles.own_style(at);
    const std::string_view visibility = value_of(style, SvgProperty::visibility).text;
    if (!visibility.empty() && visibility != "inherit") return visibility == "visible";
  }
  return true;
}

bool is_painted(const SvgStyles& styles, int node) {
  if (!is_none(styles.inherited(node, SvgProperty::fill).text)) return true;
  const std::string_view stroke = styles.inherited(node, SvgProperty::stroke).text;
  return !stroke.empty() && !is_none(stroke);
}

}  // namespace

SvgText text_in(const SvgDocument& document, const SvgStyles& styles, int node) {
  SvgText text;
  int first = -1;  // the element of the first character
  std::vector<int> rest{node};
  while (!rest.empty() && text.words.size() <= max_letters) {
    const int at = rest.back();
    rest.pop_back();
    const SvgNode& each = document.nodes[static_cast<std::size_t>(at)];
    if (each.next >= 0 && at != node) rest.push_back(each.next);
    if (each.kind == SvgNode::Kind::text) {
      const bool seen = each.text.find_first_not_of(white) == std::string_view::npos ||
                        (is_painted(styles, each.parent) && is_visible(document, styles, each.parent, node));
      if (seen) append_words(text.words, each.text);
      if (first < 0 && !text.words.empty()) first = each.parent;
      continue;
    }
    const bool says_nothing =
        each.name == "style" || each.name == "script" || each.name == "title" || each.name == "desc";
    if (says_nothing || (each.kind == SvgNode::Kind::svg && is_hidden(styles, at))) continue;
    // Text of two paragraphs is separated by a space.
    if (each.kind == SvgNode::Kind::html || each.name == "flowPara") append_words(text.words, " ");
    if (each.first_child >= 0) rest.push_back(each.first_child);
  }
  text.words = shortened(std::move(text.words));
  if (text.words.empty()) return text;
  text.line = document.nodes[static_cast<std::size_t>(first)].line;
  const SvgValue family = styles.inherited(first, SvgProperty::font_family);
  text.font =
      first_family(family.text.empty() ? families_of(styles.inherited(first, SvgProperty::font).text) : family.text);
  return text;
}

}  // namespace anteroom::decoder

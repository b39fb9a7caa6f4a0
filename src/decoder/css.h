// Style sheets in SVG files, as far as it takes to know what is seen and what is missing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::decoder {

struct CssDeclaration {
  std::string_view property, value;
  bool important = false;
  int line = 0;
};

// Simple selectors that all concern one element: rect.a.b#c.
struct CssCompound {
  std::string_view type, id;  // empty: any
  std::vector<std::string_view> classes;
  bool root = false;   // :root
  bool child = false;  // of the compound before; otherwise anywhere inside it
};

struct CssSelector {
  std::vector<CssCompound> compounds;  // the last is that of the element itself
  std::uint32_t specificity = 0;
};

struct CssRule {
  std::vector<CssSelector> selectors;  // without those that are not understood, which select nothing
  std::vector<CssDeclaration> declarations;
};

struct CssSheet {
  struct Import {
    std::string_view target;
    int line = 0;
  };
  std::vector<CssRule> rules;  // with those of @media where it asks for a screen
  std::vector<Import> imports;
  int keyframes_line = 0;  // of the first @keyframes; 0: there is none
  int media_line = 0;      // of the first @media that holds at some sizes only, and is left out; 0: there is none
  std::string text;        // the same rules, for a program that knows no @media
};

// `text` with spaces in place of its comments, so that every letter keeps its place.
std::string without_comments(std::string text);

// The style sheet `text`, without comments, which begins in that line of its file. Views of `text` are returned. Never
// fails: what is not understood is left out. Linear in time.
CssSheet parse_css(std::string_view text, int line);

// Declarations alone, as in an attribute.
std::vector<CssDeclaration> parse_declarations(std::string_view text, int line);

// The targets of all url(...) in a value, without quotes.
std::vector<std::string_view> css_urls(std::string_view value);

// True if the media attribute of a <style> asks for a screen.
bool is_for_screens(std::string_view media);

}  // namespace anteroom::decoder

// Style sheets in SVG files, parsed as far as needed to know what is visible and what is missing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "decode/request.h"

namespace anteroom::decoder {

struct CssDeclaration {
  std::string_view property, value;
  bool important = false;
  int line = 0;
};

// Simple selectors that apply to the same element: rect.a.b#c.
struct CssCompound {
  std::string_view type, id;  // empty: any
  std::vector<std::string_view> classes;
  bool root = false;   // :root
  bool child = false;  // a child of the compound before; otherwise any descendant
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
  std::vector<CssRule> rules;  // including those of @media that matches a screen
  std::vector<Import> imports;
  int keyframes_line = 0;     // of the first @keyframes; 0: there is none
  int media_line = 0;         // of the first @media that matches only at some sizes, and is left out; 0: there is none
  bool for_contrast = false;  // it asks whether somebody wants more contrast
  std::string text;           // the same rules, for a program that knows no @media
};

// `text` with its comments replaced by spaces, so that every character keeps its position.
std::string without_comments(std::string text);

// Parses the style sheet `text`, without comments, which begins in that line of its file, for a screen of that
// contrast. The result refers to `text`.
// Never fails: what is not understood is left out. Linear in time.
CssSheet parse_css(std::string_view text, int line, decode::Contrast contrast);

// Declarations alone, as in an attribute.
std::vector<CssDeclaration> parse_declarations(std::string_view text, int line);

// The targets of all url(...) in a value, without quotes.
std::vector<std::string_view> css_urls(std::string_view value);

// What a media query is asked about, and what it turned out to ask.
struct CssMedia {
  decode::Contrast contrast = decode::Contrast::standard;
  bool unknown = false;       // it may match, but only at some sizes or in some settings
  bool for_contrast = false;  // it asks whether somebody wants more contrast
};
// True if one of the media queries in `queries`, such as the media attribute of a <style>, matches a screen for
// patients.
bool asks_for_screen(std::string_view queries, CssMedia& media);

}  // namespace anteroom::decoder

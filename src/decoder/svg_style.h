// The style of each element of an SVG, from attributes, style sheets inside the file and style attributes, in CSS's
// order.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decoder/css.h"
#include "decoder/svg_document.h"
#include "decoder/svg_variables.h"

namespace anteroom::decoder {

// The properties that decide what is visible and what it needs.
enum class SvgProperty {
  display,
  visibility,
  opacity,
  fill,
  stroke,
  font,
  font_family,
  filter,
  mask,
  clip_path,
  marker,
  marker_start,
  marker_mid,
  marker_end,
  transform,
  transform_origin,
  vector_effect,
  count
};

struct SvgValue {
  std::string_view text;  // empty: the element does not set the property
  int line = 0;
};

// What one element itself sets, without what it inherits.
using SvgOwnStyle = std::array<SvgValue, static_cast<std::size_t>(SvgProperty::count)>;

inline const SvgValue& value_of(const SvgOwnStyle& style, SvgProperty property) {
  return style[static_cast<std::size_t>(property)];
}

class SvgStyles {
 public:
  // Reads the style sheets of `document`, which must outlive this, as they apply to a screen of that contrast.
  SvgStyles(const SvgDocument& document, decode::Contrast contrast);

  decode::Contrast contrast() const { return contrast_; }
  bool has_contrast_colors() const { return has_contrast_colors_; }  // true: a sheet asks whether it is high

  SvgOwnStyle own_style(int node) const;
  // The value that the node has or inherits, for a property that is inherited; empty: the initial one.
  SvgValue inherited(int node, SvgProperty property) const;

  const std::vector<CssSheet::Import>& imports() const { return imports_; }
  int keyframes_line() const { return keyframes_line_; }
  int media_line() const { return media_line_; }  // as in CssSheet
  // The text of a <style> element for a program that draws for screens and does not know @media.
  std::string_view sheet_text(int style_element) const;
  const SvgVariables& variables() const { return variables_; }
  // The first declaration for `node` whose variables cannot be resolved; nothing: there is none.
  struct Unresolved {
    std::string variable;
    int line;
  };
  std::optional<Unresolved> unresolved(int node) const;

 private:
  struct Rule {
    const CssSelector* selector;
    const std::vector<CssDeclaration>* declarations;
    std::size_t order;
  };

  void read_sheet(int style_element);
  void index(const CssRule& rule);
  bool compound_matches(const CssCompound& compound, int node) const;
  bool matches(const CssSelector& selector, std::size_t compounds, int node) const;
  std::vector<Rule> rules_for(int node) const;

  const SvgDocument& document_;
  decode::Contrast contrast_;
  bool has_contrast_colors_ = false;
  std::deque<std::string> texts_;  // of the sheets, which refer to them
  std::deque<CssSheet> sheets_;
  std::vector<CssSheet::Import> imports_;
  int keyframes_line_ = 0, media_line_ = 0;
  std::map<int, const CssSheet*> sheets_by_element_;
  SvgVariables variables_;
  std::size_t rules_ = 0;
  // Rules by the first of these that their last compound requires: an id, else a class, else a type, else nothing.
  std::unordered_map<std::string_view, std::vector<Rule>> by_id_, by_class_, by_type_;
  std::vector<Rule> of_all_;
};

}  // namespace anteroom::decoder

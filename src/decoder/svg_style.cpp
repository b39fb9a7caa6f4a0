#include "decoder/svg_style.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "decoder/css_scanner.h"

namespace anteroom::decoder {
namespace {

struct Name {
  std::string_view text;
  SvgProperty property;
};
constexpr Name property_names[] = {
    {"display", SvgProperty::display},
    {"visibility", SvgProperty::visibility},
    {"opacity", SvgProperty::opacity},
    {"fill", SvgProperty::fill},
    {"stroke", SvgProperty::stroke},
    {"font", SvgProperty::font},
    {"font-family", SvgProperty::font_family},
    {"filter", SvgProperty::filter},
    {"mask", SvgProperty::mask},
    {"clip-path", SvgProperty::clip_path},
    {"marker", SvgProperty::marker},
    {"marker-start", SvgProperty::marker_start},
    {"marker-mid", SvgProperty::marker_mid},
    {"marker-end", SvgProperty::marker_end},
    {"transform", SvgProperty::transform},
    {"transform-origin", SvgProperty::transform_origin},
    {"vector-effect", SvgProperty::vector_effect},
};

std::optional<SvgProperty> property_of(std::string_view text) {
  const auto* found = std::find_if(std::begin(property_names), std::end(property_names),
                                   [text](const Name& name) { return name.text == text; });
  if (found == std::end(property_names)) return {};
  return found->property;
}

// The precedence of a value: the greatest wins, and of equals the last.
using Strength = std::tuple<bool, int, std::uint32_t>;  // important, where it is declared, specificity
enum Place { in_attribute, in_sheet, in_style_attribute };

// The style that results from declarations of different precedence.
class Contest {
 public:
  void enter(std::string_view property, std::string_view value, int line, Strength strength) {
    const std::optional<SvgProperty> known = property_of(property);
    if (!known) return;
    const auto at = static_cast<std::size_t>(*known);
    if (strength < strengths_[at]) return;
    strengths_[at] = strength;
    style_[at] = {value, line};
  }
  void enter(const std::vector<CssDeclaration>& declarations, Place place, std::uint32_t specificity) {
    for (const CssDeclaration& each : declarations) {
      enter(each.property, each.value, each.line, {each.important, place, specificity});
    }
  }
  const SvgOwnStyle& style() const { return style_; }

 private:
  std::array<Strength, static_cast<std::size_t>(SvgProperty::count)> strengths_{};
  SvgOwnStyle style_{};
};

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const auto is_edge = [classes](std::size_t place) {
      return place >= classes.size() || std::string_view(" \t\r\n").find(classes[place]) != std::string_view::npos;
    };
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + name.size())) return true;
  }
  return false;
}

}  // namespace

SvgStyles::SvgStyles(const SvgDocument& document, decode::Contrast contrast)
    : document_(document), contrast_(contrast) {
  for (int node = 0; node < static_cast<int>(document.nodes.size()); ++node) {
    if (document.is(node, "style")) read_sheet(node);
    const std::string_view style = document.attribute(node, "style");
    if (style.find("--") == std::string_view::npos) continue;
    for (const CssDeclaration& each : parse_declarations(style, 0)) variables_.add(each.property, each.value);
  }
}

void SvgStyles::read_sheet(int style_element) {
  const std::string_view type = document_.attribute(style_element, "type");
  if (!type.empty() && !equal_ignoring_case(type, "text/css")) return;
  CssMedia media{.contrast = contrast_};
  const bool applies = asks_for_screen(document_.attribute(style_element, "media"), media);
  has_contrast_colors_ = has_contrast_colors_ || media.for_contrast;
  if (!applies) return;
  std::string text;
  int line = 0;
  for (int child = document_.nodes[static_cast<std::size_t>(style_element)].first_child; child >= 0;) {
    const SvgNode& piece = document_.nodes[static_cast<std::size_t>(child)];
    if (line == 0) line = piece.line;
    text += piece.text;
    child = piece.next;
  }
  texts_.push_back(without_comments(std::move(text)));
  const CssSheet& sheet = sheets_.emplace_back(parse_css(texts_.back(), line, contrast_));
  has_contrast_colors_ = has_contrast_colors_ || sheet.for_contrast;
  imports_.insert(imports_.end(), sheet.imports.begin(), sheet.imports.end());
  if (keyframes_line_ == 0) keyframes_line_ = sheet.keyframes_line;
  if (media_line_ == 0) media_line_ = sheet.media_line;
  sheets_by_element_[style_element] = &sheet;
  for (const CssRule& rule : sheet.rules) {
    index(rule);
    for (const CssDeclaration& each : rule.declarations) variables_.add(each.property, each.value);
  }
}

void SvgStyles::index(const CssRule& rule) {
  for (const CssSelector& selector : rule.selectors) {
    const Rule entry{&selector, &rule.declarations, rules_++};
    const CssCompound& last = selector.compounds.back();
    if (!last.id.empty()) {
      by_id_[last.id].push_back(entry);
    } else if (!last.classes.empty()) {
      by_class_[last.classes.front()].push_back(entry);
    } else if (!last.type.empty()) {
      by_type_[last.type].push_back(entry);
    } else {
      of_all_.push_back(entry);
    }
  }
}

bool SvgStyles::compound_matches(const CssCompound& compound, int node) const {
  const SvgNode& element = document_.nodes[static_cast<std::size_t>(node)];
  if (compound.root && node != 0) return false;
  if (!compound.type.empty() && compound.type != element.name) return false;
  if (!compound.id.empty() && compound.id != document_.attribute(node, "id")) return false;
  if (compound.classes.empty()) return true;
  const std::string_view classes = document_.attribute(node, "class");
  return std::all_of(compound.classes.begin(), compound.classes.end(),
                     [classes](std::string_view name) { return has_class(classes, name); });
}

// True if the first `compounds` of the selector match `node` and elements around it.
bool SvgStyles::matches(const CssSelector& selector, std::size_t compounds, int node) const {
  // No backtracking among several matching ancestors: it matters only where child and descendant are mixed; the nearest
  // is taken.
  for (std::size_t i = compounds; i > 0; --i) {
    const CssCompound& compound = selector.compounds[i - 1];
    const bool any_ancestor = i < compounds && !selector.compounds[i].child;
    while (node >= 0 && !compound_matches(compound, node)) {
      if (!any_ancestor) return false;
      node = document_.nodes[static_cast<std::size_t>(node)].parent;
    }
    if (node < 0) return false;
    node = document_.nodes[static_cast<std::size_t>(node)].parent;
  }
  return true;
}

std::vector<SvgStyles::Rule> SvgStyles::rules_for(int node) const {
  std::vector<Rule> fitting;
  const auto add = [&](const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) {
      if (matches(*rule.selector, rule.selector->compounds.size(), node)) fitting.push_back(rule);
    }
  };
  const auto add_from = [&](const auto& map, std::string_view key) {
    if (const auto found = map.find(key); found != map.end()) add(found->second);
  };
  if (rules_ == 0) return fitting;
  add(of_all_);
  add_from(by_type_, document_.nodes[static_cast<std::size_t>(node)].name);
  if (!by_id_.empty()) add_from(by_id_, document_.attribute(node, "id"));
  if (!by_class_.empty()) {
    std::string_view classes = trimmed(document_.attribute(node, "class"));
    while (!classes.empty()) {
      const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
      add_from(by_class_, classes.substr(0, end));
      classes = trimmed(classes.substr(end));
    }
  }
  std::sort(fitting.begin(), fitting.end(), [](const Rule& one, const Rule& other) { return one.order < other.order; });
  return fitting;
}

std::string_view SvgStyles::sheet_text(int style_element) const {
  const auto found = sheets_by_element_.find(style_element);
  return found == sheets_by_element_.end() ? std::string_view() : found->second->text;
}

SvgOwnStyle SvgStyles::own_style(int node) const {
  Contest contest;
  const int line = document_.nodes[static_cast<std::size_t>(node)].line;
  for (const SvgAttribute& attribute : document_.attributes(node)) {
    contest.enter(attribute.name, attribute.value, line, {false, in_attribute, 0});
  }
  for (const Rule& rule : rules_for(node)) contest.enter(*rule.declarations, in_sheet, rule.selector->specificity);
  const std::string_view style = document_.attribute(node, "style");
  if (!style.empty()) contest.enter(parse_declarations(style, line), in_style_attribute, 0);
  return contest.style();
}

SvgValue SvgStyles::inherited(int node, SvgProperty property) const {
  for (; node >= 0; node = document_.nodes[static_cast<std::size_t>(node)].parent) {
    const SvgOwnStyle style = own_style(node);
    const SvgValue& value = value_of(style, property);
    if (!value.text.empty() && value.text != "inherit") return value;
  }
  return {};
}

std::optional<SvgStyles::Unresolved> SvgStyles::unresolved(int node) const {
  std::string missing;
  const int line = document_.nodes[static_cast<std::size_t>(node)].line;
  for (const SvgAttribute& attribute : document_.attributes(node)) {
    if (needs_variables(attribute.value) && !variables_.resolved(attribute.value, missing)) {
      return Unresolved{missing, line};
    }
  }
  for (const Rule& rule : rules_for(node)) {
    for (const CssDeclaration& each : *rule.declarations) {
      const bool sets_variable = each.property.substr(0, 2) == "--";
      if (!sets_variable && needs_variables(each.value) && !variables_.resolved(each.value, missing)) {
        return Unresolved{missing, each.line};
      }
    }
  }
  return {};
}

}  // namespace anteroom::decoder

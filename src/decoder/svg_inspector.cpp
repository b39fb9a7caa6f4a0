#include "decoder/svg_inspector.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <set>

#include "decoder/css_scanner.h"
#include "decoder/embedded.h"
#include "decoder/svg_text.h"

namespace anteroom::decoder {
namespace {

using decode::Remark;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements whose content is visible only where something refers to them.
bool is_definition(std::string_view name) {
  return is_one_of(name,
                   {"defs",           "symbol",       "clipPath", "mask",      "pattern", "marker", "linearGradient",
                    "radialGradient", "meshgradient", "hatch",    "filter",    "title",   "desc",   "metadata",
                    "style",          "script",       "font",     "font-face", "cursor",  "view",   "color-profile"});
}

// Paint servers that no version of librsvg supports.
bool is_unknown_paint(std::string_view name) {
  return is_one_of(name, {"meshgradient", "meshGradient", "mesh", "hatch", "solidcolor", "solidColor"});
}

// Colour functions that browsers have supported for a few years only.
bool is_unknown_colour(std::string_view paint) {
  const std::string_view name = paint.substr(0, std::min(paint.find('('), paint.size()));
  return name.size() < paint.size() &&
         is_one_of(name, {"hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "device-cmyk"});
}

// True if the point that a transform refers to makes a difference.
bool matters(std::string_view origin, std::string_view transform) {
  if (is_one_of(origin, {"", "0", "0 0", "0px 0px", "0, 0", "initial"})) return false;
  const std::string_view about_a_point[] = {"rotate", "scale", "skew", "matrix"};
  return std::any_of(std::begin(about_a_point), std::end(about_a_point),
                     [transform](std::string_view name) { return transform.find(name) != std::string_view::npos; });
}

bool moves(std::string_view name) {
  return is_one_of(name, {"animate", "animateTransform", "animateMotion", "animateColor", "set"});
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t max_letters = 80;
  return "\"" + std::string(text.substr(0, max_letters)) + "\"";
}

class Inspector {
 public:
  Inspector(const SvgDocument& document, const SvgStyles& styles, int depth)
      : document_(document), styles_(styles), depth_(depth), seen_(document.nodes.size()) {}

  SvgInspection inspect(const std::vector<std::string>& layers) {
    for (const SvgDocument::StyleSheet& sheet : document_.style_sheets) {
      if (!sheet.target.empty() && sheet.target.front() != '#') outside(sheet.target, sheet.line);
    }
    for (const CssSheet::Import& import : styles_.imports()) outside(import.target, import.line);
    if (styles_.keyframes_line() > 0) {
      found_.remarks.push_back({styles_.keyframes_line(), "moves (@keyframes); it is shown still"});
    }
    if (styles_.media_line() > 0) {
      found_.remarks.push_back({styles_.media_line(), "has styles for some screens only (@media), which are left out"});
    }
    push({.node = 0, .referred = true});
    for (const std::string& name : layers) {
      const int node = document_.layer(name);
      push({.node = node, .referred = true, .layer = true});
    }
    while (!rest_.empty()) {
      const Visit visit = rest_.back();
      rest_.pop_back();
      look_at(visit);
    }
    add_texts();
    if (found_.pixels > decode::max_pixels) {
      found_.faults.push_back({0, "has embedded pictures of " + std::to_string(found_.pixels / 1'000'000) +
                                      " million pixels together; at most " +
                                      std::to_string(decode::max_pixels / 1'000'000) + " million"});
    }
    const auto by_line = [](const Remark& one, const Remark& other) { return one.line < other.line; };
    std::stable_sort(found_.faults.begin(), found_.faults.end(), by_line);
    std::stable_sort(found_.remarks.begin(), found_.remarks.end(), by_line);
    return std::move(found_);
  }

 private:
  struct Visit {
    int node;               // below 0: none
    bool referred = false;  // something refers to it, so that it is visible even if is_definition()
    bool visible = true;    // the inherited `visibility`
    bool layer = false;     // drawn separately, and visible even if the file hides it
  };

  void push(const Visit& visit) {
    if (visit.node >= 0) rest_.push_back(visit);
  }

  void fault(int line, std::string text) {
    if (said_.insert(text).second) found_.faults.push_back({line, std::move(text)});
  }
  void remark(int line, std::string text) {
    if (said_.insert(text).second) found_.remarks.push_back({line, std::move(text)});
  }
  void outside(std::string_view target, int line) {
    fault(line, "shows " + in_quotes(target) + " from outside the file; embed it");
  }

  // Inspects what the element shows and refers to: once where it is visible and once where it is not.
  void look_at(const Visit& visit) {
    const SvgNode& element = document_.nodes[static_cast<std::size_t>(visit.node)];
    if (element.kind != SvgNode::Kind::svg) {
      look_at_foreign(visit.node);
      return;
    }
    if (is_definition(element.name) && !visit.referred) return;
    const SvgOwnStyle style = styles_.own_style(visit.node);
    const bool hidden = visit.layer ? is_transparent(style) : is_hidden(style);
    if (hidden || !document_.attribute(visit.node, "requiredExtensions").empty()) return;
    const std::string_view visibility = value_of(style, SvgProperty::visibility).text;
    const bool inherits = visibility.empty() || visibility == "inherit";
    const bool visible = visit.layer || (inherits ? visit.visible : visibility == "visible");
    unsigned char& seen = seen_[static_cast<std::size_t>(visit.node)];
    const auto now = static_cast<unsigned char>((visible ? 1 : 2) | (visit.referred ? 4 : 0));
    if ((seen & now) == now) return;
    seen |= now;
    if (visible) {
      look_at_style(visit.node, style);
      look_at_content(visit.node, element);
    }
    if (is_one_of(element.name, {"text", "foreignObject", "flowRoot"})) return;
    if (element.name == "switch") {
      if (const int chosen = chosen_child(document_, visit.node); chosen >= 0) {
        push({.node = chosen, .visible = visible});
        return;
      }
    }
    for (int child = element.first_child; child >= 0; child = document_.nodes[static_cast<std::size_t>(child)].next) {
      push({.node = child, .visible = visible});
    }
  }

  static bool is_hidden(const SvgOwnStyle& style) {
    return value_of(style, SvgProperty::display).text == "none" || is_transparent(style);
  }

  static bool is_transparent(const SvgOwnStyle& style) {
    const std::string opacity(value_of(style, SvgProperty::opacity).text);
    char* end = nullptr;
    return !opacity.empty() && std::strtod(opacity.c_str(), &end) == 0 && end != opacity.c_str();
  }

  void look_at_foreign(int node) {
    const SvgNode& element = document_.nodes[static_cast<std::size_t>(node)];
    const std::string_view link = element.kind == SvgNode::Kind::text ? std::string_view() : document_.link(node);
    const bool include = element.kind == SvgNode::Kind::include && element.name == "include";
    const bool sheet = element.kind == SvgNode::Kind::html && element.name == "link" &&
                       document_.attribute(node, "rel").find("stylesheet") != std::string_view::npos;
    if ((include || sheet) && !link.empty() && link.front() != '#') outside(link, element.line);
  }

  // Follows the references in the values of properties.
  void look_at_style(int node, const SvgOwnStyle& style) {
    if (const auto unresolved = styles_.unresolved(node)) {
      fault(unresolved->line, "takes a colour or a size from the variable \"" + unresolved->variable +
                                  "\", which the file sets nowhere or more than once; export it with plain colours");
    }
    look_at_forms(node, style);
    constexpr std::array leading{SvgProperty::fill,         SvgProperty::stroke,     SvgProperty::filter,
                                 SvgProperty::mask,         SvgProperty::clip_path,  SvgProperty::marker,
                                 SvgProperty::marker_start, SvgProperty::marker_mid, SvgProperty::marker_end};
    for (const SvgProperty property : leading) {
      const SvgValue& value = value_of(style, property);
      if (value.text.find('(') == std::string_view::npos) continue;
      for (const std::string_view url : css_urls(value.text)) follow(url, value.line);
    }
  }

  // Values in forms that librsvg ignores.
  void look_at_forms(int node, const SvgOwnStyle& style) {
    for (const SvgProperty property : {SvgProperty::fill, SvgProperty::stroke}) {
      const SvgValue& paint = value_of(style, property);
      if (is_unknown_colour(paint.text)) {
        fault(paint.line,
              "has the colour " + in_quotes(paint.text) + ", which is not drawn; export it with plain colours");
      }
    }
    const SvgValue& clip = value_of(style, SvgProperty::clip_path);
    if (!clip.text.empty() && clip.text.find('(') != std::string_view::npos && css_urls(clip.text).empty()) {
      fault(clip.line, "is cut out by " + in_quotes(clip.text) + ", which is not drawn; cut it out by a shape");
    }
    const SvgValue& origin = value_of(style, SvgProperty::transform_origin);
    if (matters(origin.text, value_of(style, SvgProperty::transform).text) && !is_plain_origin(document_, node)) {
      fault(origin.line,
            "turns a part about its own point (transform-origin), which is not drawn; export it with plain "
            "transforms");
    }
    const SvgValue& effect = value_of(style, SvgProperty::vector_effect);
    if (effect.text.find("non-scaling-stroke") != std::string_view::npos) {
      remark(effect.line, "has lines that should keep their width (vector-effect); they grow with the picture");
    }
  }

  void follow(std::string_view url, int line) {
    if (url.empty() || is_embedded(url)) return;
    if (url.front() != '#') {
      outside(url, line);
      return;
    }
    const int target = document_.target(url);
    if (target < 0) return;
    const std::string_view name = document_.nodes[static_cast<std::size_t>(target)].name;
    if (is_unknown_paint(name)) {
      fault(line, "is painted with a <" + std::string(name) + ">, which is not drawn; use a plain gradient");
    }
    push({.node = target, .referred = true});
  }

  void look_at_content(int node, const SvgNode& element) {
    if (is_one_of(element.name, {"text", "foreignObject", "flowRoot"})) {
      texts_.push_back(node);
    } else if (is_one_of(element.name, {"image", "feImage"})) {
      look_at_picture(node, element);
    } else if (is_one_of(element.name, {"use", "linearGradient", "radialGradient", "pattern", "filter"})) {
      const std::string_view link = document_.link(node);
      if (!link.empty()) follow(link, element.line);
    } else if (moves(element.name)) {
      remark(element.line, "moves (<" + std::string(element.name) + ">); it is shown still");
    } else if (element.name == "mesh" || element.name == "meshgradient") {
      fault(element.line, "has a <" + std::string(element.name) + ">, which is not drawn; use a plain gradient");
    }
  }

  void look_at_picture(int node, const SvgNode& element) {
    const std::string_view link = document_.link(node);
    if (link.empty()) return;
    if (!is_embedded(link)) {
      follow(link, element.line);
      return;
    }
    // Once per element, however often it is shown; no more than the limit is ever read.
    if (found_.pictures.contains(node) || found_.pixels > decode::max_pixels) return;
    EmbeddedPicture picture = embedded_picture(link, styles_.contrast(), depth_);
    found_.pixels += picture.pixels;
    if (!picture.fault.empty()) fault(element.line, "has " + picture.fault);
    for (const Remark& each : picture.remarks) remark(element.line, "has " + each.text);
    found_.pictures.emplace(node, std::move(picture.link));
  }

  // Reports the first text, and how many more there are.
  void add_texts() {
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    constexpr int enough = 20;
    SvgText first;
    int first_node = -1, count = 0;
    for (const int node : texts_) {
      SvgText text = text_in(document_, styles_, node);
      if (text.words.empty()) {
        look_at_page(node);
        continue;
      }
      if (count == 0) first_node = node;
      if (count == 0) first = std::move(text);
      if (++count > enough) break;
    }
    if (count == 0) return;
    std::string words = "has the text " + in_quotes(first.words);
    if (!first.font.empty()) words += " in the font " + in_quotes(first.font);
    const std::string_view name = document_.nodes[static_cast<std::size_t>(first_node)].name;
    if (name != "text") words += " (<" + std::string(name) + ">)";
    if (count == 2) words += " and another";
    if (count > 2) words += " and " + (count > enough ? "many" : std::to_string(count - 1)) + " more";
    fault(first.line, words + "; convert text to paths");
  }

  // A web page without text may still have pictures.
  void look_at_page(int node) {
    const SvgNode& page = document_.nodes[static_cast<std::size_t>(node)];
    if (page.name != "foreignObject") return;
    for (std::size_t at = static_cast<std::size_t>(node) + 1; at < document_.nodes.size(); ++at) {
      const SvgNode& inside = document_.nodes[at];
      if (inside.parent < node) return;
      if (inside.kind == SvgNode::Kind::svg || is_one_of(inside.name, {"img", "svg", "canvas", "video", "iframe"})) {
        fault(page.line, "has a piece of a web page (<foreignObject>); export it again as plain SVG");
        return;
      }
    }
  }

  const SvgDocument& document_;
  const SvgStyles& styles_;
  int depth_;
  std::vector<unsigned char> seen_;
  std::vector<Visit> rest_;
  std::vector<int> texts_;
  std::set<std::string> said_;
  SvgInspection found_;
};

}  // namespace

SvgInspection inspect_svg(const SvgDocument& document, const SvgStyles& styles, const std::vector<std::string>& layers,
                          int depth) {
  return Inspector(document, styles, depth).inspect(layers);
}

bool is_plain_origin(const SvgDocument& document, int node) {
  const std::string_view origin = document.attribute(node, "transform-origin");
  const bool styled = document.attribute(node, "style").find("transform") != std::string_view::npos;
  return !origin.empty() && !styled && !document.attribute(node, "transform").empty() &&
         origin.find_first_not_of("0123456789.- ,") == std::string_view::npos &&
         trimmed(origin).find_first_of(" ,") != std::string_view::npos;
}

int chosen_child(const SvgDocument& document, int node) {
  for (int child = document.nodes[static_cast<std::size_t>(node)].first_child; child >= 0;) {
    const SvgNode& element = document.nodes[static_cast<std::size_t>(child)];
    if (element.kind == SvgNode::Kind::svg) {
      if (!document.attribute(child, "systemLanguage").empty()) return -1;
      if (document.attribute(child, "requiredExtensions").empty()) return child;
    }
    child = element.next;
  }
  return -1;
}

}  // namespace anteroom::decoder

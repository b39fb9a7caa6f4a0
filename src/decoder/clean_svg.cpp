#include "decoder/clean_svg.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "decoder/svg_copies.h"
#include "decoder/svg_document.h"
#include "decoder/svg_inspector.h"
#include "decoder/svg_style.h"
#include "decoder/svg_writer.h"

namespace anteroom::decoder {
namespace {

using decode::Remark;

constexpr const char* not_drawable = "is not a picture that can be drawn: it ";

// More than any drawing has; librsvg has the same limit.
constexpr std::uint64_t max_drawn_elements = 500'000;

// librsvg recurses for each level, on a stack of 8 MB.
constexpr int max_drawn_depth = 1000;

// For a file with a hundred faults of one kind, only a few are reported.
constexpr std::size_t max_remarks = 10;

void shorten(std::vector<Remark>& remarks) {
  if (remarks.size() <= max_remarks) return;
  const std::string rest = std::to_string(remarks.size() - max_remarks);
  remarks.resize(max_remarks);
  remarks.push_back({0, "has " + rest + " more such things"});
}

bool has_no_display(int node, const SvgStyles& styles) {
  return value_of(styles.own_style(node), SvgProperty::display).text == "none";
}

// True if `node` is not visible in the whole picture: a group around it has no display, or it has no visibility, which
// is inherited.
bool is_hidden(int node, const SvgDocument& document, const SvgStyles& styles) {
  bool knows_visibility = false;
  for (int at = node; at >= 0; at = document.nodes[static_cast<std::size_t>(at)].parent) {
    if (has_no_display(at, styles)) return true;
    const SvgOwnStyle style = styles.own_style(at);
    const std::string_view visibility = value_of(style, SvgProperty::visibility).text;
    if (knows_visibility || visibility.empty() || visibility == "inherit") continue;
    if (visibility != "visible") return true;
    knows_visibility = true;
  }
  return false;
}

// Adds what `clean` says of the layer `name`, and to `nodes` the id that it needs to be found by.
void find_layer(const std::string& name, const SvgDocument& document, const SvgStyles& styles, SvgLayerNodes& nodes,
                CleanSvg& clean) {
  if (document.is_ambiguous(name)) clean.ambiguous.push_back(name);
  const int node = document.layer(name);
  if (node < 0) return;
  const std::string own(document.attribute(node, "id"));
  const bool is_found_by_own = !own.empty() && document.layer(own) == node;
  const std::string id = is_found_by_own ? own : "anteroom-layer-" + std::to_string(node);
  if (!is_found_by_own) nodes[node].id = id;
  clean.ids[name] = id;
  clean.places[name] = node;
  if (is_hidden(node, document, styles)) clean.hidden.insert(name);
}

// The ids and layer names of `document`, in the order of the alphabet, as far as they are short enough to be typed.
std::vector<std::string> names_in(const SvgDocument& document) {
  constexpr std::size_t longest = 60;
  std::vector<std::string> names;
  const auto add = [&](std::string_view name) {
    if (!name.empty() && name.size() <= longest) names.emplace_back(name);
  };
  for (const auto& [id, node] : document.by_id) add(id);
  for (const auto& [label, labelled] : document.by_label) add(label);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  names.resize(std::min(names.size(), decode::PictureFacts::max_names));
  return names;
}

// Makes `node` visible, and the groups that it is in.
void reveal(int node, const SvgDocument& document, const SvgStyles& styles, SvgLayerNodes& nodes) {
  if (node < 0) return;
  nodes[node].visible = true;
  for (int at = node; at >= 0; at = document.nodes[static_cast<std::size_t>(at)].parent) {
    if (has_no_display(at, styles)) nodes[at].displayed = true;
  }
}

// The node after all that is in `node`.
int end_of(int node, const SvgDocument& document) {
  for (int at = node; at >= 0; at = document.nodes[static_cast<std::size_t>(at)].parent) {
    if (const int next = document.nodes[static_cast<std::size_t>(at)].next; next >= 0) return next;
  }
  return static_cast<int>(document.nodes.size());
}

// True for an element that is not drawn where it stands: others refer to it.
bool is_referred_to(std::string_view name) {
  constexpr std::string_view names[] = {"defs",    "clipPath", "mask",   "linearGradient", "radialGradient",
                                        "pattern", "filter",   "symbol", "marker",         "style"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Leaves out what is not between the two elements, except the groups around that, and their properties. Returns false
// if the document lacks one of them.
bool leave_out_all_but(const decode::Between& only, const SvgDocument& document, SvgLayerNodes& nodes) {
  const int after = only.after.empty() ? -1 : document.layer(only.after);
  const int before = only.before.empty() ? -1 : document.layer(only.before);
  if ((after < 0 && !only.after.empty()) || (before < 0 && !only.before.empty())) return false;
  const int from = after < 0 ? 0 : end_of(after, document);
  const int to = before < 0 ? static_cast<int>(document.nodes.size()) : before;
  for (int node = 1; node < static_cast<int>(document.nodes.size());) {
    const SvgNode& element = document.nodes[static_cast<std::size_t>(node)];
    const int end = end_of(node, document);
    const bool is_drawn = element.kind == SvgNode::Kind::svg && !is_referred_to(element.name);
    const bool is_outside = node >= to || end <= from;
    if (is_drawn && is_outside) nodes[node].left_out = true;
    // What is around the one element or the other is looked into.
    node = is_outside || !is_drawn ? end : node + 1;
  }
  return true;
}

}  // namespace

CleanSvg clean_svg(std::string_view bytes, const std::vector<std::string>& layers,
                   const std::vector<std::string>& revealed, decode::Contrast contrast, int depth,
                   const std::optional<decode::Between>& only) {
  CleanSvg clean;
  const SvgDocument document = parse_svg(bytes);
  clean.fault = document.fault;
  clean.fault_line = document.fault_line;
  if (!clean.fault.empty()) return clean;
  const SvgCopies copies = count_copies(document, max_drawn_elements);
  if (copies.elements > max_drawn_elements) {
    clean.fault = std::string(not_drawable) + "repeats its parts (<use>) to more than " +
                  std::to_string(max_drawn_elements) + " elements; make it simpler, or save it as PNG";
    return clean;
  }
  if (copies.depth > max_drawn_depth) {
    clean.fault = std::string(not_drawable) + "uses parts inside parts (<use>) more than " +
                  std::to_string(max_drawn_depth) + " deep; export it again as plain SVG";
    return clean;
  }
  const SvgStyles styles(document, contrast);
  clean.has_contrast_colors = styles.has_contrast_colors();
  SvgInspection inspection = inspect_svg(document, styles, layers, depth);
  clean.remarks = std::move(inspection.remarks);
  if (!inspection.faults.empty()) {
    clean.fault = not_drawable + inspection.faults.front().text;
    clean.fault_line = inspection.faults.front().line;
    // The other faults are reported as well, so that all can be corrected at once.
    clean.remarks.insert(clean.remarks.begin(), inspection.faults.begin() + 1, inspection.faults.end());
  } else {
    SvgLayerNodes nodes;
    for (const std::string& name : layers) find_layer(name, document, styles, nodes, clean);
    if (clean.ids.size() < std::set<std::string>(layers.begin(), layers.end()).size()) clean.names = names_in(document);
    for (const std::string& name : revealed) reveal(document.layer(name), document, styles, nodes);
    if (only && !leave_out_all_but(*only, document, nodes)) {
      clean.fault = "has no element with the id \"" + only->after + "\" or \"" + only->before + "\"";
    }
    clean.text = written(document, styles, inspection, nodes);
  }
  shorten(clean.remarks);
  return clean;
}

}  // namespace anteroom::decoder

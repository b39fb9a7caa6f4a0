#include "decoder/svg_document.h"

#include <algorithm>
#include <utility>

#include "decoder/encoding.h"
#include "decoder/svg_reader.h"

namespace anteroom::decoder {
namespace {

// Sets the fault of a document whose root is not that of a picture.
void check_root(SvgDocument& document) {
  if (!document.fault.empty()) return;
  if (document.nodes.empty()) {
    document.fault = "is cut short; copy or export it again";
    return;
  }
  const SvgNode& root = document.nodes.front();
  if (root.kind == SvgNode::Kind::svg && root.name == "svg") return;
  document.fault_line = root.line;
  if (root.kind == SvgNode::Kind::html || root.name == "html") {
    document.fault = "is a web page, not a picture; save the picture itself";
  } else if (root.name == "svg") {
    document.fault =
        "is not a picture that can be drawn: its <svg> lacks xmlns=\"http://www.w3.org/2000/svg\"; "
        "export it again as SVG";
  } else {
    document.fault = "is not a picture: its first element is <" + std::string(root.name.substr(0, 40)) +
                     ">, not <svg>; export it again as SVG";
  }
}

}  // namespace

std::span<const SvgAttribute> SvgDocument::attributes(int node) const {
  const SvgNode& of = nodes[static_cast<std::size_t>(node)];
  return std::span(all_attributes).subspan(of.first_attribute, of.attributes);
}

std::string_view SvgDocument::attribute(int node, std::string_view name) const {
  const auto all = attributes(node);
  const auto found =
      std::find_if(all.begin(), all.end(), [name](const SvgAttribute& attribute) { return attribute.name == name; });
  return found == all.end() ? std::string_view() : found->value;
}

bool SvgDocument::is(int node, std::string_view name) const {
  const SvgNode& of = nodes[static_cast<std::size_t>(node)];
  return of.kind == SvgNode::Kind::svg && of.name == name;
}

std::string_view SvgDocument::link(int node) const {
  const std::string_view plain = attribute(node, "href");
  return plain.empty() ? attribute(node, "xlink:href") : plain;
}

int SvgDocument::target(std::string_view fragment) const {
  if (fragment.empty() || fragment.front() != '#') return -1;
  const auto found = by_id.find(fragment.substr(1));
  return found == by_id.end() ? -1 : found->second;
}

int SvgDocument::layer(std::string_view name) const {
  if (name.empty()) return -1;
  if (const auto found = by_id.find(name); found != by_id.end()) return found->second;
  const auto found = by_label.find(name);
  return found == by_label.end() || found->second.count > 1 ? -1 : found->second.node;
}

bool SvgDocument::is_ambiguous(std::string_view name) const {
  const auto found = by_label.find(name);
  return !by_id.contains(name) && found != by_label.end() && found->second.count > 1;
}

SvgDocument parse_svg(std::string_view bytes) {
  SvgDocument document;
  const std::string_view encoding = declared_encoding(bytes);
  std::string converted;
  if (!is_built_in(encoding)) {
    converted = as_utf8(bytes, encoding);
    if (converted.empty()) {
      document.fault = "is written in the encoding \"" + std::string(encoding.substr(0, 40)) +
                       "\", which is not known; save it as UTF-8";
      document.fault_line = 1;
      return document;
    }
  }
  const int error = converted.empty() ? read_svg(bytes, nullptr, document) : read_svg(converted, "UTF-8", document);
  // Characters in another encoding than the file declares are in names and comments of the drawing program; none is
  // visible.
  const bool has_wrong_letters = converted.empty() && !is_utf8(bytes);
  if (SvgDocument again; error != 0 && has_wrong_letters && read_svg(bytes, "ISO-8859-1", again) == 0) {
    document = std::move(again);
  }
  check_root(document);
  return document;
}

}  // namespace anteroom::decoder

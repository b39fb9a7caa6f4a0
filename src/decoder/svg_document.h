// An SVG file as a tree: read once, within limits, without looking outside the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace anteroom::decoder {

// Every element and every piece of text counts.
inline constexpr std::size_t max_svg_nodes = 200'000;
// As in libxml2.
inline constexpr std::size_t max_svg_depth = 256;
// How far the entities of a document may expand: those of drawing programs abbreviate styles, and stay far below.
inline constexpr std::size_t max_entity_bytes = 8u << 20;

struct SvgAttribute {
  std::string_view name;  // "xlink:href" for one of that namespace, whatever its prefix
  std::string_view value;
};

// An element or a piece of text. Nodes are referred to by their index in SvgDocument::nodes; -1: none.
struct SvgNode {
  enum class Kind : std::uint8_t { svg, html, include, other, text };
  Kind kind = Kind::other;  // by its namespace
  std::string_view name;    // of an element, without prefix
  std::string_view text;    // of a piece of text
  int line = 0;
  int parent = -1, first_child = -1, next = -1;
  std::uint32_t first_attribute = 0, attributes = 0;
};

struct SvgDocument {
  // Names, values and texts are kept here, as UTF-8.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory;
  std::vector<SvgNode> nodes;                       // in the order of the file; the first is the root
  std::vector<SvgAttribute> all_attributes;         // of SVG elements, and the links of others
  std::unordered_map<std::string_view, int> by_id;  // the first element of each id
  // The elements that Inkscape labels: its layers have ids such as "layer1", and the names that people give them here.
  struct Labelled {
    int node = -1;  // the first
    int count = 0;
  };
  std::unordered_map<std::string_view, Labelled> by_label;
  // A style sheet that the file refers to before its root.
  struct StyleSheet {
    std::string_view target;
    int line = 0;
  };
  std::vector<StyleSheet> style_sheets;
  std::string fault;  // why it cannot be read, in words; empty: it can
  int fault_line = 0;

  std::span<const SvgAttribute> attributes(int node) const;
  // The value of the attribute; empty: the node has none.
  std::string_view attribute(int node, std::string_view name) const;
  // True if the node is the SVG element `name`.
  bool is(int node, std::string_view name) const;
  // The link of the node, as href or xlink:href; empty: it has none.
  std::string_view link(int node) const;
  // The element that "#id" means; -1: there is none.
  int target(std::string_view fragment) const;
  // The element that a card means by `name`: the one with that id, else the only one with that label; -1: there is
  // none.
  int layer(std::string_view name) const;
  // True if no element has the id `name`, but several have that label.
  bool is_ambiguous(std::string_view name) const;
};

// The document in `bytes`, of any encoding. Only texts that could be drawn and style sheets are kept. Linear in time
// and memory.
SvgDocument parse_svg(std::string_view bytes);

}  // namespace anteroom::decoder

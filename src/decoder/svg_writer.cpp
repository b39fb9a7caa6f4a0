#include "decoder/svg_writer.h"

#include <algorithm>
#include <optional>

#include "decoder/css_scanner.h"
#include "decoder/embedded.h"

namespace anteroom::decoder {
namespace {

// Elements that are written empty: they are not drawn, but matter to style sheets that select a first or only child.
bool is_left_empty(std::string_view name) {
  constexpr std::string_view names[] = {"title",   "desc",          "metadata",         "script",       "font",
                                        "animate", "animateMotion", "animateTransform", "animateColor", "set"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_text(std::string_view name) {
  constexpr std::string_view names[] = {"text", "foreignObject", "flowRoot"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class Writer {
 public:
  Writer(const SvgDocument& document, const SvgStyles& styles, const SvgInspection& inspection,
         const SvgLayerNodes& layers)
      : document_(document), styles_(styles), inspection_(inspection), layers_(layers) {}

  // XML is nested at most 256 levels deep, so this may recurse.
  void write(int node) {
    const SvgNode& element = document_.nodes[static_cast<std::size_t>(node)];
    if (element.kind != SvgNode::Kind::svg) return;
    if (is_text(element.name)) {
      out_ += "<desc/>";
      return;
    }
    const bool is_switch = element.name == "switch";
    const int chosen = is_switch ? chosen_child(document_, node) : -1;
    const std::string_view name = chosen >= 0 ? std::string_view("g") : element.name;
    out_ += '<';
    out_ += name;
    if (node == 0) out_ += R"( xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")";
    write_attributes(node, element.name);
    if (element.first_child < 0 || is_left_empty(name)) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    if (name == "style") {
      write_resolved(styles_.sheet_text(node));
    } else if (chosen >= 0) {
      write(chosen);
    } else {
      for (int child = element.first_child; child >= 0; child = document_.nodes[static_cast<std::size_t>(child)].next) {
        write(child);
      }
    }
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  std::string take() { return std::move(out_); }

 private:
  void write_attributes(int node, std::string_view name) {
    const auto picture = inspection_.pictures.find(node);
    const bool about_point = is_plain_origin(document_, node);
    const bool is_picture = document_.is(node, "image") || document_.is(node, "feImage");
    const auto layer = layers_.find(node);
    const bool has_new_id = layer != layers_.end() && !layer->second.id.empty();
    const bool is_displayed = layer != layers_.end() && layer->second.displayed;
    const bool is_visible = layer != layers_.end() && layer->second.visible;
    const bool is_left_out = layer != layers_.end() && layer->second.left_out;
    const bool has_new_style = is_displayed || is_visible || is_left_out;
    if (has_new_id) write_attribute("id", layer->second.id);
    if (has_new_style) {
      std::string style(document_.attribute(node, "style"));
      if (is_displayed) style += ";display:inline!important";
      if (is_visible) style += ";visibility:visible!important";
      if (is_left_out) style += ";display:none!important";
      write_attribute("style", style);
    }
    for (const SvgAttribute& attribute : document_.attributes(node)) {
      if ((has_new_id && attribute.name == "id") || (has_new_style && attribute.name == "style")) continue;
      // Every browser supports all features.
      if (attribute.name == "requiredFeatures") continue;
      if (name == "style" && (attribute.name == "type" || attribute.name == "media")) continue;
      const bool is_link = attribute.name == "href" || attribute.name == "xlink:href";
      if (is_link && is_picture && is_embedded(attribute.value)) continue;
      if (about_point && attribute.name == "transform-origin") continue;
      if (about_point && attribute.name == "transform") {
        write_transform_about(document_.attribute(node, "transform-origin"), attribute.value);
        continue;
      }
      write_attribute(attribute.name, attribute.value);
    }
    if (picture != inspection_.pictures.end()) write_attribute("href", picture->second);
  }

  // librsvg does not support transform-origin.
  void write_transform_about(std::string_view origin, std::string_view transform) {
    origin = trimmed(origin);
    const std::size_t gap = origin.find_first_of(" ,");
    const std::string x(origin.substr(0, gap));
    const std::string y(origin.substr(std::min(origin.find_first_not_of(" ,", gap), origin.size())));
    const auto opposite = [](const std::string& number) {
      return number.substr(0, 1) == "-" ? number.substr(1) : "-" + number;
    };
    write_attribute("transform", "translate(" + x + " " + y + ") " + std::string(transform) + " translate(" +
                                     opposite(x) + " " + opposite(y) + ")");
  }

  void write_attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    write_resolved(value);
    out_ += '"';
  }

  void write_resolved(std::string_view text) {
    std::string missing;
    std::optional<std::string> plain;
    if (needs_variables(text)) plain = styles_.variables().resolved(text, missing);
    escape(plain ? std::string_view(*plain) : text);
  }

  void escape(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of("<>&\"\t\r\n", at), text.size());
      out_ += text.substr(at, end - at);
      if (end < text.size()) out_ += "&#" + std::to_string(static_cast<unsigned char>(text[end])) + ";";
      at = end + 1;
    }
  }

  const SvgDocument& document_;
  const SvgStyles& styles_;
  const SvgInspection& inspection_;
  const SvgLayerNodes& layers_;
  std::string out_;
};

}  // namespace

std::string written(const SvgDocument& document, const SvgStyles& styles, const SvgInspection& inspection,
                    const SvgLayerNodes& layers) {
  Writer writer(document, styles, inspection, layers);
  writer.write(0);
  return writer.take();
}

}  // namespace anteroom::decoder

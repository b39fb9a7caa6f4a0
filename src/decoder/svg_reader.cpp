#include "decoder/svg_reader.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "decoder/xml_fault.h"

namespace anteroom::decoder {
namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
constexpr std::string_view html_namespace = "http://www.w3.org/1999/xhtml";
constexpr std::string_view include_namespace = "http://www.w3.org/2001/XInclude";
constexpr std::string_view link_namespace = "http://www.w3.org/1999/xlink";
constexpr std::string_view inkscape_namespace = "http://www.inkscape.org/namespaces/inkscape";

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

SvgNode::Kind kind_in_namespace(std::string_view uri) {
  if (uri == svg_namespace) return SvgNode::Kind::svg;
  if (uri == html_namespace) return SvgNode::Kind::html;
  return uri == include_namespace ? SvgNode::Kind::include : SvgNode::Kind::other;
}

// Elements whose text is kept.
bool holds_text(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"text", "style", "foreignObject", "flowRoot"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Builds a document from what libxml2 reports.
class Builder {
 public:
  // Tags are scanned twice, those inside entities more often: `look_back` limits the number of bytes scanned again.
  Builder(xmlParserCtxtPtr parser, SvgDocument& document, std::size_t look_back)
      : parser_(parser), document_(document), look_back_(look_back) {
    xmlSAXHandler& sax = *parser->sax;
    std::memset(&sax, 0, sizeof(sax));
    sax.initialized = XML_SAX2_MAGIC;
    sax.startDocument = [](void* self) { xmlSAX2StartDocument(as_builder(self).parser_); };
    sax.internalSubset = [](void* self, const xmlChar* name, const xmlChar* external, const xmlChar* system) {
      xmlSAX2InternalSubset(as_builder(self).parser_, name, external, system);
    };
    sax.entityDecl = [](void* self, const xmlChar* name, int type, const xmlChar* external, const xmlChar* system,
                        xmlChar* content) {
      xmlSAX2EntityDecl(as_builder(self).parser_, name, type, external, system, content);
    };
    sax.getEntity = [](void* self, const xmlChar* name) {
      return as_builder(self).entity(xmlSAX2GetEntity(as_builder(self).parser_, name));
    };
    sax.getParameterEntity = [](void* self, const xmlChar* name) {
      return as_builder(self).entity(xmlSAX2GetParameterEntity(as_builder(self).parser_, name));
    };
    sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**,
                            int count, int, const xmlChar** attributes) {
      as_builder(self).start(view(name), view(uri), count, attributes);
    };
    sax.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) { as_builder(self).end(); };
    sax.characters = [](void* self, const xmlChar* text, int size) { as_builder(self).add_text(text, size); };
    sax.cdataBlock = sax.characters;
    sax.processingInstruction = [](void* self, const xmlChar* target, const xmlChar* data) {
      as_builder(self).instruct(view(target), view(data));
    };
    // Without it libxml2 would print errors. The type of the error became const in a later version.
    sax.serror = [](void* self, auto error) { as_builder(self).note(*error); };
    parser->userData = this;
  }

  // Ends reading a file that is not valid XML. Returns libxml2's number of the first error.
  int fail_as_xml() {
    if (document_.fault.empty()) {
      document_.fault = error_words_.empty() ? "is broken; export it again" : error_words_;
      document_.fault_line = error_line_;
    }
    return error_ != 0 ? error_ : XML_ERR_INTERNAL_ERROR;
  }

 private:
  static Builder& as_builder(void* self) { return *static_cast<Builder*>(self); }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* copy = static_cast<char*>(document_.memory->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  int line() const { return xmlSAX2GetLineNumber(parser_); }

  // The line where the tag just read begins: its end is far below if a program writes one attribute per line.
  int line_of_tag() {
    const xmlParserInput& input = *parser_->input;
    const auto* begin = reinterpret_cast<const char*>(input.base);
    const auto size = static_cast<std::size_t>(input.cur - input.base);
    const std::string_view read(begin, size);
    const std::size_t within = size > look_back_ ? size - look_back_ : 0;
    const std::size_t tag = read.substr(within).rfind('<');
    if (tag == std::string_view::npos) {
      look_back_ = 0;
      return line();
    }
    const std::string_view text = read.substr(within + tag);
    look_back_ -= text.size();
    return line() - static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  }

  void fail(std::string fault) {
    if (document_.fault.empty()) {
      document_.fault = std::move(fault);
      document_.fault_line = line();
    }
    xmlStopParser(parser_);
  }

  // The first error counts; later ones follow from it. Errors in namespaces do no harm.
  void note(const xmlError& error) {
    if (error_ != 0 || error.level < XML_ERR_ERROR || error.domain == XML_FROM_NAMESPACE) return;
    error_ = error.code;
    const xmlParserInput* input = parser_->input;
    bool at_end = input == nullptr || input->cur >= input->end;
    // A wrong closing tag may be the last one of a complete file.
    if (at_end && input != nullptr && error.code == XML_ERR_TAG_NAME_MISMATCH) at_end = input->cur[-1] != '>';
    error_words_ = xml_fault(error, at_end);
    error_line_ = std::max(error.line, 0);
  }

  // An entity that is about to be expanded; null if it may not be.
  xmlEntityPtr entity(xmlEntityPtr entity) {
    if (entity == nullptr) return nullptr;
    if (entity->etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY || entity->etype == XML_EXTERNAL_GENERAL_UNPARSED_ENTITY ||
        entity->etype == XML_EXTERNAL_PARAMETER_ENTITY) {
      fail("is not a picture that can be drawn: it shows \"" + std::string(view(entity->SystemID).substr(0, 80)) +
           "\" from outside the file; embed it");
      return nullptr;
    }
    unfolded_ += static_cast<std::size_t>(std::max(entity->length, 0)) + 1;
    if (unfolded_ <= max_entity_bytes) return entity;
    fail("is not a picture that can be drawn: its entities (&" + std::string(view(entity->name).substr(0, 40)) +
         ";) unfold to more than " + std::to_string(max_entity_bytes >> 20) + " MB; export it again as plain SVG");
    return nullptr;
  }

  int add_node(SvgNode node) {
    const auto number = static_cast<int>(document_.nodes.size());
    if (document_.nodes.size() >= max_svg_nodes) {
      fail("is not a picture that can be drawn: it has more than " + std::to_string(max_svg_nodes) +
           " elements; make it simpler, or save it as PNG");
      return -1;
    }
    if (!open_.empty()) {
      Open& parent = open_.back();
      node.parent = parent.node;
      int& link = parent.last_child < 0 ? document_.nodes[static_cast<std::size_t>(parent.node)].first_child
                                        : document_.nodes[static_cast<std::size_t>(parent.last_child)].next;
      link = number;
      parent.last_child = number;
    }
    document_.nodes.push_back(node);
    return number;
  }

  void start(std::string_view name, std::string_view uri, int count, const xmlChar** attributes) {
    flush_text();
    // libxml2 starts counting again inside every entity.
    if (open_.size() >= max_svg_depth) {
      fail(nested_too_deep);
      return;
    }
    SvgNode node;
    node.kind = kind_in_namespace(uri);
    node.name = keep(name);
    node.line = line_of_tag();
    node.first_attribute = static_cast<std::uint32_t>(document_.all_attributes.size());
    constexpr int fields = 5;  // name, prefix, namespace, begin and end of the value
    for (int i = 0; i < count; ++i) add_attribute(node.kind, attributes + static_cast<std::ptrdiff_t>(i) * fields);
    node.attributes = static_cast<std::uint32_t>(document_.all_attributes.size()) - node.first_attribute;
    const bool texts = node.kind == SvgNode::Kind::svg && holds_text(name);
    const std::uint32_t first = node.first_attribute, past = first + node.attributes;
    const int number = add_node(node);
    if (number < 0) return;
    for (std::uint32_t i = first; i < past; ++i) {
      const SvgAttribute& attribute = document_.all_attributes[i];
      if (attribute.name == "id") document_.by_id.emplace(attribute.value, number);
    }
    if (node.kind == SvgNode::Kind::svg) add_label(number, count, attributes);
    open_.push_back({number, -1, texts});
    text_depth_ += texts ? 1 : 0;
  }

  // Notes the inkscape:label of an element. Some programs forget to declare the prefix.
  void add_label(int number, int count, const xmlChar** attributes) {
    constexpr int fields = 5;
    for (int i = 0; i < count; ++i) {
      const xmlChar** field = attributes + static_cast<std::ptrdiff_t>(i) * fields;
      const std::string_view uri = view(field[2]);
      const bool is_inkscape = uri == inkscape_namespace || (uri.empty() && view(field[1]) == "inkscape");
      if (!is_inkscape || view(field[0]) != "label") continue;
      const auto* begin = reinterpret_cast<const char*>(field[3]);
      const std::string_view value(begin, static_cast<std::size_t>(reinterpret_cast<const char*>(field[4]) - begin));
      SvgDocument::Labelled& labelled = document_.by_label[keep(value)];
      if (labelled.count++ == 0) labelled.node = number;
    }
  }

  void add_attribute(SvgNode::Kind kind, const xmlChar** field) {
    const std::string_view name = view(field[0]), prefix = view(field[1]), uri = view(field[2]);
    // Some programs forget to declare the prefix.
    const bool is_link = name == "href" && (uri == link_namespace || (uri.empty() && prefix == "xlink"));
    const bool plain = uri.empty() && prefix.empty();
    if (!is_link && !plain) return;
    if (kind != SvgNode::Kind::svg && name != "href" && name != "rel") return;
    const auto* begin = reinterpret_cast<const char*>(field[3]);
    const std::string_view value(begin, static_cast<std::size_t>(reinterpret_cast<const char*>(field[4]) - begin));
    document_.all_attributes.push_back({is_link ? std::string_view("xlink:href") : keep(name), keep(value)});
  }

  void end() {
    flush_text();
    if (open_.empty()) return;
    text_depth_ -= open_.back().texts ? 1 : 0;
    open_.pop_back();
  }

  void add_text(const xmlChar* text, int size) {
    if (text_depth_ == 0) return;
    if (text_.empty()) text_line_ = line();
    text_.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  }

  void flush_text() {
    if (text_.empty()) return;
    SvgNode node;
    node.kind = SvgNode::Kind::text;
    node.text = keep(text_);
    node.line = text_line_;
    text_.clear();
    add_node(node);
  }

  // <?xml-stylesheet href="..."?>: it has a meaning only before the root.
  void instruct(std::string_view target, std::string_view data) {
    if (target != "xml-stylesheet" || !document_.nodes.empty()) return;
    const std::size_t name = data.find("href");
    const std::size_t quote = name == std::string_view::npos ? name : data.find_first_of("\"'", name);
    if (quote == std::string_view::npos) return;
    const std::string_view value = data.substr(quote + 1);
    document_.style_sheets.push_back({keep(value.substr(0, value.find(data[quote]))), line()});
  }

  struct Open {
    int node, last_child;
    bool texts;
  };

  xmlParserCtxtPtr parser_;
  SvgDocument& document_;
  std::vector<Open> open_;
  std::string text_;  // of the piece that is being read
  int text_line_ = 0, text_depth_ = 0;
  std::size_t unfolded_ = 0;
  int error_ = 0, error_line_ = 0;
  std::string error_words_;
  std::size_t look_back_;  // how many bytes line_of_tag() may still read
};

}  // namespace

int read_svg(std::string_view bytes, const char* encoding, SvgDocument& document) {
  document = {};
  document.memory = std::make_unique<std::pmr::monotonic_buffer_resource>(bytes.size() + 4096);
  struct Free {
    void operator()(xmlParserCtxtPtr parser) const {
      xmlFreeDoc(parser->myDoc);
      parser->myDoc = nullptr;
      xmlFreeParserCtxt(parser);
    }
  };
  const std::unique_ptr<xmlParserCtxt, Free> parser(xmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  Builder builder(parser.get(), document, 2 * bytes.size());
  // Entities are expanded; no file and no address is opened, and the limits of libxml2 apply.
  const int usual = XML_PARSE_NOENT | XML_PARSE_NONET;
  // Otherwise libxml2 would also look for the encoding that the bytes name, which opens files if it is built without
  // ICU.
  const int options = encoding == nullptr ? usual : usual | XML_PARSE_IGNORE_ENC;
  xmlDocPtr tree =
      xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, encoding, options);
  xmlFreeDoc(tree);
  parser->myDoc = nullptr;
  return parser->wellFormed == 1 ? 0 : builder.fail_as_xml();
}

}  // namespace anteroom::decoder

#include "decoder/xml_fault.h"

#include <algorithm>

namespace anteroom::decoder {
namespace {

// libxml2's own words, on one line.
std::string message(const xmlError& error) {
  std::string text = error.message != nullptr ? error.message : "";
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text.substr(0, std::min<std::size_t>(text.find_last_not_of(' ') + 1, 120));
}

std::string name_in(const char* text) {
  return text == nullptr ? std::string("?") : std::string(text).substr(0, 40);
}

}  // namespace

const char* const nested_too_deep =
    "is not a picture that can be drawn: its elements are nested more than 256 deep; export it again as plain SVG";

std::string xml_fault(const xmlError& error, bool at_end) {
  const std::string again = "; export it again";
  const std::string text = message(error);
  if (text.find("depth") != std::string::npos) {
    return nested_too_deep;
  }
  if (text.find("too long") != std::string::npos || text.find("HUGE") != std::string::npos) {
    return "is not a picture that can be drawn: it has a value of more than 10 MB, such as an embedded picture; make "
           "it "
           "smaller";
  }
  if (at_end) return "is cut short; copy or export it again";
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return "is broken: <" + name_in(error.str1) + "> of line " + std::to_string(error.int1) + " ends with </" +
             name_in(error.str2) + ">" + again;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return "is broken: &" + name_in(error.str1) + "; means nothing in an SVG" + again;
    case XML_ERR_ENTITY_LOOP:
      return "is broken: an entity contains itself, or grows too large" + again;
    case XML_ERR_INVALID_CHAR:
      return "is broken: it has a character that is not allowed in an SVG" + again;
    default:
      return "is broken: " + text + again;
  }
}

}  // namespace anteroom::decoder

// What libxml2 finds wrong with a file, in words for a receptionist.
#pragma once

#include <libxml/xmlerror.h>

#include <string>

namespace anteroom::decoder {

// For an element nested more deeply than SvgDocument allows.
extern const char* const nested_too_deep;

// `at_end`: the file ended where the error is.
std::string xml_fault(const xmlError& error, bool at_end);

}  // namespace anteroom::decoder

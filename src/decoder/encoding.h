// The encodings of XML files.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::decoder {

// The encoding that an XML declaration in ASCII names; empty: none.
std::string_view declared_encoding(std::string_view bytes);

// True if libxml2 reads `encoding` without help. All others would make the C library load files.
bool is_built_in(std::string_view encoding);

// True if `bytes` are UTF-8 without zero bytes.
bool is_utf8(std::string_view bytes);

// `bytes` converted from `encoding` to UTF-8, with invalid ones replaced; empty: the encoding is not known.
std::string as_utf8(std::string_view bytes, std::string_view encoding);

}  // namespace anteroom::decoder

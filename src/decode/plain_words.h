// Makes words from an untrusted file safe to print.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::decode {

// `text` on one line, of at most 300 bytes and then "…". Control characters, characters that change the direction of
// text, and bytes that are not UTF-8 become "?": a terminal or a log would obey them.
std::string plain_words(std::string_view text);

}  // namespace anteroom::decode

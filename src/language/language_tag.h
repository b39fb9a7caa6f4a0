// What a language's tag says of how it is written.
#pragma once

#include <string_view>

namespace anteroom::language {

// `language` without its script and region: "zh" for zh-Hans.
std::string_view base_language(std::string_view language);

// True where a sentence is measured in characters and no space follows it: Chinese, Cantonese, Japanese.
bool counts_characters(std::string_view language);

// True where words stand without blanks between them.
bool writes_without_blanks(std::string_view language);

}  // namespace anteroom::language

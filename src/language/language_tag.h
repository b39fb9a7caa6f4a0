// What a language tag says about how the language is written.
#pragma once

#include <string_view>

namespace anteroom::language {

// `language` without its script and region: "zh" for zh-Hans.
std::string_view base_language(std::string_view language);

// True for languages whose sentences are measured in characters and not followed by a space: Chinese, Cantonese,
// Japanese.
bool counts_characters(std::string_view language);

// True for languages written without spaces between words.
bool writes_without_blanks(std::string_view language);

}  // namespace anteroom::language

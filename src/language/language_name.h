// The names of languages.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::language {

// The English name of `language` (BCP 47): "Punjabi", "Chinese (Simplified)"; the tag itself if it has none.
std::string english_name(std::string_view language);
// What the language `tag` (BCP 47) is called in the language `in`: "anglais" for "en" in "fr". `tag` itself if ICU does
// not know it.
std::string language_name(std::string_view tag, std::string_view in);

// True if ICU knows the language of `tag` (BCP 47), whatever its region: true for "pt-BR", false for "xx".
bool is_known_language(std::string_view tag);

}  // namespace anteroom::language

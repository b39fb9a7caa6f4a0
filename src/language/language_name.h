// What a language is called.
#pragma once

#include <string>
#include <string_view>

namespace anteroom::language {

// The English name of `language` (BCP 47): "Punjabi", "Chinese (Simplified)"; the tag itself if it has none.
std::string english_name(std::string_view language);

}  // namespace anteroom::language

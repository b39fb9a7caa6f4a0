// Text as ICU takes it.
#pragma once

#include <unicode/unistr.h>

#include <string_view>

namespace anteroom::language {

// `utf8` in ICU's own encoding; what is invalid becomes U+FFFD.
inline icu::UnicodeString icu_text(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
}

}  // namespace anteroom::language

#include "language/language_name.h"

#include <unicode/locid.h>

#include "language/icu_text.h"

namespace anteroom::language {

std::string language_name(std::string_view tag, std::string_view in) {
  icu::UnicodeString name;
  locale_of(tag).getDisplayLanguage(locale_of(in), name);
  return name.isEmpty() ? std::string(tag) : to_utf8(name);
}

}  // namespace anteroom::language

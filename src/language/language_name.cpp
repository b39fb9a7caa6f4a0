#include "language/language_name.h"

#include <unicode/locid.h>

#include "language/icu_text.h"

namespace anteroom::language {

std::string english_name(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
  if (U_FAILURE(status) || locale.isBogus()) return std::string(language);
  icu::UnicodeString name;
  return to_utf8(locale.getDisplayName(icu::Locale::getEnglish(), name));
}

std::string language_name(std::string_view tag, std::string_view in) {
  icu::UnicodeString name;
  locale_of(tag).getDisplayLanguage(locale_of(in), name);
  return name.isEmpty() ? std::string(tag) : to_utf8(name);
}

bool is_known_language(std::string_view tag) {
  const std::string_view language = tag.substr(0, tag.find('-'));
  return language_name(language, "en") != language;
}

}  // namespace anteroom::language

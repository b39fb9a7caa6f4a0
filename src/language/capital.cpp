#include "language/capital.h"

#include <unicode/brkiter.h>
#include <unicode/stringoptions.h>

#include "language/icu_text.h"

namespace anteroom::language {

std::string with_capital(std::string_view text, std::string_view language) {
  icu::UnicodeString units = icu_text(text);
  units.toTitle(nullptr, locale_of(language), U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE);
  return to_utf8(units);
}

}  // namespace anteroom::language

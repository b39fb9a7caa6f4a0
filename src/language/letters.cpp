#include "language/letters.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>

#include "language/icu_text.h"

namespace anteroom::language {

bool is_letter(char32_t character) {
  return u_isalpha(static_cast<UChar32>(character)) != 0;
}

std::string in_ascii(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> change(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, error));
  icu::UnicodeString text = icu_text(utf8);
  if (U_SUCCESS(error) && change) change->transliterate(text);
  return to_utf8(text);
}

}  // namespace anteroom::language

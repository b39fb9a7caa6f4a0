#include "language/letters.h"

#include <unicode/uchar.h>

namespace anteroom::language {

bool is_letter(char32_t character) {
  return u_isalpha(static_cast<UChar32>(character)) != 0;
}

}  // namespace anteroom::language

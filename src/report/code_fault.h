// Can a telephone read a card's QR code from the glass?
#pragma once

#include <string>

#include "model/settings.h"

namespace anteroom::report {

// What keeps a telephone from reading the code of `link` (encoded) on the screen of `settings`, and how long a link may
// be there, in words that follow "`link` is `…`; ". Empty: nothing.
std::string code_fault(const std::string& link, const Settings& settings);

}  // namespace anteroom::report

// Whether a telephone can read a card's QR code from the screen.
#pragma once

#include <string>

#include "model/settings.h"

namespace anteroom::report {

// Why a telephone cannot read the QR code of `link` (encoded) on the screen of `settings`, and how long a link may be
// there; worded to follow "`link` is `…`; ". Empty: it can.
std::string code_fault(const std::string& link, const Settings& settings);

}  // namespace anteroom::report

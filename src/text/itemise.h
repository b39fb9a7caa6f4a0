// Text -> items: bidi levels (UAX 9), scripts (UAX 24) and faces.
#pragma once

#include <unicode/unistr.h>

#include <vector>

#include "text/fonts.h"
#include "text/layout.h"
#include "text/runs.h"

namespace anteroom::text {

// The items of one paragraph in logical order, without gaps. The paragraph runs in the direction of the style's
// language; telephone numbers and dates always run from left to right.
std::vector<Item> itemise(const icu::UnicodeString& text, const Style& style, Fonts& fonts);

}  // namespace anteroom::text

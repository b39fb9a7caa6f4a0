// What `anteroom notice` says about words that are too long.
#pragma once

#include <string>

#include "model/content.h"
#include "model/notice.h"
#include "text/fonts.h"

namespace anteroom::report {

// In whole lines, which of the words of `asked` the screen of `content` does not show at the usual text size, and how
// many letters fit; empty: it shows them all. `read`: the notice as the screen reads it, which cuts words that are much
// too long.
std::string what_is_cut(const Content& content, text::Fonts& fonts, const Notice& asked, const Notice& read);

}  // namespace anteroom::report

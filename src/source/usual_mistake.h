// What the author of a file that is not TOML did, in the author's own terms.
#pragma once

#include <optional>
#include <string>

#include "source/source_file.h"

namespace anteroom::source {

struct Mistake {
  Position at;          // where it must be corrected
  std::string message;  // what is wrong there, and what to write
};

// The first of the usual mistakes in `text`: a quote, a comma, a bracket or = that is missing, typographic quotes, a
// date or a number in another form, a name written twice and so on. Nothing if there is none at or before the line
// `last`, where the parser stopped. Independent of the parser's version and wording. Linear in the size of `text`.
std::optional<Mistake> usual_mistake(const std::string& text, unsigned last);

}  // namespace anteroom::source

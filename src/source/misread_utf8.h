// UTF-8 that a program took for Windows-1252 or Latin-1 and saved again: "Ã©" where "é" was, "â€™" where "’" was.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

struct Misread {
  std::size_t offset = 0, size = 0;  // in bytes
  std::string original;              // the original text; empty if that is lost
};

// The misread places in `utf8`, in order. Adjacent letters are one place. Sequences that real text may have are not
// included: a capital letter and a quotation mark after it ("MANHÃ”") could also be one misread letter, but only of a
// word that nobody writes.
std::vector<Misread> misread_utf8(std::string_view utf8);

}  // namespace anteroom::source

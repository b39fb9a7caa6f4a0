// UTF-8 that a program took for Windows-1252 or Latin-1 and saved again: "Ã©" where "é" was, "â€™" where "’" was.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anteroom::source {

struct Misread {
  std::size_t offset = 0, size = 0;  // in bytes
  std::string meant;                 // what stood there before; empty where that is lost, too
};

// The places in `utf8` that were misread, in order. Letters that follow each other are one place. What real text may
// hold is none: a capital letter and the quotation mark behind it ("MANHÃ”") could be two letters of a word, but only
// in words that nobody writes so.
std::vector<Misread> misread_utf8(std::string_view utf8);

}  // namespace anteroom::source

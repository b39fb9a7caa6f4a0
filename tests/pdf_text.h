// PDFs as poppler (pdftotext, pdfinfo) reads them, which shares no code with what wrote them.
#pragma once

#include <array>
#include <cctype>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <utility>

#include "catch.h"
#include "temporary_folder.h"

namespace anteroom {

inline std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 4096> block{};
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), pipe)) output.append(block.data(), got);
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

inline std::string without(std::string text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) {
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos;) text.erase(at, std::string(part).size());
  }
  return text;
}

inline std::string without_direction_marks(std::string text) {
  return without(std::move(text),
                 {"\u202a", "\u202b", "\u202c", "\u200e", "\u200f", "\u2066", "\u2067", "\u2068", "\u2069"});
}

// Letters and digits alone. poppler puts the signs beside words from right to left where they stand, not where they are
// read.
inline std::string letters_of(std::string text) {
  std::erase_if(text, [](unsigned char byte) { return byte < 0x80 && std::isalnum(byte) == 0; });
  return without(without_direction_marks(std::move(text)), {"،", "؛", "؟", "“", "”", "«", "»", "\u00a0", "\u202f"});
}

class WrittenPdf {
 public:
  explicit WrittenPdf(const std::string& bytes) { folder_.write("it.pdf", bytes); }
  std::string path() const { return (folder_ / "it.pdf").string(); }
  // As it stands on its pages, or on one of them.
  std::string text(const std::string& pages = "") const {
    return without_direction_marks(output_of("pdftotext -layout " + pages + " " + path() + " -"));
  }
  std::string page(int number) const { return text("-f " + std::to_string(number) + " -l " + std::to_string(number)); }
  // In the order in which it was written.
  std::string letters() const { return letters_of(output_of("pdftotext -raw " + path() + " -")); }
  std::string info() const { return output_of("pdfinfo " + path()); }
  int pages() const {
    const std::string said = info();
    const std::size_t at = said.find("Pages:");
    REQUIRE(at != std::string::npos);
    return std::stoi(said.substr(at + std::string("Pages:").size()));
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace anteroom

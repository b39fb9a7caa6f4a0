#include "source/encoding.h"

#include "catch.h"

using namespace anteroom::source;
using namespace std::string_literals;

namespace {

// `ascii` with each character as `bytes` bytes, little endian or big endian.
std::string wide(const std::string& ascii, std::size_t bytes, bool little) {
  std::string result;
  for (const char letter : ascii) {
    const std::string zeros(bytes - 1, '\0');
    result += little ? letter + zeros : zeros + letter;
  }
  return result;
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without its byte order mark") {
  for (const std::string& text : {""s, "role = \"wall\"\n"s, "name = \"Clinique d’Érable\"\n"s, "折紙\0"s}) {
    INFO(text);
    for (const std::string& mark : {""s, "\xEF\xBB\xBF"s}) {
      const DecodedText read = decoded(mark + text);
      CHECK(read.utf8 == text);
      CHECK(read.saved_as.empty());
      CHECK(read.damage.empty());
    }
  }
}

TEST_CASE("UTF-16 and UTF-32 are read with a byte order mark and UTF-16 without one, too") {
  const std::string text = "role = \"wall\"\ncontent = \"cards\"\n";
  struct Sample {
    std::string mark;
    std::size_t bytes;
    bool little;
    const char* saved_as;
  };
  const Sample samples[] = {
      {"\xFF\xFE", 2, true, "UTF-16"}, {"\xFE\xFF", 2, false, "UTF-16"},     {"", 2, true, "UTF-16"},
      {"", 2, false, "UTF-16"},        {"\xFF\xFE\0\0"s, 4, true, "UTF-32"}, {"\0\0\xFE\xFF"s, 4, false, "UTF-32"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.saved_as << (sample.little ? " little" : " big") << " endian, mark of " << sample.mark.size());
    const DecodedText read = decoded(sample.mark + wide(text, sample.bytes, sample.little));
    CHECK(read.utf8 == text);
    CHECK(read.saved_as == sample.saved_as);
    CHECK(read.damage.empty());
  }
}

TEST_CASE("letters beyond ASCII are read from UTF-16") {
  CHECK(decoded("\xFF\xFEn\0 \0=\0 \0\"\0\xC9\0\x19 \x98\x62\x3D\xD8\x00\xDE\"\0"s).utf8 == "n = \"É’折😀\"");
}

TEST_CASE("each byte that is not UTF-8 becomes one replacement character") {
  const DecodedText read = decoded("d\x92\xC9rable \xC3\x28 \xF0\x9F");
  CHECK(read.utf8 == "d\uFFFD\uFFFDrable \uFFFD( \uFFFD");
  CHECK(read.damage == std::vector<std::size_t>{1, 4, 13, 18});
  CHECK(read.saved_as.empty());
}

TEST_CASE("UTF-16 that is cut in the middle of a character keeps what comes before") {
  const DecodedText read = decoded("\xFF\xFE" + wide("role = \"wall\"\n", 2, true) + "x");
  CHECK(read.utf8 == "role = \"wall\"\n\uFFFD");
  CHECK(read.damage == std::vector<std::size_t>{14});
}

TEST_CASE("zero bytes alone are not UTF-16") {
  CHECK(decoded(std::string(512, '\0')).saved_as.empty());
  CHECK(decoded("role = \"wall\"\n" + std::string(512, '\0')).saved_as.empty());
}

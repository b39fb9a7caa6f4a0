#include "decode/plain_words.h"

#include <random>

#include "catch.h"
#include "decode/reply.h"

using namespace anteroom::decode;

TEST_CASE("words of a file are printed as they are or with a question mark") {
  struct Row {
    std::string text, words;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"is damaged", "is damaged"},
      {"élan 漢字 ਪੰਜਾਬੀ 😀", "élan 漢字 ਪੰਜਾਬੀ 😀"},
      {"two\nlines\r\tand a tab", "two?lines??and a tab"},
      {std::string("a\0b", 3), "a?b"},
      {"red \x1b[31m", "red ?[31m"},
      {"\x7f", "?"},
      {"\xC2\x9B"
       "31m",
       "?31m"},                                                    // the same as one character
      {"\xE2\x80\xAEtxet", "?txet"},                               // reverses the direction of text
      {"\xFF\xC3", "??"},                                          // not UTF-8
      {"\xC0\xAF", "??"},                                          // a slash, overlong
      {"\xED\xA0\x80", "???"},                                     // half of a surrogate pair
      {"\xF4\x90\x80\x80", "????"},                                // beyond the last character
      {std::string(300, 'x'), std::string(300, 'x')},              //
      {std::string(301, 'x'), std::string(300, 'x') + "…"},        //
      {std::string(299, 'x') + "é", std::string(299, 'x') + "…"},  // a character is not split
      {std::string(1000, '\n'), std::string(300, '?') + "…"},      //
  };
  for (const Row& row : rows) CHECK(plain_words(row.text) == row.words);
}

TEST_CASE("no words of a file are too long or unsafe to print") {
  std::mt19937 numbers(7);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (unsigned left = numbers() % 400; left > 0; --left) text.push_back(static_cast<char>(numbers()));
    const std::string words = plain_words(text);
    REQUIRE(words.size() <= 303);
    REQUIRE(plain_words(words.substr(0, 300)).substr(0, 290) == words.substr(0, 290));
    for (const char each : words) REQUIRE((static_cast<unsigned char>(each) >= 0x20 && each != 0x7F));
  }
}

TEST_CASE("what a reply says can be printed") {
  Reply reply;
  reply.refused = "no\njail";
  reply.facts.emplace().fault = "\x1b[2J";
  reply.facts->remarks.push_back({3, "a\rb"});
  reply.drawings.emplace_back().fault = std::string(5000, 'x');
  const std::optional<Reply> read = reply_from(to_bytes(reply));
  REQUIRE(read);
  CHECK(read->refused == "no?jail");
  CHECK(read->facts->fault == "?[2J");
  CHECK(read->facts->remarks.front().text == "a?b");
  CHECK(read->drawings.front().fault.size() < 310);
}

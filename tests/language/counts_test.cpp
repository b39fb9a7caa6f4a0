// How words and characters are counted.
#include "language/counts.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "language/sentences.h"

using namespace anteroom::language;

TEST_CASE("reading is counted as readers would") {
  struct Sample {
    const char* text;
    const char* language;
    int words;
    int characters;
  };
  const Sample samples[] = {
      {"", "en", 0, 0},
      {"A fold in paper stays.", "en", 5, 22},
      {"A follow-up costs 1.5 minutes", "en", 5, 29},
      {"rock - paper", "en", 2, 12},
      {"L’effet dure de 48 à 72\u00A0heures\u00A0: c’est tout.", "fr", 9, 44},
      {"Call \u2068911\u2069  now\n\nplease", "en", 4, 19},
      {"e\u0301te\u0301 👨‍👩‍👧 x", "fr", 2, 7},
      {"折り紙は紙を折る", "ja", 5, 8},
      {"नमस्ते दुनिया", "hi", 2, 0},
  };
  for (const Sample& sample : samples) {
    INFO(sample.text);
    const Counts found = counts(sample.text, sample.language);
    CHECK(found.words == sample.words);
    if (sample.characters > 0) CHECK(found.characters == sample.characters);
  }
  CHECK(longest_sentence("One two three. One two? One two three four\nfive six.", "en") == 4);
}

TEST_CASE("plain words are counted as ICU counts them") {
  static const std::vector<std::string> pieces = {
      "a", "bc", "Été", "œ", "7", "42", " ", " ", "\n",     "-",       "'",      "’",
      "‘", ".",  ",",   ";", ":", "!",  "(", ")", "•",      "«\u00A0", "\u2068", "\u2069",
      "_", "·",  "²",   "µ", "/", "%",  "–", "…", "\u202F", "\u2011",  "\u00A0"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t length = random() % 14; length > 0; --length) text += pieces[random() % pieces.size()];
    INFO(text);
    // A soft hyphen behind a blank is no word; a text with one is always counted by ICU.
    REQUIRE(counts(text, "fr").words == counts(text + " \u00AD", "fr").words);
  }
}

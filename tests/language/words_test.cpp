// How words and characters are counted.
#include "language/words.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"

namespace anteroom::language {
namespace {

struct Counted {
  std::string text, language;
  int count;
};

TEST_CASE("words are counted as their readers would") {
  const std::vector<Counted> table{
      {"", "en", 0},
      {"   \n", "en", 0},
      {"A fold in paper stays.", "en", 5},
      {"A follow-up call", "en", 3},
      {"state-of-the-art", "en", 1},
      {"follow\u2011up", "en", 1},
      {"neuro\u00ADtoxin", "en", 1},
      {"patients' questions", "en", 2},
      {"don't", "en", 1},
      {"don\u2019t", "en", 1},
      {"l'effet", "fr", 1},
      {"L\u2019effet d\u2019aujourd\u2019hui", "fr", 2},
      {"Est-ce normal\u00A0?", "fr", 2},
      {"\u00AB\u00A0un pli\u00A0\u00BB", "fr", 2},
      {"48 to 72 hours", "en", 4},
      {"48.5 mm", "en", 2},
      {"48,5 mm", "fr", 2},
      {"3\u201314 days", "en", 3},
      {"dose - time", "en", 2},
      {"one\ntwo", "en", 2},
      {"Call \u2068514-555-0100\u2069 now", "en", 3},
      {"\u2068Botox\u2069-like", "en", 1},
      {"\u2026 ! ? \u2014", "en", 0},
      {"\U0001F600 ok", "en", 1},
      {"\u0645\u0631\u062D\u0628\u0627 \u0628\u0643", "ar", 2},
      {"\u4F60\u597D", "zh", 1},
      {"\xFF", "en", 0},
  };
  for (const Counted& c : table) {
    INFO(c.text << " in " << c.language);
    CHECK(word_count(c.text, c.language) == c.count);
  }
}

TEST_CASE("characters are counted as they are seen") {
  const std::vector<Counted> table{
      {"", "en", 0},
      {"abc", "en", 3},
      {"a b", "en", 3},
      {"a  \n  b", "en", 3},
      {"  a  ", "en", 1},
      {"e\u0301", "fr", 1},
      {"\u00E9", "fr", 1},
      {"\u2068514\u2069", "en", 3},
      {"a\u00ADb", "en", 2},
      {"\U0001F468\u200D\U0001F469", "en", 1},
      {"a\u2068 \u2069b", "en", 3},
      {"\u0628\u064E\u062A", "ar", 2},
      {"\u4F60\u597D\u3002", "zh", 3},
  };
  for (const Counted& c : table) {
    INFO(c.text);
    CHECK(character_count(c.text, c.language) == c.count);
  }
}

TEST_CASE("words and characters are counted together as readers would") {
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
    // A soft hyphen after a space is not a word; a text that has one is always counted by ICU.
    REQUIRE(counts(text, "fr").words == counts(text + " \u00AD", "fr").words);
  }
}

TEST_CASE("names and numbers may be the same in two languages") {
  for (const char* text : {"12:30", "519 555 0100", "Dr. A. Person", "Praxis Müller"}) CHECK(is_name_or_number(text));
  for (const char* text : {"Our clinic", "Day 0", "Pause", "牙医", ""}) CHECK_FALSE(is_name_or_number(text));
}

}  // namespace
}  // namespace anteroom::language

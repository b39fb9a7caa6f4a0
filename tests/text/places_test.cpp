#include "text/places.h"

#include <cmath>
#include <string>
#include <vector>

#include "catch.h"
#include "language/paragraphs.h"
#include "language/sentences.h"
#include "text/fake_fonts.h"

namespace anteroom::text {
namespace {

// Style of 10 mm, so that a letter is 5 mm wide; lines 14 mm apart, the first baseline 10 mm below the top.
Layout lay_out_letters(const std::string& utf8, const std::string& language, double letters, FakeFonts& fonts) {
  Style style;
  style.language = language;
  return lay_out(utf8, style, letters * 5, fonts);
}

// A stretch in letters from the layout's left edge, on line `line`.
struct Place {
  int line;
  double from, letters;
};

struct Row {
  std::string what, language, text;
  double letters;  // how many fit on a line
  int paragraph, start, end;
  std::vector<Place> places;
};

const std::vector<Row> places{
    {"a whole line", "en", "abc def", 20, 0, 0, 7, {{0, 0, 7}}},
    {"its beginning", "en", "abc def", 20, 0, 0, 3, {{0, 0, 3}}},
    {"its middle", "en", "abc def", 20, 0, 2, 5, {{0, 2, 3}}},
    {"its end", "en", "abc def", 20, 0, 4, 7, {{0, 4, 3}}},
    {"nothing", "en", "abc def", 20, 0, 3, 3, {}},
    {"more than there is", "en", "abc", 20, 0, 1, 99, {{0, 1, 2}}},
    {"another paragraph", "en", "abc\ndef", 20, 1, 1, 2, {{1, 1, 1}}},
    {"behind an empty paragraph", "en", "abc\n\ndef", 20, 2, 0, 3, {{2, 0, 3}}},
    {"no such paragraph", "en", "abc", 20, 3, 0, 3, {}},
    {"two lines", "en", "abc def ghi", 7, 0, 4, 11, {{0, 4, 3}, {1, 0, 3}}},
    {"three lines", "en", "abc def ghi", 3, 0, 0, 11, {{0, 0, 3}, {1, 0, 3}, {2, 0, 3}}},
    {"only the second line", "en", "abc def ghi", 7, 0, 8, 11, {{1, 0, 3}}},
    {"wide letters", "zh-Hans", "\u4F60\u597D\u518D\u89C1", 20, 0, 2, 4, {{0, 4, 4}}},
    {"narrow and wide letters join", "zh-Hans", "ab\u4F60\u597D", 20, 0, 0, 4, {{0, 0, 6}}},
    // Right to left: the line of 20 letters begins at its right edge.
    {"a whole line to the left", "ar", "\u0628\u0628\u0628 \u062A\u062A", 20, 0, 0, 6, {{0, 14, 6}}},
    {"its beginning is right", "ar", "\u0628\u0628\u0628 \u062A\u062A", 20, 0, 0, 2, {{0, 18, 2}}},
    {"its end is left", "ar", "\u0628\u0628\u0628 \u062A\u062A", 20, 0, 4, 6, {{0, 14, 2}}},
    // "BBB abc TT" on the screen, from the left: TT abc BBB.
    {"a foreign word in the middle", "ar", "\u0628\u0628\u0628 abc \u062A\u062A", 20, 0, 4, 7, {{0, 13, 3}}},
    {"around a foreign word", "ar", "\u0628\u0628\u0628 abc \u062A\u062A", 20, 0, 0, 10, {{0, 10, 10}}},
    {"into a foreign word: in two pieces",
     "ar",
     "\u0628\u0628\u0628 abc \u062A\u062A",
     20,
     0,
     0,
     5,
     {{0, 13, 1}, {0, 16, 4}}},
    {"a foreign word in English", "en", "ab \u0628\u062A cd", 20, 0, 3, 4, {{0, 4, 1}}},
    // Characters that are never drawn take no room before, inside or after.
    {"isolates before", "en", "ab \u2068911\u2069 cd", 20, 0, 9, 11, {{0, 7, 2}}},
    {"isolates inside", "en", "ab \u2068911\u2069 cd", 20, 0, 0, 11, {{0, 0, 9}}},
    {"isolates at both ends", "en", "ab \u2068911\u2069 cd", 20, 0, 3, 8, {{0, 3, 3}}},
    {"a soft hyphen before", "en", "ab\u00ADcd ef", 20, 0, 6, 8, {{0, 5, 2}}},
    {"isolates in a line to the left",
     "ar",
     "\u0628\u0628 \u2068\u062C\u062C\u2069 \u062A\u062A",
     20,
     0,
     8,
     10,
     {{0, 12, 2}}},
    {"only isolates", "en", "ab \u2068911\u2069 cd", 20, 0, 3, 4, {}},
};

TEST_CASE("a part of a text is found at its position on the screen") {
  for (const Row& row : places) {
    FakeFonts fonts;
    const Layout layout = lay_out_letters(row.text, row.language, row.letters, fonts);
    std::vector<Stretch> found = places_of(layout, row.paragraph, row.start, row.end, fonts);
    std::erase_if(found, [](const Stretch& each) { return each.width_mm <= 0; });
    INFO(row.what);
    REQUIRE(found.size() == row.places.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].x_mm == Approx(row.places[i].from * 5));
      CHECK(found[i].width_mm == Approx(row.places[i].letters * 5));
      CHECK(found[i].baseline_mm == Approx(layout.lines[static_cast<std::size_t>(row.places[i].line)].baseline_mm));
    }
  }
}

// Texts like those of cards.
struct Sample {
  std::string language, text;
  std::vector<std::string> sentences;
};
const std::vector<Sample> samples{
    {"en", "Source: Dr. A. Rassouli. Ask Mr. Roy! Why?", {"Source: Dr. A. Rassouli.", "Ask Mr. Roy!", "Why?"}},
    {"en",
     "A title\nOne. Two.\n\nCall \u2068911\u2069. Wait.",
     {"A title", "One.", "Two.", "Call \u2068911\u2069.", "Wait."}},
    {"fr", "Voyez Dre. Roy. Est-ce normal\u00A0? Oui.", {"Voyez Dre. Roy.", "Est-ce normal\u00A0?", "Oui."}},
    {"es", "\u00BFSigue leyendo? S\u00ED.", {"\u00BFSigue leyendo?", "S\u00ED."}},
    {"zh-Hans",
     "\u4F60\u597D\u3002\u518D\u89C1\uFF01\u597D\u5417\uFF1F\u597D",
     {"\u4F60\u597D\u3002", "\u518D\u89C1\uFF01", "\u597D\u5417\uFF1F", "\u597D"}},
    {"ar",
     "\u0647\u0644 \u0647\u0630\u0627\u061F \u0646\u0639\u0645. \u0634\u0643\u0631\u0627",
     {"\u0647\u0644 \u0647\u0630\u0627\u061F", "\u0646\u0639\u0645.", "\u0634\u0643\u0631\u0627"}},
    {"pa",
     "\u0A07\u0A39 \u0A28\u0A30\u0A2E \u0A39\u0A48\u0964 \u0A2A\u0A41\u0A71\u0A1B\u0A4B\u0964 \u0A15\u0A40?",
     {"\u0A07\u0A39 \u0A28\u0A30\u0A2E \u0A39\u0A48\u0964", "\u0A2A\u0A41\u0A71\u0A1B\u0A4B\u0964", "\u0A15\u0A40?"}},
};

TEST_CASE("a sentence's position in its paragraph is that of its words") {
  for (const Sample& sample : samples) {
    INFO(sample.text);
    const std::vector<icu::UnicodeString> paragraphs = language::paragraphs_of(sample.text);
    std::vector<std::string> texts;
    int paragraph = 0, end = 0;
    for (const language::Sentence& each : language::placed_sentences(sample.text, sample.language)) {
      REQUIRE(static_cast<std::size_t>(each.paragraph) < paragraphs.size());
      std::string words;
      paragraphs[static_cast<std::size_t>(each.paragraph)]
          .tempSubStringBetween(each.start, each.end)
          .toUTF8String(words);
      CHECK(words == each.text);
      // In order, none inside another.
      CHECK((each.paragraph > paragraph || each.start >= end));
      paragraph = each.paragraph;
      end = each.end;
      texts.push_back(each.text);
    }
    CHECK(texts == sample.sentences);
  }
}

TEST_CASE("the sentences of a text together cover all of its ink") {
  for (const Sample& sample : samples) {
    for (const double letters : {6.0, 11.0, 60.0}) {
      FakeFonts fonts;
      const Layout layout = lay_out_letters(sample.text, sample.language, letters, fonts);
      double marked = 0, drawn = 0, spaces = 0;
      for (const language::Sentence& each : language::placed_sentences(sample.text, sample.language)) {
        for (const Stretch& stretch : places_of(layout, each.paragraph, each.start, each.end, fonts)) {
          marked += stretch.width_mm;
          CHECK(stretch.x_mm >= -0.001);
          CHECK(stretch.x_mm + stretch.width_mm <= letters * 5 + 0.001);
        }
      }
      for (const Line& line : layout.lines) drawn += line.width_mm;
      // Between two sentences of a line is a space that belongs to neither.
      spaces = 5 * static_cast<double>(sample.sentences.size() - 1);
      INFO(sample.text << " in lines of " << letters);
      CHECK(marked <= drawn + 0.001);
      CHECK(marked >= drawn - spaces - 0.001);
    }
  }
}

}  // namespace
}  // namespace anteroom::text

// Properties of every layout, tested on seeded random texts.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "language/words.h"
#include "text/fake_fonts.h"
#include "text/layout.h"

namespace anteroom::text {
namespace {

using Catch::Matchers::WithinAbs;

// Pulls some pairs together and others apart, also across spaces, so that a whole run is not the sum of its words.
class KerningFonts : public FakeFonts {
 public:
  double advance(FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) override {
    double sum = FakeFonts::advance(face, utf8, script, right_to_left);
    for (std::size_t i = 1; i < utf8.size(); ++i) {
      if (utf8[i - 1] == 'T' && utf8[i] == ' ') sum -= 0.08;
      if (utf8[i - 1] == ' ' && utf8[i] == 'V') sum += 0.07;
      if (utf8[i - 1] == 'A' && utf8[i] == 'V') sum -= 0.1;
    }
    return sum;
  }
};

// Every part is one grapheme or a stretch that may be broken; no white space but ' ' and '\n'.
const std::vector<std::string> parts{"a",
                                     "T",
                                     "V",
                                     "AV",
                                     "neuro\u00ADtoxin",
                                     "e\u0301",
                                     "follow-up",
                                     "48",
                                     ".",
                                     ",",
                                     "?",
                                     " ",
                                     " ",
                                     " ",
                                     "  ",
                                     "\n",
                                     "(",
                                     ")",
                                     "\u2068",
                                     "\u2069",
                                     "\u05D0",
                                     "\u05D1\u05D2",
                                     "\u0628\u064E",
                                     "\u062A",
                                     "\u0661\u0662",
                                     "\u4F60",
                                     "\u597D",
                                     "\u3002",
                                     "\u300C",
                                     "\uD55C",
                                     "\U0001F468\u200D\U0001F469",
                                     "\u0E01\u0E34",
                                     "\u0915\u094D\u0937",
                                     "\u200B",
                                     "\u00AB\u00A0",
                                     "\u00A0\u00BB",
                                     "extraordinarily",
                                     "\u060C ",
                                     "\u061F",
                                     "\u066A",
                                     "\u0645\u06CC\u200C\u062E",
                                     "+1 519",
                                     "24/7",
                                     "\u0A2A\u0A4D\u0A30",
                                     "\u0A38\u0A71\u0A1A",
                                     "\u0A15\u0A3F\u0A70",
                                     "\u0964 ",
                                     "\uFF0C",
                                     "\u2014\u2014",
                                     "\u2026\u2026",
                                     "\u201C\u4F60\u201D"};

std::string random_text(std::mt19937& random) {
  std::string text;
  const auto count = std::uniform_int_distribution<int>(0, 60)(random);
  std::uniform_int_distribution<std::size_t> which(0, parts.size() - 1);
  for (int i = 0; i < count; ++i) text += parts[which(random)];
  return text;
}

void erase_all(std::string& text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
}

// `text` without white space, some of which may hang at line ends.
std::string without_white(std::string text) {
  erase_all(text, " ");
  erase_all(text, "\n");
  erase_all(text, "\u00A0");
  return text;
}

void check_lines(const Layout& layout) {
  for (const Line& line : layout.lines) {
    INFO("line: " << line.text);
    double x_mm = line.x_mm;
    double width_mm = 0;
    for (const Run& run : line.runs) {
      CHECK_FALSE(run.utf8.empty());
      CHECK_THAT(run.x_mm, WithinAbs(x_mm, 1e-6));
      CHECK(run.width_mm >= 0);
      x_mm += run.width_mm;
      width_mm += run.width_mm;
    }
    CHECK_THAT(line.width_mm, WithinAbs(width_mm, 1e-6));
    CHECK(line.width_mm <= layout.width_mm + 1e-6);
    if (line.width_mm > layout.available_mm + 1e-6) {
      // A single grapheme, which cannot be broken; the two consonants of a Gurmukhi conjunct count as two.
      const bool conjunct = line.text.find("\u0A4D\u0A30") != std::string::npos;
      CHECK(language::character_count(line.text, layout.style.language) == (conjunct ? 2 : 1));
      continue;
    }
    CHECK(line.x_mm >= -1e-6);
    CHECK(line.x_mm + line.width_mm <= layout.available_mm + 1e-6);
  }
  CHECK_THAT(layout.height_mm, WithinAbs(static_cast<double>(layout.lines.size()) * 14, 1e-6));
}

TEST_CASE("every text stays within its width and keeps its letters") {
  std::mt19937 random(20260721);
  const std::vector<std::string> languages{"en", "fr", "ar", "zh", "th"};
  for (int round = 0; round < 600; ++round) {
    const std::string text = random_text(random);
    Style style;
    style.language = languages[static_cast<std::size_t>(round) % languages.size()];
    style.align = round % 7 == 0 ? Align::centre : Align::start;
    const double available_mm = std::uniform_real_distribution<double>(4, 150)(random);
    INFO("round " << round << " in " << style.language << ", " << available_mm << " mm: " << text);
    KerningFonts fonts;
    const Layout layout = lay_out(text, style, available_mm, fonts);

    std::string lines;
    for (const Line& line : layout.lines) lines += line.text;
    CHECK(without_white(lines) == without_white(text));
    check_lines(layout);
  }
}

TEST_CASE("hanging white space is all that the lines leave out") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text = random_text(random);
    const double available_mm = std::uniform_real_distribution<double>(4, 100)(random);
    INFO("round " << round << ", " << available_mm << " mm: " << text);
    KerningFonts fonts;
    const Layout layout = lay_out(text, Style{}, available_mm, fonts);
    std::size_t at = 0;
    // Byte by byte: a no-break space has two.
    const auto hangs = [&] {
      return at < text.size() && std::string(" \n\xC2\xA0").find(text[at]) != std::string::npos;
    };
    for (const Line& line : layout.lines) {
      while (hangs() && text.compare(at, line.text.size(), line.text) != 0) ++at;
      REQUIRE(text.compare(at, line.text.size(), line.text) == 0);
      at += line.text.size();
    }
    while (hangs()) ++at;
    CHECK(at == text.size());
  }
}

TEST_CASE("the same text gives the same layout") {
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    const std::string text = random_text(random);
    KerningFonts fresh;
    KerningFonts used;
    lay_out("something else", Style{}, 70, used);
    CHECK(lay_out(text, Style{}, 60, fresh) == lay_out(text, Style{}, 60, used));
  }
}

TEST_CASE("a greater width never takes more lines") {
  std::mt19937 random(13);
  for (int round = 0; round < 100; ++round) {
    const std::string text = random_text(random);
    FakeFonts fonts;
    std::size_t lines = lay_out(text, Style{}, 20, fonts).lines.size();
    for (int width_mm = 30; width_mm < 200; width_mm += 10) {
      INFO(width_mm << " mm: " << text);
      const std::size_t fewer = lay_out(text, Style{}, width_mm, fonts).lines.size();
      CHECK(fewer <= lines);
      lines = fewer;
    }
  }
}

TEST_CASE("any bytes at all can be laid out") {
  std::mt19937 random(17);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(static_cast<std::size_t>(round % 50), ' ');
    for (char& b : bytes) b = static_cast<char>(byte(random));
    INFO("round " << round);
    FakeFonts fonts;
    const Layout layout = lay_out(bytes, Style{}, 30, fonts);
    check_lines(layout);
  }
}

}  // namespace
}  // namespace anteroom::text

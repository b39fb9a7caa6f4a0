// How lines are chosen over a whole paragraph: for titles (balanced) and for all other text (pretty).
#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "language/icu_text.h"
#include "language/words.h"
#include "text/fake_fonts.h"
#include "text/layout.h"

namespace anteroom::text {
namespace {

using Texts = std::vector<std::string>;

Layout chosen(const std::string& utf8, const std::string& language, double letters, Breaks breaks) {
  FakeFonts fonts;
  Style style;
  style.language = language;
  style.breaks = breaks;
  return lay_out(utf8, style, letters * 5, fonts);
}

Texts texts_of(const Layout& layout) {
  Texts texts;
  for (const Line& line : layout.lines) texts.push_back(line.text);
  return texts;
}

Texts balanced(const std::string& utf8, double letters, const std::string& language = "en") {
  return texts_of(chosen(utf8, language, letters, Breaks::balanced));
}

Texts pretty(const std::string& utf8, double letters, const std::string& language = "en") {
  return texts_of(chosen(utf8, language, letters, Breaks::pretty));
}

int words_in_last_line(const Layout& layout) {
  const icu::UnicodeString line = language::icu_text(layout.lines.back().text);
  const std::vector<bool> starts = language::word_starts(line, layout.style.language);
  return static_cast<int>(std::count(starts.begin(), starts.end(), true));
}

// Words of one to nine letters.
std::string random_words(std::mt19937& random, int count) {
  std::uniform_int_distribution<std::size_t> length(1, 9);
  std::string text;
  for (int i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text.append(length(random), 'a');
  }
  return text;
}

// A line's words and width in letters.
struct Measure {
  std::size_t words = 0, width = 0;
};
Measure measure_of(const std::string& line) {
  return {static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1, line.size()};
}

// One way to break a text: its number of lines, the width of the widest one, the first one and the last one.
struct Way {
  std::size_t lines = 0, widest = 0;
  Measure first = {}, last = {};
};

Way way_of(const Layout& layout) {
  const Texts lines = texts_of(layout);
  Way way{.lines = lines.size(), .first = measure_of(lines.front()), .last = measure_of(lines.back())};
  for (const std::string& line : lines) way.widest = std::max(way.widest, line.size());
  return way;
}

// Adds every way to break `words` from `from` on into `lines` lines that are at most `letters` wide, after those of
// `way`.
void add_ways(const Texts& words, std::size_t from, std::size_t lines, std::size_t letters, const Way& way,
              std::vector<Way>& ways) {
  std::size_t width = 0;
  for (std::size_t end = from + 1; end <= words.size(); ++end) {
    width += words[end - 1].size() + (end > from + 1 ? 1 : 0);
    if (width > letters) return;
    Way longer = way;
    ++longer.lines;
    longer.widest = std::max(longer.widest, width);
    longer.last = {end - from, width};
    if (from == 0) longer.first = longer.last;
    if (lines == 1 && end == words.size()) ways.push_back(longer);
    if (lines > 1 && end < words.size()) add_ways(words, end, lines - 1, letters, longer, ways);
  }
}

// How bad the ends of a title are, as best_lines counts it.
int cost_of_ends(const Way& way, std::size_t letters) {
  if (way.lines < 2) return 0;
  const auto is_short = [&](const Measure& line) {
    return static_cast<double>(line.width) < 0.3 * static_cast<double>(letters);
  };
  const int first = way.first.words == 1 && is_short(way.first) ? 2 : 0;
  if (way.last.words > 1) return first;
  return first + (is_short(way.last) ? 3 : 1);
}

}  // namespace

TEST_CASE("a title is as narrow as its number of lines allows") {
  CHECK(balanced("Muscles rest, lines relax", 20) == Texts{"Muscles rest,", "lines relax"});
  CHECK(balanced("Rare, but do not wait", 17) == Texts{"Rare, but", "do not wait"});
  CHECK(balanced("one line", 20) == Texts{"one line"});
  CHECK(balanced("", 20).empty());
  CHECK(balanced("א ב ג ד הההה", 9, "he") == Texts{"א ב ג", "ד הההה"});
  CHECK(balanced("什么时候应该看到效果", 16, "zh-Hans") == Texts{"什么时候", "应该看到效果"});
}

TEST_CASE("a title does not begin with one short word if other breaks of as many lines avoid it") {
  CHECK(balanced("La formation compte", 13, "fr") == Texts{"La formation", "compte"});
  CHECK(balanced("Not only for wrinkles", 14) == Texts{"Not only", "for wrinkles"});
  CHECK(balanced("La formation", 9, "fr") == Texts{"La", "formation"});  // unavoidable
}

TEST_CASE("a title of many lines has no line of one word in its middle") {
  CHECK(balanced("What do you watch for after it and for how long", 14) ==
        Texts{"What do you", "watch for", "after it and", "for how long"});
}

TEST_CASE("a French verb is not parted from the pronoun behind its hyphen") {
  CHECK(balanced("Vais-je rester ainsi", 15, "fr") == Texts{"Vais-je", "rester ainsi"});
  CHECK(pretty("Que ferez-vous si", 13, "fr") == Texts{"Que", "ferez-vous si"});
  CHECK(pretty("Ainsi peut-être, verrez-vous", 22, "fr").back().find("verrez-vous") != std::string::npos);
}

TEST_CASE("a balanced text still has the room that it was laid out for") {
  const Layout layout = chosen("Rare, but do not wait", "en", 17, Breaks::balanced);
  CHECK(layout.available_mm == 85);
  CHECK(layout.width_mm == 55);
}

TEST_CASE("a text does not end in one word if other breaks of as many lines avoid it") {
  CHECK(pretty("Call the clinic at once if it gets worse", 37) == Texts{"Call the clinic at once if it", "gets worse"});
  CHECK(pretty("two words", 6) == Texts{"two", "words"});  // unavoidable
  CHECK(pretty("aaaa bbbb cccc. dd", 9) == Texts{"aaaa bbbb", "cccc. dd"});
  CHECK(pretty("one two six\nthen two words", 10) == Texts{"one", "two six", "then", "two words"});
  CHECK(pretty("it is long, go", 11) == Texts{"it is", "long, go"});
  CHECK(pretty("请马上打电话到诊所吧", 18, "zh-Hans").back().size() > std::string("吧").size());
}

TEST_CASE("a text does not end in a few short words if other breaks of as many lines avoid it") {
  CHECK(pretty("They will not go away fully as we do", 34) == Texts{"They will not go away", "fully as we do"});
  CHECK(pretty("a wide text and so on in it", 24) == Texts{"a wide text and so", "on in it"});
  CHECK(pretty("aaaaaaaaaaaaaaaaaaaa bb c", 20) == Texts{"aaaaaaaaaaaaaaaaaaaa", "bb c"});  // unavoidable
}

TEST_CASE("a line does not end behind the first word of a sentence if that leaves not much room empty") {
  CHECK(pretty("They look well for a time. Ask about the risks now", 30) ==
        Texts{"They look well for a time.", "Ask about the risks now"});
  CHECK(pretty("It is well. Ask about all of the risks that there are", 28) ==
        Texts{"It is well. Ask about all of", "the risks that there are"});
}

TEST_CASE("a Chinese line rather ends behind a mark, and a particle stays with what it leads to") {
  CHECK(pretty("这些卡片提供一般信息，不是医疗建议和其他内容", 27, "zh-Hans").front() == "这些卡片提供一般信息，");
  for (const std::string& line : pretty("请和为您治疗的人商量一下再做决定吧", 14, "zh-Hans")) {
    CHECK_FALSE(line.starts_with("人"));
  }
}

TEST_CASE("of two last lines of one word the one that is not very short is chosen") {
  // "c" alone cannot be avoided with less than three lines, whatever is done: no line is added for it.
  CHECK(pretty("aaaaaaaaaa bbbbbbbbb c", 10) == Texts{"aaaaaaaaaa", "bbbbbbbbb", "c"});
}

TEST_CASE("a number and its unit are on one line if it has room for both") {
  CHECK(pretty("It eases after 48 to 72 hours or so, we think", 22).at(1).find("48 to 72 hours") != std::string::npos);
  CHECK(pretty("about 3 months", 9) == Texts{"about", "3 months"});
  CHECK(pretty("48 to 72 hours", 8) == Texts{"48 to", "72 hours"});  // no line has room for the whole
  CHECK(pretty("48 to 72 hours", 6) == Texts{"48", "to 72", "hours"});
}

TEST_CASE("no way to break a random text is better than the one that is chosen") {
  std::mt19937 random(20261129);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_words(random, 2 + round % 9);
    const auto letters = std::uniform_int_distribution<std::size_t>(9, 30)(random);
    INFO("round " << round << ", " << letters << " letters: " << text);
    const Layout plain = chosen(text, "en", static_cast<double>(letters), Breaks::plain);
    const Layout pretty = chosen(text, "en", static_cast<double>(letters), Breaks::pretty);
    const Layout balanced = chosen(text, "en", static_cast<double>(letters), Breaks::balanced);
    REQUIRE(pretty.lines.size() == plain.lines.size());
    REQUIRE(balanced.lines.size() == plain.lines.size());
    std::vector<Way> ways;
    add_ways(language::words(text, "en"), 0, plain.lines.size(), letters, {}, ways);
    REQUIRE_FALSE(ways.empty());
    const bool avoidable = std::any_of(ways.begin(), ways.end(), [](const Way& way) { return way.last.words > 1; });
    if (plain.lines.size() > 1) CHECK((words_in_last_line(pretty) > 1) == avoidable);
    const auto cost = [&](const Way& way) { return cost_of_ends(way, letters); };
    int least = std::numeric_limits<int>::max();
    for (const Way& way : ways) least = std::min(least, cost(way));
    CHECK(cost(way_of(balanced)) == least);
    if (plain.lines.size() > 3) continue;  // those are not made narrower
    std::size_t narrowest = letters;
    for (const Way& way : ways) {
      if (cost(way) == least) narrowest = std::min(narrowest, way.widest);
    }
    CHECK(balanced.width_mm <= static_cast<double>(narrowest) * 5 + 1);
  }
}

TEST_CASE("chosen lines keep every rule of a layout") {
  // Kerned across spaces, so that whole lines are wider or narrower than the sum of their words.
  class KernedFonts : public FakeFonts {
   public:
    double advance(FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) override {
      double sum = FakeFonts::advance(face, utf8, script, right_to_left);
      for (std::size_t i = 1; i < utf8.size(); ++i) {
        if (utf8[i - 1] == ' ') sum += 0.04;
      }
      return sum;
    }
  };
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_words(random, 30);
    const double width_mm = std::uniform_real_distribution<double>(50, 160)(random);
    INFO("round " << round << ", " << width_mm << " mm: " << text);
    KernedFonts fonts;
    Style style;
    const std::size_t plain = lay_out(text, style, width_mm, fonts).lines.size();
    style.breaks = round % 2 == 0 ? Breaks::pretty : Breaks::balanced;
    const Layout layout = lay_out(text, style, width_mm, fonts);
    CHECK(layout.lines.size() <= plain);
    std::string all;
    for (const Line& line : layout.lines) {
      CHECK(line.width_mm <= width_mm + 1e-6);
      all += (all.empty() ? "" : " ") + line.text;
    }
    CHECK(all == text);
  }
}

TEST_CASE("to choose lines costs hardly more measuring than to fill them") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word and ";
  for (const Breaks breaks : {Breaks::pretty, Breaks::balanced}) {
    FakeFonts fonts;
    Style style;
    style.breaks = breaks;
    lay_out(text, style, 40 * 5, fonts);
    CHECK(fonts.measured_bytes() < 5 * text.size());
  }
}

}  // namespace anteroom::text

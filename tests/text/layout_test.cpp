#include "text/layout.h"

#include <unicode/uchar.h>

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "language/icu_text.h"
#include "text/fake_fonts.h"

namespace anteroom::text {
namespace {

using Catch::Matchers::WithinAbs;

// Style of 10 mm, so that a letter is 5 mm wide.
Style style(const std::string& language) {
  Style style;
  style.language = language;
  return style;
}

std::vector<std::string> line_texts(const Layout& layout) {
  std::vector<std::string> texts;
  for (const Line& line : layout.lines) texts.push_back(line.text);
  return texts;
}

// What is drawn of each line, left to right, its runs separated by '|'. Right-to-left runs are in logical order, in
// braces.
std::vector<std::string> drawn(const Layout& layout) {
  std::vector<std::string> lines;
  for (const Line& line : layout.lines) {
    std::string text;
    for (const Run& run : line.runs) {
      if (!text.empty()) text += '|';
      text += run.right_to_left ? "{" + run.utf8 + "}" : run.utf8;
    }
    lines.push_back(text);
  }
  return lines;
}

struct Case {
  std::string name, language, text;
  double letters;  // how many half-em letters fit on a line
  std::vector<std::string> lines;
  std::vector<std::string> drawn;
};

using Lines = std::vector<std::string>;

const std::vector<Case> cases{
    {"one line", "en", "two words", 9, {"two words"}, {"two words"}},
    {"the space hangs", "en", "two words", 5, {"two", "words"}, {"two", "words"}},
    {"many spaces hang", "en", "two    words", 5, {"two", "words"}, {"two", "words"}},
    {"spaces inside stay", "en", "a  b", 9, {"a  b"}, {"a  b"}},
    {"space at the end", "en", "two ", 3, {"two"}, {"two"}},
    {"hard paragraphs", "en", "one\ntwo", 9, {"one", "two"}, {"one", "two"}},
    {"a blank line stays", "en", "one\n\ntwo", 9, {"one", "", "two"}, {"one", "", "two"}},
    {"a last line end adds nothing", "en", "one\n", 9, {"one"}, {"one"}},
    {"carriage returns go", "en", "one\r\ntwo", 9, {"one", "two"}, {"one", "two"}},
    {"only a line end", "en", "\n", 9, {""}, {""}},
    {"empty", "en", "", 9, {}, {}},
    {"only spaces", "en", "   ", 2, {""}, {""}},
    {"a tab is a space", "en", "a\tb", 9, {"a b"}, {"a b"}},
    {"controls go", "en", std::string("a\x01") + "b\x7F", 9, {"ab"}, {"ab"}},
    {"a hyphen ends a line", "en", "follow-up", 7, {"follow-", "up"}, {"follow-", "up"}},
    {"no-break hyphen", "en", "a follow\u2011up", 10, {"a", "follow\u2011up"}, {"a", "follow\u2011up"}},
    {"long word", "en", "abcdefgh", 3, {"abc", "def", "gh"}, {"abc", "def", "gh"}},
    {"long word after a short", "en", "ab cdefgh ij", 4, {"ab", "cdef", "gh", "ij"}, {"ab", "cdef", "gh", "ij"}},
    {"less room than a letter", "en", "abc", 0.5, {"a", "b", "c"}, {"a", "b", "c"}},
    {"a mark stays on its letter", "en", "ae\u0301i", 1, {"a", "e\u0301", "i"}, {"a", "e\u0301", "i"}},
    {"soft hyphen unused", "en", "neuro\u00ADtoxin", 10, {"neuro\u00ADtoxin"}, {"neurotoxin"}},
    {"soft hyphen used", "en", "neuro\u00ADtoxin", 9, {"neuro\u00AD", "toxin"}, {"neuro-", "toxin"}},
    {"no room for its hyphen", "en", "a neuro\u00ADtoxin", 7, {"a", "neuro\u00AD", "toxin"}, {"a", "neuro-", "toxin"}},
    {"zero-width space", "en", "ab\u200Bcd", 3, {"ab\u200B", "cd"}, {"ab", "cd"}},
    {"ill-formed", "en", "a\xFF\x62\xC3", 9, {"a\uFFFDb\uFFFD"}, {"a\uFFFDb\uFFFD"}},
    {"cut sequence", "en", "\xE2\x82 x", 9, {"\uFFFD x"}, {"\uFFFD x"}},
    {"emoji family",
     "en",
     "\U0001F468\u200D\U0001F469 ok",
     2.5,
     {"\U0001F468\u200D\U0001F469", "ok"},
     {"\U0001F468\u200D\U0001F469", "ok"}},
    {"isolates are not drawn", "en", "Call \u2068514\u2069 now", 12, {"Call \u2068514\u2069 now"}, {"Call 514 now"}},
    {"isolates have no width",
     "en",
     "\u2068ab\u2069 \u2068cd\u2069",
     2,
     {"\u2068ab\u2069", "\u2068cd\u2069"},
     {"ab", "cd"}},

    {"French stop", "fr", "Est-ce normal\u00A0?", 13, {"Est-ce", "normal\u00A0?"}, {"Est-ce", "normal\u00A0?"}},
    {"narrow no-break space", "fr", "un test\u202F!", 7, {"un", "test\u202F!"}, {"un", "test\u202F!"}},
    {"guillemets",
     "fr",
     "le \u00AB\u00A0pli\u00A0\u00BB reste",
     9,
     {"le", "\u00AB\u00A0pli\u00A0\u00BB", "reste"},
     {"le", "\u00AB\u00A0pli\u00A0\u00BB", "reste"}},
    {"guillemets typed with spaces",
     "fr",
     "le \u00AB pli \u00BB reste",
     9,
     {"le", "\u00AB pli \u00BB", "reste"},
     {"le", "\u00AB pli \u00BB", "reste"}},

    // Shalom, alef bet: letters of one face, shown from the right.
    {"Hebrew", "he", "\u05D0\u05D1 \u05D2", 9, {"\u05D0\u05D1 \u05D2"}, {"{\u05D0\u05D1 \u05D2}"}},
    {"Hebrew lines", "he", "\u05D0\u05D1 \u05D2", 2, {"\u05D0\u05D1", "\u05D2"}, {"{\u05D0\u05D1}", "{\u05D2}"}},
    {"Hebrew in English", "en", "to \u05D0\u05D1 go", 12, {"to \u05D0\u05D1 go"}, {"to |{\u05D0\u05D1}| go"}},
    {"English in Hebrew", "he", "\u05D0 abc \u05D1", 12, {"\u05D0 abc \u05D1"}, {"{ \u05D1}|abc|{\u05D0 }"}},
    {"a word in brackets", "he", "\u05D0 (abc)", 12, {"\u05D0 (abc)"}, {"{)}|abc|{\u05D0 (}"}},
    {"English first in Arabic", "ar", "abc \u0628", 12, {"abc \u0628"}, {"{ \u0628}|abc"}},
    {"telephone number in Arabic",
     "ar",
     "\u0628 \u2068514-555\u2069 \u062A",
     20,
     {"\u0628 \u2068514-555\u2069 \u062A"},
     {"{ \u062A}|514-555|{\u0628 }"}},
    {"a range of numbers in Arabic",
     "ar",
     "\u0628 514-555 \u062A",
     20,
     {"\u0628 514-555 \u062A"},
     {"{ \u062A}|555|{-}|514|{\u0628 }"}},
    // The plus comes first: before any digit has chosen a face.
    {"telephone number abroad in Arabic",
     "ar",
     "\u0628 \u2068+1 (519) 555\u2069 \u062A",
     20,
     {"\u0628 \u2068+1 (519) 555\u2069 \u062A"},
     {"{ \u062A}|+|1 (519) 555|{\u0628 }"}},
    {"brackets around a foreign word look alike",
     "zh",
     "\u4F60(Botox)\u597D",
     20,
     {"\u4F60(Botox)\u597D"},
     {"\u4F60(|Botox|)\u597D"}},
    {"quotation marks around a foreign word look alike",
     "zh",
     "\u4F60\u00ABBotox\u00BB.",
     20,
     {"\u4F60\u00ABBotox\u00BB."},
     {"\u4F60\u00AB|Botox|\u00BB."}},
    {"a bracket that nothing closes", "zh", "\u4F60(Botox, b", 20, {"\u4F60(Botox, b"}, {"\u4F60(|Botox, b"}},
    {"24/7 in Arabic", "ar", "\u0628 24/7\u060C", 20, {"\u0628 24/7\u060C"}, {"{\u060C}|24/7|{\u0628 }"}},
    // A number runs from left to right, with its percent sign on the left.
    {"Arabic per cent",
     "ar",
     "\u0628 \u0669\u0665\u066A \u062A",
     20,
     {"\u0628 \u0669\u0665\u066A \u062A"},
     {"{\u066A \u062A}|\u0669\u0665|{\u0628 }"}},
    {"Arabic stops do not begin a line",
     "ar",
     "\u0628\u0628\u060C \u062A\u062A\u061B \u062B\u062B\u061F",
     3,
     {"\u0628\u0628\u060C", "\u062A\u062A\u061B", "\u062B\u062B\u061F"},
     {"{\u0628\u0628\u060C}", "{\u062A\u062A\u061B}", "{\u062B\u062B\u061F}"}},
    // Persian "mi-khaham": the shaper needs the non-joiner.
    {"joiners are kept",
     "fa",
     "\u0645\u06CC\u200C\u062E\u0648",
     20,
     {"\u0645\u06CC\u200C\u062E\u0648"},
     {"{\u0645\u06CC\u200C\u062E\u0648}"}},
    {"vowel signs stay",
     "ar",
     "\u0628\u064E\u062A\u064E",
     1,
     {"\u0628\u064E", "\u062A\u064E"},
     {"{\u0628\u064E}", "{\u062A\u064E}"}},

    {"Chinese full stop",
     "zh",
     "\u4F60\u597D\u3002\u4F60\u597D",
     4,
     {"\u4F60", "\u597D\u3002", "\u4F60\u597D"},
     {"\u4F60", "\u597D\u3002", "\u4F60\u597D"}},
    // It may be at a line's start or end, but in one piece (GB/T 15834).
    {"a Chinese long dash is not cut",
     "zh",
     "\u4F60\u4F60\u597D\u2014\u2014\u597D",
     7,
     {"\u4F60\u4F60\u597D", "\u2014\u2014\u597D"},
     {"\u4F60\u4F60\u597D", "\u2014\u2014|\u597D"}},
    {"a Chinese ellipsis does not begin a line",
     "zh",
     "\u4F60\u597D\u2026\u2026\u597D",
     5,
     {"\u4F60", "\u597D\u2026\u2026", "\u597D"},
     {"\u4F60", "\u597D|\u2026\u2026", "\u597D"}},
    {"Chinese quotation marks stay with their words",
     "zh",
     "\u4F60\u597D\u201C\u5927\u201D\u597D",
     6,
     {"\u4F60\u597D", "\u201C\u5927\u201D\u597D"},
     {"\u4F60\u597D", "\u201C|\u5927|\u201D|\u597D"}},
    {"a Latin word in Chinese is not cut",
     "zh",
     "\u4F60\u597DBotox\u597D",
     8,
     {"\u4F60\u597D", "Botox\u597D"},
     {"\u4F60\u597D", "Botox|\u597D"}},
    {"Chinese opening bracket",
     "zh",
     "\u4F60\u597D\u300C\u5927\u300D",
     6,
     {"\u4F60\u597D", "\u300C\u5927\u300D"},
     {"\u4F60\u597D", "\u300C\u5927\u300D"}},
    {"Chinese breaks anywhere else",
     "zh",
     "\u4F60\u597D\u4F60\u597D",
     6,
     {"\u4F60\u597D\u4F60", "\u597D"},
     {"\u4F60\u597D\u4F60", "\u597D"}},

    // Prashan: pa, virama and ra are one sign; so are ka, virama and ssa.
    {"a Gurmukhi conjunct is not cut",
     "pa",
     "\u0A2A\u0A4D\u0A30\u0A36\u0A3C\u0A28",
     1,
     {"\u0A2A\u0A4D\u0A30", "\u0A36\u0A3C", "\u0A28"},
     {"\u0A2A\u0A4D\u0A30", "\u0A36\u0A3C", "\u0A28"}},
    {"a Devanagari conjunct is not cut",
     "hi",
     "\u0915\u094D\u0937\u0915",
     1,
     {"\u0915\u094D\u0937", "\u0915"},
     {"\u0915\u094D\u0937", "\u0915"}},
    {"a Japanese line does not begin with a small kana",
     "ja",
     "\u6728\u3061\u3087",
     5,
     {"\u6728", "\u3061\u3087"},
     {"\u6728", "\u3061\u3087"}},
    {"a Japanese line does not begin with a long vowel mark",
     "ja",
     "\u6728\u30AB\u30FC\u30C9",
     4,
     {"\u6728", "\u30AB\u30FC", "\u30C9"},
     {"\u6728", "\u30AB\u30FC", "\u30C9"}},
};

TEST_CASE("hard cases break and order as the table says") {
  for (const Case& c : cases) {
    INFO(c.name);
    FakeFonts fonts;
    const Layout layout = lay_out(c.text, style(c.language), c.letters * 5, fonts);
    CHECK(line_texts(layout) == c.lines);
    CHECK(drawn(layout) == c.drawn);
  }
}

TEST_CASE("a layout has the measures of its lines") {
  FakeFonts fonts;
  const Layout layout = lay_out("three\n\nof us", style("en"), 100, fonts);
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.available_mm == 100);
  CHECK_THAT(layout.width_mm, WithinAbs(25, 1e-6));
  CHECK_THAT(layout.height_mm, WithinAbs(3 * 14, 1e-6));
  CHECK_THAT(layout.cap_height_mm, WithinAbs(7, 1e-6));
  // Ascent 9, descent 3, in a box of 14: one above, one below.
  CHECK_THAT(layout.lines[0].baseline_mm, WithinAbs(10, 1e-6));
  CHECK_THAT(layout.lines[1].baseline_mm, WithinAbs(24, 1e-6));
  CHECK_THAT(layout.lines[2].baseline_mm, WithinAbs(38, 1e-6));
  CHECK(layout.lines[1].runs.empty());
  CHECK(layout.lines[1].width_mm == 0);
}

TEST_CASE("an empty text takes no room") {
  FakeFonts fonts;
  const Layout layout = lay_out("", style("en"), 100, fonts);
  CHECK(layout.lines.empty());
  CHECK(layout.height_mm == 0);
  CHECK(layout.width_mm == 0);
}

TEST_CASE("lines are aligned to the start side of the language") {
  FakeFonts fonts;
  Style centred = style("en");
  centred.align = Align::centre;
  CHECK(lay_out("abcd", style("en"), 100, fonts).lines.at(0).x_mm == 0);
  CHECK_THAT(lay_out("abcd", centred, 100, fonts).lines.at(0).x_mm, WithinAbs(40, 1e-6));
  // Even when the text begins with a Latin word.
  const Layout arabic = lay_out("abcd", style("ar"), 100, fonts);
  CHECK(arabic.right_to_left);
  CHECK_THAT(arabic.lines.at(0).x_mm, WithinAbs(80, 1e-6));
  CHECK_THAT(arabic.lines.at(0).runs.at(0).x_mm, WithinAbs(80, 1e-6));
}

TEST_CASE("runs are adjacent and know their script and face") {
  FakeFonts fonts;
  const Layout layout = lay_out("to \u05D0\u05D1 \u4F60", style("en"), 100, fonts);
  REQUIRE(layout.lines.size() == 1);
  const std::vector<Run>& runs = layout.lines[0].runs;
  REQUIRE(runs.size() == 4);
  CHECK(runs[0] == Run{"to ", 0, "Latn", false, 0, 15, 0, 3});
  CHECK(runs[1] == Run{"\u05D0\u05D1", 1, "Hebr", true, 15, 10, 3, 5});
  CHECK(runs[2] == Run{" ", 0, "Latn", false, 25, 5, 5, 6});
  CHECK(runs[3] == Run{"\u4F60", 2, "Hani", false, 30, 10, 6, 7});
}

TEST_CASE("only lines that cut a word are marked") {
  FakeFonts fonts;
  const Layout layout = lay_out("ab cdefgh ij", style("en"), 20, fonts);
  std::vector<bool> broken;
  for (const Line& line : layout.lines) broken.push_back(line.broken_word);
  CHECK(broken == std::vector<bool>{false, true, false, false});
}

TEST_CASE("a screen began with a closing quotation mark and a semicolon, cut off the word before them") {
  FakeFonts fonts;
  const std::u32string_view ends = U".,;:!?\u2026\u060C\u061B\u061F\u3002\u3001\uFF01\uFF1F\uFF1B\uFF1A\uFF0C\u0964";
  int closing = 0, opening = 0;
  for (char32_t c = 0x21; c < 0x10000; ++c) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    const bool closes = (mask & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0 || ends.find(c) != std::u32string_view::npos;
    const bool opens = (mask & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
    if (!closes && !opens) continue;
    const std::string mark = language::to_utf8(icu::UnicodeString(static_cast<UChar32>(c)), 0, 1);
    for (const char* language : {"en", "fr", "es", "ar", "zh-Hans", "pa"}) {
      INFO(std::hex << static_cast<int>(c) << " " << language);
      if (closes) {
        // As wide as the word, so that the mark alone has no room.
        const Lines lines = line_texts(lay_out("abcdef" + mark + ";", style(language), 30, fonts));
        REQUIRE(lines.size() == 2);
        CHECK(lines[1].starts_with("f" + mark));
        ++closing;
      }
      if (opens) {
        const double wide = 15 + 10 * FakeFonts::width(c);
        const Lines lines = line_texts(lay_out("abc" + mark + "defgh", style(language), wide, fonts));
        REQUIRE(lines.size() > 1);
        CHECK_FALSE(lines[0].ends_with(mark));
        ++opening;
      }
    }
  }
  CHECK(closing > 6 * 80);
  CHECK(opening > 6 * 80);
  // Marks alone are cut rather than run over the edge.
  for (const Line& line : lay_out("((((((((", style("en"), 15, fonts).lines) CHECK(line.width_mm <= 15 + 1e-6);
}

TEST_CASE("where a word was cut before a mark that a space belongs to, the next line began with the space") {
  FakeFonts fonts;
  for (const char* text : {"abcdef ;gh", "abcdef ] ;", "abcdef \u2026 ]", "abcdef , 95"}) {
    for (double width = 11; width < 90; width += 4) {
      const Lines lines = line_texts(lay_out(text, style("en"), width, fonts));
      INFO(text << " in " << width);
      for (const std::string& line : lines) CHECK_FALSE(line.starts_with(" "));
    }
  }
}

TEST_CASE("a layout knows whether one of its words is cut") {
  FakeFonts fonts;
  CHECK_FALSE(lay_out("", style("en"), 20, fonts).has_broken_word());
  CHECK_FALSE(lay_out("four then", style("en"), 20, fonts).has_broken_word());
  CHECK(lay_out("four letters", style("en"), 20, fonts).has_broken_word());
}

TEST_CASE("a tight layout has the same lines and hardly more room than they need") {
  struct Row {
    std::string language, text;
    double width_mm, tight_mm;
  };
  const auto [language, words, width_mm, tight_mm] =
      GENERATE(Row{"en", "two words", 100, 45.5}, Row{"en", "two words", 25, 25}, Row{"en", "two words", 30, 25.5},
               Row{"ar", "abc", 100, 15.5}, Row{"en", "", 100, 100});
  FakeFonts fonts;
  const Layout tight = lay_out_tight(words, style(language), width_mm, fonts);
  CHECK(line_texts(tight) == line_texts(lay_out(words, style(language), width_mm, fonts)));
  CHECK(tight.available_mm == tight_mm);
}

TEST_CASE("languages written right to left") {
  for (const char* language : {"ar", "ar-EG", "he", "fa", "ur", "ps", "yi", "ckb", "pa-Arab"}) {
    INFO(language);
    CHECK(is_right_to_left(language));
  }
  for (const char* language : {"en", "fr-CA", "pa", "zh-Hant", "tr", "ru", "", "not a language"}) {
    INFO(language);
    CHECK_FALSE(is_right_to_left(language));
  }
}

TEST_CASE("a long text without spaces is not measured over and over") {
  FakeFonts fonts;
  const std::string text(10'000, 'a');
  const Layout layout = lay_out(text, style("en"), 40 * 5, fonts);
  CHECK(layout.lines.size() == 250);
  CHECK(fonts.measured_bytes() < 30 * text.size());
}

TEST_CASE("ordinary text is measured only a few times") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word and ";
  FakeFonts fonts;
  lay_out(text, style("en"), 40 * 5, fonts);
  CHECK(fonts.measured_bytes() < 4 * text.size());
}

TEST_CASE("a paragraph gap is between paragraphs and nowhere else") {
  FakeFonts fonts;
  Style parted = style("en");
  parted.paragraph_gap = 0.5;
  const Layout one = lay_out("a b c d", parted, 20, fonts);
  REQUIRE(one.lines.size() > 1);
  CHECK_THAT(one.height_mm, WithinAbs(14.0 * static_cast<double>(one.lines.size()), 1e-9));
  const Layout two = lay_out("a\nb", parted, 100, fonts);
  REQUIRE(two.lines.size() == 2);
  CHECK_THAT(two.height_mm, WithinAbs(33, 1e-9));
  CHECK_THAT(two.lines[1].baseline_mm - two.lines[0].baseline_mm, WithinAbs(19, 1e-9));
}

}  // namespace
}  // namespace anteroom::text

// How telephone numbers and dates are laid out: from left to right, and on one line.
#include <string>
#include <vector>

#include "catch.h"
#include "text/fake_fonts.h"
#include "text/layout.h"

namespace anteroom::text {
namespace {

Layout lay_out_letters(const std::string& utf8, const std::string& language, double letters) {
  FakeFonts fonts;
  Style style;
  style.language = language;
  return lay_out(utf8, style, letters * 5, fonts);
}

std::vector<std::string> lines_of(const std::string& utf8, const std::string& language, double letters) {
  std::vector<std::string> lines;
  for (const Line& line : lay_out_letters(utf8, language, letters).lines) lines.push_back(line.text);
  return lines;
}

// The runs of the one line of `utf8`, from left to right, separated by '|' where the direction changes; right-to-left
// ones in braces.
std::string drawn(const std::string& utf8, const std::string& language) {
  const Layout layout = lay_out_letters(utf8, language, 1000);
  std::string text;
  const Run* before = nullptr;
  for (const Run& run : layout.lines.at(0).runs) {
    if (before != nullptr && (before->right_to_left || run.right_to_left)) text += '|';
    text += run.right_to_left ? "{" + run.utf8 + "}" : run.utf8;
    before = &run;
  }
  return text;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a telephone number typed into Arabic or Hebrew was reversed") {
  CHECK(drawn("ب +1 519 555-0177. ت", "ar") == "{. ت}|+1 519 555-0177|{ب }");
  CHECK(drawn("ب ٠٥٠-١٢٣ ٤٥٦٧ ت", "ar") == "{ ت}|٠٥٠-١٢٣ ٤٥٦٧|{ب }");
  CHECK(drawn("ب (519) 555-0177 ت", "ur") == "{ ت}|(519) 555-0177|{ب }");
  CHECK(drawn("ب ۰۲۱-۸۸۸۸ ۱۲۳۴ ت", "fa") == "{ ت}|۰۲۱-۸۸۸۸ ۱۲۳۴|{ب }");
  CHECK(drawn("ב +972 3/765-4321 ג", "he") == "{ ג}|+972 3/765-4321|{ב }");
  CHECK(drawn("ב 2026-11-28 ג", "he") == "{ ג}|2026-11-28|{ב }");
  CHECK(drawn("see ب 519 555-0177 now", "en") == "see |{ب}| 519 555-0177 now");
  // What is read from right to left stays so.
  CHECK(drawn("ب 48-72 ت", "ar") == "{ ت}|72|{-}|48|{ب }");
}

TEST_CASE("a telephone number is on one line if it fits there") {
  CHECK(lines_of("Call 519 555 0134 now", "en", 12) == Lines{"Call", "519 555 0134", "now"});
  CHECK(lines_of("Call 519 555 0134 now", "en", 18) == Lines{"Call 519 555 0134", "now"});
  CHECK(lines_of("Call 519 555 0134, now", "en", 13) == Lines{"Call", "519 555 0134,", "now"});
  CHECK(lines_of("请拨打519 555 0134或者", "zh-Hans", 14) == Lines{"请拨打", "519 555 0134或", "者"});
  CHECK(lines_of("请拨打０１０－１２３４５", "zh-Hans", 18) == Lines{"请拨打", "０１０－１２３４５"});
  // Other numbers may be broken wherever UAX 14 allows.
  CHECK(lines_of("Take 48 72 hours", "en", 7) == Lines{"Take 48", "72", "hours"});
}

TEST_CASE("a telephone number wider than the line is cut at its spaces") {
  CHECK(lines_of("Call 519 555 0134 now", "en", 11) == Lines{"Call 519", "555 0134", "now"});
  CHECK(lines_of("Call 519 555 0134 now", "en", 4) == Lines{"Call", "519", "555", "0134", "now"});
  CHECK(lines_of("Call 519-555-0134 now", "en", 6) == Lines{"Call", "519-55", "5-0134", "now"});
}

TEST_CASE("a layout keeps its text as it was written") {
  const std::string text = "اتصلوا +1 519 555-0177 الآن";
  const Layout layout = lay_out_letters(text, "ar", 1000);
  CHECK(layout.text == text);
  CHECK(layout.lines.at(0).text == text);
}

}  // namespace anteroom::text

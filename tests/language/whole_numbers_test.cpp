// What is read as one number in any language, and what follows the language's own direction.
#include "language/whole_numbers.h"

#include <string>
#include <vector>

#include "catch.h"
#include "language/characters.h"
#include "language/icu_text.h"

namespace anteroom::language {
namespace {

// `utf8` with each whole number between < and >.
std::string marked(const std::string& utf8) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string result;
  int32_t done = 0;
  for (const WholeNumber& number : whole_numbers(text)) {
    result += to_utf8(text, done, number.start) + "<" + to_utf8(text, number.start, number.end) + ">";
    done = number.end;
  }
  return result + to_utf8(text, done, text.length());
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char c) { return c == '<' || c == '>'; });
  return text;
}

const std::vector<std::string> telephone_numbers = {
    "Call <519 555-0134> now.",
    "Call <519-555-0134>, or <519.555.0134>; <555-0134>",
    "<+1 519 555 0134>",
    "<+1 (519) 555-0134> (<(519) 555-0134>)",
    "(<519 555 0134>)",
    "<(519)555-0134> and <1 (800) 267-9675>.",
    "<+15195550134> and <+44 (0)20 7946 0958>",
    "<+49 30/123 45-67>, <0171/1234567>, <0171 / 1234567>, <030 - 1234567>",
    "<06 12 34 56 78>, <06.12.34.56.78>, <06-12-34-56-78>",
    "<01\u00A023\u00A045\u00A067\u00A089>, <01\u202F23\u202F45\u202F67\u202F89>",
    "<519\u2011555\u20110134>, <519–555–0134>",
    "<0800 1111> and <116 117> and <13 14 50>",
    "<2123-4567> or <9123 4567>",
    "<519 555-0134> / <519 555-0135>",
    "<519-555-0134x22> and <519-555-0134> ext. 22",
    "Tel:<519 555 0134>; tel.<519-555-0134>",
    "اتصلوا بالرقم <+1 519 555-0177>. الموعد",
    "و<519-555-0177>، ل<(04) 123 4567>",
    "<٠٥٠-١٢٣-٤٥٦٧> و<٠١١ ٤٦٧ ٠٠٠٠> و<+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧>",
    "<۰۲۱-۸۸۸۸ ۱۲۳۴>، <۰۹۱۲ ۳۴۵ ۶۷۸۹>",
    "ל-<03-765-4321> או <(052) 123-4567>",
    "请拨打<519-555-0134>或<+86 10 1234 5678>，<（０１０）１２３４－５６７８>",
    "\u2068<519 555 0134>\u2069",
    "ਫ਼ੋਨ <੫੧੯-੫੫੫-੦੧੩੪> ’ਤੇ",
    "<+1 519 555 0134> <+1 519 555 0135>",
    "1) <519 555 0134> 2) <519 555 0135>",
};

const std::vector<std::string> dates = {
    "from <2026-11-28> until <28-11-2026>, <11-28-2026>",
    "<2026-11-28> 14:30, 9:00 <2026-11-28>",
    "الموعد <2026-11-28> الساعة 14:30، <٢٠٢٦-١١-٢٨>",
    "<2026-11-28> <519-555-0134>",
};

const std::vector<std::string> others = {
    "08:00-17:00, 8:30 - 17:00, 08.00-17.00, 0800-1700, 9-5, 24/7",
    "48-72 hours, 20–30 s, 100-200, 1000-2000 units, 1 000-2 000, 500-1 000, 10000–20000, 1 500 - 2 500",
    "2024-2026, 1990–2020, 2024 2025 2026, in 2026 1500 people, 2025/2026",
    "$1,000.50, 12.50-15.75 €, €120.00-150.00, $400-$500, 1,234,567 people, 12,5 mg",
    "95%, 99.9%, 95-99%, ٩٥٪, 5\u00A0%, 1 in 1000, 3.5, 1/2-3/4, 120/80, 120/80-140/90",
    "COVID-19, B12, 12mg, F13, H1N1-2009, A4-210-297-80, abc123-4567890, 1234567890abc",
    "https://example.org/519-555-0134 and a519-555-0134@example.org, ?tel=519-555-0134&x, _519-555-0134",
    "#519-555-0134, *123*4567#, 1:519-555-0134",
    "911, 1-1-2, 9-1-1, 2026, 5195550134, 20-30 ثانية، 08:00-17:00، ٤٨–٧٢",
    "48, 72, 96, 120, 144 and 168 hours; 1. One 2. Two",
    std::string(50, '1') + " " + std::string(50, '2'),
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    "",
};

}  // namespace

TEST_CASE("a telephone number is recognised by its groups in any language and in any digits") {
  for (const std::string& text : telephone_numbers) CHECK(marked(without_marks(text)) == text);
}

TEST_CASE("a date in digits is one number") {
  for (const std::string& text : dates) CHECK(marked(without_marks(text)) == text);
}

TEST_CASE("times and prices and ranges and words keep the direction of their language") {
  for (const std::string& text : others) CHECK(marked(text) == text);
}

}  // namespace anteroom::language

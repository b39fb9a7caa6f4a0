#include "language/numbers.h"

#include <string>
#include <vector>

#include "catch.h"

namespace anteroom::language {
namespace {

TEST_CASE("numbers and percentages are written as their language does") {
  struct Row {
    std::string language, number, percent;  // 120 and 150 percent
  };
  const std::vector<Row> table{
      {"en", "120", "150%"},
      {"fr", "120", "150\u00A0%"},  // the sign never begins a line
      {"fr-CA", "120", "150\u00A0%"},
      {"es", "120", "150\u00A0%"},
      {"ar", "\u0661\u0662\u0660", "\u0661\u0665\u0660\u066A\u061C"},
      {"ar-CA", "\u0661\u0662\u0660", "\u0661\u0665\u0660\u066A\u061C"},
      {"ar-001", "\u0661\u0662\u0660", "\u0661\u0665\u0660\u066A\u061C"},
      {"ar-EG", "\u0661\u0662\u0660", "\u0661\u0665\u0660\u066A\u061C"},
      {"ar-MA", "120", "150\u200E%\u200E"},  // a country that writes these digits
      {"ar-u-nu-latn", "120", "150\u200E%\u200E"},
      {"zh-Hans", "120", "150%"},
      {"pa", "120", "150%"},  // Punjabi in Gurmukhi is written with these digits
      {"pa-CA", "120", "150%"},
      {"fa", "\u06F1\u06F2\u06F0", "\u06F1\u06F5\u06F0\u066A"},
      {"xx", "120", "150%"},  // an unknown language
      {"not a tag", "120", "150%"},
      {"", "120", "150%"},
  };
  for (const Row& row : table) {
    INFO(row.language);
    CHECK(number(120, row.language) == row.number);
    CHECK(percent(150, row.language) == row.percent);
  }
}

TEST_CASE("the smallest and the largest numbers of a screen are whole") {
  CHECK(number(0, "en") == "0");
  CHECK(number(-3, "en") == "-3");
  CHECK(number(9, "ar") == "\u0669");
  CHECK(number(9999999, "en") == "9,999,999");
  CHECK(number(9999999, "pa") == "99,99,999");
  CHECK(percent(0, "en") == "0%");
  CHECK(percent(1000, "en") == "1,000%");
}

}  // namespace
}  // namespace anteroom::language

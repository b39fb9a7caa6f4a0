#include "language/line_glue.h"

#include <string>

#include "catch.h"
#include "language/icu_text.h"

namespace anteroom::language {
namespace {

// `utf8` with a bar behind each space and before each Chinese character if line_glue does not keep a line from ending
// there.
std::string with_bars(const std::string& utf8, const std::string& language) {
  const icu::UnicodeString text = icu_text(utf8);
  const std::vector<bool> glued = line_glue(text, language);
  std::string barred;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const bool chinese = text.charAt(i) >= 0x2E80;
    const bool behind_gap = i > 0 && text.charAt(i - 1) == u' ';
    const bool free = glued.empty() || !glued[static_cast<std::size_t>(i)];
    if (i > 0 && free && (behind_gap || chinese)) barred += '|';
    barred += to_utf8(text, i, i + 1);
  }
  return barred;
}

}  // namespace

TEST_CASE("a number stays with its unit and a range with both its ends") {
  const auto [language, text, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "it eases after 48 to 72 hours, then", "it |eases |after |48 to 72 hours, |then"},
      {"en", "page 3 or day 0", "page 3 |or |day 0"},
      {"en", "a notice of January 13, 2009", "a |notice |of |January 13, |2009"},
      {"en", "take 5 mg, 3 times", "take |5 mg, |3 times"},
      {"en", "1 – 2 weeks", "1 – 2 weeks"},
      {"en", "call 911 at once", "call 911 |at |once"},
      {"en", "no number here", "no |number |here"},
      {"en", "It is rare. 911 helps 250 days", "It |is |rare. |911 |helps |250 days"},
      {"fr", "Appelez aussitôt : 911.", "Appelez |aussitôt |: 911."},
      {"fr", "après 48 à 72 heures, en 1 à 2 semaines", "après |48 à 72 heures, |en |1 à 2 semaines"},
      {"fr-CA", "du 13 janvier 2009", "du |13 janvier 2009"},
      {"es", "tras 48 a 72 horas el 13 de enero de 2009", "tras |48 a 72 horas |el |13 de enero |de |2009"},
      {"es", "de los 30 años", "de |los |30 años"},
      {"ar", "بعد ٤٨ إلى ٧٢ ساعة. وتدوم نحو ٣ أشهر", "بعد |٤٨ إلى ٧٢ ساعة. |وتدوم |نحو |٣ أشهر"},
      {"ar", "تاريخه ١٣ يناير", "تاريخه |١٣ يناير"},
      {"pa", "48 ਤੋਂ 72 ਘੰਟਿਆਂ ਬਾਅਦ", "48 ਤੋਂ 72 ਘੰਟਿਆਂ |ਬਾਅਦ"},
      {"sw", "baada ya 48 saa", "baada |ya |48 saa"},  // no data: the word after the number
  }));
  CHECK(with_bars(text, language) == expected);
}

TEST_CASE("a title, an initial and the number that a title begins with are not parted from what follows them") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"by Dr. A. Rassouli in May", "by |Dr. A. Rassouli |in |May"},
      {"Ann B. Person", "Ann |B. Person"},
      {"about 9 Facts About it", "about |9 Facts |About |it"},
      {"rich in vitamin C. Ask us.", "rich |in |vitamin |C. |Ask |us."},
      {"the sheet. Open it.", "the |sheet. |Open |it."},
  }));
  CHECK(with_bars(text, "en") == expected);
}

TEST_CASE("a compound was parted at its hyphen, and two words in parentheses from each other") {
  const std::vector<bool> glued = line_glue(icu_text("a muscle-relaxing shot"), "en");
  REQUIRE(glued.size() > 9);
  CHECK(glued[9]);
  CHECK_FALSE(line_glue(icu_text("one - two"), "en")[5]);
  CHECK(with_bars("ask (nurse practitioners) or (one of us all)", "en") ==
        "ask |(nurse practitioners) |or |(one |of |us |all)");
}

TEST_CASE("a Chinese number stays with its measure word and a range with both its ends") {
  CHECK(with_bars("要48到72小时", "zh-Hans").ends_with("48到72小时"));
  CHECK(with_bars("要1至2周", "zh-Hans").ends_with("1至2周"));
  CHECK(with_bars("维持3个月吧", "zh-Hans").ends_with("3个月|吧") == false);  // a particle does not begin a line
  CHECK(with_bars("维持3个月左右", "zh-Hans").ends_with("3个月|左右"));
  CHECK(with_bars("維持3個月左右", "zh-Hant").ends_with("3個月|左右"));
}

TEST_CASE("in a narrow box the unit stands below its number or range") {
  const auto [language, text, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "48 to 72 hours", "48 to 72\nhours"},
      {"en", "About 3 months", "About 3\nmonths"},
      {"en", "Day 0", "Day 0"},
      {"en", "later", "later"},
      {"en", "", ""},
      {"fr", "48 à 72 heures", "48 à 72\nheures"},
      {"es", "Unos 3 meses", "Unos 3\nmeses"},
      {"ar", "٤٨ إلى ٧٢ ساعة", "٤٨ إلى ٧٢\nساعة"},
      {"ar", "أسبوع إلى أسبوعين", "أسبوع إلى أسبوعين"},
      {"zh-Hans", "48到72小时", "48到72\n小时"},
      {"zh-Hans", "大约3个月", "大约3\n个月"},
      {"zh-Hans", "注射当天", "注射当天"},
      {"pa", "48 ਤੋਂ 72 ਘੰਟੇ", "48 ਤੋਂ 72\nਘੰਟੇ"},
  }));
  CHECK(with_unit_below(text, language) == expected);
}

TEST_CASE("a Chinese line ends where a word does") {
  CHECK(with_bars("肌肉活动减少", "zh-Hans") == "肌肉|活动|减少");
  CHECK(with_bars("看到效果了吗", "zh-Hans").ends_with("效果了吗"));
  CHECK(with_bars("请马上拨打", "zh-Hans") == "请马上|拨打");
  CHECK(with_bars("请马上拨打911。", "zh-Hans").starts_with("请马上|拨打911"));
  CHECK(with_bars("什么时候", "zh-Hans").find("什|么") == std::string::npos);
}

TEST_CASE("a text without numbers has no glue in languages with spaces") {
  CHECK(line_glue(icu_text("no numbers"), "en").empty());
  CHECK(line_glue(icu_text(""), "en").empty());
}

}  // namespace anteroom::language

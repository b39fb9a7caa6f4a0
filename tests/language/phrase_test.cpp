// Where phrases are found in texts.
#include "language/phrase.h"

#include <string>

#include "catch.h"

namespace anteroom::language {
namespace {

struct Search {
  std::string text, language, phrase;
};

TEST_CASE("a phrase is found however its readers write it") {
  const auto search = GENERATE(values<Search>({
      {"HASTANEMİZ EN İYİSİDİR, EN İYİ", "tr", "en iyi"},
      {"en iyi", "tr", "EN İYİ"},
      {"EN IYI DOKTOR", "tr", "en iyi"},
      {"NAZİK", "tr", "nazik"},
      {"el unico metodo", "es", "el único método"},
      {"El ÚNICO método", "es", "el unico metodo"},
      {"une methode garantie", "fr", "Méthode"},
      {"Ask about ＢＯＴＯＸ®.", "ja", "botox"},
      {"Ask about ＢＯＴＯＸ.", "en", "Botox"},
      {"Botox™", "en", "botox"},
      {"الأفضل", "ar", "أفضل"},
      {"وبأفضل الأطباء", "ar", "افضل"},
      {"للبوتوكس", "ar", "بوتوكس"},
      {"البوتُوكس", "ar", "بوتوكس"},
      {"بوتـــوكس", "ar", "بوتوكس"},
      {"caf\u0065\u0301", "de", "café"},
      {"DIE GRÖSSTE", "de", "größte"},
      {"가장 좋은", "ko", "좋은"},
  }));
  CAPTURE(search.text, search.phrase);
  CHECK(Phrases(search.text, search.language).contain(search.phrase));
}

TEST_CASE("other words that look alike are not found") {
  const auto search = GENERATE(values<Search>({
      {"schon", "de", "schön"},
      {"Bestzeit", "de", "best"},
      {"ਵਧੀਆਂ", "pa", "ਵਧੀਆ"},
      {"がん", "ja", "か"},
      {"unicos", "es", "único"},
      {"كتابأفضل", "ar", "أفضل"},
      {"the bested", "en", "best"},
  }));
  CAPTURE(search.text, search.phrase);
  CHECK_FALSE(Phrases(search.text, search.language).contain(search.phrase));
}

TEST_CASE("the place of a phrase is counted in the characters of the text as it was written") {
  CHECK(Phrases("a ﬁt ＢＯＴＯＸ", "en").characters_before("botox") == 5U);
  CHECK(Phrases("cafe\u0301 best", "en").characters_before("best") == 6U);
  CHECK(Phrases("İYİ en iyi", "tr").characters_before("en") == 4U);
  CHECK_FALSE(Phrases("worst", "en").characters_before("best"));
}

TEST_CASE("a phrase counts only outside those that allow it") {
  const Phrases text("Ask us the best way. The best clinic.", "en");
  const auto found = text.find_outside("best", {"the best way", "best price"});
  CHECK(found.characters_before == 25U);
  CHECK(found.allowing == std::set<std::size_t>{0});
  CHECK_FALSE(Phrases("Ask us the BEST  way.", "en").find_outside("best", {"the best way"}).characters_before);
  CHECK_FALSE(text.find_outside("best", {"Best"}).characters_before);
  CHECK(text.find_outside("worst", {"best"}).allowing.empty());
}

TEST_CASE("a phrase is given with a word that says something, up to the next mark") {
  const auto around = [](const char* text, const char* language, const char* phrase) {
    return Phrases(text, language).with_context(phrase, {});
  };
  CHECK(around("Ask us the Best  way to go.", "en", "best") == "the Best  way");
  CHECK(around("Best way.", "en", "best") == "Best way");
  CHECK(around("This clinic is best. Is it?", "en", "best") == "clinic is best");
  CHECK(around("This is best. Is it?", "en", "best").empty());
  CHECK(around("Yes, best, no.", "en", "best").empty());
  CHECK(around("one\nbest\ntwo", "en", "best").empty());
  CHECK(around("We don’t, number one is it.", "en", "number one").empty());
  CHECK(around("Ask \u2068the desk\u2069 best of all", "en", "best") == "desk best");
  CHECK(around("这是最好的纸吗？", "zh-Hans", "最好") == "是最好的纸");
  CHECK(around("no such word", "en", "best").empty());
  CHECK(Phrases("the best way, our best work", "en").with_context("best", {"best way"}) == "our best work");
  CHECK(around("Unsere Praxis ist die beste.", "de", "beste") == "Praxis ist die beste");
  CHECK(around("SCHMERZFREI und schnell", "de", "schmerzfrei") == "SCHMERZFREI und schnell");
  CHECK(around("Wir arbeiten schmerzfrei und ruhig.", "de", "schmerzfrei") == "arbeiten schmerzfrei");
  CHECK(around("Biz en iyi klinik.", "tr", "en iyi") == "Biz en iyi klinik");
  CHECK(around("C’est le meilleur de tous.", "fr", "meilleur").empty());
}

TEST_CASE("words such as \"is the\" do not make a phrase say of what it speaks") {
  struct Allowance {
    const char *phrase, *language, *banned;
    bool says_of_what;
  };
  const auto each = GENERATE(values<Allowance>({
      {"die beste", "de", "beste", false},
      {"Wir sind die beste", "de", "die beste", false},
      {"die beste Zeit", "de", "beste", true},
      {"EN İYİ", "tr", "en iyi", false},
      {"En iyi yol", "tr", "en iyi", true},
      {"هو الأفضل", "ar", "أفضل", false},
      {"أفضل طريقة", "ar", "أفضل", true},
      {"最好的", "zh-Hans", "最好", false},
      {"最好的纸", "zh-Hans", "最好", true},
      {"qu’il est le meilleur", "fr", "meilleur", false},
      {"ਸਭ ਤੋਂ ਵਧੀਆ ਤਰੀਕਾ", "pa", "ਸਭ ਤੋਂ ਵਧੀਆ", true},
      {"est le meilleur", "und", "meilleur", false},  // a language without a list: short words
      {"worst", "en", "best", false},
  }));
  CAPTURE(each.phrase);
  CHECK(Phrases(each.phrase, each.language).have_context(each.banned) == each.says_of_what);
}

}  // namespace
}  // namespace anteroom::language

#include "source/tags.h"

#include "catch.h"

using namespace anteroom::source;

TEST_CASE("an id is made of the letters that a name has") {
  CHECK(id_of("My Cards!", "cards") == "my-cards");
  CHECK(id_of("Zähne", "cards") == "zahne");
  CHECK(id_of("Dr. Ólafur's d'été", "cards") == "dr-olafurs-dete");
  CHECK(id_of("Зубы", "cards") == "zuby");
  CHECK(id_of("--", "cards") == "cards");
  CHECK(id_of("", "cards") == "cards");
  CHECK(id_of(std::string(99, 'a'), "cards") == std::string(64, 'a'));
}

TEST_CASE("a language tag is written as BCP 47 writes it") {
  CHECK(canonical_tag("FR") == "fr");
  CHECK(canonical_tag("zh-hans-cn") == "zh-Hans-CN");
  CHECK(canonical_tag("PT-br") == "pt-BR");
  CHECK(canonical_tag("en-US-POSIX") == "en-US-posix");
  CHECK(canonical_tag("deutsch!") == "deutsch!");
  CHECK(canonical_tag("").empty());
}

TEST_CASE("two tags of one language have the same preferred tag") {
  CHECK(preferred_tag("deu") == "de");
  CHECK(preferred_tag("iw") == "he");
  for (const char* tag : {"de", "pt-BR", "zh-Hans", "nb", "fr-CA", "xx", "deutsch!", ""}) {
    CHECK(preferred_tag(tag) == tag);
  }
}

TEST_CASE("the region is that of the tag or of the locale") {
  CHECK(region_of("fr-CA") == "CA");
  CHECK(region_of("zh-Hans-CN") == "CN");
  CHECK(region_of("en_GB.UTF-8") == "GB");
  CHECK(region_of("sr_RS@latin") == "RS");
  CHECK(region_of("de").empty());
  CHECK(region_of("C.UTF-8").empty());
  CHECK(region_of("").empty());
}

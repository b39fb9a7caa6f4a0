#include "assembly/missing_letters.h"

#include "catch.h"
#include "source/source_file.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::assembly;

namespace {

const std::string bullet = "\uF0B7";  // what Word writes for a list bullet: a private-use character
const std::string khitan = "\U00018B00\U00018B01";

// No font has private-use or unassigned characters, hammers, or Khitan.
bool covers(char32_t letter, const std::string&) {
  return letter != 0xF0B7 && letter != 0x2692 && letter != 0x378 && (letter < 0x18B00 || letter > 0x18CFF);
}

// Four cards in English and French, each also a file with its titles.
class SmallKiosk {
 public:
  SmallKiosk() {
    content_.pack.languages = {"en", "fr"};
    content_.pack.source = {"A book", "Un livre"};
    content_.settings.content = (folder_ / "pack").string();
    content_.settings.clinic_name = "Lakeside";
    content_.assets = (folder_ / "assets").string();
    content_.interface = {{"en", {{"next", "Next"}, {"back", "Back"}}}, {"fr", {{"next", "Suite"}}}};
    for (const char* id : {"one", "two", "three", "four"}) {
      Card card;
      card.id = id;
      card.text.resize(2);
      card.text[0].title = card.text[1].title = id;
      content_.pack.cards.push_back(card);
    }
  }

  Content& content() { return content_; }
  CardText& text(std::size_t card, std::size_t language) { return content_.pack.cards.at(card).text.at(language); }

  void write(const std::string& place, const std::string& bytes) const { folder_.write(place, bytes); }

  std::string path(const std::string& place) const { return (folder_ / place).string(); }

  // Leaves out what must be. Returns every diagnostic as text, without the folder's name.
  std::string filter() {
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    drop_unrenderable_text(content_, folder_ / "kiosk.toml", covers, files, diagnostics);
    std::string told;
    for (source::Diagnostic diagnostic : diagnostics.sorted()) {
      diagnostic.path.erase(0, folder_.name().size() + 1);
      told += to_text(diagnostic);
    }
    return told;
  }

  std::string cards() const {
    std::string ids;
    for (const Card& card : content_.pack.cards) ids += (ids.empty() ? "" : " ") + card.id;
    return ids;
  }
  std::string cards_in(std::size_t language) const {
    std::string ids;
    for (const Card& card : content_.pack.cards) {
      if (card.has_text(language)) ids += (ids.empty() ? "" : " ") + card.id;
    }
    return ids;
  }
  std::string languages() const {
    std::string tags;
    for (const std::string& tag : content_.pack.languages) tags += (tags.empty() ? "" : " ") + tag;
    return tags;
  }

 private:
  TemporaryFolder folder_;
  Content content_;
};

}  // namespace

TEST_CASE("what the fonts can draw stays as it is") {
  SmallKiosk kiosk;
  CHECK(kiosk.filter().empty());
  CHECK(kiosk.cards() == "one two three four");
  CHECK(kiosk.languages() == "en fr");
}

TEST_CASE("a card is skipped in the language in which it has a stray character, which is named with its position") {
  const std::size_t language = GENERATE(0U, 1U);
  const std::string tag = language == 0 ? "en" : "fr";
  SmallKiosk kiosk;
  kiosk.text(1, language).title = bullet + " two";
  kiosk.write("pack/cards/two.toml", "# " + bullet + "\n[text." + tag + "]\ntitle = \"" + bullet + " two\"\n");
  CHECK(kiosk.filter() ==
        "pack/cards/two.toml:3:10: error: no installed font has the character U+F0B7, so the card "
        "`two` is skipped in `" +
            tag + "`\ntitle = \"" + bullet + " two\"\n         ^\n");
  CHECK(kiosk.cards() == "one two three four");
  CHECK(kiosk.cards_in(language) == "one three four");
  CHECK(kiosk.cards_in(1 - language) == "one two three four");
  CHECK(kiosk.languages() == "en fr");
}

TEST_CASE("where cards are shown in the first language instead, a stray character does so, too") {
  SmallKiosk kiosk;
  kiosk.content().settings.missing_text = MissingText::first;
  kiosk.text(1, 1).title = bullet + " two";
  kiosk.write("pack/cards/two.toml", "[text.fr]\ntitle = \"" + bullet + " two\"\n");
  CHECK(kiosk.filter() ==
        "pack/cards/two.toml:2:10: error: no installed font has the character U+F0B7, so the card `two` is shown in "
        "`en` instead of `fr`\ntitle = \"" +
            bullet + " two\"\n         ^\n");
}

TEST_CASE("a printable stray character is shown in its message, each of several at its position") {
  SmallKiosk kiosk;
  kiosk.text(0, 0).pages = {{"A page", "\u2692 and \u0378", {}}};
  kiosk.write("pack/cards/one.toml", "[text.en]\nlead = \"x\"\ntext = \"\\u2692 and \\U00000378\"\n");
  CHECK(kiosk.filter() ==
        "pack/cards/one.toml:3:9: error: no installed font has the character U+2692 \u2692, so the card `one` is "
        "skipped in `en`\ntext = \"\\u2692 and \\U00000378\"\n        ^\n"
        "pack/cards/one.toml:3:20: error: no installed font has the character U+0378, so the card `one` is skipped in "
        "`en`\n"
        "text = \"\\u2692 and \\U00000378\"\n                   ^\n");
  CHECK(kiosk.cards_in(0) == "two three four");
}

TEST_CASE("a stray character in a variable is reported where the variable is written") {
  SmallKiosk kiosk;
  kiosk.text(2, 0).lead = "Ask " + bullet;
  kiosk.write("pack/cards/three.toml", "[text.en]\nlead = \"Ask {products}\"\n");
  const std::string outcome =
      "error: no installed font has the character U+F0B7, so the card `three` is skipped in `en`\n";
  SECTION("in the settings") {
    kiosk.write("kiosk.toml", "[clinic.vars.en]\nproducts = \"" + bullet + "\"\n");
    CHECK(kiosk.filter() == "kiosk.toml:2:13: " + outcome + "products = \"" + bullet + "\"\n            ^\n");
  }
  SECTION("in the pack") {
    kiosk.write("pack/pack.toml", "[vars.en]\nproducts = \"" + bullet + "\"\n");
    CHECK(kiosk.filter() == "pack/pack.toml:2:13: " + outcome + "products = \"" + bullet + "\"\n            ^\n");
  }
  SECTION("where it is not found, the card is named") {
    CHECK(kiosk.filter() == "pack/cards/three.toml: " + outcome);
  }
  CHECK(kiosk.cards_in(0) == "one two four");
}

TEST_CASE("a language is dropped when it would lose more than half of its cards, and the cards stay") {
  SmallKiosk kiosk;
  for (const std::size_t card : {0U, 1U}) kiosk.text(card, 1).title = khitan;
  SECTION("half of them: the cards are skipped") {
    CHECK(kiosk.filter().find("is not offered") == std::string::npos);
    CHECK(kiosk.cards() == "one two three four");
    CHECK(kiosk.cards_in(1) == "three four");
    CHECK(kiosk.languages() == "en fr");
  }
  SECTION("more than half") {
    kiosk.text(2, 1).title = khitan;
    CHECK(kiosk.filter() ==
          "assets/fonts.toml: warning: no installed font has 2 letters of the language `fr` (U+18B00 " +
              khitan.substr(0, 4) + ", U+18B01 " + khitan.substr(4) + "), so it is not offered\n");
    CHECK(kiosk.cards() == "one two three four");
    CHECK(kiosk.languages() == "en");
  }
}

TEST_CASE("the first language is dropped only when none of its cards would be left, and the next one is first") {
  SmallKiosk kiosk;
  for (const std::size_t card : {0U, 1U, 2U}) kiosk.text(card, 0).title = bullet;
  SECTION("one card is left") {
    kiosk.filter();
    CHECK(kiosk.cards_in(0) == "four");
    CHECK(kiosk.cards_in(1) == "one two three four");
    CHECK(kiosk.languages() == "en fr");
  }
  SECTION("none") {
    kiosk.text(3, 0).title = bullet;
    CHECK(kiosk.filter() ==
          "assets/fonts.toml: error: no installed font has 1 letter of the language `en` (U+F0B7), so "
          "it is not offered\n");
    CHECK(kiosk.cards() == "one two three four");
    CHECK(kiosk.languages() == "fr");
  }
  SECTION("none of any language: no card is shown") {
    for (const std::size_t card : {0U, 1U, 2U, 3U}) kiosk.text(card, 1).title = kiosk.text(card, 0).title = bullet;
    kiosk.filter();
    CHECK(kiosk.cards().empty());
    CHECK(kiosk.languages().empty());
  }
}

TEST_CASE(
    "an interface word with a stray character is shown in English, or its language is dropped if it is not the first") {
  const std::size_t language = GENERATE(0U, 1U);
  SmallKiosk kiosk;
  InterfaceWords& words = kiosk.content().interface.at(language);
  words.words["next"] = "Next" + bullet;
  kiosk.write("assets/interface/" + words.language + ".toml", "[words]\nnext = \"Next" + bullet + "\"\n");
  CHECK(kiosk.filter() == "assets/interface/" + words.language +
                              ".toml:2:13: error: no installed font has the character U+F0B7, so " +
                              (language == 0 ? "this word is shown in English" : "the language `fr` is not offered") +
                              "\nnext = \"Next" + bullet + "\"\n            ^\n");
  CHECK(kiosk.cards() == "one two three four");
  CHECK(kiosk.languages() == (language == 0 ? "en fr" : "en"));
  CHECK(kiosk.content().interface.at(0).words.contains("next") == (language != 0));
  CHECK(kiosk.content().interface.at(0).words.contains("back"));
}

TEST_CASE("a stray character in a file that the settings include is found there") {
  SmallKiosk kiosk;
  kiosk.content().settings.clinic_name = "Lake" + bullet;
  kiosk.content().settings.included = kiosk.path("clinic.toml");
  kiosk.write("kiosk.toml", "include = \"clinic.toml\"\n");
  kiosk.write("clinic.toml", "[clinic]\nname = \"Lake" + bullet + "\"\n");
  CHECK(kiosk.filter() ==
        "clinic.toml:2:13: error: no installed font has the character U+F0B7, so the clinic's name is shown without "
        "it\nname = \"Lake" +
            bullet + "\"\n            ^\n");
  CHECK(kiosk.content().settings.clinic_name == "Lake");
}

TEST_CASE("the source and the clinic's name are shown without a stray character") {
  SmallKiosk kiosk;
  kiosk.content().pack.source[1] = bullet + "Un livre" + bullet;
  kiosk.content().settings.clinic_name = "Lake" + bullet;
  kiosk.write("pack/pack.toml", "[source]\nfr = \"" + bullet + "Un livre\"\n");
  kiosk.write("kiosk.toml", "[clinic]\nname = \"Lake" + bullet + "\"\n");
  const std::string fault = "error: no installed font has the character U+F0B7, so ";
  CHECK(kiosk.filter() == "pack/pack.toml:2:7: " + fault + "the source is shown without it\nfr = \"" + bullet +
                              "Un livre\"\n      ^\nkiosk.toml:2:13: " + fault +
                              "the clinic's name is shown without it\nname = \"Lake" + bullet + "\"\n            ^\n");
  CHECK(kiosk.content().pack.source[1] == "Un livre");
  CHECK(kiosk.content().settings.clinic_name == "Lake");
  CHECK(kiosk.cards() == "one two three four");
  CHECK(kiosk.languages() == "en fr");
}

// Files that exceed the limits: the excess is reported and not shown, and nothing repeated in a file can make a check
// slow. The inputs are so large that work in proportion to the square of their size would take minutes.
#include "content/limits.h"

#include <algorithm>
#include <string>

#include "catch.h"
#include "checks/check_pack.h"
#include "planted.h"
#include "small_pack.h"

using namespace anteroom;
using namespace anteroom::checks;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// "key0 = 1\nkey1 = 1\n"
std::string numbered_lines(const std::string& begin, std::size_t times, const std::string& end) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += begin + std::to_string(i) + end + "\n";
  return all;
}

const std::string head = R"(claims = ["C1"]
picture = "one.svg"
)";
const std::string words = R"([text.en]
topic = "Paper"
title = "A fold stays"
lead = "Fold a sheet."
picture_alt = "A sheet of paper."
ask = "What now?"
)";
const std::string page = R"([[text.en.pages]]
title = "Why"
text = "The fibres are bent."
)";
const std::string pack_head = small_pack_toml(R"("one")");

class SmallPack {
 public:
  SmallPack() {
    folder_.write("pack.toml", pack_head);
    folder_.write("pictures/one.svg", "<svg/>");
    folder_.write("claims.toml",
                  "[sources]\nus = \"Us\"\n[[claim]]\nid = \"C1\"\nfact = \"It folds.\"\nsource = \"us\"\n");
  }
  void write(const std::string& place, const std::string& text) { folder_.write(place, text); }

  CheckedPack check() {
    source::TomlFiles files;
    diagnostics = {};
    const PictureFactsOf facts = [this](const std::filesystem::path&, const std::vector<std::string>& ids) {
      elements_asked += ids.size() - static_cast<std::size_t>(std::count(ids.begin(), ids.end(), ground_id));
      return PictureFacts{1200, 900, {}};
    };
    return check_pack(folder_ / "", {{}, {}, facts}, {}, 2026y / 11 / 23, {}, files, diagnostics);
  }

  // How often `rule` is reported with a message that contains `part`.
  int named(const std::string& rule, const std::string& part = "") const {
    int count = 0;
    for (const source::Diagnostic& each : diagnostics.sorted()) {
      if (each.rule == rule && each.message.find(part) != std::string::npos) ++count;
    }
    return count;
  }

  source::Diagnostics diagnostics;
  std::size_t elements_asked = 0;

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a card with the maximum number of pages is shown and one with more is not") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words + repeated(page, max_pages));
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.diagnostics.error_count() == 0);
  pack.write("cards/one.toml", head + words + repeated(page, max_pages + 1));
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("too-many", "41 pages in `en`") == 1);
  CHECK(pack.diagnostics.error_count() == 1);
}

TEST_CASE("a policy with too many names is read up to the maximum") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words + repeated(page, 1));
  const auto policy_of = [](std::size_t names) {
    return pack_head + "[policy]\nrule = \"ca\"\ndrug_names = [\n" + numbered_lines("\"Name ", names, "\",") + "]\n";
  };
  pack.write("pack.toml", policy_of(max_policy_names));
  pack.check();
  CHECK(pack.diagnostics.error_count() == 0);
  pack.write("pack.toml", policy_of(20'000));
  pack.check();
  CHECK(pack.named("too-many", "`drug_names` has 20,000 names; those after the first 200 are not read") == 1);
  CHECK(pack.diagnostics.error_count() == 1);
}

TEST_CASE("thousands of pages are not read") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words + repeated("[[text.en.pages]]\nnumber = 1\n", 20'000));
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("too-many", "20,000 pages in `en`") == 1);
  CHECK(pack.diagnostics.error_count() == 1 + 3 * static_cast<int>(max_pages));  // those of the pages that are read
}

TEST_CASE("a card with too many letters is not shown although each of its texts might be") {
  SmallPack pack;
  const auto pages_of = [](std::size_t letters) {
    return repeated("[[text.en.pages]]\ntitle = \"Why\"\ntext = \"" + repeated("word ", letters / 5) + "\"\n", 10);
  };
  pack.write("cards/one.toml", head + words + pages_of(1'450));
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.diagnostics.error_count() == 0);
  pack.write("cards/one.toml", head + words + pages_of(1'500));
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("too-long", "15,0") == 1);
  CHECK(pack.diagnostics.error_count() == 1);
}

TEST_CASE("lines are counted too, since each takes as much room as a full one") {
  SmallPack pack;
  const auto with_page = [](const std::string& text, std::size_t pages) {
    return head + words + repeated("[[text.en.pages]]\ntitle = \"Why\"\ntext = \"" + text + "\"\n", pages);
  };
  pack.write("cards/one.toml", with_page(repeated("a\\n", max_text_lines - 1) + "a", 1));
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.diagnostics.error_count() == 0);
  for (const std::string& end : {std::string("\\n"), std::string("\u2028"), std::string("\u2029")}) {
    pack.write("cards/one.toml", with_page(repeated("a" + end, max_text_lines) + "a", 1));
    CHECK(pack.check().pack.cards.empty());
    CHECK(pack.named("too-long", "this text has 51 lines") == 1);
  }
  pack.write("cards/one.toml", with_page(repeated("a\\n", max_text_lines - 1) + "a", 8));
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("too-long", "lines in `en`; with more than 400") == 1);
}

TEST_CASE("the length of a text includes the values of its variables") {
  SmallPack pack;
  pack.write("pack.toml", pack_head + "[vars.en]\nname = \"" + std::string(max_value_letters, 'x') + "\"\n");
  pack.write("cards/one.toml", head + words + "[[text.en.pages]]\ntitle = \"Why\"\ntext = \"{name} {name}\"\n");
  CHECK(pack.check().pack.cards.size() == 1);
  pack.write("cards/one.toml",
             head + words + "[[text.en.pages]]\ntitle = \"Why\"\ntext = \"" + repeated("{name}", 300) + "\"\n");
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("too-long", "150,600 characters") == 1);
}

TEST_CASE("letters are counted and not bytes") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words + "[[text.en.pages]]\ntitle = \"" + repeated("折", max_title_letters) +
                                   "\"\ntext = \"" + repeated("紙", max_text_letters) + "\"\n");
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.diagnostics.error_count() == 0);
}

TEST_CASE("a word of a megabyte and a letter with many marks are not shown") {
  SmallPack pack;
  for (const std::string& text : {std::string(1'000'000, 'w'), "e" + repeated("\u0301", 100'000),
                                  repeated("\u200F", 300'000), repeated("\u0628", 400'000)}) {
    pack.write("cards/one.toml", head + words + "[[text.en.pages]]\ntitle = \"Why\"\ntext = \"" + text + "\"\n");
    CHECK(pack.check().pack.cards.empty());
    CHECK(pack.named("too-long") == 1);
    CHECK(pack.diagnostics.error_count() == 1);
  }
}

TEST_CASE("cards and languages and variables beyond the limits are left out") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words);
  std::string cards = "\"one\"";
  for (std::size_t i = 0; i < max_cards; ++i) cards += ", \"card-" + std::to_string(i) + "\"";
  pack.write("pack.toml", small_pack_toml(cards));
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.named("too-many", "10,001 cards") == 1);
  CHECK(pack.named("missing-card") == static_cast<int>(source::max_listed) - 1);
  CHECK(pack.named("more-faults") == 1);
  CHECK(pack.diagnostics.error_count() == static_cast<int>(max_cards));

  std::string languages = "\"en\"";
  for (char first = 'a'; first <= 'z'; ++first) languages += std::string(", \"q") + first + "\", \"z" + first + "\"";
  std::string text = pack_head;
  text.replace(text.find("\"en\""), 4, languages);
  pack.write("pack.toml", text);
  CHECK(pack.check().pack.languages == std::vector<std::string>{"en"});
  CHECK(pack.named("too-many", "53 languages") == 1);

  pack.write("pack.toml", pack_head + "[vars.en]\n" + numbered_lines("v", max_variables, " = \"a\""));
  pack.check();
  CHECK(pack.diagnostics.error_count() == 0);
  pack.write("pack.toml", pack_head + "[vars.en]\n" + numbered_lines("v", 50'000, " = \"a\""));
  pack.check();
  CHECK(pack.diagnostics.error_count() == 1);
  CHECK(pack.named("too-many", "50,000 variables") == 1);
}

TEST_CASE("the picture is not asked for more parts of an exhibit than the maximum") {
  SmallPack pack;
  const std::string exhibit_words = "[text.en.exhibit]\ntitle = \"Look\"\ninvite = \"Touch it.\"\n";
  std::string layers;
  for (std::size_t i = 0; i <= max_layers; ++i) layers += "\"l" + std::to_string(i) + "\", ";
  pack.write("cards/one.toml", head + "[exhibit]\nkind = \"steps\"\n[[exhibit.steps]]\nday = 0\nlayers = [" + layers +
                                   "]\n[[exhibit.steps]]\nday = 1\n" + words + exhibit_words);
  pack.check();
  CHECK(pack.named("too-many", "101 layers") == 1);
  CHECK(pack.elements_asked == max_layers);

  pack.elements_asked = 0;
  std::string regions;
  for (int i = 0; i < 15'000; ++i)
    regions += "[[exhibit.regions]]\nid = \"r" + std::to_string(i) + "\"\nshape = \"a\"\n";
  pack.write("cards/one.toml", head + "[exhibit]\nkind = \"hotspots\"\n" + regions + words + exhibit_words);
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("out-of-range", "15000; it should be from 1 to 6") == 1);
  CHECK(pack.elements_asked == 0);
}

TEST_CASE("unlisted files are named until it is clear that there are many") {
  SmallPack pack;
  pack.write("cards/one.toml", head + words);
  for (std::size_t i = 0; i < source::max_listed + 7; ++i) {
    pack.write("cards/no" + std::to_string(i) + ".toml", "x");
    pack.write("pictures/no" + std::to_string(i) + ".svg", "x");
  }
  CHECK(pack.check().pack.cards.size() == 1);
  CHECK(pack.named("unlisted-card") == static_cast<int>(source::max_listed) + 1);
  CHECK(pack.named("unlisted-card", "and 7 more files of this folder: this card is not shown") == 1);
  CHECK(pack.named("unused-picture", "and 7 more files of this folder") == 1);
  CHECK(pack.diagnostics.error_count() == 0);
}

TEST_CASE("hundreds of thousands of faults are counted and fifty of a file are listed") {
  SmallPack pack;
  pack.write("cards/one.toml", head + numbered_lines("k", 60'000, " = 1") + words);
  CHECK(pack.check().pack.cards.empty());
  CHECK(pack.named("unknown-key") == static_cast<int>(source::max_listed));
  CHECK(pack.named("more-faults", "and 59,950 more errors in this file") == 1);
  CHECK(pack.diagnostics.error_count() == 60'000);

  SECTION("all in one line") {
    pack.write("cards/one.toml", "claims = [" + repeated("1,", 300'000) + "]\n" + words);
    pack.check();
    CHECK(pack.diagnostics.error_count() == 300'000);
    CHECK(pack.named("more-faults", "299,950") == 1);
  }
  SECTION("in the braces of one text after another") {
    pack.write(
        "cards/one.toml",
        head + words +
            repeated("[[text.en.pages]]\ntitle = \"Why\"\ntext = \"" + repeated("{no}", 450) + "\"\n", max_pages));
    pack.check();
    CHECK(pack.diagnostics.error_count() == 450 * static_cast<int>(max_pages));
  }
  SECTION("in the ledger of claims") {
    pack.write("cards/one.toml", head + words);
    std::string rows = "[sources]\n" + numbered_lines("s", 40'000, " = \"a\"");
    for (int i = 0; i < 40'000; ++i)
      rows += "[[claim]]\nid = \"" + std::to_string(i) + "\"\nfact = \"a\"\nsource = \"x\"\n";
    pack.write("claims.toml", rows);
    pack.check();
    CHECK(pack.named("more-faults") == 1);
    CHECK(pack.diagnostics.error_count() == 40'001);  // each row's source and the card's own
  }
}

TEST_CASE("a message is short however long the key or word that it quotes") {
  SmallPack pack;
  const std::string long_word(900'000, 'k');
  for (const std::string& text :
       {head + long_word + " = 1\n" + words, head + words + "[text." + long_word + "]\n",
        head + words + long_word + " = 1\n" + long_word + " = 1\n", "show = [\"" + long_word + "\"]\n" + words,
        "picture = \"" + long_word + "\"\n" + words,
        head + words + "[[text.en.pages]]\ntitle = \"{" + std::string(1'900, 'v') + "}\"\n",
        head + "link = \"" + long_word + "\"\n" + words, head + "show = " + long_word + "\n"}) {
    pack.write("cards/one.toml", text);
    pack.check();
    CHECK(pack.diagnostics.error_count() > 0);
    for (const source::Diagnostic& each : pack.diagnostics.sorted()) {
      CHECK(each.message.size() < 1'100);
      CHECK(source::to_text(each).size() < 4'000);
    }
  }
}

TEST_CASE("a file with the deepest possible nesting is reported and takes no longer than its size explains") {
  SmallPack pack;
  const std::size_t depth = 100'000;
  for (const std::string& text :
       {"a = " + std::string(depth, '[') + std::string(depth, ']'),
        "a = " + repeated("{b=", depth) + repeated("}", depth),
        "a = " + repeated("{b.c.d.e.f.g.h=", 5'000) + "1" + repeated("}", 5'000), "a" + repeated(".b", depth) + " = 1",
        repeated("[a.b.c.d.e.f.g.h]\n", 1) + "x = " + repeated("[{y=", depth), std::string(500'000, '['),
        "a = \"\"\"" + std::string(500'000, '"'), repeated("a = [\n", depth)}) {
    pack.write("cards/one.toml", head + text + "\n" + words);
    CHECK(pack.check().pack.cards.empty());
    CHECK(pack.diagnostics.error_count() >= 1);
  }
}

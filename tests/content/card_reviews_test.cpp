// What of a signed card makes it a draft again, and in which languages.
#include "content/card_reviews.h"

#include <string>
#include <vector>

#include "catch.h"
#include "content/pack_files.h"
#include "content/sign.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

using Drafts = std::vector<std::string>;  // "one en: `title` (line 15)"

struct Edit {
  std::string what;
  std::string place, from, to;  // `from` empty: `to` is the whole file
  Drafts drafts = {};           // empty: everything stays signed
};

PackOptions options() {
  PackOptions options;
  options.vars = {{"en", {{"phone", "519 555 0199"}}}};
  options.picture_facts = [](const std::filesystem::path&, const std::vector<std::string>& ids) {
    PictureFacts facts{1200, 900, {}};
    for (const std::string& id : ids) facts.elements[id] = {120, 90, 240, 180};
    return facts;
  };
  return options;
}

PackFiles read_signed(const std::filesystem::path& pack, source::TomlFiles& toml) {
  source::Diagnostics unwanted;
  return read_pack_files(PackFolder(pack), options(), Sources::keep, toml, unwanted);
}

void sign_pack(const std::filesystem::path& pack) {
  source::TomlFiles toml;
  const PackFiles files = read_signed(pack, toml);
  const Signing signing{"Dr. Ames", {{"fr", "Une lectrice"}}, {}, {}, 2026y / 11 / 22, 2027y / 11 / 22};
  std::ofstream(pack / review::signatures_place) << to_toml(with_signatures(files, PackFolder(pack), signing));
}

Drafts drafts_of(const std::filesystem::path& pack) {
  source::TomlFiles toml;
  const PackFiles files = read_signed(pack, toml);
  Drafts drafts;
  for (const CardFile& card : files.cards) {
    for (std::size_t i = 0; i < card.reviews.size(); ++i) {
      INFO(card.card.id);
      REQUIRE(card.is_valid);
      REQUIRE(card.reviews[i].signature);
      // The glass says what the review says.
      CHECK(card.reviews[i].is_signed() == card.card.text[i].approval.has_value());
      if (card.reviews[i].is_signed()) continue;
      std::string names;
      for (const std::string& name : card.reviews[i].changes.names) names += (names.empty() ? "" : ", ") + name;
      drafts.push_back(card.card.id + " " + files.head.pack.languages[i] + ": " + names);
    }
  }
  return drafts;
}

void change(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  std::string text = from.empty() ? to : bytes_of_file(file);
  if (!from.empty()) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  std::ofstream(file, std::ios::binary) << text;
}

void check_edits(const std::string& pack, const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    INFO(edit.what);
    const TemporaryFolder folder;
    folder.copy_from(ANTEROOM_ROOT "/tests/content/sound/" + pack);
    sign_pack(folder / "");
    REQUIRE(drafts_of(folder / "").empty());
    change(folder / edit.place, edit.from, edit.to);
    CHECK(drafts_of(folder / "") == edit.drafts);
  }
}

const std::string one = "cards/one.toml", two = "cards/two.toml";

}  // namespace

TEST_CASE("an edit that no patient notices leaves a signed card signed") {
  check_edits("pack",
              {{"a comment", one, "topic = \"Paper\"", "# looked at twice\ntopic = \"Paper\"  # short"},
               {"white space in a text", one, "Fold a sheet. Then", "Fold a  sheet.\\n Then"},
               {"the order of keys", one, "topic = \"Paper\"\ntitle = \"A fold stays\"",
                "title = \"A fold stays\"\ntopic = \"Paper\""},
               {"another way to write a text", one, "\"The fibres are bent.\"", "\"\"\"\nThe fibres are bent.\"\"\""},
               {"when it is shown", one, "days = [\"monday\", \"friday\"]", "days = [\"monday\"]"},
               {"for how long", one, "dwell_s = 20", "dwell_s = 40"},
               {"where it is shown", one, "show = [\"kiosk\", \"wall\"]", "show = [\"kiosk\"]"},
               {"the colour around the picture", one, "dwell_s = 20", "dwell_s = 20\nground = \"sand\""},
               {"the order of claims.toml", "claims.toml", "id = \"C1\"\nfact = \"Paper keeps its fold.\"",
                "fact = \"Paper keeps its fold.\"\nid = \"C1\""},
               {"a fact that no card states", "claims.toml", "[[claim]]\nid = \"C1\"",
                "[[claim]]\nid = \"C9\"\nfact = \"New.\"\nsource = \"house\"\n\n[[claim]]\nid = \"C1\""},
               {"the order of the loop", "pack.toml", "[\"one\", \"two\"]", "[\"two\", \"one\"]"},
               {"the mark of a translation", one, "[text.fr]", "[text.fr]\ntranslates = \"0\""}});
}

TEST_CASE("an edit of words makes a signed card a draft in their language alone") {
  check_edits("pack", {{"one letter", one, "A fold stays", "A fold strays", {"one en: `title` (line 15)"}},
                       {"one letter in French", one, "pliées", "pliés", {"one fr: the text of page 1 (line 33)"}},
                       {"a text more",
                        one,
                        "ask = \"What should",
                        "wall = \"Fold it.\"\nask = \"What should",
                        {"one en: `wall` (line 18)"}},
                       {"a value of the pack",
                        "pack.toml",
                        "\"Brandex et Othera\"",
                        "\"Brandex\"",
                        {"two fr: the value of {products}"}},
                       {"where the facts come from",
                        "pack.toml",
                        "en = \"Ourselves\"",
                        "en = \"Somebody\"",
                        {"one en: `source` in pack.toml", "two en: `source` in pack.toml"}},
                       {"the part of the picture that a page shows",
                        one,
                        "text = \"The fibres are bent.\"",
                        "text = \"The fibres are bent.\"\nview = [0, 0, 600, 450]",
                        {"one en: the view of page 1 (line 23)"}}});
}

TEST_CASE("an edit of what all languages share makes a signed card a draft in all of them") {
  check_edits("pack", {{"the picture",
                        "pictures/one.svg",
                        "",
                        "<svg/>",
                        {"one en: the picture (line 2)", "one fr: the picture (line 2)"}},
                       {"a fact that a card states",
                        "claims.toml",
                        "Paper keeps its fold.",
                        "Paper keeps its fold for ever.",
                        {"one en: the fact `C1` (line 1)", "one fr: the fact `C1` (line 1)"}},
                       {"the source of facts",
                        "claims.toml",
                        "Our own rule",
                        "Theirs",
                        {"one en: the fact `C1` (line 1)", "one fr: the fact `C1` (line 1)",
                         "two en: the fact `C2` (line 1)", "two fr: the fact `C2` (line 1)"}},
                       {"which facts it states",
                        one,
                        "[\"C1\"]",
                        "[\"C2\"]",
                        {"one en: the fact `C2` (line 1)", "one fr: the fact `C2` (line 1)"}},
                       {"a fact less",
                        two,
                        "claims = [\"C2\"]\n",
                        "claims = []\n",
                        {"two en: something that has been removed", "two fr: something that has been removed"}},
                       {"the link",
                        one,
                        "/paper\"",
                        "/papers\"",
                        {"one en: the `link` of the card (line 5)", "one fr: the `link` of the card (line 5)"}}});
  check_edits("exhibits",
              {{"the day of a step",
                "cards/steps.toml",
                "day = 2.5",
                "day = 3",
                {"steps en: the `exhibit` of the card (line 4)", "steps fr: the `exhibit` of the card (line 4)"}},
               {"a spot",
                "cards/spots.toml",
                "112.5]",
                "112]",
                {"spots en: the `exhibit` of the card (line 4)", "spots fr: the `exhibit` of the card (line 4)"}},
               {"the picture of a step",
                "pictures/moon.svg",
                "",
                "<svg/>",
                {"steps en: the picture `moon.svg` (line 12)", "steps fr: the picture `moon.svg` (line 12)"}},
               {"the words of a step",
                "cards/steps.toml",
                "It is late.",
                "It is early.",
                {"steps en: the text of step 3 (line 37)"}}});
}

TEST_CASE("a card that is again as it was signed is signed") {
  const TemporaryFolder folder;
  folder.copy_from(ANTEROOM_ROOT "/tests/content/sound/pack");
  sign_pack(folder / "");
  change(folder / one, "A fold stays", "A fold strays");
  CHECK(drafts_of(folder / "").size() == 1);
  change(folder / one, "A fold strays", "A fold stays");
  CHECK(drafts_of(folder / "").empty());
}

TEST_CASE("only the chosen cards and languages are signed and others keep their signatures") {
  const TemporaryFolder folder;
  folder.copy_from(ANTEROOM_ROOT "/tests/content/sound/pack");
  sign_pack(folder / "");
  source::TomlFiles toml;
  const PackFiles files = read_signed(folder / "", toml);
  const Signing signing{"Dr. Bell", {}, {"two"}, {"fr"}, 2027y / 1 / 2, 2027y / 6 / 1};
  const Signed all = with_signatures(files, PackFolder(folder / ""), signing);
  const review::Signatures& signatures = all.signatures;
  CHECK(review::find(signatures, "one", "fr")->speaker == "Une lectrice");
  CHECK(review::find(signatures, "two", "en")->reviewer == "Dr. Ames");
  CHECK(review::find(signatures, "two", "fr")->reviewer == "Dr. Bell");
  CHECK(review::find(signatures, "two", "fr")->speaker == "Une lectrice");  // of the same text
  change(folder / review::signatures_place, "", to_toml(all));
  source::TomlFiles again;
  const PackFiles reread = read_signed(folder / "", again);
  CHECK(reread.cards[0].card.review_by == 2027y / 11 / 22);
  CHECK(reread.cards[1].card.review_by == 2027y / 11 / 22);
  CHECK(reread.cards[1].card.text[0].review_by == 2027y / 11 / 22);
  CHECK(reread.cards[1].card.text[1].review_by == 2027y / 6 / 1);
  CHECK(reread.cards[1].card.text[1].approval == Approval{"Dr. Bell", 2027y / 1 / 2});
}

TEST_CASE("a card that nobody has signed has no date and no approval of its own") {
  const TemporaryFolder folder;
  folder.copy_from(ANTEROOM_ROOT "/tests/content/sound/pack");
  source::TomlFiles toml;
  for (const CardFile& card : read_signed(folder / "", toml).cards) {
    CHECK_FALSE(card.card.review_by.ok());
    for (const CardText& text : card.card.text) CHECK_FALSE(text.approval);
  }
}

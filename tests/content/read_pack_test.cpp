#include "content/read_pack.h"

#include <random>

#include "catch.h"
#include "content/read_settings.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path here = ANTEROOM_ROOT "/tests/content";

struct Read {
  Pack pack;
  source::Diagnostics diagnostics;
};

Read read(const std::filesystem::path& folder, const PackOptions& options = {}) {
  Read result;
  source::TomlFiles files;
  result.pack = read_pack(folder, options, files, result.diagnostics);
  return result;
}

void replace(const TemporaryFolder& folder, const std::string& place, const std::string& from, const std::string& to) {
  std::string text = bytes_of_file(folder / place);
  REQUIRE(text.find(from) != std::string::npos);
  folder.write(place, text.replace(text.find(from), from.size(), to));
}

// The caller keeps the folder alive, so that the pictures stay.
Read read_changed(const TemporaryFolder& folder, const std::string& place, const std::string& from,
                  const std::string& to) {
  folder.copy_from(here / "sound/pack");
  replace(folder, place, from, to);
  return read(folder / "");
}

// Options by which each picture has two elements, a mask and a hand.
PackOptions with_mask_and_hand() {
  PackOptions options;
  options.missing_text = MissingText::skip;
  options.picture_facts = [](const std::filesystem::path&, const std::vector<std::string>&) {
    PictureFacts facts{1200, 900, {}};
    facts.elements["mask"] = {300, 90, 300, 360};
    facts.elements["hand"] = {240, 400, 200, 410};
    return facts;
  };
  return options;
}

}  // namespace

TEST_CASE("a valid pack is read to the last key") {
  const Read sound = read(here / "sound/pack");
  CHECK(sound.diagnostics.empty());
  const Pack& pack = sound.pack;
  CHECK(pack.languages == std::vector<std::string>{"en", "fr"});
  CHECK(pack.source == std::vector<std::string>{"Ourselves", "Nous"});
  CHECK(pack.review ==
        Review{2026y / 11 / 22, 2027y / 11 / 22, "Dr. A. Person", {{"en", "A Reader"}, {"fr", "Une lectrice"}}});
  REQUIRE(pack.cards.size() == 2);

  Card one;
  one.id = "one";
  one.claims = {"C1"};
  one.picture = (here / "sound/pack/pictures/one.svg").string();
  one.dwell = 20s;
  one.link = "https://example.org/paper";
  one.when.from = 2026y / 1 / 1;
  one.when.until = 2027y / 12 / 31;
  one.when.days = 0b0100010;
  one.when.hours = When::Hours{8h, 17h};
  CardText text;
  text.topic = "Paper";
  text.title = "A fold stays";
  text.lead = "Fold a sheet. Then smooth it. The line is still there.";
  text.picture_alt = "A sheet of paper with a line across it.";
  text.ask = "What should I do first?";
  text.pages = {{"Why", "The fibres are bent.", {5, 24}}};
  text.reading = {15, 73};
  one.text.push_back(text);
  text.topic = "Papier";
  text.title = "Le pli reste";
  text.lead = "Pliez une feuille. Lissez-la. La trace est là.";
  text.picture_alt = "Une feuille de papier avec une ligne.";
  text.ask = "Que faire d’abord?";
  text.pages = {{"Pourquoi", "Les fibres sont pliées.", {5, 32}}};
  text.reading = {12, 66};
  one.text.push_back(text);
  CHECK(pack.cards[0] == one);

  const Card& two = pack.cards[1];
  CHECK(two.picture.empty());
  CHECK(two.on_kiosk);
  CHECK(two.on_wall);
  CHECK(two.when == When{});
  CHECK(!two.dwell);
  CHECK(two.text[0].pages.empty());
}

TEST_CASE("a card says that its picture stands") {
  for (const bool stands : {false, true}) {
    const TemporaryFolder folder;
    const Read changed =
        read_changed(folder, "cards/two.toml", "claims =", stands ? "stands = true\nclaims =" : "claims =");
    REQUIRE(changed.pack.cards.size() == 2);
    CHECK_FALSE(changed.pack.cards[0].stands);
    CHECK(changed.pack.cards[1].stands == stands);
  }
}

TEST_CASE("a card's ground is read by its name") {
  for (std::size_t i = 0; i < ground_names().size(); ++i) {
    const TemporaryFolder folder;
    const Read changed =
        read_changed(folder, "cards/two.toml", "claims =", "ground = \"" + ground_names()[i] + "\"\nclaims =");
    REQUIRE(changed.pack.cards.size() == 2);
    CHECK(changed.pack.cards[0].ground == Ground::none);
    CHECK(changed.pack.cards[1].ground == static_cast<Ground>(i + 1));
  }
}

TEST_CASE("variables are replaced by isolated values in each language") {
  const Read sound = read(here / "sound/pack");
  REQUIRE(sound.pack.cards.size() == 2);
  const Card& two = sound.pack.cards[1];
  CHECK(two.text[0].lead == "They are \u2068Brandex and Othera\u2069. Call \u2068519 555 0100\u2069.");
  CHECK(two.text[1].lead == "Ce sont \u2068Brandex et Othera\u2069. Appelez le \u2068519 555 0100\u2069.");
}

TEST_CASE("variables are replaced in the title and the source too") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  replace(folder, "pack.toml", "\"Sound\"", "\"Call {phone}\"");
  replace(folder, "pack.toml", "\"Nous\"", "\"{products}\"");
  const Read titled = read(folder / "");
  CHECK(titled.diagnostics.empty());
  CHECK(titled.pack.source[1] == "\u2068Brandex et Othera\u2069");
}

TEST_CASE("the clinic's variables override the pack's") {
  const Read clinic =
      read(here / "sound/pack", {{{"en", {{"phone", "{1}"}, {"new", "x"}}}, {"de", {{"phone", "2"}}}}, {}});
  CHECK(clinic.diagnostics.empty());
  REQUIRE(clinic.pack.cards.size() == 2);
  CHECK(clinic.pack.cards[1].text[0].lead == "They are \u2068Brandex and Othera\u2069. Call \u2068{1}\u2069.");
  CHECK(clinic.pack.cards[1].text[1].lead ==
        "Ce sont \u2068Brandex et Othera\u2069. Appelez le \u2068519 555 0100\u2069.");
}

TEST_CASE("a clinic's empty variable leaves the pack's value on the screen") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound");
  replace(folder, "settings.toml", "519 555 0199", "");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "settings.toml", files, diagnostics);
  CHECK(diagnostics.error_count() == 1);
  const Read clinic = read(folder / "pack", {settings.vars, {}});
  REQUIRE(clinic.pack.cards.size() == 2);
  CHECK(clinic.pack.cards[1].text[0].lead == "They are \u2068Brandex and Othera\u2069. Call \u2068519 555 0100\u2069.");
}

TEST_CASE("doubled braces become single ones") {
  const TemporaryFolder folder;
  const Read braces = read_changed(folder, "cards/two.toml", "{products}.", "{{a}} {{{phone}}} }}{{.");
  CHECK(braces.diagnostics.empty());
  REQUIRE(braces.pack.cards.size() == 2);
  CHECK(braces.pack.cards[1].text[0].lead ==
        "They are {a} {\u2068519 555 0100\u2069} }{. Call \u2068519 555 0100\u2069.");
}

TEST_CASE("a faulty card is left out and the others stay in their order") {
  const TemporaryFolder folder;
  const Read faulty = read_changed(folder, "cards/one.toml", "show =", "shwo =");
  REQUIRE(faulty.pack.cards.size() == 1);
  CHECK(faulty.pack.cards[0].id == "two");
  CHECK(faulty.diagnostics.error_count() == 1);
}

TEST_CASE("whatever is wrong in one language's text costs the card in that language and nothing else") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  SECTION("an undefined variable") {
    replace(folder, "cards/two.toml", "Appelez le {phone}", "{fone}");
  }
  SECTION("a brace") {
    replace(folder, "cards/two.toml", "Appelez le {phone}", "Appelez le {phone");
  }
  SECTION("an unknown key") {
    replace(folder, "cards/one.toml", "lead = \"Pliez", "leed = \"Pliez");
  }
  SECTION("a wrong type") {
    replace(folder, "cards/one.toml", "\"Le pli reste\"", "3");
  }
  SECTION("a control character") {
    replace(folder, "cards/one.toml", "Le pli", "Le\\u0000pli");
  }
  SECTION("text that is not a table") {
    std::string card = bytes_of_file(folder / "cards/two.toml");
    card.erase(card.find("[text.fr]"));
    folder.write("cards/two.toml", card.replace(card.find("[text.en]"), 0, "[text]\nfr = \"Noms\"\n\n"));
  }
  const Read faulty = read(folder / "");
  CHECK(faulty.diagnostics.error_count() > 0);
  CHECK(faulty.pack.languages == std::vector<std::string>{"en", "fr"});
  REQUIRE(faulty.pack.cards.size() == 2);
  const auto& [one, two] = std::tie(faulty.pack.cards[0], faulty.pack.cards[1]);
  CHECK(one.has_text(0));
  CHECK(two.has_text(0));
  CHECK(one.has_text(1) != two.has_text(1));
}

TEST_CASE("a warning leaves the card in") {
  const TemporaryFolder folder;
  const Read extra = read_changed(folder, "cards/one.toml", "[text.fr]", "[text.de]\ntopic = \"Papier\"\n[text.fr]");
  CHECK(extra.pack.cards.size() == 2);
  CHECK(extra.diagnostics.error_count() == 0);
  CHECK(extra.diagnostics.warning_count() == 1);
}

TEST_CASE("a pack that cannot be used has no cards") {
  const TemporaryFolder folder;
  SECTION("of another format") {
    CHECK(read_changed(folder, "pack.toml", "format = 1", "format = 2").pack.cards.empty());
  }
  SECTION("without languages") {
    CHECK(read_changed(folder, "pack.toml", "languages = [\"en\", \"fr\"]", "languages = []").pack.cards.empty());
  }
  SECTION("that is not TOML") {
    std::string text;
    for (int i = 0; i < 21; ++i) text += "not TOML\n";
    CHECK(read_changed(folder, "pack.toml", "format = 1", text).pack.cards.empty());
  }
  SECTION("that is empty") {
    folder.copy_from(here / "sound/pack");
    folder.write("pack.toml", GENERATE(std::string(), std::string(512, '\0')));
    const Read nothing = read(folder / "");
    CHECK(nothing.pack.cards.empty());
    CHECK(nothing.diagnostics.error_count() == 1);
  }
  SECTION("that does not exist") {
    const Read nothing = read(folder / "nowhere");
    CHECK(nothing.pack.cards.empty());
    CHECK(nothing.diagnostics.error_count() == 1);
  }
}

TEST_CASE("a faulty line of pack.toml does not remove the cards") {
  struct Sample {
    const char* before;
    std::string after;
    std::size_t cards;
  };
  const Sample sample =
      GENERATE(Sample{"[title]", "[title", 2}, Sample{"rule = \"none\"", "rule = none", 2},
               Sample{"en = \"Ourselves\"", "en = \"Moi-m\xEAme\"", 2}, Sample{"[title]", "# caf\xE9\n[title]", 2},
               Sample{"cards = [\"one\", \"two\"]", "cards = [\n  \"one\",\n  \"tw\xF6\",\n]", 1},
               Sample{"cards = [\"one\", \"two\"]", "cards = [\"one\", \"tw\xF6\"]", 0});
  INFO(sample.after);
  const TemporaryFolder folder;
  const Read changed = read_changed(folder, "pack.toml", sample.before, sample.after);
  CHECK(changed.pack.cards.size() == sample.cards);
  CHECK(changed.diagnostics.error_count() > 0);
}

TEST_CASE("a card that is not UTF-8 is left out and no other") {
  const std::string place = GENERATE("\"A fold stays\"", "\"Le pli reste\"", "dwell_s = 20");
  const TemporaryFolder folder;
  const Read changed = read_changed(folder, "cards/one.toml", place, place + " # \xE9");
  REQUIRE(changed.pack.cards.size() == 1);
  CHECK(changed.pack.cards.front().id == "two");
}

TEST_CASE("a picture may be of any kind that can be drawn and its ending in any letter case") {
  const std::string name =
      GENERATE(as<std::string>(), "a.SVG", "a.Png", "IMG_7.JPG", "a.jPeG", "a.Webp", "a.GIF", "a b.c.svg");
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::filesystem::rename(folder / "pictures/one.svg", folder / ("pictures/" + name));
  replace(folder, "cards/one.toml", "one.svg", name);
  const Read changed = read(folder / "");
  CHECK(changed.diagnostics.empty());
  REQUIRE(changed.pack.cards.size() == 2);
  CHECK(changed.pack.cards.front().picture == (folder / ("pictures/" + name)).string());
}

TEST_CASE("a picture is found whichever way the accents of its name are encoded") {
  const std::string composed = "\u00E9rable.svg";
  const std::string decomposed = "e\u0301rable.svg";
  const auto [stored, typed] = GENERATE_COPY(table<std::string, std::string>(
      {{composed, decomposed}, {decomposed, composed}, {composed, composed}, {decomposed, decomposed}}));
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::filesystem::rename(folder / "pictures/one.svg", folder / ("pictures/" + stored));
  replace(folder, "cards/one.toml", "one.svg", typed);
  const Read changed = read(folder / "");
  CHECK(changed.diagnostics.empty());
  REQUIRE(changed.pack.cards.size() == 2);
  CHECK(changed.pack.cards.front().picture == (folder / ("pictures/" + stored)).string());
}

TEST_CASE("a picture name that means two files is reported") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  folder.write("pictures/\u1E63\u0307.svg", "<svg/>");
  folder.write("pictures/s\u0307\u0323.svg", "<svg/>");
  replace(folder, "cards/one.toml", "one.svg", "\u1E69.svg");
  const Read changed = read(folder / "");
  REQUIRE(changed.diagnostics.error_count() == 1);
  CHECK(
      changed.diagnostics.sorted().front().message ==
      "the picture `\u1E69.svg` may be any of 2 files in pictures/ whose names look the same; leave one of them there");
}

TEST_CASE("a picture that is stored in another form may not lead out of the pack") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  folder.write("outside.svg", "<svg/>");
  std::filesystem::create_symlink(folder / "outside.svg", folder / "pictures/e\u0301.svg");
  std::filesystem::create_directories(folder / "pack");
  for (const char* part : {"pack.toml", "cards", "pictures", "claims.toml"}) {
    std::filesystem::rename(folder / part, folder / ("pack/" + std::string(part)));
  }
  replace(folder, "pack/cards/one.toml", "one.svg", "\u00E9.svg");
  const Read changed = read(folder / "pack");
  REQUIRE(changed.diagnostics.error_count() == 1);
  CHECK(changed.diagnostics.sorted().front().rule == "outside-pack");
}

TEST_CASE("a card's file is suggested under the name that a copy or a Windows editor gave it") {
  const std::string name = GENERATE(as<std::string>(), "one.toml.txt", "one.TOML", "One.toml", "one - Copy.toml",
                                    "one (1).toml", "one.toml ", "one .toml");
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::filesystem::rename(folder / "cards/one.toml", folder / ("cards/" + name));
  const Read changed = read(folder / "");
  CHECK(changed.pack.cards.size() == 1);
  REQUIRE(changed.diagnostics.error_count() == 1);
  CHECK(changed.diagnostics.sorted().front().message ==
        "there is no file cards/one.toml; did you mean `" + name + "`?");
}

TEST_CASE("a folder of the pack in another letter case is reported") {
  const auto [place, name] = GENERATE(table<std::string, std::string>({{"cards", "Cards"}, {"pictures", "PICTURES"}}));
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::filesystem::rename(folder / place, folder / name);
  const Read changed = read(folder / "");
  const auto told = changed.diagnostics.sorted();
  CHECK(std::any_of(told.begin(), told.end(), [&](const source::Diagnostic& d) {
    return d.message == "there is no such folder; did you mean `" + name + "`?";
  }));
}

TEST_CASE("a link inside the pack may be followed") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::filesystem::create_symlink("one.svg", folder / "pictures/again.svg");
  replace(folder, "cards/one.toml", "one.svg", "again.svg");
  const Read linked = read(folder / "");
  CHECK(linked.diagnostics.empty());
  CHECK(linked.pack.cards.size() == 2);
}

TEST_CASE("a pack may itself be reached through a link") {
  const TemporaryFolder folder;
  std::filesystem::create_directory_symlink(here / "sound/pack", folder / "linked");
  const Read linked = read(folder / "linked");
  CHECK(linked.diagnostics.empty());
  CHECK(linked.pack.cards.size() == 2);
}

TEST_CASE("files saved on Windows read the same") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  for (const char* place : {"pack.toml", "cards/one.toml", "cards/two.toml"}) {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : bytes_of_file(folder / place)) windows += c == '\n' ? "\r\n" : std::string(1, c);
    folder.write(place, windows);
  }
  Read read_from = read(folder / "");
  CHECK(read_from.diagnostics.empty());
  REQUIRE(read_from.pack.cards.size() == 2);
  read_from.pack.cards[0].picture = (here / "sound/pack/pictures/one.svg").string();
  CHECK(read_from.pack == read(here / "sound/pack").pack);
}

TEST_CASE("a text in three quotes loses the line breaks at its ends only") {
  const TemporaryFolder folder;
  const Read text = read_changed(folder, "cards/one.toml", "\"The fibres are bent.\"", "\"\"\"\nOne.\n• Two.\n\"\"\"");
  REQUIRE(text.pack.cards.size() == 2);
  CHECK(text.pack.cards[0].text[0].pages[0].text == "One.\n• Two.");
}

TEST_CASE("each picture is asked about once however many cards show it") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  replace(folder, "cards/two.toml", "claims = [\"C2\"]", "picture = \"one.svg\"");
  for (const char* ask : {"ask = \"Which", "ask = \"Lequel"})
    replace(folder, "cards/two.toml", ask, std::string("picture_alt = \"x\"\n") + ask);
  int asked = 0;
  const Read broken = read(folder / "", {{}, [&asked](const std::filesystem::path& picture, const auto&) {
                                           ++asked;
                                           return picture.filename() == "one.svg" ? "is torn" : "";
                                         }});
  CHECK(asked == 1);
  CHECK(broken.pack.cards.empty());
  CHECK(broken.diagnostics.error_count() == 2);
}

TEST_CASE("a large pack is read in order and the same every time") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  const std::string card = bytes_of_file(folder / "cards/two.toml");
  std::string list;
  for (int i = 0; i < 900; ++i) {
    const std::string id = "card-" + std::to_string((i * 7) % 900);
    list += "\"" + id + "\",\n";
    folder.write("cards/" + id + ".toml", i % 90 == 0 ? "fault = " + std::to_string(i) + "\n" + card : card);
  }
  replace(folder, "pack.toml", "\"one\", \"two\"", list + "\"one\", \"two\"");
  const Read first = read(folder / "");
  const Read second = read(folder / "");
  CHECK(first.pack.cards.size() == 892);
  CHECK(first.pack == second.pack);
  CHECK(first.diagnostics.sorted() == second.diagnostics.sorted());
  const std::vector<source::Diagnostic> faults = first.diagnostics.sorted();
  REQUIRE(faults.size() == 10);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    CHECK(faults[i].path == folder.name() + "/cards/card-" + std::to_string((i * 90 * 7) % 900) + ".toml");
  }
  CHECK(first.pack.cards[0].id == "card-7");
  CHECK(first.pack.cards[1].id == "card-14");
}

TEST_CASE("pages show parts of the picture: their own, those of the first language, or the card's in turn") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  std::string card = "claims = [\"C1\"]\npicture = \"one.svg\"\nviews = [\"spot\", [0, 0, 600, 450]]\n";
  for (const std::string language : {"en", "fr"}) {
    card +=
        "[text." + language +
        "]\ntopic = \"Paper\"\ntitle = \"A fold\"\nlead = \"Fold it.\"\npicture_alt = \"A sheet.\"\nask = \"Why?\"\n";
    for (int i = 0; i < 4; ++i) {
      card += "[[text." + language + ".pages]]\ntitle = \"Page\"\ntext = \"Words.\"\n";
      if (language == "en" && i == 1) card += "view = [900, 675, 300, 225]\n";
    }
  }
  folder.write("cards/one.toml", card);
  PackOptions options;
  options.picture_facts = [](const std::filesystem::path&, const std::vector<std::string>& ids) {
    CHECK(ids == std::vector<std::string>{ground_id, "spot"});
    PictureFacts facts{1200, 900, {}};
    facts.elements["spot"] = {1000, 400, 100, 50};
    return facts;
  };
  const Read result = read(folder / "", options);
  for (const source::Diagnostic& each : result.diagnostics.sorted()) UNSCOPED_INFO(source::to_text(each));
  const Pack& pack = result.pack;
  REQUIRE(pack.cards.size() == 2);
  for (std::size_t language = 0; language < 2; ++language) {
    const std::vector<Page>& pages = pack.cards[0].text[language].pages;
    REQUIRE(pages.size() == 4);
    for (const Page& each : pages) REQUIRE(each.view);
    CHECK(pages[1].view->frame == Share{0.75, 0.75, 0.25, 0.25});
    CHECK(pages[3].view->frame == Share{0, 0, 0.5, 0.5});
    CHECK(pages[2].view == pages[0].view);
    // The element in its middle, with what is around it, at least a quarter of the picture.
    const Share& spot = pages[0].view->frame;
    CHECK(spot.w == Approx(0.25));
    CHECK(spot.x + spot.w / 2 == Approx(1050.0 / 1200));
    CHECK(spot.y + spot.h / 2 == Approx(425.0 / 900));
    CHECK(pages[0].view->ratio == Approx(4.0 / 3));
  }
}

TEST_CASE("only a ground that goes on beyond the board on all sides fills more than the board") {
  const auto board_with = [](std::optional<std::array<double, 4>> ground) {
    PackOptions options;
    options.picture_facts = [=](const std::filesystem::path&, const std::vector<std::string>& ids) {
      PictureFacts facts{1200, 800, {}};
      facts.ink = {60, 80, 1080, 720};
      if (ground && std::find(ids.begin(), ids.end(), ground_id) != ids.end()) facts.elements[ground_id] = *ground;
      facts.ground_color = 0x084849;
      return facts;
    };
    const Read result = read(here / "sound/pack", options);
    REQUIRE(!result.pack.cards.empty());
    return result.pack.cards[0].board;
  };
  const auto plain = board_with({});
  REQUIRE(plain);
  CHECK(plain->ratio == Approx(1.5));
  CHECK(plain->ink == Share{0.05, 0.1, 0.9, 0.9});
  CHECK_FALSE(plain->ground);
  CHECK_FALSE(board_with({{0, 0, 1200, 800}})->ground);
  CHECK_FALSE(board_with({{-300, -200, 1500, 1200}})->ground);  // it ends at the right edge
  const auto wide = board_with({{-300, -80, 1800, 960}});
  REQUIRE(wide->ground);
  CHECK(wide->ground->color == 0x084849);
  CHECK(wide->ground->reach.x == Approx(-0.25));
  CHECK(wide->ground->reach.h == Approx(1.2));
  // Farther out nothing can be drawn.
  const auto endless = board_with({{-5000, -5000, 10000, 10000}});
  REQUIRE(endless->ground);
  CHECK(endless->ground->reach == Share{-0.25, -0.25, 1.5, 1.5});
}

TEST_CASE("a page shows the elements that its view lists alone, framed by what they take up together") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  folder.write("cards/one.toml",
               "claims = [\"C1\"]\npicture = \"one.svg\"\nviews = [[\"mask\", \"hand\"], [\"mask\", \"gone\"]]\n"
               "[text.en]\ntopic = \"Paper\"\ntitle = \"A fold\"\nlead = \"Fold it.\"\npicture_alt = \"A sheet.\"\n"
               "ask = \"Why?\"\n[[text.en.pages]]\ntitle = \"Page\"\ntext = \"Words.\"\n"
               "[[text.en.pages]]\ntitle = \"Page\"\ntext = \"Words.\"\n");
  const PackOptions options = with_mask_and_hand();
  const Read result = read(folder / "", options);
  REQUIRE(!result.pack.cards.empty());
  const std::vector<Page>& pages = result.pack.cards[0].text[0].pages;
  REQUIRE(pages.size() == 2);
  REQUIRE(pages[0].view);
  CHECK(pages[0].view->layers == std::vector<std::string>{"mask", "hand"});
  const Share& frame = pages[0].view->frame;
  CHECK(frame.x == Approx(0.2));
  CHECK(frame.y == Approx(0.1));
  CHECK(frame.w == Approx(0.3));
  CHECK(frame.h == Approx(0.8));
  CHECK_FALSE(pages[1].view);
  const auto faults = result.diagnostics.sorted();
  CHECK(std::any_of(faults.begin(), faults.end(), [](const source::Diagnostic& each) {
    return each.rule == "bad-view" && each.message.find("`gone`") != std::string::npos;
  }));
}

TEST_CASE("each paragraph of a page has a view of its own if the page lists as many, in every language") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  const auto with_views = [&](const std::string& views) {
    folder.write("cards/one.toml",
                 "claims = [\"C1\"]\npicture = \"one.svg\"\n[text.en]\ntopic = \"Paper\"\ntitle = \"A fold\"\n"
                 "lead = \"Fold it.\"\npicture_alt = \"A sheet.\"\nask = \"Why?\"\n[[text.en.pages]]\n"
                 "title = \"Page\"\nviews = " +
                     views + "\ntext = \"One.\\nTwo.\"\n");
    return read(folder / "", with_mask_and_hand()).pack.cards.at(0).text[0].pages.at(0);
  };
  const Page page = with_views("[[\"mask\"], [\"hand\"]]");
  REQUIRE(page.views.size() == 2);
  CHECK(page.views[0].layers == std::vector<std::string>{"mask"});
  CHECK(page.views[1].layers == std::vector<std::string>{"hand"});
  CHECK_FALSE(page.view);
  CHECK(with_views("[[\"mask\"]]").views.empty());
  CHECK(with_views("[[\"mask\"], [\"gone\"]]").views.empty());
}

TEST_CASE("a card's focus is the box around its elements, which are drawn alone, or the box that is written") {
  const TemporaryFolder folder;
  folder.copy_from(here / "sound/pack");
  const PackOptions options = with_mask_and_hand();
  const auto with_focus = [&](const std::string& focus) {
    folder.write("cards/one.toml", "claims = [\"C1\"]\npicture = \"one.svg\"\nfocus = " + focus +
                                       "\n[text.en]\ntopic = \"Paper\"\ntitle = \"A fold\"\nlead = \"Fold it.\"\n"
                                       "picture_alt = \"A sheet.\"\nask = \"Why?\"\n");
    return read(folder / "", options);
  };
  const Read by_ids = with_focus("[\"mask\", \"hand\"]");
  const Card& card = by_ids.pack.cards.at(0);
  REQUIRE(card.focus);
  CHECK(card.focus->layers == std::vector<std::string>{"mask", "hand"});
  CHECK(card.focus->frame.x == Approx(0.2));
  CHECK(card.focus->frame.y == Approx(0.1));
  CHECK(card.focus->frame.w == Approx(0.3));
  CHECK(card.focus->frame.h == Approx(0.8));
  const Read by_box = with_focus("[0, 0, 600, 450]");
  REQUIRE(by_box.pack.cards.at(0).focus);
  CHECK(by_box.pack.cards.at(0).focus->frame == Share{0, 0, 0.5, 0.5});
  const Read missing = with_focus("[\"mask\", \"gone\"]");
  CHECK_FALSE(missing.pack.cards.at(0).focus);
  const auto faults = missing.diagnostics.sorted();
  CHECK(std::any_of(faults.begin(), faults.end(), [](const source::Diagnostic& each) {
    return each.rule == "bad-view" && each.message.find("`gone`; the picture is never cropped") != std::string::npos;
  }));
}

#include "runtime/last_good.h"

#include <algorithm>

#include "catch.h"
#include "content/read_settings.h"
#include "small_pack.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::runtime;

namespace {

namespace fs = std::filesystem;

const std::string pack_toml = small_pack_toml(R"("a", "b")");

std::string card(const std::string& title, const std::string& picture) {
  return "picture = \"" + picture + "\"\nshow = [\"kiosk\", \"wall\"]\n[text.en]\ntopic = \"Hands\"\ntitle = \"" +
         title + "\"\nlead = \"Use soap.\"\npicture_alt = \"A plain field.\"\nask = \"When?\"\n";
}

std::string svg(const std::string& colour) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><rect width=\"40\" height=\"30\" fill=\"" +
         colour + "\"/></svg>";
}

// A pack of two cards that share a picture, and a kiosk that has shown it.
struct Clinic {
  TemporaryFolder folder;
  Settings settings;
  LastGood good;

  Clinic() : settings(made()), good(folder / "state") { keep(); }

  Settings made() const {
    folder.write("pack/pack.toml", pack_toml);
    folder.write("pack/cards/a.toml", card("Old a", "shared.svg"));
    folder.write("pack/cards/b.toml", card("Old b", "shared.svg"));
    folder.write("pack/pictures/shared.svg", svg("red"));
    folder.write("kiosk.toml", "content = \"pack\"\n");
    Settings of_pack;
    of_pack.content = (folder / "pack").string();
    return of_pack;
  }
  fs::path config() const { return folder / "kiosk.toml"; }
  Reading read(UnknownCards unknown = UnknownCards::take) { return good.read(settings, config(), {}, unknown); }
  void keep() {
    read();
    good.keep(config(), SettingsAre::good);
  }
};

std::vector<std::string> titles(const assembly::Loaded& loaded) {
  std::vector<std::string> list;
  for (const Card& each : loaded.content.pack.cards) list.push_back(each.text.front().title);
  return list;
}

// The file that a card shows, as text.
std::string drawing(const assembly::Loaded& loaded, std::size_t index) {
  std::ifstream file(loaded.content.pack.cards.at(index).picture);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of(const source::Diagnostics& faults) {
  std::string text;
  for (const source::Diagnostic& each : faults.sorted()) text += source::to_text(each);
  return text;
}

using Titles = std::vector<std::string>;
using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a card that is edited is shown, and the reading says what has changed") {
  Clinic clinic;
  clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg"));
  const Reading reading = clinic.read();
  CHECK(titles(reading.loaded) == Titles{"New a", "Old b"});
  CHECK(reading.changed == Places{"cards/a.toml"});
  CHECK(reading.stays.empty());
  CHECK(reading.diagnostics.empty());
}

TEST_CASE("the pack's own words of the buttons stay while its folder is gone") {
  Clinic clinic;
  clinic.folder.write("pack/interface/en.toml", "language = \"en\"\n[words]\nask = \"Ask your dentist\"\n");
  clinic.keep();
  SECTION("the folder is gone") {
    fs::rename(clinic.folder / "pack", clinic.folder / "away");
    LastGood restarted(clinic.folder / "state");
    const std::optional<assembly::Loaded> kept = restarted.kept(clinic.settings, clinic.config());
    REQUIRE(kept);
    CHECK(words_for(kept->content, "en").say("ask") == "Ask your dentist");
  }
  SECTION("they are gone") {
    fs::remove_all(clinic.folder / "pack/interface");
    CHECK(words_for(clinic.read().loaded.content, "en").say("ask") != "Ask your dentist");
  }
}

TEST_CASE("a mistake in the pack's words of the buttons costs none of them, and is said with its line") {
  Clinic clinic;
  const std::string english = "language = \"en\"\n[words]\nask = \"Ask your dentist\"\n";
  clinic.folder.write("pack/interface/en.toml", english);
  clinic.folder.write("pack/interface/fr.toml", "language = \"fr\"\n[words]\nask = \"Votre dentiste\"\n");
  clinic.keep();
  const auto [broken, message] = GENERATE(table<std::string, std::string>(
      {{"language = \"en\"\n[words]\nask = \"Ask your surgeon\nback = \"Return\"\n",
        ":3:24: error: this text ends with its line; the closing quote is missing, or a longer text needs three quotes "
        "(\"\"\")\nask = \"Ask your surgeon\n                       ^\n"},
       {"language = \"en\"\n[words]\nback = \"Return\"\nasc = \"Ask your surgeon\"\n",
        ":4:1: error: unknown key `asc`; did you mean `ask`?\nasc = \"Ask your surgeon\"\n^\n"}}));
  clinic.folder.write("pack/interface/en.toml", broken);
  clinic.folder.write("pack/interface/fr.toml", "language = \"fr\"\n[words]\nask = \"Votre chirurgien\"\n");
  clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
  const Reading reading = clinic.read();
  CHECK(words_for(reading.loaded.content, "en").say("ask") == "Ask your dentist");
  CHECK(words_for(reading.loaded.content, "fr").say("ask") == "Votre chirurgien");  // only that language stays behind
  CHECK(titles(reading.loaded) == Titles{"Old a", "New b"});
  CHECK(reading.stays == Places{"interface/en.toml"});
  std::string said;
  for (const source::Diagnostic& each : reading.diagnostics.sorted()) said += source::to_text(each);
  CHECK(said == (clinic.folder / "pack/interface/en.toml").string() + message);
  // After a restart, too, and until it is mended.
  clinic.good.keep(clinic.config(), SettingsAre::good);
  LastGood restarted(clinic.folder / "state");
  CHECK(words_for(restarted.read(clinic.settings, clinic.config(), {}, UnknownCards::take).loaded.content, "en")
            .say("ask") == "Ask your dentist");
  clinic.folder.write("pack/interface/en.toml", "language = \"en\"\n[words]\nask = \"Ask your surgeon\"\n");
  CHECK(words_for(clinic.read().loaded.content, "en").say("ask") == "Ask your surgeon");
}

TEST_CASE("a card with a fault stays as it was while another edit is shown") {
  Clinic clinic;
  const auto [place, broken] =
      GENERATE(table<std::string, std::string>({{"a missing quote", card("Broken", "shared.svg") + "ask = \"and\n"},
                                                {"an unknown key", "unknown = 1\n" + card("Broken", "shared.svg")},
                                                {"a picture that is not there", card("Broken", "nowhere.svg")},
                                                {"half a file", card("Broken", "shared.svg").substr(0, 60)},
                                                {"an empty file", ""}}));
  CAPTURE(place);
  clinic.folder.write("pack/cards/a.toml", broken);
  clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
  const Reading reading = clinic.read();
  CHECK(titles(reading.loaded) == Titles{"Old a", "New b"});
  CHECK(reading.stays == Places{"cards/a.toml"});
  CHECK(reading.diagnostics.error_count() > 0);
  // After a restart, too.
  clinic.good.keep(clinic.config(), SettingsAre::good);
  LastGood restarted(clinic.folder / "state");
  CHECK(titles(restarted.read(clinic.settings, clinic.config(), {}, UnknownCards::take).loaded) ==
        Titles{"Old a", "New b"});
  // Until it is mended.
  clinic.folder.write("pack/cards/a.toml", card("Mended a", "shared.svg"));
  CHECK(titles(restarted.read(clinic.settings, clinic.config(), {}, UnknownCards::take).loaded) ==
        Titles{"Mended a", "New b"});
}

TEST_CASE("a card that loses a language of its pack stays as it was, and so does the language") {
  Clinic clinic;
  const auto head = [](const std::string& languages) {
    return "format = 1\nid = \"pack\"\nlanguages = " + languages +
           "\ncards = [\"a\", \"b\"]\ncore = [\"a\"]\ntitle = { en = \"Small\", fr = \"Petit\" }\n"
           "source = { en = \"A test\", fr = \"Un essai\" }\n"
           "review = { on = 2026-11-01, by = 2027-10-31, reviewer = \"Dr. Ames\", speakers = { en = \"A\", fr = \"B\" "
           "} }\n";
  };
  const std::string english = card("Old a", "shared.svg");
  const std::string french =
      "[text.fr]\ntopic = \"Mains\"\ntitle = \"Vieux a\"\nlead = \"Du savon.\"\npicture_alt = \"Un champ.\"\nask = "
      "\"Quand ?\"\n";
  clinic.folder.write("pack/pack.toml", head(R"(["en", "fr"])"));
  clinic.folder.write("pack/cards/a.toml", english + french);
  clinic.keep();
  REQUIRE(clinic.read().loaded.content.pack.languages == std::vector<std::string>{"en", "fr"});
  const std::string shorter = card("New a", "shared.svg");

  SECTION("cut between two languages, or written without one") {
    clinic.folder.write("pack/cards/a.toml", shorter);
    const Reading reading = clinic.read();
    CHECK(reading.loaded.content.pack.languages == std::vector<std::string>{"en", "fr"});
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(reading.stays == Places{"cards/a.toml"});
    REQUIRE(reading.diagnostics.error_count() == 1);
    const auto faults = reading.diagnostics.sorted();
    CHECK(std::any_of(faults.begin(), faults.end(), [](const source::Diagnostic& fault) {
      return fault.message.starts_with("the card has lost its words in `fr`");
    }));
  }
  SECTION("the pack no longer has the language") {
    clinic.folder.write("pack/pack.toml", head(R"(["en"])"));
    clinic.folder.write("pack/cards/a.toml", shorter);
    const Reading reading = clinic.read();
    CHECK(reading.loaded.content.pack.languages == std::vector<std::string>{"en"});
    CHECK(titles(reading.loaded) == Titles{"New a", "Old b"});
    CHECK(reading.stays.empty());
  }
  SECTION("a card that is not of the core is skipped in the language") {
    clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "New b"});
    CHECK(reading.loaded.content.pack.languages.size() == 2);
  }
}

TEST_CASE("a picture alone that is damaged or gone leaves its cards as they were") {
  Clinic clinic;
  const std::string whole = svg("blue");
  const bool is_gone = GENERATE(false, true);
  if (is_gone) {
    fs::remove(clinic.folder / "pack/pictures/shared.svg");
  } else {
    clinic.folder.write("pack/pictures/shared.svg", whole.substr(0, 60));
  }
  for (int time = 0; time < 2; ++time) {  // and it stays so when everything is read again
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 0) == svg("red"));
    CHECK(reading.stays == Places{"pictures/shared.svg"});
    CHECK(reading.diagnostics.error_count() > 0);
    clinic.good.keep(clinic.config(), SettingsAre::good);
  }
  LastGood restarted(clinic.folder / "state");
  CHECK(titles(restarted.read(clinic.settings, clinic.config(), {}, UnknownCards::take).loaded) ==
        Titles{"Old a", "Old b"});
  clinic.folder.write("pack/pictures/shared.svg", whole);
  const Reading mended = clinic.read();
  CHECK(drawing(mended.loaded, 1) == whole);
  CHECK(mended.stays.empty());
}

TEST_CASE("new words are never shown beside an old picture, nor old words beside a new one") {
  Clinic clinic;
  SECTION("the new picture is cut short: the card stays as it was, words and all") {
    clinic.folder.write("pack/cards/a.toml", card("New a", "own.svg"));
    clinic.folder.write("pack/pictures/own.svg", svg("blue").substr(0, 70));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 0) == svg("red"));
    CHECK(reading.stays == Places{"cards/a.toml"});
  }
  SECTION("the picture that both share is cut short: both stay") {
    clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg"));
    clinic.folder.write("pack/pictures/shared.svg", svg("blue").substr(0, 70));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 0) == svg("red"));
    CHECK(drawing(reading.loaded, 1) == svg("red"));
    CHECK(reading.stays == Places{"cards/a.toml", "pictures/shared.svg"});  // b.toml is as it was
  }
  SECTION("one of two cards that share a new picture has a fault: both stay") {
    clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg") + "unknown = 1\n");
    clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
    clinic.folder.write("pack/pictures/shared.svg", svg("blue"));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 1) == svg("red"));
  }
  SECTION("a picture overwritten after it was read is shown as it was read") {
    const Reading reading = clinic.read();
    clinic.folder.write("pack/pictures/shared.svg", svg("blue"));
    CHECK(drawing(reading.loaded, 0) == svg("red"));
    CHECK(drawing(clinic.read().loaded, 0) == svg("blue"));
  }
}

TEST_CASE("a pack.toml with a fault is read as it was last, and its cards as they are now") {
  Clinic clinic;
  const std::string broken = GENERATE(std::string("format = 1\ncards = [\"a\" \"b\"]\n"), std::string(""),
                                      std::string("\x89PNG"), pack_toml + "[[[\n");
  clinic.folder.write("pack/pack.toml", broken);
  clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg"));
  const Reading reading = clinic.read();
  CHECK(titles(reading.loaded) == Titles{"New a", "Old b"});
  CHECK(reading.stays == Places{"pack.toml"});
  CHECK(reading.diagnostics.error_count() > 0);
}

TEST_CASE("a pack.toml that was cut short before its variables took the cards that use them off the screen") {
  Clinic clinic;
  const std::string whole = pack_toml + "[vars.en]\nsoap = \"Use soap.\"\n";
  std::string uses = card("Old a", "shared.svg");
  uses.replace(uses.find("Use soap."), 9, "{soap}");
  clinic.folder.write("pack/pack.toml", whole);
  clinic.folder.write("pack/cards/a.toml", uses);
  clinic.keep();
  REQUIRE(titles(clinic.read().loaded) == Titles{"Old a", "Old b"});
  clinic.folder.write("pack/pack.toml", pack_toml);
  const Reading reading = clinic.read();
  CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
  CHECK(reading.stays == Places{"pack.toml"});
  CHECK(text_of(reading.diagnostics).find("soap") != std::string::npos);
}

TEST_CASE("a pack.toml that was cut short before its review took all cards off the screen") {
  Clinic clinic;
  clinic.folder.write("pack/pack.toml", pack_toml.substr(0, pack_toml.find("review")));
  const Reading reading = clinic.read();
  CHECK(last_day(reading.loaded.content.pack.review));
  CHECK(reading.stays == Places{"pack.toml"});
  CHECK(text_of(reading.diagnostics).find("review") != std::string::npos);
}

TEST_CASE("a card whose file was deleted left the screen after half a minute") {
  Clinic clinic;
  fs::remove(clinic.folder / "pack/cards/b.toml");
  const std::string said =
      (clinic.folder / "pack/pack.toml").string() +
      ":4:15: error: cards/b.toml is missing; the screen shows it as it was; put the file back, or "
      "take its name out of `cards`\ncards = [\"a\", \"b\"]\n              ^\n";
  for (int time = 0; time < 5; ++time) {
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 1) == svg("red"));
    CHECK(reading.stays == Places{"cards/b.toml"});
    CHECK(reading.removed.empty());
    CHECK(text_of(reading.diagnostics) == said);
    clinic.good.keep(clinic.config(), SettingsAre::good);
  }
  SECTION("a restart changes nothing, nor does the loss of its picture") {
    fs::remove(clinic.folder / "pack/pictures/shared.svg");
    LastGood restarted(clinic.folder / "state");
    const Reading reading = restarted.read(clinic.settings, clinic.config(), {}, UnknownCards::take);
    CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
    CHECK(drawing(reading.loaded, 1) == svg("red"));
  }
  SECTION("its name is taken out") {
    clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a")"));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a"});
    CHECK(reading.removed == Places{"cards/b.toml"});
    CHECK(reading.diagnostics.empty());
  }
  SECTION("the file is put back") {
    clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
    const Reading reading = clinic.read();
    CHECK(titles(reading.loaded) == Titles{"Old a", "New b"});
    CHECK(reading.stays.empty());
  }
}

TEST_CASE("a card was called not shown while a faulty pack.toml kept it on the screen") {
  Clinic clinic;
  SECTION("a comma is missing") {
    clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a" "b")"));
  }
  SECTION("a name is misspelt") {
    clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a", "bb")"));
  }
  const Reading reading = clinic.read(UnknownCards::hold);
  CHECK(titles(reading.loaded) == Titles{"Old a", "Old b"});
  CHECK(reading.diagnostics.error_count() == 1);
  CHECK(reading.diagnostics.warning_count() == 0);
}

TEST_CASE("a name that is misspelt in pack.toml costs no card its place as long as the caller says so") {
  Clinic clinic;
  std::string misspelt = pack_toml;
  misspelt.replace(misspelt.find("\"b\"]"), 4, "\"bb\"]");
  clinic.folder.write("pack/pack.toml", misspelt);
  clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg"));
  const Reading reading = clinic.read(UnknownCards::hold);
  CHECK(titles(reading.loaded) == Titles{"New a", "Old b"});
  CHECK(reading.stays == Places{"pack.toml"});
  CHECK(reading.diagnostics.error_count() > 0);
  SECTION("and is taken afterwards") {
    clinic.good.keep(clinic.config(), SettingsAre::good);
    CHECK(titles(clinic.read(UnknownCards::take).loaded) == Titles{"New a"});
    // From then on it is what the next edit is compared with.
    clinic.good.keep(clinic.config(), SettingsAre::good);
    clinic.folder.write("pack/pack.toml", "# An edit\n" + misspelt);
    CHECK(clinic.read(UnknownCards::hold).stays.empty());
  }
  SECTION("and is no fault any more once there is such a card") {
    clinic.folder.write("pack/cards/bb.toml", card("New bb", "shared.svg"));
    CHECK(titles(clinic.read(UnknownCards::hold).loaded) == Titles{"New a", "New bb"});
  }
}

TEST_CASE("a new card with a fault is left out, and is shown once it is mended") {
  Clinic clinic;
  clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a", "b", "c")"));
  clinic.folder.write("pack/cards/c.toml", "unknown = 1\n" + card("New c", "shared.svg"));
  const Reading faulty = clinic.read();
  CHECK(titles(faulty.loaded) == Titles{"Old a", "Old b"});
  CHECK(faulty.stays.empty());
  clinic.good.keep(clinic.config(), SettingsAre::good);
  clinic.folder.write("pack/cards/c.toml", card("New c", "shared.svg"));
  CHECK(titles(clinic.read().loaded) == Titles{"Old a", "Old b", "New c"});
}

TEST_CASE("a step that comes to show a layer that cannot be drawn leaves its card as it was") {
  Clinic clinic;
  const auto with_steps = [](const std::string& title, const std::string& last) {
    return card(title, "shared.svg") +
           "[exhibit]\nkind = \"steps\"\nsteps = [{ day = 0, layers = [\"base\"] }, { day = 1, layers = [\"" + last +
           "\"] }]\n[text.en.exhibit]\ntitle = \"Over time\"\ninvite = \"Touch a day.\"\n"
           "steps = [{ label = \"Day 0\", text = \"First.\" }, { label = \"Day 1\", text = \"Then.\" }]\n";
  };
  const std::string drawn =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><rect id=\"base\" width=\"40\" height=\"30\"/>"
      "<g id=\"more\" display=\"none\"><rect width=\"9\" height=\"9\"/></g>"
      "<g id=\"note\" display=\"none\"><rect width=\"9\" height=\"9\"/><text>Day 1</text></g></svg>";
  clinic.folder.write("pack/pictures/shared.svg", drawn);
  clinic.folder.write("pack/cards/a.toml", with_steps("Base", "base"));
  CHECK(titles(clinic.read().loaded) == Titles{"Base", "Old b"});
  clinic.good.keep(clinic.config(), SettingsAre::good);
  clinic.folder.write("pack/cards/a.toml", with_steps("More", "more"));
  CHECK(titles(clinic.read().loaded) == Titles{"More", "Old b"});
  clinic.good.keep(clinic.config(), SettingsAre::good);
  clinic.folder.write("pack/cards/a.toml", with_steps("Note", "note"));
  const Reading reading = clinic.read();
  CHECK(titles(reading.loaded) == Titles{"More", "Old b"});
  CHECK(reading.stays == Places{"cards/a.toml"});
}

TEST_CASE("a fault that was there from the start does not keep an edit from being shown") {
  Clinic clinic;
  clinic.folder.write("pack/cards/a.toml", "unknown = 1\n" + card("Old a", "shared.svg"));
  Settings other = clinic.settings;
  LastGood fresh(clinic.folder / "another-state");
  fresh.read(other, clinic.config(), {}, UnknownCards::take);
  fresh.keep(clinic.config(), SettingsAre::good);
  clinic.folder.write("pack/cards/a.toml", card("New a", "shared.svg"));
  CHECK(titles(fresh.read(other, clinic.config(), {}, UnknownCards::take).loaded) == Titles{"New a", "Old b"});
}

TEST_CASE("the pack and the settings shown last are there when their files are not") {
  Clinic clinic;
  fs::rename(clinic.folder / "pack", clinic.folder / "away");
  fs::remove(clinic.config());
  LastGood restarted(clinic.folder / "state");
  const auto kept = restarted.kept(clinic.settings, clinic.config());
  REQUIRE(kept);
  CHECK(titles(*kept) == Titles{"Old a", "Old b"});
  CHECK(drawing(*kept, 0) == svg("red"));
  std::ifstream copy(restarted.kept_settings(clinic.config()));
  CHECK(std::string(std::istreambuf_iterator<char>(copy), {}) == "content = \"pack\"\n");
}

TEST_CASE("what the settings include is there, too, when the disk with both does not answer") {
  Clinic clinic;
  const fs::path facts = clinic.folder / "clinic.toml";
  clinic.folder.write("kiosk.toml", "content = \"pack\"\ninclude = \"clinic.toml\"\n");
  clinic.folder.write("clinic.toml", "[clinic]\nname = \"Lakeside\"\n");
  clinic.read();
  clinic.good.keep(clinic.config(), SettingsAre::good, facts.string());
  // A faulty version takes the place of neither.
  clinic.folder.write("clinic.toml", "[clinic]\nname = \"Broken\n");
  clinic.read();
  clinic.good.keep(clinic.config(), SettingsAre::faulty, facts.string());
  fs::remove(clinic.config());
  fs::remove(facts);
  const LastGood restarted(clinic.folder / "state");
  source::TomlFiles files;
  files.redirect(clinic.config(), restarted.kept_settings(clinic.config()));
  files.redirect(facts, restarted.kept_included());
  source::Diagnostics faults;
  const Settings settings = content::read_settings(clinic.config(), files, faults);
  CHECK(faults.empty());
  CHECK(settings.clinic_name == "Lakeside");
  CHECK(settings.included == facts.string());
}

TEST_CASE("a command can ask what a kiosk shows without changing what the kiosk keeps") {
  Clinic clinic;
  clinic.folder.write("pack/cards/a.toml", "unknown = 1\n" + card("Broken", "shared.svg"));
  clinic.folder.write("pack/cards/b.toml", card("New b", "shared.svg"));
  const auto kept = [&] {
    std::set<std::string> files;
    for (const auto& each : fs::recursive_directory_iterator(clinic.folder / "state")) files.insert(each.path());
    return files;
  };
  const std::set<std::string> before = kept();
  LastGood asked(clinic.folder / "state", Copying::off);
  const Reading reading = asked.read(clinic.settings, clinic.config(), {}, UnknownCards::hold);
  CHECK(titles(reading.loaded) == Titles{"Old a", "New b"});
  CHECK(reading.stays == Places{"cards/a.toml"});
  asked.keep(clinic.config(), SettingsAre::good);
  CHECK(kept() == before);
}

TEST_CASE("a card of another pack never takes the place of a faulty one") {
  Clinic clinic;
  clinic.folder.write("other/pack.toml", pack_toml);
  clinic.folder.write("other/cards/a.toml", "broken");
  clinic.folder.write("other/cards/b.toml", card("Other b", "x.svg"));
  clinic.folder.write("other/pictures/x.svg", svg("green"));
  clinic.settings.content = (clinic.folder / "other").string();
  CHECK(titles(clinic.read().loaded) == Titles{"Other b"});
}

TEST_CASE("a description that was left as it was beside another picture is named, once") {
  Clinic clinic;
  const std::string left =
      "cards/a.toml: the picture is another one, but its description is still \"A plain field.\"; correct "
      "`picture_alt`, unless the picture still shows that";
  SECTION("under a new name") {
    clinic.folder.write("pack/pictures/new.svg", svg("green"));
    clinic.folder.write("pack/cards/a.toml", card("Old a", "new.svg"));
    CHECK(clinic.read().remarks == std::vector<std::string>{left});
    clinic.keep();
    CHECK(clinic.read().remarks.empty());
  }
  SECTION("under the old name") {
    clinic.folder.write("pack/pictures/shared.svg", svg("green"));
    CHECK(clinic.read().remarks.size() == 2);
  }
  SECTION("with a new description, or the same picture under another name") {
    clinic.folder.write("pack/pictures/new.svg", svg("green"));
    std::string described = card("Old a", "new.svg");
    described.replace(described.find("plain"), 5, "green");
    clinic.folder.write("pack/cards/a.toml", described);
    clinic.folder.write("pack/pictures/other.svg", svg("red"));
    clinic.folder.write("pack/cards/b.toml", card("Old b", "other.svg"));
    CHECK(clinic.read().remarks.empty());
  }
}

TEST_CASE("a card file that was deleted was reported as changed") {
  Clinic clinic;
  fs::remove(clinic.folder / "pack/cards/b.toml");
  clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a")"));
  const Reading reading = clinic.read(UnknownCards::take);
  CHECK(reading.changed == Places{"pack.toml"});
  CHECK(reading.removed == Places{"cards/b.toml"});
}

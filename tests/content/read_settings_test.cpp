#include "content/read_settings.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "model/content.h"
#include "model/dwell.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::chrono_literals;
using std::chrono::August;
using std::chrono::December;
using std::chrono::January;

namespace {

const std::filesystem::path root = ANTEROOM_ROOT;

Settings settings_in(const std::filesystem::path& file) {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  Settings settings = read_settings(file, files, diagnostics);
  for (const source::Diagnostic& diagnostic : diagnostics.sorted()) UNSCOPED_INFO(source::to_text(diagnostic));
  CHECK(diagnostics.empty());
  return settings;
}

std::vector<InterfaceWords> read_words(const std::filesystem::path& folder, source::Diagnostics& diagnostics) {
  source::TomlFiles files;
  return read_interface_words(folder, files, diagnostics);
}

Content content_with(std::vector<InterfaceWords> words) {
  Content content;
  content.interface = std::move(words);
  return content;
}

}  // namespace

TEST_CASE("every key of the settings is read") {
  Settings expected;
  expected.role = Role::wall;
  expected.languages_in_turn = LanguagesInTurn::card;
  expected.missing_text = MissingText::first;
  expected.content = (root / "tests/content/sound/pack").string();
  expected.languages = {"en", "fr"};
  expected.screen = {1218, 685.5, 1920, 1080, 4000, 1500, 90, SizeSource::settings, SizeSource::settings};
  expected.screen.monitor = "DP-2";
  expected.screen.touch = "ILITEK";
  expected.loop = {13s, 90, Millis(140), 4s, 5s, Millis(650), 240s, false, false};
  expected.idle = {61s, 170s, 25s};
  expected.keys = {{"F13", "Right"}, {"F14"}, {"F15"}, {"F16"}, {"F17", "R"}, {"F18"}, {"F19"}};
  expected.staff.show_cleaned = true;
  expected.staff.pin_hash =
      "$argon2id$v=19$m=65536,t=2,p=1$QUFBQUFBQUFBQUFBQUFBQQ$Gr0T3ghnsTWWn8e/yqcaVCG2gh5Ff1XIhQXhM3U/vrM";
  expected.cleaning = {90s, {12h + 30min, 18h}};
  expected.questions.keep = false;
  expected.wall.place = {{"en", "by the window"}, {"fr", "près de la fenêtre"}};
  expected.clinic_name = "Clinique du Lac";
  expected.vars = {{"en", {{"phone", "519 555 0199"}}}};
  expected.hours.week = {{}, {{8h, 17h}}, {{8h + 30min, 12h}, {13h, 17h}}, {{8h, 12h}}, {{0h, 24h}}, {{8h, 17h}}, {}};
  expected.hours.on = {{{December / 24 / 2026, December / 24 / 2026}, {{8h, 12h}}},
                       {{August / 2 / 2027, August / 13 / 2027}, {}},
                       {{December / 25 / 2000, December / 25 / 2000, true}, {}},
                       {{December / 31 / 2000, January / 2 / 2000, true}, {{8h, 10h}, {20h, 4h}}}};
  expected.time_zone = "America/Toronto";
  expected.region = "CA";
  expected.included = (root / "tests/content/sound/clinic.toml").string();
  CHECK(settings_in(root / "tests/content/sound/settings.toml") == expected);
}

TEST_CASE("what a screen's own settings leave out comes from the file that they include") {
  const TemporaryFolder folder;
  std::string hours = "[hours]\n";
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    hours += day + std::string(" = \"08:00-12:00\"\n");
  }
  folder.write("shared/clinic.toml",
               "[clinic]\nname = \"Lakeside\"\nregion = \"CA\"\n"
               "[clinic.vars.en]\nphone = \"1\"\nplace = \"Here\"\n" +
                   hours);
  folder.write("a.toml",
               "include = \"shared/clinic.toml\"\n[clinic]\nregion = \"\"\n[clinic.vars.en]\nphone = \"2\"\n");
  Settings expected;
  expected.clinic_name = "Lakeside";
  expected.vars = {{"en", {{"phone", "2"}, {"place", "Here"}}}};
  expected.hours.week.assign(7, {{8h, 12h}});
  expected.included = (folder / "shared/clinic.toml").string();
  CHECK(settings_in(folder / "a.toml") == expected);
}

TEST_CASE("a pace changes what is not written beside it") {
  const TemporaryFolder folder;
  folder.write("slow.toml", "[loop]\npace = \"slow\"\n");
  CHECK(settings_in(folder / "slow.toml").loop == loop_of(Pace::slow));
  folder.write("usual.toml", "[loop]\npace = \"usual\"\n");
  CHECK(settings_in(folder / "usual.toml").loop == Loop{});
  folder.write("mixed.toml", "[loop]\nmin_dwell_s = 5\nsettle_s = 1\npace = \"brisk\"\n");
  Loop expected = loop_of(Pace::brisk);
  expected.min_dwell = 5s;
  expected.settle = 1s;
  CHECK(settings_in(folder / "mixed.toml").loop == expected);
}

TEST_CASE("hours in a screen's own settings replace the included ones as a whole") {
  const TemporaryFolder folder;
  folder.write("clinic.toml", "[[hours.on]]\nevery = \"12-25\"\nhours = \"closed\"\n");
  folder.write("a.toml", "include = \"clinic.toml\"\n[[hours.on]]\nevery = \"12-26\"\nhours = \"closed\"\n");
  const OpeningHours hours = settings_in(folder / "a.toml").hours;
  REQUIRE(hours.on.size() == 1);
  CHECK(hours.on[0].days.from == Date(December / 26 / 2000));
}

TEST_CASE("settings with nothing but comments mean the defaults") {
  const TemporaryFolder folder;
  folder.write("commented.toml", "# role = \"wall\"\n");
  CHECK(settings_in(folder / "commented.toml") == Settings{});
}

TEST_CASE("a line that is not UTF-8 affects no other") {
  const TemporaryFolder folder;
  folder.write("a.toml",
               "# r\xE9glages\nrole = \"wall\" # \xE9"
               "cran\n[loop\xE9]\nsettle_s = 5\n[clinic]\nname = \"\xC9rable\"\n"
               "region = \"CA\"\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "a.toml", files, diagnostics);
  Settings expected;
  expected.role = Role::wall;
  expected.region = "CA";
  CHECK(settings == expected);
  std::string told;
  for (const source::Diagnostic& d : diagnostics.sorted()) {
    told += std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.rule + ": " + d.message + "\n";
  }
  CHECK(told ==
        "1:4 invalid-utf8: this is not UTF-8 text, nor are 3 more lines of this file; save the file with the encoding "
        "UTF-8\n");
}

TEST_CASE("settings in UTF-16 are reported but read") {
  const TemporaryFolder folder;
  std::string bytes = "\xFF\xFE";
  for (const char letter : std::string("role = \"wall\"\r\n[clinic]\r\nname = \"Lakeside\"\r\n")) {
    bytes += letter;
    bytes += '\0';
  }
  folder.write("a.toml", bytes);
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "a.toml", files, diagnostics);
  Settings expected;
  expected.role = Role::wall;
  expected.clinic_name = "Lakeside";
  CHECK(settings == expected);
  REQUIRE(diagnostics.error_count() == 1);
  CHECK(diagnostics.sorted().front().message == "the file is saved as UTF-16; save it with the encoding UTF-8");
}

TEST_CASE("a faulty key keeps its default and the others apply") {
  const TemporaryFolder folder;
  folder.write(
      "a.toml",
      "[screen]\nwidth_mm = -1\nheight_mm = 700\nlower_edge_mm = 700\n[loop]\ntransition_ms = 100\nsettle_s = 5\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "a.toml", files, diagnostics);
  CHECK(diagnostics.error_count() == 2);
  Settings expected;
  expected.screen.lower_edge_mm = 700;
  expected.loop.settle = 5s;
  CHECK(settings == expected);
}

TEST_CASE("opening hours may run past midnight") {
  struct Row {
    const char* text;
    OpenSpan hours;
  };
  const Row row = GENERATE(Row{"20:00-04:00", {20h, 4h}}, Row{"20:00-00:00", {20h, 0h}}, Row{"20:00-24:00", {20h, 24h}},
                           Row{"08:00-07:59", {8h, 7h + 59min}}, Row{"00:00-24:00", {0h, 24h}});
  INFO(row.text);
  const TemporaryFolder folder;
  std::string text = "[hours]\n";
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    text += day + std::string(" = \"") + row.text + "\"\n";
  }
  folder.write("a.toml", text);
  CHECK(settings_in(folder / "a.toml").hours.week == std::vector<DayHours>(7, {row.hours}));
}

TEST_CASE("a line that is not TOML affects no other") {
  struct Sample {
    const char* what;
    std::string text;
    std::string told;  // the position of each fault
    bool loses_content = false;
  };
  const std::string end = "\n[clinic]\nname = \"Lakeside\"\n";
  const Sample samples[] = {
      {"a value", "role = \"wall\"\n[loop]\nsettle_s = 5s\n" + end, "3:12"},
      {"two values", "role = \"wall\"\nlanguages = en\n[loop]\nsettle_s = 5s\n" + end, "2:13 4:12"},
      {"a quote", "role = \"wall\"\ncontent = \"pack\n" + end, "2:16", true},
      {"a list", "role = \"wall\"\nlanguages = [\"en\", \"fr\"\n" + end, "2:13"},
      {"a list over lines", "role = \"wall\"\nlanguages = [\n  \"en\",\n  \"fr\"\n" + end, "2:13"},
      {"the name of a section", "role = \"wall\"\n[loop\nsettle_s = 5\nmin_dwell_s = 13\n" + end, "2:1"},
      {"a key without a value", "role = \"wall\"\ncontent\n" + end, "2:1", true},
      {"the same key twice", "role = \"wall\"\nrole = \"kiosk\"\n" + end, "2:1"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.what);
    const TemporaryFolder folder;
    folder.write("a.toml", sample.text);
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const Settings settings = read_settings(folder / "a.toml", files, diagnostics);
    Settings expected;
    expected.role = Role::wall;
    expected.clinic_name = "Lakeside";
    if (sample.loses_content) expected.content.clear();
    CHECK(settings == expected);
    std::string told;
    for (const source::Diagnostic& d : diagnostics.sorted()) {
      CHECK(d.rule == "syntax");
      told += (told.empty() ? "" : " ") + std::to_string(d.line) + ":" + std::to_string(d.column);
    }
    CHECK(told == sample.told);
  }
}

TEST_CASE("a file of faulty lines means all defaults except for the cards and is reported once") {
  const TemporaryFolder folder;
  std::string text = "role = \"wall\"\n";
  for (int i = 0; i < 21; ++i) text += "not TOML\n";
  folder.write("a.toml", text);
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  Settings expected;
  expected.content.clear();
  CHECK(read_settings(folder / "a.toml", files, diagnostics) == expected);
  CHECK(diagnostics.error_count() == 1);
}

TEST_CASE("a size with a missing or faulty side is not taken from the settings") {
  const std::string screen = GENERATE("width_mm = 600", "height_mm = 340", "width_mm = 600\nheight_mm = 5001", "");
  const TemporaryFolder folder;
  folder.write("a.toml", "[screen]\n" + screen + "\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  CHECK(read_settings(folder / "a.toml", files, diagnostics) == Settings{});
  CHECK(diagnostics.error_count() == (screen.empty() ? 0 : 1));
}

TEST_CASE("pixels that are not given have the shape of the display") {
  struct Row {
    const char* screen;
    int width_px, height_px;
  };
  const Row row = GENERATE(
      Row{"width_mm = 268\nheight_mm = 476", 1080, 1920},  // mounted on its side
      Row{"width_mm = 1218\nheight_mm = 685", 1920, 1080},
      Row{"width_mm = 500\nheight_mm = 270", 1920, 1080},  // within the error of a tape measure
      Row{"width_mm = 408\nheight_mm = 306", 1920, 1440}, Row{"width_mm = 306\nheight_mm = 408", 1440, 1920},
      Row{"width_mm = 300\nheight_mm = 300", 1920, 1920}, Row{"width_mm = 50\nheight_mm = 5000", 160, 1920},
      Row{"width_mm = 268\nheight_mm = 476\nrotation = 90", 1080, 1920},
      Row{"width_mm = 268\nheight_mm = 476\nwidth_px = 800", 1080, 1920},  // reported by screen-shape
      Row{"width_mm = 268\nheight_mm = 476\nwidth_px = 768\nheight_px = 1366", 768, 1366}, Row{"", 1920, 1080});
  INFO(row.screen);
  const TemporaryFolder folder;
  folder.write("a.toml", "[screen]\n" + std::string(row.screen) + "\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Screen screen = read_settings(folder / "a.toml", files, diagnostics).screen;
  CHECK(diagnostics.error_count() == 0);
  CHECK(screen.width_px == row.width_px);
  CHECK(screen.height_px == row.height_px);
}

TEST_CASE("pixels and millimetres that differ within the error of a tape measure are not reported") {
  const TemporaryFolder folder;
  folder.write("a.toml",
               "[screen]\nwidth_mm = 268\nheight_mm = 476\nwidth_px = 1080\nheight_px = 1850\nrotation = 90\n");
  CHECK(settings_in(folder / "a.toml").screen.height_px == 1850);
}

TEST_CASE("a key without any valid name left keeps the defaults that are free") {
  const TemporaryFolder folder;
  folder.write("a.toml", "[keys]\nnext = [\"F13\", \"v\"]\nback = [\"f13\"]\nselect = [\"Left\", 5]\nrepeat = []\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "a.toml", files, diagnostics);
  CHECK(diagnostics.error_count() == 5);
  Settings expected;
  expected.keys.next = {"F13"};
  CHECK(settings == expected);
}

TEST_CASE("a key name that no keyboard has is reported with its position and left out") {
  const TemporaryFolder folder;
  folder.write("a.toml", "[keys]\nnext = [\"F13\", \"Rihgt\"]\nback = [\"Bakspace\"]\nvolume = [\"Loud\"]\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const auto is_key = [](const std::string& name) { return name == "F13"; };
  const Settings settings = read_settings(folder / "a.toml", files, diagnostics, is_key);
  const std::string path = (folder / "a.toml").generic_string();
  std::string told;
  for (const source::Diagnostic& diagnostic : diagnostics.sorted()) told += source::to_text(diagnostic);
  CHECK(told == path + ":2:16: error: `Rihgt` is not the name of a key that can be used; did you mean `Right`?\n" +
                    "next = [\"F13\", \"Rihgt\"]\n               ^\n" + path +
                    ":3:9: error: `Bakspace` is not the name of a key that can be used; did you mean `Backspace`?\n" +
                    "back = [\"Bakspace\"]\n        ^\n" + path +
                    ":4:11: error: `Loud` is not the name of a key that can be used\n" +
                    "volume = [\"Loud\"]\n          ^\n");
  Settings expected;
  expected.keys.next = {"F13"};
  CHECK(settings == expected);
}

TEST_CASE("the settings that ship say the defaults of the program") {
  Settings expected;
  expected.content = (root / "content/neuromodulators").string();
  expected.languages = {"en", "fr", "es", "ar", "zh-Hans", "pa"};
  expected.clinic_name = "Lakeside Clinic";
  expected.region = "CA";
  expected.vars = {};
  expected.included = (root / "config/clinic.toml").string();
  expected.screen.mm_source = expected.screen.px_source = SizeSource::settings;
  CHECK(settings_in(root / "config/kiosk.toml") == expected);
  expected.role = Role::wall;
  expected.languages = {"en", "fr"};
  expected.languages_in_turn = LanguagesInTurn::loop;
  expected.screen.width_mm = 1218;
  expected.screen.height_mm = 685;
  expected.screen.viewing_distance_mm = 4000;
  expected.screen.lower_edge_mm = 1500;
  CHECK(settings_in(root / "config/wall.toml") == expected);
}

TEST_CASE("the settings that ship name every key") {
  for (const char* file : {"config/kiosk.toml", "config/wall.toml"}) {
    const std::string text = bytes_of_file(root / file) + bytes_of_file(root / "config/clinic.toml");
    std::string every = bytes_of_file(root / "tests/content/sound/settings.toml");
    // The wall has no keypad, and takes no touch; and only a wall says where the touchscreen is.
    const std::string of_wall = every.substr(every.find("[wall]"));
    every.resize(every.find(file == std::string("config/wall.toml") ? "[staff]" : "[wall]"));
    if (file == std::string("config/wall.toml")) every += of_wall;
    for (std::size_t begin = 0; begin < every.size(); begin = every.find('\n', begin) + 1) {
      const std::string line = every.substr(begin, every.find('\n', begin) - begin);
      const std::string key = line.starts_with('[') ? line : line.substr(0, line.find(' '));
      if (key == "phone") continue;  // the clinic's own
      INFO(file << " " << key);
      CHECK((text.find("\n" + key) != std::string::npos || text.find("\n# " + key) != std::string::npos));
    }
  }
}

TEST_CASE("the interface words that ship are whole") {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const std::vector<InterfaceWords> all = read_words(root / "assets/interface", diagnostics);
  for (const source::Diagnostic& diagnostic : diagnostics.sorted()) UNSCOPED_INFO(source::to_text(diagnostic));
  CHECK(diagnostics.empty());
  std::vector<std::string> languages;
  for (const InterfaceWords& words : all) {
    languages.push_back(words.language);
    CHECK(words.words.size() == interface_keys().size());
  }
  REQUIRE(languages == std::vector<std::string>{"ar", "en", "es", "fr", "pa", "zh-Hans"});
  CHECK(all[1].words == interface_keys());
  CHECK(all[3].say("page", {{"n", "2"}, {"total", "3"}}) == "Page 2 sur 3");
}

TEST_CASE("a faulty interface word is left out and its English is used") {
  const TemporaryFolder folder;
  folder.write("fr.toml",
               "language = \"fr\"\n[words]\nsource = 1\nposition = \"{n}\"\nscan = \"Balayez\"\nscam = \"x\"\n"
               "back = \"Retour\"\nhome = \"Accueil\"\nnext = \"Suivant\"\npause = \"Pause\"\n"
               "stay = \"A\"\nask = \"A\"\nabout = \"A\"\nfallback = \"A\"\nfold_fold = \"A\"\nfold_smooth = \"A\"\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const std::vector<InterfaceWords> all = read_words(folder / "", diagnostics);
  REQUIRE(all.size() == 1);
  CHECK(all[0].words == std::map<std::string, std::string>{{"scan", "Balayez"},
                                                           {"back", "Retour"},
                                                           {"home", "Accueil"},
                                                           {"next", "Suivant"},
                                                           {"pause", "Pause"},
                                                           {"stay", "A"},
                                                           {"ask", "A"},
                                                           {"about", "A"},
                                                           {"fallback", "A"},
                                                           {"fold_fold", "A"},
                                                           {"fold_smooth", "A"}});
  CHECK(all[0].say("position", {{"total", "11"}, {"n", "3"}}) == "3 of 11");
  std::multiset<std::string> rules;
  for (const source::Diagnostic& diagnostic : diagnostics.sorted()) rules.insert(diagnostic.rule);
  CHECK(rules.count("wrong-type") == 1);
  CHECK(rules.count("placeholder") == 1);
  CHECK(rules.count("unknown-key") == 1);
  const auto needed = std::count_if(interface_keys().begin(), interface_keys().end(),
                                    [](const auto& each) { return !may_be_lacking(each.first); });
  CHECK(rules.count("missing-key") == static_cast<std::size_t>(needed) - 13);
}

TEST_CASE("a language is whole without the words that screens can do without") {
  InterfaceWords words{"pt", interface_keys()};
  words.words.erase("greeting");
  words.words.erase("sample");
  CHECK(is_whole(words));
  CHECK_FALSE(words.has("greeting"));
  CHECK(words.has("next"));
  words.words.erase("next");
  CHECK_FALSE(is_whole(words));
  CHECK(InterfaceWords{"en-CA", {}}.has("greeting"));  // what is built in is English
}

TEST_CASE("a pack's interface words replace the program's one by one") {
  const TemporaryFolder folder;
  folder.write("pack/interface/fr.toml",
               "language = \"fr\"\n[words]\nask = \"Demandez au dentiste\"\nscan = 1\nreviewed = "
               "\"{date}\"\n[check]\navoid = [\"fou\"]\n");
  folder.write("pack/interface/fr-CA.toml", "language = \"fr-CA\"\n[words]\nback = \"Reculer\"\n");
  folder.write("pack/interface/de.toml", "language = \"de\"\n[words]\nback = \"Zurück\"\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  std::vector<InterfaceWords> all = read_words(root / "assets/interface", diagnostics);
  const std::size_t count = all.size();
  const std::string scan = words_for(content_with(all), "fr").say("scan");
  read_pack_interface_words(PackFolder(folder / "pack"), all, files, diagnostics);
  REQUIRE(all.size() == count + 2);
  const Content content = content_with(all);
  const InterfaceWords& french = words_for(content, "fr");
  CHECK(french.say("ask") == "Demandez au dentiste");
  CHECK(french.say("scan") == scan);  // the pack's is faulty
  CHECK(french.words.size() == interface_keys().size());
  CHECK(french.check.avoid == std::vector<std::string>{"fou"});
  CHECK(french.check.one_in == "sur");
  CHECK(words_for(content, "fr-CA").say("back") == "Reculer");
  CHECK(words_for(content, "fr-CA").say("ask") == "Demandez au dentiste");
  CHECK(words_for(content, "de").words == std::map<std::string, std::string>{{"back", "Zurück"}});
  std::map<std::string, std::size_t> missing;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    CHECK(each.rule != "unknown-key");  // `reviewed` was one once
    if (each.rule == "missing-key" || each.rule == "more-faults") ++missing[each.path];
  }
  REQUIRE(missing.size() == 1);
  CHECK(missing.begin()->first == (folder / "pack/interface/de.toml").string());
}

TEST_CASE("a pack without interface words or without a folder changes nothing") {
  const TemporaryFolder folder;
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  std::vector<InterfaceWords> all;
  read_pack_interface_words(PackFolder(folder / "pack"), all, files, diagnostics);
  CHECK(all.empty());
  CHECK(diagnostics.empty());
}

TEST_CASE("a pack cannot bring more files of interface words than it may have languages") {
  const TemporaryFolder folder;
  for (int i = 0; i < 41; ++i) {
    folder.write(
        std::string("pack/interface/a") + static_cast<char>('a' + i / 26) + static_cast<char>('a' + i % 26) + ".toml",
        "language = \"xx\"\n");
  }
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  std::vector<InterfaceWords> all;
  read_pack_interface_words(PackFolder(folder / "pack"), all, files, diagnostics);
  CHECK(all.size() == 40);
  const std::vector<source::Diagnostic> found = diagnostics.sorted();
  CHECK(std::count_if(found.begin(), found.end(), [](const auto& each) { return each.rule == "too-many"; }) == 1);
}

TEST_CASE("a folder without interface words is reported") {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  CHECK(read_words("/nowhere", diagnostics).empty());
  CHECK(diagnostics.error_count() == 1);
}

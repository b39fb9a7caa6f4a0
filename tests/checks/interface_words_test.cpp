// Interface words that a patient would stumble over.
#include <algorithm>
#include <iterator>

#include "catch.h"
#include "checks/check_pack.h"
#include "content/pack_folder.h"
#include "source/toml_files.h"
#include "temporary_folder.h"

namespace anteroom::checks {
namespace {

// The file of `words`, one line for each.
std::string file_of(const InterfaceWords& words) {
  std::string text = "language = \"" + words.language + "\"\n[words]\n";
  for (const auto& [key, word] : words.words) text.append(key).append(" = \"").append(word).append("\"\n");
  text += "[check]\navoid = [";
  for (const std::string& each : words.check.avoid) text.append("\"").append(each).append("\", ");
  return text + "]\n";
}

// What check_interface_words says of a pack that brings the words of Dutch, the program having the others, in the order
// of the files.
std::vector<std::string> said_of(const std::vector<InterfaceWords>& interface,
                                 const std::vector<std::string>& languages) {
  const TemporaryFolder folder;
  for (const InterfaceWords& each : interface) {
    const std::string place = each.language == "nl" ? "pack/interface/" : "assets/interface/";
    folder.write(place + each.language + ".toml", file_of(each));
  }
  source::Diagnostics diagnostics;
  source::TomlFiles files;
  check_interface_words(content::PackFolder(folder / "pack"), folder / "assets/interface", interface, languages, files,
                        diagnostics);
  std::vector<std::string> said;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    const std::size_t name = std::min(each.path.rfind("pack/"), each.path.rfind("assets/"));
    const std::string line = each.line == 0 ? "" : ":" + std::to_string(each.line);
    said.push_back(each.path.substr(name == std::string::npos ? 0 : name) + line + ": " + each.message);
  }
  return said;
}

// The line of `key` in file_of(words).
std::size_t line_of(const InterfaceWords& words, const std::string& key) {
  return 3 + static_cast<std::size_t>(std::distance(words.words.begin(), words.words.find(key)));
}

using Messages = std::vector<std::string>;

const InterfaceWords german{"de", {{"language_name", "Deutsch"}, {"back", "Zurück"}, {"home", "Anfang"}}};

TEST_CASE("interface words copied from another language are named in the pack's own file") {
  const InterfaceWords copy{"nl", {{"language_name", "Nederlands"}, {"back", "Zurück"}, {"home", "Anfang"}}};
  CHECK(said_of({german, copy}, {"de", "nl"}) ==
        Messages{"pack/interface/nl.toml: most words in nl.toml are those of `de` (2 of 3); translate them"});
  CHECK(said_of({german, copy}, {"de"}).empty());  // not on offer
  const InterfaceWords english{"nl", {{"language_name", "Nederlands"}, {"back", "Back"}, {"home", "Home"}}};
  CHECK(said_of({german, english}, {"de", "nl"}) ==
        Messages{"pack/interface/nl.toml:3: 1 of 3 words in nl.toml is still English: `back` in line 3; translate it"});
}

TEST_CASE("every interface word that is still English is counted, and the first are named with their lines") {
  InterfaceWords dutch{"nl", interface_keys()};
  // May be the same in Dutch: "Home", "Pause", "Stop", "Letters", "Contrast", "No", "Aa", "Text {percent}" and others
  // with a single word.
  const std::vector<std::string> all = said_of({dutch}, {"nl"});
  REQUIRE(all.size() == 1);
  CHECK(all.front().find(" words in nl.toml are still English: `about` in line 3, `access_spoken` in line 5, ") !=
        std::string::npos);
  for (auto& [key, word] : dutch.words) {
    if (word != "Home" && word != "Stop" && word != "Letters" && word != "No") word = "Nederlands";
  }
  CHECK(said_of({dutch}, {"nl"}).empty());
  dutch.words["touch"] = "Touch to read more";
  dutch.words["next"] = "Next";
  CHECK(said_of({dutch}, {"nl"}) ==
        Messages{"pack/interface/nl.toml:" + std::to_string(line_of(dutch, "next")) + ": 2 of " +
                 std::to_string(dutch.words.size()) + " words in nl.toml are still English: `next` in line " +
                 std::to_string(line_of(dutch, "next")) + ", `touch` in line " +
                 std::to_string(line_of(dutch, "touch")) + "; translate them"});
}

TEST_CASE("a list of words to avoid that is still the English one is named") {
  const InterfaceWords english{"en", interface_keys(), {{"best", "safest"}, "in"}};
  InterfaceWords dutch{"nl", {{"back", "Terug"}}, {{"best", "safest"}, "in"}};
  const std::string self = "those that clinics may not use of themselves in Dutch";
  CHECK(said_of({english, dutch}, {"en", "nl"}) ==
        Messages{"pack/interface/nl.toml:5: `avoid` is still the English list, so `check` finds none of these words in "
                 "Dutch; write " +
                 self + ", and in `one_in` the word between the numbers of \"1 in 20\""});
  dutch.check.avoid = {};
  CHECK(said_of({english, dutch}, {"nl"}) ==
        Messages{
            "pack/interface/nl.toml:4: `avoid` below [check] lists no words, so `check` finds none in Dutch; write " +
            self});
  dutch.check.avoid = {"beste"};
  CHECK(said_of({english, dutch}, {"nl"}).empty());
}

TEST_CASE("two languages that call themselves the same are named") {
  const InterfaceWords dutch{"nl", {{"language_name", "Deutsch"}, {"back", "Terug"}, {"home", "Begin"}}};
  CHECK(said_of({german, dutch}, {"de", "nl"}) ==
        Messages{"pack/interface/nl.toml: `de` and `nl` have the same name where a patient chooses the language, "
                 "`Deutsch`; write another `language_name` in nl.toml"});
  // The first one is the copy, as the name says.
  const InterfaceWords copied{"fr", {{"language_name", "Deutsch"}, {"back", "Retour"}, {"home", "Accueil"}}};
  CHECK(said_of({copied, german}, {"fr", "de"}) ==
        Messages{"assets/interface/fr.toml: `fr` and `de` have the same name where a patient chooses the language, "
                 "`Deutsch`; write another `language_name` in fr.toml"});
  // Both have the words of `de`.
  CHECK(said_of({german}, {"de", "de-AT"}) ==
        Messages{"assets/interface/de.toml: `de` and `de-AT` have the same name where a patient chooses the language, "
                 "`Deutsch`; write another `language_name` in interface/de-AT.toml"});
}

}  // namespace
}  // namespace anteroom::checks

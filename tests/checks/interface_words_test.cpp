// Interface words that a patient would stumble over.
#include "catch.h"
#include "checks/check_pack.h"
#include "content/pack_folder.h"
#include "temporary_folder.h"

namespace anteroom::checks {
namespace {

// What check_interface_words says of a pack that brings the words of Dutch, in the order of the files.
std::vector<std::string> said_of(const std::vector<InterfaceWords>& interface,
                                 const std::vector<std::string>& languages) {
  const TemporaryFolder folder;
  folder.write("pack/interface/nl.toml", "");
  source::Diagnostics diagnostics;
  check_interface_words(content::PackFolder(folder / "pack"), "assets/interface", interface, languages, diagnostics);
  std::vector<std::string> said;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    const std::size_t name = each.path.rfind("pack/");
    said.push_back(each.path.substr(name == std::string::npos ? 0 : name) + ": " + each.message);
  }
  return said;
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
        Messages{"pack/interface/nl.toml: most words in nl.toml are still English (2 of 3); translate them"});
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

// Too many languages for the language screen: what `check` says of them.
#include "report/language_room.h"

#include "assembly/load.h"
#include "catch.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "report/legibility_report.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::report;

namespace {

// The kiosk that ships with one card and `count` languages, which are all English.
class ManyLanguages {
 public:
  explicit ManyLanguages(std::size_t count) {
    source::Diagnostics diagnostics;
    assembly::SourceOptions source;
    source.config = ANTEROOM_ROOT "/config/kiosk.toml";
    loaded_ = assembly::load(source, diagnostics);
    Content& content = loaded_.content;
    Pack& pack = content.pack;
    pack.cards.resize(1);
    pack.languages.clear();
    for (std::size_t i = 0; i < count; ++i) pack.languages.push_back("en-" + std::to_string(100 + i));
    pack.cards[0].text.assign(count, CardText(pack.cards[0].text[0]));
    pack.source.assign(count, "A book");
    std::string list;
    for (const std::string& tag : pack.languages) list += "\"" + tag + "\", ";
    folder_.write("kiosk.toml", "role = \"kiosk\"\nlanguages = [" + list + "]\n");
    content.settings.languages.clear();
    content.settings.included.clear();
  }

  std::size_t with_room() const {
    paint::TtfFonts fonts(*loaded_.faces);
    return languages_with_room(loaded_.content, fonts, time_of_all_cards(loaded_.content));
  }

  // What check says, without the source lines.
  std::vector<std::string> said() const {
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    report_legibility(loaded_.content, *loaded_.faces, (folder_ / "kiosk.toml").string(), files, diagnostics);
    std::vector<std::string> all;
    for (const source::Diagnostic& each : diagnostics.sorted()) {
      all.push_back(std::to_string(each.line) + ": " + each.message);
    }
    return all;
  }

 private:
  TemporaryFolder folder_;
  assembly::Loaded loaded_;
};

}  // namespace

TEST_CASE("more languages than the language screen has room for are one fault, which says how many fit") {
  const std::size_t fit = ManyLanguages(30).with_room();
  REQUIRE(fit >= 6);
  REQUIRE(fit < 30);
  CHECK(ManyLanguages(fit).with_room() == fit);
  CHECK(ManyLanguages(fit).said().empty());
  const std::string most = std::to_string(fit);
  CHECK(
      ManyLanguages(fit + 1).said() ==
      std::vector<std::string>{
          "2: " + std::to_string(fit + 1) +
          " languages do not fit on the language screen with letters of 200 %; the first " + most +
          " of them do, in all sizes of letters: list those that most of your patients read, or take a larger screen"});
}

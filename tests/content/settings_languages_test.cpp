#include "content/settings_languages.h"

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;

namespace {

// The report on these languages of a screen whose pack lists en, fr and zh-Hans.
std::string told(const std::string& languages) {
  const TemporaryFolder folder;
  folder.write("pack/pack.toml", "languages = [\"en\", \"fr\", \"zh-Hans\"]\n");
  folder.write("kiosk.toml", "role = \"wall\"\nlanguages = " + languages + "\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  name_absent_languages(folder / "kiosk.toml", folder / "pack", files, diagnostics);
  std::string all;
  for (source::Diagnostic diagnostic : diagnostics.sorted()) {
    diagnostic.path.erase(0, folder.name().size() + 1);
    all += source::to_text(diagnostic);
  }
  return all;
}

}  // namespace

TEST_CASE("languages that the pack has are not reported") {
  for (const char* languages : {R"(["en", "zh-Hans"])", "[]", "5", R"(["en", "not a tag"])"}) {
    INFO(languages);
    CHECK(told(languages).empty());
  }
}

TEST_CASE("a language that the pack lacks is reported with its position") {
  const std::string line = R"(languages = ["en", "fe", "zh-Hant", "pl"])";
  CHECK(told(line.substr(12)) ==
        "kiosk.toml:2:20: warning: the pack has no language `fe`, so it is not offered; did you mean `fr`?\n" + line +
            "\n                   ^\n"
            "kiosk.toml:2:26: warning: the pack has no language `zh-Hant`, so it is not offered; did you mean "
            "`zh-Hans`?\n" +
            line +
            "\n                         ^\n"
            "kiosk.toml:2:37: warning: the pack has no language `pl`, so it is not offered\n" +
            line + "\n                                    ^\n");
}

TEST_CASE("if the pack has none of the languages the warning says what is offered") {
  CHECK(told(R"(["zz"])") ==
        "kiosk.toml:2:14: warning: the pack has no language `zz`; all of its own are offered\n"
        "languages = [\"zz\"]\n             ^\n");
  CHECK(told(R"(["zz", "pl", "it"])") ==
        "kiosk.toml:2:14: warning: the pack has none of these languages; all of its own are offered\n"
        "languages = [\"zz\", \"pl\", \"it\"]\n             ^\n");
}

TEST_CASE("a pack or settings that cannot be read give no report on languages") {
  const TemporaryFolder folder;
  folder.write("kiosk.toml", "languages = [\"zz\"]\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  name_absent_languages(folder / "kiosk.toml", folder / "pack", files, diagnostics);
  name_absent_languages(folder / "none.toml", folder / "pack", files, diagnostics);
  CHECK(diagnostics.empty());
}

#include "source/file_names.h"

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::source;

namespace {

const std::string nfc = "caf\u00E9.svg";
const std::string nfd = "cafe\u0301.svg";

}  // namespace

TEST_CASE("a file is found whether its accents are stored composed or decomposed") {
  const std::string stored = GENERATE(as<std::string>(), nfc, nfd);
  const TemporaryFolder folder;
  folder.write("pictures/" + stored, "");
  for (const std::string& typed : {nfc, nfd}) {
    CHECK(files_named(folder / "pictures", typed) ==
          std::vector<std::filesystem::path>{folder / ("pictures/" + stored)});
  }
  CHECK(files_named(folder / "pictures", "cafe.svg").empty());
  CHECK(files_named(folder / "nowhere", nfc).empty());
}

TEST_CASE("a file of exactly the name is preferred to one that is stored in another form") {
  const TemporaryFolder folder;
  folder.write(nfc, "");
  folder.write(nfd, "");
  CHECK(files_named(folder / "", nfc) == std::vector<std::filesystem::path>{folder / nfc});
  CHECK(files_named(folder / "", nfd) == std::vector<std::filesystem::path>{folder / nfd});
}

TEST_CASE("two files that a name may mean are both found") {
  // U+1E69 with both marks; below, each half composed.
  const TemporaryFolder folder;
  folder.write("\u1E63\u0307.svg", "");
  folder.write("s\u0307\u0323.svg", "");
  CHECK(files_named(folder / "", "\u1E69.svg").size() == 2);
}

TEST_CASE("folders in the path of a file may be stored in another form, too") {
  const TemporaryFolder folder;
  folder.write("\u00E9t\u00E9/" + nfd, "");
  CHECK(files_named(folder / "", "e\u0301te\u0301/" + nfc).size() == 1);
}

TEST_CASE("a name that an editor or a file manager has changed is suggested") {
  struct Row {
    const char* typed;
    const char* there;
    bool meant;
  };
  const Row row = GENERATE(
      Row{"a.toml", "a.toml.txt", true}, Row{"a.toml", "a.toml.docx", true}, Row{"a.toml", "a.toml.rtf", true},
      Row{"a.toml", "a.TOML", true}, Row{"a.toml", "A.toml", true}, Row{"a.toml", "a.toml ", true},
      Row{"a.toml", " a.toml", true}, Row{"a.toml", "a .toml", true}, Row{"a.toml", "a - Copy.toml", true},
      Row{"a.toml", "a - Copy (2).toml", true}, Row{"a.toml", "a copy.toml", true}, Row{"a.toml", "a (1).toml", true},
      Row{"a.toml", "a.toml.toml", true}, Row{"a.toml", "a.toml~", true}, Row{"a.toml", "a.toml.bak", true},
      Row{"a.toml", "a.toml.TXT", true}, Row{"a.toml", "A - Copy.toml.txt", true}, Row{"paper.svg", "Paper.svg", true},
      Row{"\u00E9t\u00E9.svg", "E\u0301TE\u0301.SVG", true}, Row{"a.toml", "b.toml", false}, Row{"a.toml", "a", false},
      Row{"a.toml", "a-copy.toml", false}, Row{"a.toml", "a.svg", false}, Row{"a.toml", "", false},
      Row{"a.toml", ".txt", false}, Row{"", ".txt", false}, Row{"a.toml", "a.toml", false},
      Row{"a.toml", "(1).toml", false}, Row{"a.toml", "\xFF.toml", false});
  INFO(row.typed << " and " << row.there);
  CHECK(file_suggestion(row.typed, {"other.toml", row.there}) ==
        (row.meant ? "; did you mean `" + std::string(row.there) + "`?" : ""));
}

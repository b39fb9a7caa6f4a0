#include "content/misplaced_keys.h"

#include "catch.h"
#include "content/pack_files.h"
#include "content/read_settings.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;

namespace {

// What is said of the keys of `text`, which is the file `name` in a folder of its own.
std::string unknown_keys(const std::string& name, const std::string& text) {
  const TemporaryFolder folder;
  folder.write(name, text);
  source::TomlFiles files;
  source::Diagnostics found;
  if (name == "pack.toml") {
    read_pack_file(PackFolder(folder / ""), {}, files, found);
  } else {
    read_settings(folder / name, files, found);
  }
  std::string said;
  for (const source::Diagnostic& each : found.sorted()) {
    if (each.rule == rule::unknown_key.name) said += each.message + "\n";
  }
  return said;
}

}  // namespace

TEST_CASE("a key is sent to the table that knows it") {
  for (const auto& [name, tables] :
       {std::pair<std::string, const std::vector<KeysOfTable>&>{"pack.toml", keys_of_pack()},
        {"kiosk.toml", keys_of_settings()}}) {
    for (const KeysOfTable& each : tables) {
      for (const std::string_view key : each.keys) {
        const std::string line = std::string(key) + " = 1\n", header = "[" + std::string(each.table) + "]\n";
        CAPTURE(header, key);
        const std::string languages = "languages = [\"en\"]\n";
        CHECK(unknown_keys(name, languages + header + line).empty());
        CHECK(unknown_keys(name, languages + line) ==
              "unknown key `" + std::string(key) + "`; move it below [" + std::string(each.table) + "]\n");
      }
    }
  }
}

TEST_CASE("a list of cards below a table's header is taken all the same") {
  const std::string pack =
      "format = 1\nid = \"a\"\nlanguages = [\"en\"]\n[title]\nen = \"A\"\nid = \"B\"\n[source]\nen = "
      "\"C\"\n[review]\non = 2026-11-22\ncards = [\"one\", \"two\"]\ncore = [\"one\"]\n";
  const TemporaryFolder folder;
  folder.write("pack.toml", pack);
  source::TomlFiles files;
  source::Diagnostics found;
  const PackFile read = read_pack_file(PackFolder(folder / ""), {}, files, found);
  CHECK(read.cards.size() == 2);
  CHECK(read.core.size() == 1);
  CHECK(unknown_keys("pack.toml", pack) ==
        "`cards` and `core` belong to the pack as a whole, but stand below [review], to which every line after it "
        "belongs, up to the next line in square brackets; move them above the first line in square brackets\n");
}

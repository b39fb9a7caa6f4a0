#include "content/settings_content.h"

#include "catch.h"
#include "content/read_settings.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::string_literals;

namespace {

std::string utf16(const std::string& ascii) {
  std::string result = "\xFF\xFE";
  for (const char letter : ascii) result += letter + "\0"s;
  return result;
}

// The content folder that settings with the bytes `text` mean: "" for none, "default", or a path below the file's
// folder.
std::string content_of(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("cards/pack.toml", "");
  folder.write("screen.toml", text);
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const std::string content = read_settings(folder / "screen.toml", files, diagnostics).content;
  if (content == Settings{}.content) return "default";
  return content.starts_with(folder.name() + "/") ? content.substr(folder.name().size() + 1) : content;
}

}  // namespace

TEST_CASE("damaged settings keep their cards or show none and never those of the program") {
  struct Sample {
    const char* what;
    std::string text;
    const char* content;
  };
  const std::string rest = "[clinic]\nname = \"Lakeside\"\n";
  const Sample samples[] = {
      {"sound", "role = \"wall\"\ncontent = \"cards\"\n" + rest, "cards"},
      {"an accent in Latin-1 behind it", "content = \"cards\"\n[clinic]\nname = \"\xC9rable\"\n", "cards"},
      {"an accent in Latin-1 before it", "role = \"m\xFBr\"\ncontent = \"cards\"\n" + rest, "cards"},
      {"an accent in its own comment", "content = \"cards\" # caf\xE9 # \xE9\n" + rest, "cards"},
      {"an accent in its value", "content = \"caf\xE9\"\n" + rest, ""},
      {"a byte gone wrong in its name", "conte\xF0t = \"cards\"\n" + rest, ""},
      {"a byte gone wrong in its name, in quotes", "\"conte\xF0t\" = \"cards\"\n" + rest, ""},
      {"UTF-16", utf16("content = \"cards\"\n" + rest), "cards"},
      {"UTF-16, cut short", utf16("role = \"wall\"\ncont"), ""},
      {"zero bytes at the end", "content = \"cards\"\n" + rest + std::string(100, '\0'), "cards"},
      {"zero bytes at the beginning", std::string(100, '\0') + "\ncontent = \"cards\"\n" + rest, "cards"},
      {"zero bytes over it", "role = \"wall\"\n" + std::string(20, '\0') + "\n" + rest, ""},
      {"cut short in the middle of it", "role = \"wall\"\ncontent = \"car", ""},
      {"cut short behind its name", "role = \"wall\"\ncontent", ""},
      {"without its quotes", "content = cards\n" + rest, ""},
      {"with the wrong type", "content = 5\n" + rest, ""},
      {"as a list", "content = [\"cards\"]\n" + rest, ""},
      {"as a section", "[content]\nfolder = \"cards\"\n" + rest, ""},
      {"empty", "content = \"\"\n" + rest, ""},
      {"with a control character", "content = \"ca\\u0007rds\"\n" + rest, ""},
      {"misspelt", "contnet = \"cards\"\n" + rest, ""},
      {"in capitals", "CONTENT = \"cards\"\n" + rest, ""},
      {"in a section", rest + "content = \"cards\"\n", "cards"},  // a key that is reported, and taken all the same
      {"in a section, cut short", rest + "content = \"car", ""},
      {"in a section, without its quotes", rest + "content = cards\nregion = \"CA\"\n", ""},
      {"another line in a section cut short", "role = \"wall\"\n[clinic]\nname = \"Lake", "default"},
      {"twenty and more faults",
       "content = \"cards\"\n" + std::string(200, 'x') +
           [] {
             std::string text;
             for (int i = 0; i < 30; ++i) text += "\nnot TOML";
             return text;
           }(),
       ""},
      {"left out", "role = \"wall\"\n" + rest, "default"},
      {"left out, all of the file in comments", "# role = \"wall\"\n# content = \"cards\"\n", "default"},
      {"left out, and another key at fault", "role = wall\nlanguages = [\"en\", \"\xE9\"]\n" + rest, "default"},
      {"left out, and a list at fault", "languages = [\n  \"en\",\n  \"fr\"\n" + rest, "default"},
      {"left out, and a section at fault", "[clinic]\nname = \"\xC9rable\"\ncontact = 5\n", "default"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.what);
    CHECK(content_of(sample.text) == sample.content);
  }
}

TEST_CASE("settings that cannot be read at all name no cards") {
  const TemporaryFolder folder;
  folder.write("empty.toml", "");
  folder.write("blank.toml", " \n\t\r\n");
  folder.write("zero.toml", std::string(4096, '\0'));
  folder.write("mark.toml", "\xEF\xBB\xBF");
  folder.write("large.toml", std::string(max_settings_bytes, ' ') + "role = \"wall\"\n");
  folder.write("folder.toml/x", "");
  std::filesystem::create_symlink("nowhere", folder / "link.toml");
  for (const char* name :
       {"empty.toml", "blank.toml", "zero.toml", "mark.toml", "large.toml", "folder.toml", "link.toml", "none.toml"}) {
    INFO(name);
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const Settings settings = read_settings(folder / name, files, diagnostics);
    CHECK(settings.content.empty());
    CHECK(diagnostics.error_count() == 1);
    check_content_folder(folder / name, settings, files, diagnostics);
    CHECK(diagnostics.error_count() == 2);
  }
}

TEST_CASE("the folder of the cards is found whichever way its accents are encoded") {
  const TemporaryFolder folder;
  folder.write("Caf\u00E9/pack.toml", "");
  folder.write("decomposed.toml", "content = \"Cafe\u0301\"\n");
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Settings settings = read_settings(folder / "decomposed.toml", files, diagnostics);
  check_content_folder(folder / "decomposed.toml", settings, files, diagnostics);
  CHECK(settings.content == (folder / "Caf\u00E9").string());
  CHECK(diagnostics.empty());
}

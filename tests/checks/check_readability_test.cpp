// What `check` reports on how hard a pack is to read: the figures, and the gates of languages that count characters.
#include <algorithm>

#include "catch.h"
#include "checks/check_pack.h"
#include "planted.h"

using namespace anteroom;
using namespace anteroom::checks;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

// Every word has two syllables.
std::map<std::string, int> two_each(const std::set<std::string>& words) {
  std::map<std::string, int> syllables;
  for (const std::string& word : words) syllables[word] = 2;
  return syllables;
}

CheckedPack look_at(const std::filesystem::path& folder, const LanguageRules& rules, std::string& faults) {
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  CheckedPack checked = check_pack(folder, {}, {}, 2026y / 11 / 23, rules, files, diagnostics);
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    if (each.rule == "no-claims" || each.rule == "no-reviewer") continue;
    faults += each.rule + ":" + std::to_string(each.line) + " " + each.message + "\n";
  }
  return checked;
}

void write_chinese(const TemporaryFolder& folder, const std::string& ask) {
  folder.write("pack.toml", R"(format = 1
id = "pack"
languages = ["zh-Hans"]
cards = ["one"]
title = { zh-Hans = "纸" }
source = { zh-Hans = "纸" }
review = { on = 2026-11-22, by = 2027-11-22, reviewer = "A", speakers = { zh-Hans = "A" } }
)");
  folder.write("cards/one.toml",
               "[text.zh-Hans]\ntopic = \"纸\"\ntitle = \"纸上的折痕\"\nlead = \"把纸抹平。折痕还在；好。\"\nask = \"" +
                   ask + "\"\n");
}

}  // namespace

TEST_CASE("each card of each language is measured and then all of them") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  std::string faults;
  const CheckedPack checked = look_at(folder / "pack", {{}, two_each}, faults);
  std::vector<std::string> names;
  for (const Readability& one : checked.readability) names.push_back(one.language + " " + one.card);
  CHECK(names == std::vector<std::string>{"en one", "en two", "en ", "fr one", "fr two", "fr "});
  const Readability& one = checked.readability[0];
  // Paper / A fold stays / Fold a sheet / Then smooth it / The line is still there / What should I do first / Why /
  // The fibres are bent; the picture's description is not read.
  CHECK(one.measures.words == 1 + 3 + 3 + 3 + 5 + 5 + 1 + 4);
  CHECK(one.measures.sentences == 8);
  CHECK(one.measures.longest == 5);
  CHECK(one.at == source::Position{13, 1});
  CHECK(one.syllables == language::SyllableCount{50, 50});
  language::Measures both = one.measures;
  both += checked.readability[1].measures;
  CHECK(checked.readability[2].measures == both);
  CHECK(checked.readability[2].at == source::Position{3, 14});
  CHECK_FALSE(checked.readability[3].syllables);
}

TEST_CASE("a glossary term counts as one syllable in any case") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  carry_out({"edit", "pack/pack.toml", "[vars.en]",
             "[glossary]\x0a"
             "en = [\"Fold\", \"fibres\"]\x0a[vars.en]"},
            folder);
  std::string faults;
  const CheckedPack checked = look_at(folder / "pack", {{}, two_each}, faults);
  CHECK(checked.readability[0].syllables == language::SyllableCount{50, 47});  // fold twice, fibres once
}

TEST_CASE("without syllables there are figures and no grade") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  std::string faults;
  const CheckedPack checked = look_at(folder / "pack", {}, faults);
  CHECK(checked.readability[0].measures.words == 25);
  CHECK_FALSE(checked.readability[0].syllables);
  CHECK(faults.find("no-syllables") == std::string::npos);  // nothing was asked to count
}

TEST_CASE("a card is not measured in a language in which its text has an error") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  carry_out({"edit", "pack/cards/one.toml", "lead =", "laed ="}, folder);
  std::string faults;
  const CheckedPack checked = look_at(folder / "pack", {}, faults);
  CHECK(std::none_of(checked.readability.begin(), checked.readability.end(),
                     [](const Readability& each) { return each.card == "one" && each.language == "en"; }));
}

TEST_CASE("a Chinese sentence may have twenty characters anywhere on a card") {
  const TemporaryFolder folder;
  std::string faults;
  write_chinese(folder, "这张纸上面的折痕会不会一直留在那里呢您说？");  // 21
  const CheckedPack checked = look_at(folder / "", {}, faults);
  CHECK(faults == "long-sentence:5 a sentence here has 21 characters; at most 20 are easy to read\n");
  CHECK(checked.readability[0].measures.sentences == 5);
  CHECK(checked.readability[0].measures.longest_characters == 21);

  faults.clear();
  write_chinese(folder, "这张纸上面的折痕会不会一直留在那里呢您？");  // 20
  look_at(folder / "", {}, faults);
  CHECK(faults.empty());
}

TEST_CASE("the words that a language avoids come from its own file or that of its base language") {
  const TemporaryFolder folder;
  write_chinese(folder, "20分之1吗？这是最好的纸吗？");
  const WordCheck avoids{{"最好"}, "{m}分之{n}"};
  for (const char* language : {"zh-Hans", "zh"}) {
    std::string faults;
    look_at(folder / "", {{{language, {}, avoids}}, nullptr}, faults);
    CHECK(faults ==
          "risk-number:5 `20分之1` is hard to compare; write it out of 100 or of 1000\n"
          "banned-word:5 `最好` is a word that clinics may not use of themselves; if it does not praise the "
          "clinic here, write [check] and allow = [\"是最好的纸\"] in pack.toml\n");
  }
  std::string faults;
  look_at(folder / "", {{{"en", {}, avoids}}, nullptr}, faults);
  CHECK(faults.empty());
}

// Every rule of src/source/rules.h, each with a fault planted in valid files and the complete text expected for it.
#include <algorithm>
#include <regex>
#include <set>

#include "catch.h"
#include "planted.h"
#include "program_rules.h"

using namespace anteroom;
using namespace anteroom::checks;

namespace {

const std::filesystem::path faulty_home = ANTEROOM_ROOT "/tests/checks";

std::vector<Planted> all_planted() {
  std::vector<Planted> all;
  for (const char* file :
       {"files.txt", "keys.txt", "cards.txt", "checks.txt", "exhibits.txt", "limits.txt", "signatures.txt"}) {
    const std::vector<Planted> some = read_planted(faulty_home / "planted" / file);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// True when `text` is `expected`, in which a line of three dots stands for any lines.
bool is_as_expected(const std::string& text, const std::string& expected) {
  const std::string any = "\n...\n";
  const std::size_t gap = expected.find(any);
  if (gap == std::string::npos) return text == expected;
  const std::string begin = expected.substr(0, gap + 1);
  const std::string end = expected.substr(gap + any.size());
  return text.size() >= begin.size() + end.size() && text.starts_with(begin) && text.ends_with(end);
}

}  // namespace

TEST_CASE("valid files have nothing to report") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  CHECK(look_through(folder).text.empty());
}

TEST_CASE("a planted fault is reported with its position and its line") {
  const std::vector<Planted> all = all_planted();
  REQUIRE(all.size() > 120);
  for (const Planted& planted : all) {
    INFO(planted.name << " " << planted.rule);
    const TemporaryFolder folder;
    copy_sound_files(folder);
    for (const Change& change : planted.changes) carry_out(change, folder);
    const Findings findings = look_through(folder);
    if (!is_as_expected(findings.text, planted.expected)) CHECK(findings.text == planted.expected);
    CHECK(std::count(findings.rules.begin(), findings.rules.end(), planted.rule) > 0);
  }
}

TEST_CASE("every rule has a planted fault") {
  const std::string source = bytes_of_file(ANTEROOM_ROOT "/src/source/rules.h");
  const std::regex declaration("Rule \\w+\\{\"([a-z0-9-]+)\"");
  std::set<std::string> rules;
  for (std::sregex_iterator it(source.begin(), source.end(), declaration), end; it != end; ++it) {
    INFO(it->str());
    CHECK(rules.insert((*it)[1]).second);
  }
  REQUIRE(rules.size() > 40);
  std::set<std::string> planted = program_rules;
  for (const Planted& one : all_planted()) {
    INFO(one.name);
    CHECK_FALSE(program_rules.contains(one.rule));
    planted.insert(one.rule);
  }
  CHECK(planted == rules);
}

// A pack about other drugs: its names, and a "C2" that states a use.
TEST_CASE("a pack with its own claim C2 and its own drugs was judged by those of the shipped pack") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  carry_out({"edit", "pack/pack.toml", "rule = \"none\", drug_names = [\"botox\", \"dysport\"]",
             "rule = \"ca\", drug_names = [\"glucolin\"]"},
            folder);
  carry_out(
      {"edit", "pack/pack.toml", "names_from = [\"products\"], naming_claims = [\"C2\"]", "naming_claims = [\"C1\"]"},
      folder);
  // A name that this pack's policy does not list, next to a use.
  carry_out({"edit", "pack/cards/two.toml", "The products", "Ask about Botox"}, folder);
  // One of its own, on the card that says what it is, and then on one that states a use.
  carry_out({"edit", "pack/cards/one.toml", "The fibres are bent.", "It is Glucolin."}, folder);
  CHECK(look_through(folder).text.empty());
  carry_out({"edit", "pack/cards/two.toml", "Which one is it?", "Is it Glucolin?"}, folder);
  CHECK(look_through(folder).rules == std::vector<std::string>{"drug-name"});
}

TEST_CASE("a pack without a policy may use any name") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  const std::string written = GENERATE("", "policy = \"none\"");  // as packs were written before the table
  carry_out({"edit", "pack/pack.toml",
             "policy = { rule = \"none\", drug_names = [\"botox\", \"dysport\"], names_from = [\"products\"], "
             "naming_claims = [\"C2\"] }",
             written},
            folder);
  carry_out({"edit", "pack/cards/one.toml", "The fibres are bent.", "Ask about Botox."}, folder);
  CHECK(look_through(folder).text.empty());
}

TEST_CASE("a message says which claims may name drugs, however many there are") {
  const auto [claims, said] =
      GENERATE(table<std::string, std::string>({{"[]", "tells no claim"},
                                                {"[\"C2\"]", "tells only the claim `C2`"},
                                                {"[\"C2\", \"C3\"]", "tells only the claims `C2` and `C3`"}}));
  const TemporaryFolder folder;
  copy_sound_files(folder);
  carry_out(
      {"append", "pack/claims.toml", "1", "\\x0a[[claim]]\\x0aid = \"C3\"\\x0afact = \"One.\"\\x0asource = \"house\""},
      folder);
  carry_out({"edit", "pack/pack.toml", "rule = \"none\"", "rule = \"ca\""}, folder);
  carry_out({"edit", "pack/pack.toml", "naming_claims = [\"C2\"]", "naming_claims = " + claims}, folder);
  carry_out({"edit", "pack/cards/one.toml", "The fibres are bent.", "Ask about Botox."}, folder);
  CHECK(look_through(folder).text.find("a card that names drugs " + said + "\n") != std::string::npos);
}

// Every rule of src/content/rules.h, each with a fault planted in sound files and the whole text of what must be said.
#include <algorithm>
#include <regex>
#include <set>

#include "catch.h"
#include "planted.h"
#include "program_rules.h"

using namespace anteroom::content;

namespace {

const std::filesystem::path faulty_home = ANTEROOM_ROOT "/tests/content";

std::vector<Planted> all_planted() {
  std::vector<Planted> all;
  for (const char* file : {"files.txt", "keys.txt", "cards.txt", "checks.txt", "exhibits.txt", "limits.txt"}) {
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

TEST_CASE("sound files have nothing to report") {
  const TemporaryFolder folder;
  copy_sound_files(folder);
  CHECK(look_through(folder).text.empty());
}

TEST_CASE("a planted fault is named with its place and its line") {
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
  const std::string source = bytes_of_file(ANTEROOM_ROOT "/src/content/rules.h");
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

TEST_CASE("a drug is known by its common names in any language and spelling") {
  for (const std::string name :
       {"Botulinum toxin", "botulinum toxin type A", "Botulinum toxins", "PrabotulinumtoxinA", "LetibotulinumtoxinA",
        "la toxine botulique", "les toxines botuliques", "toxina botulínica", "TOXINA BOTULI\u0301NICA"}) {
    INFO(name);
    const TemporaryFolder folder;
    copy_sound_files(folder);
    carry_out({"edit", "pack/pack.toml", "policy = \"none\"", "policy = \"ca\""}, folder);
    carry_out({"edit", "pack/cards/one.toml", "The fibres are bent.", "Ask about " + name + "."}, folder);
    const Findings findings = look_through(folder);
    CHECK(findings.rules == std::vector<std::string>{"drug-name"});
  }
}

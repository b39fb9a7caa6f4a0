#include "source/diagnostic.h"

#include "catch.h"
#include "source/nearest.h"
#include "source/printable.h"

using namespace anteroom::source;

namespace {

Diagnostic at(const std::string& path, unsigned line, unsigned column, const std::string& source_line) {
  return {path, line, column, Severity::error, "some-rule", "message", source_line};
}

}  // namespace

TEST_CASE("a diagnostic shows its position its line and a caret") {
  CHECK(to_text(at("a.toml", 3, 5, "key = 1")) == "a.toml:3:5: error: message\nkey = 1\n    ^\n");
  Diagnostic warning = at("a.toml", 3, 1, "key = 1");
  warning.severity = Severity::warning;
  CHECK(to_text(warning) == "a.toml:3:1: warning: message\nkey = 1\n^\n");
}

TEST_CASE("a diagnostic of a whole file has no line") {
  CHECK(to_text(at("a.toml", 0, 0, "")) == "a.toml: error: message\n");
}

TEST_CASE("the caret is under its character") {
  SECTION("after a tab") {
    CHECK(to_text(at("a", 1, 3, "\tx=1")) == "a:1:3: error: message\n\tx=1\n\t ^\n");
  }
  SECTION("after letters of two bytes") {
    CHECK(to_text(at("a", 1, 4, "été=1")) == "a:1:4: error: message\nété=1\n   ^\n");
  }
  SECTION("after wide letters") {
    CHECK(to_text(at("a", 1, 3, "折紙=1")) == "a:1:3: error: message\n折紙=1\n    ^\n");
  }
  SECTION("after a combining accent") {
    CHECK(to_text(at("a", 1, 3, "e\u0301=1")) == "a:1:3: error: message\ne\u0301=1\n ^\n");
  }
  SECTION("after the end of the line") {
    CHECK(to_text(at("a", 1, 4, "x")) == "a:1:4: error: message\nx\n   ^\n");
  }
}

TEST_CASE("diagnostics are sorted by file in order of first mention and then by position") {
  Diagnostics diagnostics;
  for (const auto& [path, line, column] : std::vector<std::tuple<std::string, unsigned, unsigned>>{
           {"z", 9, 1}, {"a", 1, 1}, {"z", 2, 7}, {"z", 2, 3}, {"a", 0, 0}}) {
    diagnostics.add(at(path, line, column, ""));
  }
  Diagnostic warning = at("z", 2, 3, "");
  warning.severity = Severity::warning;
  diagnostics.add(warning);
  std::string order;
  for (const Diagnostic& d : diagnostics.sorted()) {
    order += d.path + std::to_string(d.line) + "." + std::to_string(d.column) + " ";
  }
  CHECK(order == "z2.3 z2.3 z2.7 z9.1 a0.0 a1.1 ");
  CHECK(diagnostics.sorted()[1].severity == Severity::warning);
  CHECK(diagnostics.error_count() == 5);
  CHECK(diagnostics.warning_count() == 1);
}

TEST_CASE("characters that cannot be printed are replaced") {
  CHECK(printable("a\tb") == "a\tb");
  CHECK(printable("a\x1b[31mb") == "a\uFFFD[31mb");
  CHECK(printable("a\xc3(b\xff") == "a\uFFFD(b\uFFFD");
  CHECK(printable("a\nb\u0085c\u202Ed") == "a\uFFFDb\uFFFDc\uFFFDd");
  CHECK(in_ticks(std::string(70, 'x')) == "`" + std::string(60, 'x') + "…`");
}

TEST_CASE("a near word is suggested and a far one is not") {
  const std::vector<std::string> known = {"lead", "link", "title", "topic"};
  CHECK(did_you_mean("laed", known) == "; did you mean `lead`?");
  CHECK(did_you_mean("Title", known) == "; did you mean `title`?");
  CHECK(did_you_mean("titel", known) == "; did you mean `title`?");
  CHECK(did_you_mean("picture", known).empty());
  CHECK(did_you_mean("", known).empty());
  CHECK(did_you_mean(std::string(100000, 'x'), known).empty());
  CHECK(edit_distance("abcd", "abdc") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

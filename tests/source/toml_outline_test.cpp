// TOML read without what its plain strings hold.
#include "source/toml_outline.h"

#include <random>
#include <string>
#include <variant>
#include <vector>

#include "catch.h"
#include "source/parse_toml.h"

namespace anteroom::source {
namespace {

std::string in_words(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
}

std::string in_words(const TomlTable& table);

std::string in_words(const TomlValue& value) {
  std::string words = in_words(value.at);
  if (const auto* text = std::get_if<std::string>(&value.is)) return words + "<" + *text + ">";
  if (const auto* table = std::get_if<TomlTable>(&value.is)) return words + in_words(*table);
  const auto* list = std::get_if<TomlList>(&value.is);
  if (list == nullptr) return words + type_in_words(value);
  for (const TomlValue& each : *list) words += "[" + in_words(each) + "]";
  return words;
}

// All that `table` holds, with the positions.
std::string in_words(const TomlTable& table) {
  std::string words = "{";
  for (const TomlEntry& entry : table) words += in_words(entry.at) + entry.key + " = " + in_words(entry.value) + "; ";
  return words + "}";
}

// The tables of `text`, or the line in which it stops being TOML.
std::string parsed(const std::string& text) {
  Diagnostics diagnostics;
  const SourceFile file{"a.toml", text};
  FileFaults faults(file, diagnostics);
  const ParsedToml toml = parse_toml_until_fault(file, faults);
  return toml.table ? in_words(*toml.table) : "line " + std::to_string(toml.stopped_at);
}

TEST_CASE("the outline is without the strings that end their line") {
  CHECK(outline_of("a = \"b\"\n").text == "a = \"\"\n");
  CHECK(outline_of("a = [\n\"été\" ,\n\"c\"\n]").text == "a = [\n\"\" ,\n\"\"\n]");
  for (const char* whole : {"", "a = 1\n", "a = \"\"\n", "a = \"b\" # c\n", "a = [\"b\"]\n",
                            "a = [\"b\", \"c\",\n\"d\"]\n", "a = {b = \"c\"}\n", "a = \"b\\n\"\n", "a = 'b'\n",
                            "a = \"\"\"b\"\"\"\n", "a = \"b\nc = \"d\n", "a = \"b\x01\"\n"}) {
    INFO(whole);
    CHECK(outline_of(whole).text == whole);
  }
  const std::string text = "a = 1\nb = \"c\"\n";
  const std::vector<std::string_view> expected = {"", "c"};
  CHECK(outline_of(text).strings == expected);
}

TEST_CASE("the outline ends at a key with too many dots") {
  const std::string dots = "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1\n";
  CHECK(outline_of("x = 1\n" + dots).endless_key == 2);
  CHECK(outline_of("x = \"\"\"\n\n\"\"\"\n" + dots).endless_key == 4);
  CHECK(outline_of("x = \"" + dots.substr(0, 30) + "\"\n# " + dots + "y = 1.5\n").endless_key == 0);
}

TEST_CASE("a string reads the same whether or not it is the last thing in its line") {
  // '@' is the end of a line where a comment may stand, and '~' becomes a number, so that each key is another.
  static const std::vector<std::string> pieces = {"k~ = \"text\"@",
                                                  "k~ = \"L’été, «\u00A0oui\u00A0»\"  @",
                                                  "k~ = \"\"@",
                                                  "k~ = \"an \\\"escape\\\"\"@",
                                                  "k~ = \"tab\there\"@",
                                                  "k~ = 'as it is'@",
                                                  "k~ = '''\nlong 'text' '''@",
                                                  "k~ = \"\"\"\nlong \"text\\\"\"\n\"last\"\"\"\"@",
                                                  "k~ = \"\"\"two\"\"\"\"\"@",
                                                  "k~ = [ \"\"\"one\"\"\"\", \"x\",@\"y\"@]@",
                                                  "k~ = [@ \"first\",@ \"second\" ,@ \"\",@ ]@",
                                                  "k~ = [\"a\", \"b\",@ '', \"c\",@ \"d\"]@",
                                                  "k~ = {a = \"b\", c = \"d\"}@",
                                                  "# it's \"said\"\n",
                                                  "\"a b~\" = \"quoted\"@",
                                                  "k~.a.b = \"dotted\"@",
                                                  "[t~]@",
                                                  "[[list]]@title = \"in a list\"@",
                                                  "[\"t\".u~]@",
                                                  "k~ = 2026-11-29@",
                                                  "k~ = 1.5@",
                                                  "k~ = \"not closed@",
                                                  "k~ = \"a control\x01\"@",
                                                  "k~ = \"a bad \\escape\"@",
                                                  "k~ = \"two\" \"strings\"@",
                                                  "k~ = no quotes@",
                                                  "\"no value\"@"};
  constexpr std::size_t faulty = 6;  // pieces, the last
  std::mt19937 random(9);
  for (int round = 0; round < 4000; ++round) {
    const std::size_t used = round % 4 == 0 ? pieces.size() : pieces.size() - faulty;
    std::string plain, commented;
    for (int i = 0; i < 8; ++i) {
      for (const char c : pieces[random() % used]) {
        plain += c == '@' ? "\n" : c == '~' ? std::to_string(i) : std::string(1, c);
        commented += c == '@' ? " # c\n" : c == '~' ? std::to_string(i) : std::string(1, c);
      }
    }
    INFO(plain);
    REQUIRE(parsed(plain) == parsed(commented));
  }
}

}  // namespace
}  // namespace anteroom::source

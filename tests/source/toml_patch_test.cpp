#include "source/toml_patch.h"

#include <random>

#include "catch.h"
#include "source/parse_toml.h"
#include "source/toml_text_table.h"

using namespace anteroom::source;

namespace {

const std::string tagged = "[text.en]\ntitle = \"A\"\n\n[text.fr]  # by Anne\ntopic       = \"T\"\ntitle = \"B\"\n";

}  // namespace

TEST_CASE("a key is added below its table's line and aligned with the next") {
  CHECK(
      with_string(tagged, {"text", "fr", "of"}, "abc") ==
      "[text.en]\ntitle = \"A\"\n\n[text.fr]  # by Anne\nof          = \"abc\"\ntopic       = \"T\"\ntitle = \"B\"\n");
}

TEST_CASE("a string is replaced where it is written") {
  CHECK(with_string("a = 'x'  # why\nb = 1", {"a"}, "y") == "a = \"y\"  # why\nb = 1");
  CHECK(with_string("[t]\nu.a = \"\"\"\nx\"\"\" # c\n", {"t", "u", "a"}, "y") == "[t]\nu.a = \"y\" # c\n");
}

TEST_CASE("quotation marks and backslashes in a string are escaped") {
  CHECK(with_string("[c]\nname = \"\"  # ours\n", {"c", "name"}, R"(Dr. "Jo" \ Co)") ==
        "[c]\nname = \"Dr. \\\"Jo\\\" \\\\ Co\"  # ours\n");
}

TEST_CASE("a number is replaced where it is written and its comment stays in its column") {
  CHECK(with_integer("[s]\nw = 476    # mm\nh = 2\n", {"s", "w"}, 1218) == "[s]\nw = 1218   # mm\nh = 2\n");
  CHECK(with_integer("[s]\nw = 1218   # mm\n", {"s", "w"}, 90) == "[s]\nw = 90     # mm\n");
  CHECK(with_integer("[s]\nw = 4 # mm\n", {"s", "w"}, 4765) == "[s]\nw = 4765 # mm\n");
  CHECK(with_integer("s = { w = 1.5, h = 2 }", {"s", "w"}, 7) == "s = { w = 7, h = 2 }");
  CHECK(with_integer("[s]\r\nh = 2\r\n", {"s", "w"}, 7) == "[s]\r\nw = 7\r\nh = 2\r\n");
  CHECK_FALSE(with_integer("w = \"476\"", {"w"}, 7));
  CHECK_FALSE(with_integer("w = 476", {"s", "w"}, 7));
}

TEST_CASE("a table that is a comment is taken in its place with what the lines say") {
  const std::string before =
      "[c]\na = 1\n\n# Hours:\n# [h]\n# mon   = \"8\"\n# sun   = \"closed\"\n\n# [[h.on]]\n# d = 1\n";
  CHECK(with_texts(before, "h", {{"mon", "9"}, {"sun", "10"}}) ==
        "[c]\na = 1\n\n# Hours:\n[h]\nmon   = \"9\"\nsun   = \"10\"\n\n# [[h.on]]\n# d = 1\n");
  CHECK(with_texts("# [h]\n# mon = \"8\"\n", "h", {{"sun", "10"}, {"mon", "9"}}) == "[h]\nmon = \"9\"\nsun = \"10\"\n");
}

TEST_CASE("a table of texts is changed where it is and added at the end where it is not") {
  CHECK(with_texts("[h]\nmon = \"8\" # early\n[t]\na = 1\n", "h", {{"mon", "9"}}) ==
        "[h]\nmon = \"9\" # early\n[t]\na = 1\n");
  CHECK(with_texts("a = 1", "h", {{"mon", "9"}}) == "a = 1\n\n[h]\nmon = \"9\"\n");
  CHECK(with_texts("", "h", {{"mon", "9"}}) == "[h]\nmon = \"9\"\n");
  CHECK_FALSE(with_texts("h = 1", "h", {{"mon", "9"}}));
  CHECK_FALSE(with_texts("a = ", "h", {{"mon", "9"}}));
}

TEST_CASE("a table of texts becomes a comment and its other parts stay") {
  CHECK(without_texts("a = 1\n[h]\nmon = \"8\" # early\nsun = \"9\"\n[t]\nb = 1\n", "h") ==
        "a = 1\n# [h]\n# mon = \"8\" # early\n# sun = \"9\"\n[t]\nb = 1\n");
  CHECK(without_texts("[h]\nmon = \"8\"\n[[h.on]]\nd = \"1\"\n", "h") == "# [h]\n# mon = \"8\"\n[[h.on]]\nd = \"1\"\n");
  CHECK_FALSE(without_texts("h = { mon = \"8\" }\n[t]\n", "g"));
}

TEST_CASE("each form of a table can take a new key") {
  CHECK(with_string("text.fr.title = \"B\" # c\n", {"text", "fr", "of"}, "x") ==
        "text.fr.of = \"x\"\ntext.fr.title = \"B\" # c\n");
  CHECK(with_string("[text]\n  fr.title = \"B\"\n", {"text", "fr", "of"}, "x") ==
        "[text]\n  fr.of = \"x\"\n  fr.title = \"B\"\n");
  CHECK(with_string("text = { fr = { title = \"B\" } }", {"text", "fr", "of"}, "x") ==
        "text = { fr = { of = \"x\", title = \"B\" } }");
  CHECK(with_string("[[text.fr.pages]]\ntitle = \"P\"\n[text.fr]\ntitle = \"B\"", {"text", "fr", "of"}, "x") ==
        "[[text.fr.pages]]\ntitle = \"P\"\n[text.fr]\nof    = \"x\"\ntitle = \"B\"");
}

TEST_CASE("Windows line ends and a byte order mark stay") {
  CHECK(with_string("\xEF\xBB\xBF[text.fr]\r\ntitle = \"B\"\r\n", {"text", "fr", "of"}, "x") ==
        "\xEF\xBB\xBF[text.fr]\r\nof    = \"x\"\r\ntitle = \"B\"\r\n");
  CHECK(with_element("\xEF\xBB\xBF"
                     "cards = [\r\n  \"a\", # first\r\n]\r\n",
                     {"cards"}, "b") ==
        "\xEF\xBB\xBF"
        "cards = [\r\n  \"a\", # first\r\n  \"b\",\r\n]\r\n");
}

TEST_CASE("an element is added as the list is written") {
  const auto added = [](const std::string& before) { return with_element(before, {"c"}, "n"); };
  CHECK(added("c = [\"a\", \"b\"]") == "c = [\"a\", \"b\", \"n\"]");
  CHECK(added("c = [\"a\", \"b\", ]") == "c = [\"a\", \"b\", \"n\" ]");
  CHECK(added("c = []") == "c = [\"n\"]");
  CHECK(added("c = [\n  \"a\",\n  \"b\" # last, they said\n]\n") ==
        "c = [\n  \"a\",\n  \"b\", # last, they said\n  \"n\"\n]\n");
  CHECK(added("c = [\n  \"a\",\n  \"b\"]\n") == "c = [\n  \"a\",\n  \"b\", \"n\"]\n");
  CHECK_FALSE(added("c = [1]"));
  CHECK_FALSE(added("d = [\"a\"]"));
}

TEST_CASE("a list is replaced") {
  CHECK(with_list("c = [\n  \"a\", # x\n]  # all\nd = 1\n", {"c"}, {"x", "y"}) == "c = [\"x\", \"y\"]  # all\nd = 1\n");
  CHECK(with_list("c = [ ]", {"c"}, {}) == "c = []");
}

TEST_CASE("comments are added below a value or at the end") {
  CHECK(with_comment_below("[t]\r\na = \"x\" # c\r\nb = 1", {"t", "a"}, "# 1\n# 2\n") ==
        "[t]\r\na = \"x\" # c\r\n# 1\r\n# 2\r\nb = 1");
  CHECK(with_comment_below("a = \"x\"", {"a"}, "# 1\n") == "a = \"x\"\n# 1");
  CHECK(with_comment_below("a = 1\n", {}, "# 1\n") == "a = 1\n# 1\n");
  CHECK(with_comment_below("a = 1", {}, "# 1\n") == "a = 1\n# 1");
  CHECK_FALSE(with_comment_below("a = 1", {"b"}, "# 1\n"));
  CHECK_FALSE(with_comment_below("a = \"x\"\n", {"a"}, "b = 1\n"));
}

TEST_CASE("a table without keys becomes a comment") {
  CHECK(without_empty_table("a = 1\n[t.u]\n# b = 1\n[v]\nc = 1\n", {"t", "u"}) ==
        "a = 1\n# [t.u]\n# b = 1\n[v]\nc = 1\n");
  CHECK(without_empty_table("[t]\na = 1\n[t.u]", {"t", "u"}) == "[t]\na = 1\n# [t.u]");
  CHECK_FALSE(without_empty_table("[t]\na = 1\n", {"t"}));
  CHECK_FALSE(without_empty_table("t = { }\na = 1\n", {"a"}));
}

TEST_CASE("a file that cannot be edited safely is left alone") {
  CHECK_FALSE(with_string("a = ", {"a"}, "x"));
  CHECK_FALSE(with_string("a = 1", {"a"}, "x"));
  CHECK_FALSE(with_string("a = 1", {"a", "b"}, "x"));
  CHECK_FALSE(with_string("a = 1", {"t", "b"}, "x"));
}

// Odd layouts of one table among others; whatever an edit does to a file, it only adds to it, and the rest says the
// same.
TEST_CASE("an edit only adds to a file however it is laid out") {
  std::mt19937 random(20261129);
  const auto one_of = [&random](std::initializer_list<std::string> some) {
    return *(some.begin() + static_cast<std::ptrdiff_t>(random() % some.size()));
  };
  int edited = 0;
  for (int seed = 0; seed < 3000; ++seed) {
    const std::string end = one_of({"\n", "\r\n"});
    const auto comment = [&] { return one_of({"", " # c", "\t#[text.fr]", " # of = \"old\"", "   "}); };
    const auto blank = [&] { return one_of({"", end, "# fr = { }" + end, "  " + end + end, "\t# \"\"\"" + end}); };
    const auto header = [&](const std::string& name) {
      return one_of({"[" + name + "]", "  [ " + name + " ]", "[\"text\".fr]", "[text . fr]", "['text'.\"fr\"]"});
    };
    const std::string value = one_of({"\"B\"", "'[text.fr]'", "\"\"\"" + end + "x = [" + end + "\"\"\"", "\"\\\"#\""});
    const std::string more = one_of({"", "topic\t=  'é # 語'" + comment() + end, "n = [1, 2," + end + "]" + end});
    std::string table;
    switch (random() % 4) {
      case 0:
        table = header("text.fr") + comment() + end + blank() + "title = " + value + comment() + end + more;
        break;
      case 1:
        table = "[text]" + comment() + end + blank() + "  fr . title= " + value + end;
        break;
      case 2:
        table = "[text]" + end + "fr = {title = 'B'" + one_of({"", " ", ", of2 = \"{\""}) + "}" + comment() + end;
        break;
      default:
        table = "text.\"fr\".title = " + value + comment() + end;
        break;
    }
    const bool is_root = table.starts_with("text.");
    const std::string before = one_of({"", "\xEF\xBB\xBF"}) + blank() + (is_root ? "" : "a = 'é'" + end) + table +
                               blank() +
                               one_of({"", "[[text.fr.pages]]" + end + "title = 'p'" + end, "[z]" + end + "of = 'z'"});
    INFO(before);
    const auto after = with_string(before, {"text", "fr", "of"}, "0123456789ab");
    if (!after) continue;
    ++edited;
    // Taking the new key out again gives the old file: nothing else was touched.
    const std::size_t same = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), after->begin(), after->end()).first - before.begin());
    const std::size_t grown = after->size() - before.size();
    REQUIRE(after->size() > before.size());
    std::string back = *after;
    bool found = false;
    for (std::size_t at = same > grown ? same - grown : 0; at <= same && !found; ++at) {
      found = back.substr(0, at) + back.substr(at + grown) == before;
    }
    CHECK(found);
    // The second time only the value changes.
    const auto again = with_string(*after, {"text", "fr", "of"}, "ba9876543210");
    REQUIRE(again);
    CHECK(again->size() == after->size());
  }
  CHECK(edited > 2000);
}

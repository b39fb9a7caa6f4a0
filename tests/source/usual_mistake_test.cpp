// The usual mistakes in a file are named in its author's terms, at the place where they are to be mended.
#include "source/usual_mistake.h"

#include <string>
#include <vector>

#include "catch.h"
#include "source/parse_toml.h"

using namespace anteroom;
using namespace anteroom::source;

namespace {

// The diagnostic of `text` as "line:column: message"; empty if it is TOML.
std::string fault_in(const std::string& text) {
  const SourceFile file{"a.toml", text};
  Diagnostics diagnostics;
  FileFaults faults(file, diagnostics);
  if (parse_toml(file, faults)) return {};
  REQUIRE(diagnostics.sorted().size() == 1);
  const Diagnostic fault = diagnostics.sorted().front();
  return std::to_string(fault.line) + ":" + std::to_string(fault.column) + ": " + fault.message;
}

struct Example {
  std::string text, fault;
};

void check_all(const std::vector<Example>& examples) {
  for (const Example& each : examples) {
    INFO(each.text);
    CHECK(fault_in(each.text) == each.fault);
  }
}

}  // namespace

TEST_CASE("a quote that is missing, curly or inside a text is named") {
  check_all({
      {"title = Will I look frozen?\"", "1:9: this text has no opening quote: write title = \"Will I look frozen?\""},
      {"title = Will I look frozen?", "1:9: this text has no quotes: write title = \"Will I look frozen?\""},
      {"a = 1\ntitle = \"Will I look frozen?\n",
       "2:29: this text ends with its line; the closing quote is missing, or a longer text needs three quotes "
       "(\"\"\")"},
      {"title = “Will I look frozen?”",
       "1:9: “ and ” are not the quotes that this file needs; type \" before and after the text"},
      {"title = „Ja«", "1:9: „ and « are not the quotes that this file needs; type \" before and after the text"},
      {"title = \"Will I look frozen?”", "1:29: ” is not the quote that this file needs; type \" after the text"},
      {"title = \"Will I \"really\" look frozen?\"",
       "1:17: the text ends at the second quote; inside a text write “…” or \\\""},
      {"title = 'It's me'", "1:12: the text ends at the second '; write the text between \" and \" instead"},
      {"title = \"Frozen\" face",
       "1:18: the text ends at its second quote, and `face` follows it; delete that, or put # before a comment"},
      {"title = \"Frozen\",", "1:17: delete the `,` after the text"},
      {"a = 1\nlead = \"\"\"One\ntwo\n",
       "2:8: the text that begins with \"\"\" in line 2 never ends; write \"\"\" after its "
       "last word"},
      {"lead = \"\"\"One\ntwo\nask = \"\"\"\nprose\n\"\"\"\n",
       "1:8: the text that begins with \"\"\" in line 1 never ends; write \"\"\" after its last word"},
      {"picture = \"C:\\Users\\anna\\fold.svg\"",
       "1:14: a backslash has a meaning of its own in a text; write a path with / instead, and a backslash that is to "
       "be read as \\\\"},
      {"folder = \"pictures\\\"", "1:19: the backslash before the last quote makes it a part of the text; delete it"},
  });
}

TEST_CASE("a list that lacks a comma, a quote or its bracket is named") {
  check_all({
      {"cards = [\n  \"a\",\n  \"b\"\n  \"c\",\n]", "3:6: a comma is missing at the end of line 3"},
      {"cards = [\"a\" \"b\"]", "1:13: a comma is missing here"},
      {"cards = [\"a\"; \"b\"]", "1:13: the parts of a list are separated by commas, not by ;"},
      {"cards = [\"a\",, \"b\"]", "1:14: there is one comma too many here; delete it"},
      {"months = [August]", "1:11: months are numbers: write 8 for August, as in months = [8]"},
      {"months = [10, dec]", "1:15: months are numbers: write 12 for dec, as in months = [12]"},
      {"cards = [\n  \"a\",\n  b,\n]", "3:3: this text has no quotes: write \"b\""},
      {"cards = [\n  \"a\",\n  b\",\n]", "3:3: this text has no opening quote: write \"b\""},
      {"days = [\"monday\", \"friday\"\nhours = \"08:00-17:00\"",
       "1:8: the list that begins in line 1 has no closing ]"},
      {"a = 1\ncards = [\n  \"a\",\n\n[review]\nby = 1", "2:9: the list that begins in line 2 has no closing ]"},
      {"cards = (\"a\")", "1:9: a list is written in [ ], not in ( )"},
      {"cards = [\"a\"]\n  \"b\",\n]",
       "2:3: this text belongs to no key; if it is part of a list, the list's ] comes too early"},
      {"cards = [\"a\"，\"b\"]", "1:13: ， is not the character that this file needs; type ,"},
      {"p = { a = 1,\n b = 2 }",
       "1:5: everything between { and } is written on one line, with a comma after each part; "
       "the } is missing here"},
      {"p = { a = 1, }", "1:14: delete the comma before }"},
      {"p = { a = 1 b = 2 }", "1:13: a comma or } is missing here"},
  });
}

TEST_CASE("dates, hours and numbers in another form are named, with the form that is needed") {
  check_all({
      {"on = 2027-11-1", "1:6: write the date as 2027-11-01"},
      {"on = 1.11.2027", "1:6: write the date as 2027-11-01"},
      {"on = 2027/11/01", "1:6: write the date as 2027-11-01"},
      {"on = 11/01/2027", "1:6: a date is written as year-month-day without quotes, such as 2027-11-01"},
      {"on = 11/21/2027", "1:6: write the date as 2027-11-21"},
      {"on = 01-11-27", "1:6: a date is written as year-month-day without quotes, such as 2027-11-01"},
      {"on = 2026-02-30",
       "1:6: there is no day 2026-02-30; a date is written as year-month-day without quotes, such as "
       "2027-11-01"},
      {"hours = 08:00-17:00", "1:9: hours are written in quotes: write hours = \"08:00-17:00\""},
      {"dwell_s = 020", "1:11: a number does not begin with 0: write dwell_s = 20, or \"020\" if it is a text"},
      {"dwell_s = 20s", "1:11: a number is written alone, without `s`: write dwell_s = 20"},
      {"dwell_s = 20 seconds", "1:11: a number is written alone, without `seconds`: write dwell_s = 20"},
      {"width_mm = 476,5", "1:12: write the number with a point: width_mm = 476.5"},
      {"width_mm = 1 020", "1:12: write width_mm = 1020, without a space"},
      {"size = .5", "1:8: write size = 0.5"},
      {"on = Yes", "1:6: write on = true"},
      {"date = 2026-12-24, 2026-12-31",
       "1:8: only one date can stand here; give each day a [[hours.on]] of its own, with its `date` and its `hours`"},
      {"except = 2026-12-24,2026-12-31",
       "1:10: several days are a list: write except = [\"2026-12-24\", \"2026-12-31\"]"},
      {"from = 2026-12-24, 2026-12-31", "1:8: only one date can stand here"},
      {"phone = 519-555-0177", "1:9: this text has no quotes: write phone = \"519-555-0177\""},
      {"phone = (519) 555-0177", "1:9: a list is written in [ ], not in ( )"},
  });
}

TEST_CASE("a line that is no key and value is named") {
  check_all({
      {"title \"Frozen\"", "1:7: = is missing after `title`"},
      {"title: \"Frozen\"", "1:6: write = instead of : after `title`"},
      {"title =\nlead = \"x\"", "1:8: the value after `title =` is missing"},
      {"= \"x\"", "1:1: the name before this = is missing"},
      {"// remark", "1:1: a comment begins with #, not with //"},
      {"]", "1:1: this bracket closes nothing; delete it, or look further up where the opening one is missing"},
      {"picture alt = \"x\"",
       "1:1: the name of a key has no space in it, as `picture_alt` has none; or this line "
       "belongs to a text further up that ends too early"},
      {"tïtle = \"x\"", "1:1: `tïtle` cannot be the name of a key; it is made of a-z, 0-9, - and _"},
      {"title = \"x\"\nand more of it\n",
       "2:1: this line has no =, so it belongs to no key; a comment begins with #, and a text of several lines has "
       "three "
       "quotes (\"\"\") before and after it"},
      {"title\u00A0= \"x\"", "1:6: there is an invisible special space here; type an ordinary space"},
      {"title ＝ \"x\"", "1:7: ＝ is not the character that this file needs; type ="},
      {"a = 1\nb = 2\na = 3", "3:1: `a` is already written in line 1; keep one of the two"},
  });
}

TEST_CASE("a header with a missing or a stray bracket is named") {
  check_all({
      {"[text.en\ntitle = \"x\"", "1:1: the closing ] is missing: write [text.en]"},
      {"[[claim]\nid = \"x\"", "1:1: the closing ]] is missing: write [[claim]]"},
      {"[claim]]\nid = \"x\"", "1:1: there are more closing brackets than opening ones: write [claim]"},
      {"[text en]\n", "1:1: a name in brackets has no space in it; its parts are joined by points, as in [text.en]"},
      {"[]\n", "1:1: there is no name between these brackets"},
      {"[when]\na = 1\n[text]\n[when]\nb = 1",
       "4:1: [when] is already written in line 1; write its keys there, and "
       "delete this line"},
      {"[when] from = 2027-01-01",
       "1:8: `from = 2027-01-01` follows the end of the value; delete it, or put # "
       "before a comment"},
  });
}

TEST_CASE("what is sound is no mistake, and only the first mistake is told") {
  const std::string sound =
      "# remark\r\nformat = 1 # one\na.b = \"x\" # y\n'c d' = 'C:\\x'\nlist = [ # of texts\n  \"a\", # one\n  'b',\n]\n"
      "on = 2027-11-01\nat = 2027-11-01 18:00:00\nhalf = -0.5\nall = true\nbig = 1_000\np = { a = 1, b = [\"c\"] }\n"
      "[[t]]\nk = \"\"\"\nit \"said\" = \\\n  this\"\"\"\n[[t]]\nk = 1\n[t.u]\nk = 1\n[text.en]\nk = \"\\u00e9\"\n";
  CHECK(fault_in(sound) == "");
  CHECK(fault_in(sound + "title = 1 2 3 x\n").starts_with("25:9: "));
  CHECK_FALSE(usual_mistake("a = 1\nb = \n", 1));
  CHECK(usual_mistake("a = 1\nb = \n", 2));
}

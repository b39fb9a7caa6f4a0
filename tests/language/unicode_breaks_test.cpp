// Unicode's own break tests (Debian's package unicode-data) against ICU's boundaries, and against what the project
// derives from them.
//
// The linked ICU may implement an older or a newer version of Unicode than the package. Lines with a character that
// this ICU does not know are left out; and where the versions differ, the rules may differ too: then 1 line in 50 may
// fail.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "language/boundaries.h"
#include "language/characters.h"
#include "language/icu_text.h"
#include "language/sentences.h"
#include "language/words.h"

namespace anteroom::language {
namespace {

struct BreakTest {
  std::string line;  // without its comment
  icu::UnicodeString text;
  std::vector<std::int32_t> ends;  // of its segments, in UTF-16 units
};

bool is_known(UChar32 c) {
  UVersionInfo age{};
  u_charAge(c, age);
  return age[0] > 0;
}

struct BreakTests {
  bool same_version = false;  // as the linked ICU
  std::vector<BreakTest> lines;
};

// The tests in `name` whose characters this ICU all knows.
BreakTests tests_of(const std::string& name) {
  std::ifstream file("/usr/share/unicode/auxiliary/" + name + ".txt");
  REQUIRE(file);
  BreakTests tests;
  UVersionInfo version{};
  u_getUnicodeVersion(version);
  const std::string ours = std::to_string(version[0]) + "." + std::to_string(version[1]) + ".";
  std::size_t unknown = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# " + name + "-")) tests.same_version = line.find("-" + ours) != std::string::npos;
    BreakTest test{line.substr(0, line.find('#')), {}, {}};
    bool known = true;
    std::istringstream tokens(test.line);
    for (std::string token; tokens >> token;) {
      if (token == "÷") {
        if (!test.text.isEmpty()) test.ends.push_back(test.text.length());
      } else if (token != "×") {
        const auto c = static_cast<UChar32>(std::stoul(token, nullptr, 16));
        known = known && is_known(c);
        test.text.append(c);
      }
    }
    if (!known) {
      ++unknown;
    } else if (!test.ends.empty()) {
      tests.lines.push_back(std::move(test));
    }
  }
  if (unknown > 0) WARN(name << ": " << unknown << " lines left out, which this ICU does not know all characters of");
  return tests;
}

std::vector<std::string> segments_of(const BreakTest& test) {
  std::vector<std::string> segments;
  std::int32_t start = 0;
  for (const std::int32_t end : test.ends) {
    segments.push_back(to_utf8(test.text, start, end));
    start = end;
  }
  return segments;
}

bool has_any(const icu::UnicodeString& text, bool (*is)(UChar32)) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (is(text.char32At(i))) return true;
  }
  return false;
}

// Checks that `holds` is true for every line to which `applies` is true, and that there are at least `min` such lines.
template <typename Applies, typename Holds>
void check_all(const std::string& name, std::size_t min, Applies applies, Holds holds) {
  const BreakTests tests = tests_of(name);
  std::size_t tried = 0;
  std::string failed;
  std::size_t failures = 0;
  for (const BreakTest& test : tests.lines) {
    if (!applies(test)) continue;
    ++tried;
    if (holds(test)) continue;
    ++failures;
    failed += test.line + "\n";
  }
  INFO(name << ", " << tried << " lines, of which " << failures << " failed:\n" << failed);
  CHECK(tried >= min);
  CHECK(failures <= (tests.same_version ? 0 : tried / 50));
}

bool breaks_there(const BreakTest& test, Boundary kind) {
  icu::BreakIterator* ends = boundaries(kind, "en");
  REQUIRE(ends != nullptr);
  ends->setText(test.text);
  std::vector<std::int32_t> found;
  for (std::int32_t end = ends->next(); end != icu::BreakIterator::DONE; end = ends->next()) found.push_back(end);
  return found == test.ends;
}

bool any(const BreakTest&) {
  return true;
}

// CLDR, whose rules ICU uses, removes the colon from UAX 29's MidLetter except for Finnish and Swedish.
bool has_no_colon(const BreakTest& test) {
  return test.text.indexOf(u':') < 0;
}

bool is_invisible_control(UChar32 c) {
  return u_charType(c) == U_CONTROL_CHAR || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

// True for lines whose characters are all visible and take up room: our count takes consecutive white space once, and
// no controls.
bool is_all_seen(const BreakTest& test) {
  return !has_any(test.text, [](UChar32 c) { return u_isUWhiteSpace(c) != 0 || is_invisible_control(c); });
}

// We join what UAX 29 separates at an apostrophe, as in "l'11", or after a hyphen.
bool has_no_joint_of_ours(const BreakTest& test) {
  return has_no_colon(test) && !has_any(test.text, [](UChar32 c) { return c == u'\'' || c == u'\u2019' || c == u'-'; });
}

// "_" alone is not a word for us; ICU counts "__", and a letter joined to a pictograph, as words.
bool has_plain_words(const BreakTest& test) {
  const auto is_odd = [](UChar32 c) { return c == u'_' || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0; };
  return has_no_joint_of_ours(test) && !has_any(test.text, is_odd);
}

// We drop white space at the ends of sentences and all controls, and attach marks without a word to a neighbour.
bool has_plain_sentences(const BreakTest& test) {
  if (has_any(test.text, [](UChar32 c) { return u_charType(c) == U_CONTROL_CHAR; })) return false;
  const std::vector<std::string> segments = segments_of(test);
  return std::all_of(segments.begin(), segments.end(), [](const std::string& each) { return has_word(each); });
}

std::string trimmed(const std::string& segment) {
  const icu::UnicodeString text = icu_text(segment);
  std::int32_t start = 0;
  while (start < text.length() && is_white(text.charAt(start))) ++start;
  return to_utf8(text, start, trim_white(text, start, text.length()));
}

TEST_CASE("graphemes end where Unicode ends them") {
  check_all("GraphemeBreakTest", 500, any,
            [](const BreakTest& test) { return breaks_there(test, Boundary::grapheme); });
}

TEST_CASE("words end where Unicode ends them") {
  check_all("WordBreakTest", 1400, has_no_colon,
            [](const BreakTest& test) { return breaks_there(test, Boundary::word); });
}

TEST_CASE("sentences end where Unicode ends them") {
  check_all("SentenceBreakTest", 400, any,
            [](const BreakTest& test) { return breaks_there(test, Boundary::sentence); });
}

TEST_CASE("there are as many characters as Unicode's graphemes") {
  check_all("GraphemeBreakTest", 150, is_all_seen, [](const BreakTest& test) {
    return character_count(to_utf8(test.text), "en") == static_cast<int>(test.ends.size());
  });
}

TEST_CASE("there are as many words as Unicode's segments with a letter or a digit") {
  check_all("WordBreakTest", 800, has_plain_words, [](const BreakTest& test) {
    const std::vector<std::string> segments = segments_of(test);
    const auto count = std::count_if(segments.begin(), segments.end(), [](const auto& each) { return has_word(each); });
    const std::string text = to_utf8(test.text);
    return word_count(text, "en") == count && static_cast<std::ptrdiff_t>(words(text, "en").size()) == count;
  });
}

TEST_CASE("texts are cut into the sentences that Unicode cuts them into") {
  check_all("SentenceBreakTest", 150, has_plain_sentences, [](const BreakTest& test) {
    std::vector<std::string> expected = segments_of(test);
    std::transform(expected.begin(), expected.end(), expected.begin(), trimmed);
    return cut_at_sentences(to_utf8(test.text), "en") == expected;
  });
}

}  // namespace
}  // namespace anteroom::language

// notice.toml: whatever it holds, its words come to the screen.
#include "content/read_notice.h"

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::content;
using namespace std::chrono_literals;

namespace {

struct NoticeRead {
  std::optional<Notice> notice;
  std::string faults;
};

NoticeRead read_words(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("notice.toml", text);
  source::Diagnostics diagnostics;
  NoticeRead result{read_notice(folder / "notice.toml", diagnostics), {}};
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    result.faults += std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.message + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("one title for all languages beside a text in some of them was lost") {
  const NoticeRead title = read_words("title = \"Closed\"\n[text]\nen = \"Until Monday.\"\nfr = \"Jusqu’à lundi.\"\n");
  REQUIRE(title.notice);
  CHECK(title.faults.empty());
  CHECK(title.notice->words == std::map<std::string, NoticeWords>{{"", {"Closed", ""}},
                                                                  {"en", {"Closed", "Until Monday."}},
                                                                  {"fr", {"Closed", "Jusqu’à lundi."}}});
  CHECK(read_words(to_toml(*title.notice)).notice == title.notice);
  const NoticeRead text = read_words("text = \"519 555-0100\"\n[title]\nen = \"Closed\"\nfr = \"Fermé\"\n");
  REQUIRE(text.notice);
  CHECK(text.notice->words == std::map<std::string, NoticeWords>{{"", {"519 555-0100", ""}},
                                                                 {"en", {"Closed", "519 555-0100"}},
                                                                 {"fr", {"Fermé", "519 555-0100"}}});
  CHECK(read_words(to_toml(*text.notice)).notice == text.notice);
}

TEST_CASE("a whole notice is read as it is written, and written as it is read") {
  const NoticeRead whole = read_words(
      "level = \"urgent\"\nfrom = 2026-12-24T12:00:00\nuntil = 2026-12-27T08:00:00\n"
      "[title]\nen = \"Closed \\\"until\\\" Monday\"\nfr = \"Fermé\"\n[text]\nen = \"Call\\nus.\"\n");
  CHECK(whole.faults.empty());
  const Notice expected{NoticeLevel::urgent,
                        {{"en", {"Closed \"until\" Monday", "Call us."}}, {"fr", {"Fermé", ""}}},
                        std::chrono::local_days(2026y / 12 / 24) + 12h,
                        std::chrono::local_days(2026y / 12 / 27) + 8h};
  REQUIRE(whole.notice);
  CHECK(read_words(to_toml(expected)).notice == expected);
  const Notice plain{NoticeLevel::info, {{"", {"Back at two", "Ring the bell."}}}, {}, {}};
  CHECK(read_words(to_toml(plain)).notice == plain);
  Notice above = plain;
  above.earlier = {expected, plain};
  CHECK(read_words(to_toml(above)).notice == above);
  CHECK(read_words(to_toml(above)).faults.empty());
  above = expected;
  above.earlier = {plain, expected};
  CHECK(read_words(to_toml(above)).notice == above);
}

TEST_CASE("one text is for all languages, and a file without a word is no notice") {
  CHECK(read_words("title = \"Back at two\"\n").notice->words ==
        std::map<std::string, NoticeWords>{{"", {"Back at two", ""}}});
  CHECK_FALSE(read_words("# nothing\n").notice);
  CHECK_FALSE(read_words("title = \"!\"\n").notice);
  CHECK_FALSE(read_words("").notice);
  source::Diagnostics diagnostics;
  CHECK_FALSE(read_notice("/nowhere/notice.toml", diagnostics));
  CHECK(diagnostics.empty());
}

TEST_CASE("a faulty notice is reported and shown all the same, as plain words if need be") {
  const auto title_of = [](const std::string& text) {
    const NoticeRead faulty = read_words(text);
    CHECK_FALSE(faulty.faults.empty());
    REQUIRE(faulty.notice);
    return faulty.notice->words.begin()->second.title;
  };
  CHECK(title_of("title = Leave the building now\nlevel = urgent\n") == "Leave the building now");
  CHECK(title_of("Leave the building now\nUse the stairs.\n") == "Leave the building now");
  CHECK(title_of("level = \"urgnt\"\ntitle = \"Closed\"\n") == "Closed");
  CHECK(title_of("title = \"Closed\"\nuntil = \"tomorrow\"\n") == "Closed");
  CHECK(title_of("title = \"Closed\"\nfrom = 2026-12-24T12:00:00\nuntil = 2026-12-24T12:00:00\n") == "Closed");
  CHECK(title_of("[titel]\nen = \"Closed\"\n") == "Closed");
  CHECK(read_words("title = Leave now\nlevel = urgent\n").notice->level == NoticeLevel::urgent);
}

TEST_CASE("lines without a word are no text of a faulty notice") {
  const NoticeRead faulty = read_words("Leave the building now\n\x7f\x01\n- * -\n");
  REQUIRE(faulty.notice);
  CHECK(faulty.notice->words.at("") == NoticeWords{"Leave the building now", ""});
  CHECK(read_words(to_toml(*faulty.notice)).notice == faulty.notice);
}

TEST_CASE("an urgent notice with a mistake stays urgent") {
  for (const std::string level :
       {"level = \"urgent", "level = urgent\"", "level = urgent", "level: urgent", "Level = \"urgent\"",
        "level \"urgent\"", "level = \"very urgent\"", "level = [\"urgent\"]", "level = \"URGENT\""}) {
    INFO(level);
    const NoticeRead faulty = read_words(level + "\ntitle = \"Leave the building now\"\n");
    CHECK_FALSE(faulty.faults.empty());
    REQUIRE(faulty.notice);
    CHECK(faulty.notice->level == NoticeLevel::urgent);
    CHECK(words_for(*faulty.notice, "en").words.title == "Leave the building now");
  }
  CHECK(read_words("level = \"info\"\ntitle = \"The lift to level 2\nlevel with the urgent care\"\n").notice->level ==
        NoticeLevel::info);
  CHECK(read_words("title = \"Level 2: urgent repairs\"\n").notice->level == NoticeLevel::info);
}

TEST_CASE("a notice with a time that cannot be read is up until it is taken down, and says where") {
  for (const std::string time : {"until = \"tomorrow\"", "until = 2026-13-45T99:00:00", "until = 18:00",
                                 "from = \"noon\"", "until = 2026-12-24T18:00:00+01:00", "until = "}) {
    INFO(time);
    const NoticeRead faulty = read_words("title = \"Closed\"\n" + time + "\n");
    CHECK(faulty.faults.starts_with("2:"));
    REQUIRE(faulty.notice);
    CHECK(faulty.notice->words.at("").title == "Closed");
    CHECK(is_due(*faulty.notice, std::chrono::local_days(2099y / 1 / 1)));
    CHECK(is_due(*faulty.notice, std::chrono::local_days(2000y / 1 / 1)));
  }
}

TEST_CASE("the end of a notice that nobody could read is cut") {
  const std::string letters(5000, 'a');
  const NoticeRead longest = read_words("title = \"" + letters + "\"\n");
  REQUIRE(longest.notice);
  CHECK(longest.notice->words.at("").title == letters.substr(0, 600) + "…");
}

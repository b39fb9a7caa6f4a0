// What the receptionist is told: each text whole.
#include "report/why_report.h"

#include "catch.h"
#include "content/read_pack.h"
#include "content/read_settings.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::report;
using namespace std::chrono;

namespace {

// The wall and the pack of tests/content/sound, with changes.
class Clinic {
 public:
  Clinic() { folder_.copy_from(ANTEROOM_ROOT "/tests/content/sound"); }

  void change(const std::string& place, const std::string& from, const std::string& to) const {
    std::string text = bytes_of_file(folder_ / place);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    folder_.write(place, text.replace(at, from.size(), to));
  }

  void remove(const std::string& place) const { std::filesystem::remove(folder_ / place); }

  std::string why(const std::string& card, WallTime time) const {
    return told([&](const Shown& shown) { return report::why(shown, card, time).text; });
  }
  std::string schedule(Date day) const {
    return told([&](const Shown& shown) { return report::schedule(shown, local_days(day)); });
  }

 private:
  template <typename Tell>
  std::string told(const Tell& tell) const {
    source::TomlFiles files;
    source::Diagnostics diagnostics;
    const std::filesystem::path config = folder_ / "settings.toml";
    Content content;
    content.settings = content::read_settings(config, files, diagnostics);
    content.pack = content::read_pack(content.settings.content, {content.settings.vars, {}, {}}, files, diagnostics);
    const std::string check = "anteroom check";
    std::string text = tell({content, config, files, diagnostics, check});
    const std::string prefix = folder_.name() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

  TemporaryFolder folder_;
};

WallTime at(Date day, int hour, int minute = 0) {
  return local_days(day) + hours(hour) + minutes(minute);
}

}  // namespace

TEST_CASE("why tells the rule that hides a card with its line and when that changes") {
  const Clinic clinic;
  CHECK(clinic.why("one", at(2026y / November / 30, 10)) ==
        "`one` is shown on Monday 2026-11-30 at 10:00.\n"
        "It is hidden next on Monday 2026-11-30 at 17:00: `hours` is from 08:00 to 17:00 (pack/cards/one.toml:11).\n");
  CHECK(clinic.why("one", at(2026y / December / 1, 10)) ==
        "`one` is hidden on Tuesday 2026-12-01 at 10:00: `days` leaves out this day (pack/cards/one.toml:10).\n"
        "It is shown next on Friday 2026-12-04 at 08:00.\n");
  CHECK(clinic.why("one", at(2028y / January / 3, 10)) ==
        "`one` is hidden on Monday 2028-01-03 at 10:00: the cards were to be reviewed by then, says `by` "
        "(pack/pack.toml:17).\n"
        "That does not change within ten years.\n");
}

TEST_CASE("why tells of a lunch break and of a holiday where they are written") {
  const Clinic clinic;
  CHECK(clinic.why("two", at(2026y / December / 1, 12, 30)) ==
        "`two` is hidden on Tuesday 2026-12-01 at 12:30: the clinic is closed (settings.toml:41).\n"
        "It is shown next on Tuesday 2026-12-01 at 13:00.\n");
  CHECK(clinic.why("two", at(2026y / December / 24, 11)) ==
        "`two` is shown on Thursday 2026-12-24 at 11:00.\n"
        "It is hidden next on Thursday 2026-12-24 at 12:00: the clinic is closed (settings.toml:59).\n");
  CHECK(clinic.why("two", at(2026y / December / 25, 9)) ==
        "`two` is hidden on Friday 2026-12-25 at 09:00: the clinic is closed (settings.toml:68).\n"
        "It is shown next on Monday 2026-12-28 at 08:00.\n");
  CHECK(clinic.why("two", at(2027y / August / 5, 9)) ==
        "`two` is hidden on Thursday 2027-08-05 at 09:00: the clinic is closed (settings.toml:63).\n"
        "It is shown next on Monday 2027-08-16 at 08:00.\n");
}

TEST_CASE("why finds the hours in the file that the settings include") {
  const Clinic clinic;
  clinic.change("settings.toml", "[hours]", "[keys.unused]");
  for (int i = 0; i < 4; ++i) clinic.change("settings.toml", "[[hours.on]]", "[[keys.on]]");
  CHECK(clinic.why("two", at(2026y / December / 1, 12, 30)) ==
        "`two` is hidden on Tuesday 2026-12-01 at 12:30: the clinic is closed (clinic.toml:12).\n"
        "It is shown next on Wednesday 2026-12-02 at 09:00.\n");
}

TEST_CASE("why knows each limit of a card") {
  struct Row {
    const char* when;
    WallTime time;
    const char* answer;
  };
  const Row rows[] = {
      {"from = 2026-12-07", at(2026y / November / 30, 10),
       "`one` is hidden on Monday 2026-11-30 at 10:00: `from`, its first day, is 2026-12-07 (pack/cards/one.toml:8).\n"
       "It is shown next on Monday 2026-12-07 at 08:00.\n"},
      {"until = 2026-11-30", at(2026y / December / 1, 10),
       "`one` is hidden on Tuesday 2026-12-01 at 10:00: `until`, its last day, is 2026-11-30 (pack/cards/one.toml:8).\n"
       "That does not change within ten years.\n"},
      {"months = [10, 11, 12, 1]", at(2027y / February / 1, 10),
       "`one` is hidden on Monday 2027-02-01 at 10:00: `months` leaves out February (pack/cards/one.toml:8).\n"
       "It is shown next on Friday 2027-10-01 at 08:00.\n"},
      {"except = [\"2027-08\", \"12-25\"]", at(2027y / July / 30, 16),
       "`one` is shown on Friday 2027-07-30 at 16:00.\n"
       "It is hidden next on Friday 2027-07-30 at 17:00: the clinic is closed (settings.toml:44).\n"},
      {"except = [\"2027-08\", \"12-25\"]", at(2027y / July / 31, 10),
       "`one` is hidden on Saturday 2027-07-31 at 10:00: the clinic is closed (settings.toml:45).\n"
       "It is shown next on Wednesday 2027-09-01 at 08:00.\n"},
      {"except = [\"2027-08\", \"12-25\"]", at(2027y / August / 20, 10),
       "`one` is hidden on Friday 2027-08-20 at 10:00: `except` names this day (pack/cards/one.toml:8).\n"
       "It is shown next on Wednesday 2027-09-01 at 08:00.\n"},
      {"from = 2026-12-07", at(2020y / January / 6, 10),
       "`one` is hidden on Monday 2020-01-06 at 10:00: it has dates, and a clock that shows 2020-01-06 cannot be right "
       "(pack/cards/one.toml:7).\n"
       "It is shown next on Monday 2026-12-07 at 08:00.\n"},
  };
  for (const Row& row : rows) {
    INFO(row.when);
    const Clinic clinic;
    clinic.change("pack/cards/one.toml",
                  "from = 2026-01-01\nuntil = 2027-12-31\ndays = [\"monday\", \"friday\"]\nhours = \"08:00-17:00\"",
                  row.when);
    CHECK(clinic.why("one", row.time) == row.answer);
  }
}

TEST_CASE("why tells of a card that is for another screen or in fewer languages or not in the loop at all") {
  const WallTime monday = at(2026y / November / 30, 10);
  {
    const Clinic clinic;
    clinic.change("pack/cards/one.toml", "show = [\"kiosk\", \"wall\"]", "show = [\"kiosk\"]");
    CHECK(clinic.why("one", monday) ==
          "`one` is hidden on Monday 2026-11-30 at 10:00: it is not for this kind of screen, says `show` "
          "(pack/cards/one.toml:3).\n"
          "It is shown here once `show` names this screen: show = [\"wall\"], or [\"kiosk\", \"wall\"] for both.\n");
  }
  {
    const Clinic clinic;
    clinic.change("pack/cards/two.toml", "[text.fr]", "[text.es]");
    CHECK(clinic.why("two", monday) ==
          "`two` is shown on Monday 2026-11-30 at 10:00.\n"
          "It is hidden next on Monday 2026-11-30 at 17:00: the clinic is closed (settings.toml:40).\n"
          "It has no complete text in these languages, so it is skipped in them: French.\n");
  }
  {
    const Clinic clinic;
    clinic.change("pack/pack.toml", "[\"one\", \"two\"]", "[\"one\"]");
    CHECK(clinic.why("two", monday) == "`two` is never shown: `cards` does not list it (pack/pack.toml:5).\n");
  }
  {
    const Clinic clinic;
    clinic.change("pack/pack.toml", "[\"one\", \"two\"]", "\"one\"");
    const std::string answer = clinic.why("two", monday);
    CHECK(answer.starts_with("`two` is not shown, since pack.toml cannot be read until this is corrected:\n"));
    CHECK(answer.find("pack/pack.toml:5:9: error: ") != std::string::npos);
  }
  {
    const Clinic clinic;
    clinic.change("pack/cards/two.toml", "claims =", "clams =");
    CHECK(clinic.why("two", monday) ==
          "`two` is not shown until its fault is corrected:\n"
          "pack/cards/two.toml:1:1: error: unknown key `clams`; did you mean `claims`?\n"
          "clams = [\"C2\"]\n"
          "^\n");
  }
  {
    const Clinic clinic;
    clinic.remove("pack/cards/two.toml");
    CHECK(
        clinic.why("two", monday) ==
        "`two` is not shown: pack.toml lists it (pack/pack.toml:5), but there is no file pack/cards/two.toml; put the "
        "file back, or take the name out of `cards`.\n");
  }
  {
    const Clinic clinic;
    clinic.change("pack/pack.toml", "reviewer =", "unsigned = \"hold\"\nreviewer =");
    CHECK(clinic.why("one", monday) ==
          "`one` is hidden on Monday 2026-11-30 at 10:00: no clinician has signed it as it is, and `unsigned` holds it "
          "back until then (pack/pack.toml:18).\n"
          "It is shown once a clinician has signed it: anteroom sign --reviewer NAME\n");
  }
  CHECK(Clinic().why("tow", monday) == "there is no card `tow`; did you mean `two`?");
}

TEST_CASE("schedule prints the day") {
  const Clinic clinic;
  CHECK(clinic.schedule(2026y / December / 24) ==
        "Thursday 2026-12-24, with its own hours (settings.toml:59)\n"
        "00:00  closed\n"
        "08:00  open; 1 card, 13 s in English, 14 s in French\n"
        "12:00  closed\n"
        "not shown: `one`: `days` leaves out this day (pack/cards/one.toml:10)\n");
  CHECK(clinic.schedule(2026y / December / 1) ==
        "Tuesday 2026-12-01\n"
        "00:00  closed\n"
        "08:30  open; 1 card, 13 s in English, 14 s in French\n"
        "12:00  closed\n"
        "13:00  open; 1 card, 13 s in English, 14 s in French\n"
        "17:00  closed\n"
        "not shown: `one`: `days` leaves out this day (pack/cards/one.toml:10)\n");
  CHECK(clinic.schedule(2026y / December / 27) == "Sunday 2026-12-27\n00:00  closed\n");
  // The end of the night that began on 2 January.
  CHECK(clinic.schedule(2027y / January / 3) ==
        "Sunday 2027-01-03\n"
        "00:00  open; 1 card, 13 s in English, 14 s in French\n"
        "04:00  closed\n"
        "not shown: `one`: `days` leaves out this day (pack/cards/one.toml:10)\n");
}

TEST_CASE("schedule tells which cards join and leave") {
  const Clinic clinic;
  clinic.change("pack/cards/one.toml", "\"friday\"", "\"thursday\"");
  CHECK(clinic.schedule(2026y / December / 3) ==
        "Thursday 2026-12-03\n"
        "00:00  open; 1 card, 13 s in English, 14 s in French\n"
        "08:00  joins: `one`; 2 cards, 33 s in English, 34 s in French\n"
        "17:00  leaves: `one`; 1 card, 13 s in English, 14 s in French\n");
  clinic.change("pack/pack.toml", "by = 2027-11-22", "by = 2026-12-02");
  CHECK(clinic.schedule(2026y / December / 3) ==
        "Thursday 2026-12-03\n"
        "00:00  open; no card to show\n"
        "not shown: `one`: the cards were to be reviewed by then, says `by` (pack/pack.toml:17)\n"
        "not shown: `two`: the cards were to be reviewed by then, says `by` (pack/pack.toml:17)\n");
}

// What the words behind `anteroom notice` are taken for, quotes or not.
#include "assembly/asked_notice.h"

#include "catch.h"

using namespace anteroom::assembly;

namespace {

const std::vector<ReadyMade> notices = {
    {"closed-today", false, {"We are closed today", "Nous sommes fermés aujourd’hui", "今日休诊"}},
    {"leave-the-building", true, {"Leave the building now", "Quittez le bâtiment maintenant"}},
    {"running-late", false, {"We are running about {minutes} minutes late"}},
};

AskedNotice asked(const std::vector<std::string>& words) {
  return asked_notice(words, notices);
}

}  // namespace

TEST_CASE("a ready-made notice is found without its hyphens and without quotes") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"closed-today"}, {"closed", "today"}, {"closed today"}, {"“closed", "today”"}}) {
    CHECK(asked(words).ready_made == "closed-today");
    CHECK(asked(words).fault.empty());
  }
  CHECK(asked({"leave", "the", "building"}).ready_made == "leave-the-building");
}

TEST_CASE("several words without quotes are shown as they are") {
  CHECK(asked({"We", "close", "at", "4"}).own == "We close at 4");
  CHECK(asked({"we", "close", "at", "four"}).own == "we close at four");
  CHECK(asked({"“Closed", "Monday”"}).own == "Closed Monday");
  CHECK(asked({"Fire"}).own == "Fire");
  CHECK(asked({"今天休息"}).own == "今天休息");
  CHECK(asked({"We close", ""}).own == "We close");
}

TEST_CASE("a name that is none never becomes words on the screen") {
  const std::string own = " To show words of your own, begin with a capital letter: anteroom notice ";
  CHECK(asked({"closd-today"}).fault ==
        "there is no ready-made notice `closd-today`; did you mean `closed-today`?" + own + "\"Closd today\"");
  CHECK(asked({"close", "today"}).fault ==
        "there is no ready-made notice `close-today`; did you mean `closed-today`?" + own + "\"Close today\"");
  CHECK(asked({"late"}).fault ==
        "there is no ready-made notice `late`; did you mean `running-late`?" + own + "\"Late\"");
  CHECK(asked({"fire-drill"}).fault ==
        "there is no ready-made notice `fire-drill`; there are `closed-today`, `leave-the-building`, `running-late`." +
            own + "\"Fire drill\"");
  CHECK(asked({"off"}).fault == "to take the notice down: anteroom notice --clear");
  CHECK(asked({"—clear"}).fault == "`—clear` begins with a dash; options begin with two hyphens, as in --clear");
  for (const auto& none : std::vector<std::vector<std::string>>{{}, {""}, {" ", ""}}) {
    CHECK(asked(none).fault == "say which notice: a ready-made one (see --list), or words in quotes");
  }
}

TEST_CASE("the words of a ready-made notice were shown in English only, and in an emergency as a band") {
  for (const char* words : {"Leave the building now", "LEAVE THE BUILDING NOW!", "leave the building now",
                            "Quittez le bâtiment maintenant.", "Leave the building"}) {
    INFO(words);
    const AskedNotice found = asked({words});
    CHECK(found.ready_made == "leave-the-building");
    CHECK(found.more.empty());
  }
  const AskedNotice more = asked({"Leave", "the", "building", "now,", "by", "the", "north", "stairs"});
  CHECK(more.ready_made == "leave-the-building");
  CHECK(more.more == "by the north stairs");
  CHECK(more.said ==
        "These are the words of the ready-made notice `leave-the-building`, so that is put up, in each reader's "
        "language, with \"by the north stairs\" below it.\n");
  CHECK(asked({"we are closed today"}).ready_made == "closed-today");
  CHECK(asked({"今日休诊。"}).ready_made == "closed-today");
  CHECK(asked({"closed-today"}).said.empty());
  const AskedNotice late = asked({"We are running about 25 minutes late."});
  CHECK(late.ready_made == "running-late");
  CHECK(late.minutes == 25);
  // Not urgent, and more than the ready-made notice says.
  CHECK(asked({"We are closed today and tomorrow"}).own == "We are closed today and tomorrow");
  CHECK(asked({"Leave the keys"}).own == "Leave the keys");
}

TEST_CASE("a time behind a ready-made notice was shown to patients literally, for ever") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"closed-today", "until", "6pm"}, {"closed", "today", "until", "6pm"}, {"We are closed today until 6pm"}}) {
    const AskedNotice found = asked(words);
    CHECK(found.ready_made == "closed-today");
    CHECK(found.until == "6pm");
    CHECK_THAT(found.said, ContainsSubstring("\"until 6pm\" is taken for --until \"6pm\".\n"));
  }
  CHECK(asked({"We close early until Friday"}).own == "We close early until Friday");
}

TEST_CASE(
    "words behind the name of a ready-made notice, or behind nearly one, were shown to patients with its hyphens") {
  const std::string rest =
      "Behind its name only a time is understood, as in `until 18:00`; a number of minutes is `--minutes 20`; "
      "to show words of your own, leave the name out";
  CHECK(asked({"running-late", "20", "minutes"}).fault == "`running-late` is a ready-made notice. " + rest);
  CHECK(asked({"closed-today and tomorrow"}).fault == "`closed-today` is a ready-made notice. " + rest);
  CHECK(asked({"closed-tody", "until", "6pm"}).fault ==
        "there is no ready-made notice `closed-tody`; did you mean `closed-today`? " + rest);
  CHECK(asked({"closed-today", "untill", "6pm"}).own.empty());
  CHECK(asked({"Walk-in", "clinic", "closed"}).own == "Walk-in clinic closed");
}

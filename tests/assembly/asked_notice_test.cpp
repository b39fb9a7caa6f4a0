// What the words behind `anteroom notice` are taken for, quotes or not.
#include "assembly/asked_notice.h"

#include "catch.h"

using namespace anteroom::assembly;

namespace {

const std::vector<std::string> names = {"closed-today", "leave-the-building", "running-late"};

AskedNotice asked(const std::vector<std::string>& words) {
  return asked_notice(words, names);
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

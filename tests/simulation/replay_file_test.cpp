#include "simulation/replay_file.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::simulation;

namespace {

template <class T>
const T* only(const std::string& line) {
  static std::vector<simulation::Step> steps;
  steps = parse_replay(line);
  return steps.size() == 1 ? std::get_if<T>(&steps[0].command) : nullptr;
}

}  // namespace

TEST_CASE("durations in a replay are read with their unit") {
  struct Row {
    std::string text;
    Millis time;
  };
  const Row row = GENERATE(Row{"500ms", Millis(500)}, Row{"30s", Millis(30'000)}, Row{"2m", Millis(120'000)},
                           Row{"1h", Millis(3'600'000)}, Row{"3d", Millis(259'200'000)}, Row{"0.5s", Millis(500)});
  const Wait* wait = only<Wait>("  wait " + row.text + "   # a comment");
  REQUIRE(wait != nullptr);
  CHECK(wait->time == row.time);
}

TEST_CASE("steps know their line and comments inside quotes are text") {
  const std::vector<simulation::Step> steps =
      parse_replay("# head\n\nexpect text \"room #3\"\nnow 2026-12-24T17:59:00\nshot end\n");
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].line == 3);
  CHECK(std::get<Expect>(steps[0].command).value == "room #3");
  CHECK(std::get<SetWallClock>(steps[1].command).time ==
        std::chrono::local_days(std::chrono::year(2026) / 12 / 24) + std::chrono::hours(17) + std::chrono::minutes(59));
  CHECK(std::get<Shot>(steps[2].command).name == "end");
}

TEST_CASE("a line that cannot be carried out says why") {
  struct Row {
    std::string line, why;
  };
  const Row row = GENERATE(
      Row{"wait 5", "'5' is not a time such as 500ms, 30s, 2m, 1h or 3d"},
      Row{"wait -5s", "'-5s' is not a time such as 500ms, 30s, 2m, 1h or 3d"},
      Row{"wait nans", "'nans' is not a time such as 500ms, 30s, 2m, 1h or 3d"},
      Row{"wait", "'' is not a time such as 500ms, 30s, 2m, 1h or 3d"},
      Row{"now 2026-02-30T10:00:00", "'2026-02-30T10:00:00' is not a time such as 2026-12-24T17:59:00"},
      Row{"now 2026-02-20", "'2026-02-20' is not a time such as 2026-12-24T17:59:00"},
      Row{"expect text hello", "'expect text' takes words in quotes"},
      Row{"expect colour red",
          "'expect colour' is not known; there are screen, card, language, picture, text, no text and spoken"},
      Row{"expect picture red", "'expect picture' takes moving or still"},
      Row{"expect card", "'expect card' lacks its value"},
      Row{"shot ../x", "'shot' takes a name of letters, digits, '-' and '_'"},
      Row{"dance",
          "'dance' is not a command; there are wait, listen, now, tap, press, drag, release, palm, key, notice, "
          "expect and shot"});
  const Unreadable* fault = only<Unreadable>(row.line);
  REQUIRE(fault != nullptr);
  CHECK(fault->why == row.why);
}

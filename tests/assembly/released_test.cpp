#include "assembly/released.h"

#include "catch.h"
#include "model/sample_content.h"

using namespace anteroom;
using namespace anteroom::assembly;

TEST_CASE("a clock that becomes wrong while the kiosk runs is reported once, and once when it is right again") {
  Content content = tests::sample_content(1);
  content.released = Date{std::chrono::year(2026), std::chrono::November, std::chrono::day(1)};
  const WallTime right = tests::monday_morning, wrong = right - std::chrono::years(20);
  ClockTrust trust(true);
  CHECK(trust.news(content, right, "config/kiosk.toml").empty());
  const std::string named = trust.news(content, wrong, "config/kiosk.toml");
  CHECK(named.substr(0, named.find(';')) ==
        "config/kiosk.toml: warning: the clock of this computer shows 2006-11-23, but this program was released on "
        "2026-11-01");
  CHECK(trust.news(content, wrong + std::chrono::hours(1), "config/kiosk.toml").empty());
  CHECK(trust.news(content, right, "config/kiosk.toml") == "anteroom: the clock shows 2026-11-23 and is trusted again");
  CHECK(trust.news(content, right, "config/kiosk.toml").empty());
}

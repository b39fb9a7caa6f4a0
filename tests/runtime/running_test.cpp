#include "runtime/running.h"

#include <optional>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom::runtime;

TEST_CASE("a kiosk is known to be running as long as it is") {
  const TemporaryFolder folder;
  const auto state = folder / "state";
  CHECK_FALSE(is_running(state));
  std::optional<Running> one(state);
  CHECK(is_running(state));
  {
    const Running other(state);  // on another monitor
    CHECK(is_running(state));
  }
  CHECK(is_running(state));
  one.reset();
  CHECK_FALSE(is_running(state));
}

TEST_CASE("without a state folder nothing is known to be running") {
  const Running nowhere("");
  CHECK_FALSE(is_running(""));
  const Running denied("/proc/no-such-folder");
  CHECK_FALSE(is_running("/proc/no-such-folder"));
}

#include "runtime/starts.h"

#include <fstream>
#include <optional>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom::runtime;

namespace {

// A start that ends by a crash: what the file says then is what the next start finds.
void crash(const std::filesystem::path& state) {
  std::filesystem::path kept = state;
  kept += "-kept";
  {
    const Starts starts(state);
    std::filesystem::remove_all(kept);
    std::filesystem::copy(state, kept);
  }
  std::filesystem::remove_all(state);
  std::filesystem::rename(kept, state);
}

}  // namespace

TEST_CASE("after three crashes in a row the copies are shown, after six the fallback card") {
  const TemporaryFolder folder;
  const auto state = folder / "state";
  for (const Trust expected : {Trust::files, Trust::files, Trust::files, Trust::copies, Trust::copies, Trust::copies,
                               Trust::nothing, Trust::nothing}) {
    CHECK(trust_after(failed_starts(state)) == expected);
    crash(state);
  }
  CHECK(failed_starts(state) == 8);
}

TEST_CASE("an orderly end counts as no crash, and a start that lasted ends the row") {
  const TemporaryFolder folder;
  const auto state = folder / "state";
  for (int i = 0; i < 4; ++i) crash(state);
  { const Starts stopped_early(state); }
  CHECK(failed_starts(state) == 4);
  {
    Starts starts(state);
    CHECK(starts.failed_before() == 4);
    CHECK(failed_starts(state) == 5);
    starts.lasted();
    CHECK(failed_starts(state) == 0);
  }
  CHECK(failed_starts(state) == 0);
}

TEST_CASE("a damaged count of failed starts, or none, is no reason to distrust the files") {
  const TemporaryFolder folder;
  for (const char* text : {"", "x", "-4", "99999999999999999999", "3.5 "}) {
    std::ofstream(folder / "failed-starts") << text;
    INFO(text);
    CHECK(failed_starts(folder / "") <= 3);
  }
  CHECK(failed_starts("") == 0);
  const Starts nowhere("");
  const Starts denied("/proc/no-such-folder");
  CHECK(failed_starts("/proc/no-such-folder") == 0);
}

TEST_CASE("what is shown after crashes is said") {
  CHECK(about_failed_starts(3) ==
        "anteroom: the last 3 starts failed within a minute; until a file changes, settings and cards are used as they "
        "were last");
  CHECK(about_failed_starts(7) ==
        "anteroom: the last 7 starts failed within a minute; until a file changes, the screen only asks to inquire at "
        "the "
        "desk");
}

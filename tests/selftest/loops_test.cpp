#include "selftest/loops.h"

#include "catch.h"
#include "clinic.h"

using namespace anteroom;
using namespace anteroom::selftest;

namespace {

// A Monday.
constexpr WallTime morning = std::chrono::local_days(Date(std::chrono::year(2026) / 11 / 30)) + std::chrono::hours(8);

Outcome loops(const SmallClinic& clinic, double scale = 0.005) {
  MemoryWatch memory;
  Course course;
  course.scale = scale;
  return check_loops(clinic.loaded(), morning, course, memory);
}

std::string value_of_figure(const Outcome& outcome, const std::string& name) {
  for (const Figure& each : outcome.figures) {
    if (each.name == name) return each.value;
  }
  return {};
}

}  // namespace

TEST_CASE("a loop that comes round passes, with each card counted") {
  const SmallClinic clinic;
  const Outcome outcome = loops(clinic);
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
  CHECK(outcome.done.starts_with("50 loops, 101 cards shown"));
  CHECK(value_of_figure(outcome, "card a") == "51 times");
  CHECK(value_of_figure(outcome, "card b") == "50 times");
}

TEST_CASE("a pack of one card is shown") {
  const SmallClinic clinic;
  clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a")"));
  const Outcome outcome = loops(clinic);
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
}

TEST_CASE("a pack whose loop never shows a card fails") {
  const SmallClinic clinic;
  for (const char* id : {"a", "b"}) clinic.write_card(id, "[when]\nfrom = 2098-01-01\n");
  const Outcome outcome = loops(clinic);
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason == "no card is shown, only the fallback");
}

TEST_CASE("a card that is due but never has its turn fails") {
  const SmallClinic clinic;
  clinic.write_card("a", "dwell_s = 600\n");
  clinic.write_card("b", "dwell_s = 600\n[when]\nhours = \"08:00-08:05\"\n");
  clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a", "c", "b")"));
  clinic.write_card("c", "dwell_s = 600\n");
  const Outcome outcome = loops(clinic, 0);
  CAPTURE(outcome.done, outcome.reason);
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason.find("not shown as often as they were due: b (0 of ") == 0);
}

TEST_CASE("a card with dates is no fault of the loop, and is named") {
  const SmallClinic clinic;
  clinic.folder.write("pack/pack.toml", small_pack_toml(R"("a", "b", "c")"));
  clinic.write_card("c", "[when]\nfrom = 2098-01-01\n");
  const Outcome outcome = loops(clinic);
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
  CHECK(value_of_figure(outcome, "not due in this time, see `anteroom why`") == "c");
}

TEST_CASE("a loop with a screen that breaks a rule fails, and so do touches on it") {
  const SmallClinic clinic;
  assembly::Loaded loaded = clinic.loaded();
  loaded.content.settings.screen.width_mm = 60;
  loaded.content.settings.screen.height_mm = 34;
  MemoryWatch memory;
  Course course;
  course.scale = 0.001;
  CHECK(check_loops(loaded, morning, course, memory).result == Result::fail);
  CHECK(check_touches(loaded, course, memory).result == Result::fail);
}

TEST_CASE("random touches pass, the same ones for the same seed") {
  const SmallClinic clinic;
  Course course;
  course.scale = 0.01;
  MemoryWatch memory;
  const Outcome once = check_touches(clinic.loaded(), course, memory);
  CAPTURE(once.reason);
  CHECK(once.result == Result::pass);
  CHECK(check_touches(clinic.loaded(), course, memory) == once);
  course.seed = 2;
  CHECK_FALSE(check_touches(clinic.loaded(), course, memory) == once);
}

TEST_CASE("random touches failed in every clinic that had set a PIN") {
  const SmallClinic clinic;
  assembly::Loaded loaded = clinic.loaded();
  loaded.content.settings.staff.pin_hash =
      "$argon2id$v=19$m=65536,t=2,p=1$QUFBQUFBQUFBQUFBQUFBQQ$Gr0T3ghnsTWWn8e/yqcaVCG2gh5Ff1XIhQXhM3U/vrM";
  Course course;
  course.scale = 0.1;
  MemoryWatch memory;
  const Outcome outcome = check_touches(loaded, course, memory);
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
}

TEST_CASE("a wall monitor is not touched") {
  const SmallClinic clinic;
  assembly::Loaded loaded = clinic.loaded();
  loaded.content.settings.role = Role::wall;
  MemoryWatch memory;
  CHECK(check_touches(loaded, {}, memory).result == Result::not_run);
}

TEST_CASE("memory that grows while the loop goes round fails") {
  double megabytes = 30;
  MemoryWatch flat([&megabytes] { return megabytes; });
  MemoryWatch grows([&megabytes] { return megabytes += 0.6; });
  for (int i = 0; i <= 100; ++i) {
    flat.at(i / 100.0, 10'000);
    grows.at(i / 100.0, 10'000);
  }
  CHECK(check_memory({{"loops", flat, 1'000}}).result == Result::pass);
  // Read only at the beginning, halfway and at the end.
  CHECK(check_memory({{"loops", grows, 1'000}}).result == Result::pass);
  double leak = 30;
  MemoryWatch leaks([&leak] { return leak; });
  for (int i = 0; i <= 100; ++i) {
    leak += 0.1;
    leaks.at(i / 100.0, 10'000);
  }
  const Outcome outcome = check_memory({{"loops", flat, 1'000}, {"touches", leaks, 1'000}});
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason == "it grew by 5.00 MB in the second half of the touches");
  CHECK(check_memory({{"touches", leaks, 20'000}}).result == Result::not_run);
}

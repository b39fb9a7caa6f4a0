#include "runtime/health.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::runtime;

namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

Health example() {
  return {.screen = "kiosk",
          .version = "1.2.3",
          .pack = "/var/\"cards\"",
          .card = "paper",
          .written_s = 1764000000,
          .frames = 812,
          .slow_frames = 3,
          .frame_age_s = 4.5,
          .rss_bytes = 90000000,
          .cache_bytes = 30000000,
          .display = true,
          .touch = false,
          .clock_trusted = true,
          .faults = {"cards/a.toml:1:2: error: x"}};
}

}  // namespace

TEST_CASE("a screen's health as JSON") {
  CHECK(to_json(example()) == R"({
  "screen": "kiosk",
  "version": "1.2.3",
  "pack": "/var/\"cards\"",
  "card": "paper",
  "written_s": 1764000000,
  "frames": 812,
  "slow_frames": 3,
  "frame_age_s": 4.5,
  "rss_bytes": 90000000,
  "cache_bytes": 30000000,
  "display": true,
  "touch": false,
  "clock_trusted": true,
  "faults": [
    "cards/a.toml:1:2: error: x"
  ],
  "restarts": 0
}
)");
}

TEST_CASE("a screen's health as metrics names the screen in each, and escapes paths") {
  const std::string text = to_prometheus(example());
  CHECK(text.find("# HELP anteroom_frames_total Frames shown since the start.\n# TYPE anteroom_frames_total counter\n"
                  "anteroom_frames_total{screen=\"kiosk\"} 812\n") != std::string::npos);
  CHECK(text.find("anteroom_info{screen=\"kiosk\",version=\"1.2.3\",pack=\"/var/\\\"cards\\\"\"} 1\n") !=
        std::string::npos);
  CHECK(text.find("anteroom_display_present{screen=\"kiosk\"} 1\n") != std::string::npos);
  CHECK(text.find("anteroom_touch_present{screen=\"kiosk\"} 0\n") != std::string::npos);
  CHECK(text.find("anteroom_faults{screen=\"kiosk\"} 1\n") != std::string::npos);
}

TEST_CASE("health is written every quarter of a minute, and counts the restarts since the machine started") {
  const TemporaryFolder folder;
  const MonoTime start(std::chrono::hours(1));
  for (int restarts = 0; restarts < 3; ++restarts) {
    HealthFiles files(folder / "");
    CHECK(files.are_due(start));
    files.write(example(), start);
    CHECK_FALSE(files.are_due(start + std::chrono::seconds(14)));
    CHECK(files.until_due(start + std::chrono::seconds(14)) == std::chrono::seconds(1));
    CHECK(files.are_due(start + std::chrono::seconds(15)));
    CHECK(text_of(folder / "status.json").find("\"restarts\": " + std::to_string(restarts) + "\n") !=
          std::string::npos);
    CHECK(text_of(folder / "anteroom.prom")
              .find("anteroom_restarts_total{screen=\"kiosk\"} " + std::to_string(restarts) + "\n") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "status.json.part"));
  }
}

TEST_CASE("only so many faults are named, and a folder that cannot be written is no fault of the screen") {
  const TemporaryFolder folder;
  Health many = example();
  many.faults.assign(1000, "a fault");
  HealthFiles files(folder / "");
  files.write(many, MonoTime{});
  CHECK(text_of(folder / "anteroom.prom").find("anteroom_faults{screen=\"kiosk\"} 50\n") != std::string::npos);
  HealthFiles denied("/proc/no-such-folder");
  denied.write(many, MonoTime{});
  HealthFiles unwanted("");
  CHECK_FALSE(unwanted.are_due(MonoTime(std::chrono::hours(1))));
  CHECK(unwanted.until_due(MonoTime{}) == Millis::max());
}

TEST_CASE("the memory that a process has is known") {
  CHECK(resident_bytes() > 1'000'000);
}

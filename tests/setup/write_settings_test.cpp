#include "setup/write_settings.h"

#include "catch.h"
#include "setup/read_answer.h"

using namespace anteroom;
using namespace anteroom::setup;

namespace {

const std::string screen_file =
    "# The lobby.\r\n"
    "role = \"kiosk\"  # touched\r\n"
    "include = \"clinic.toml\"\r\n"
    "[screen]\r\n"
    "width_mm            = 476    # of the picture\r\n"
    "height_mm           = 268.5  # of the picture\r\n"
    "width_px            = 1920\r\n"
    "height_px           = 1080\r\n"
    "viewing_distance_mm = 600    # an arm's length\r\n"
    "rotation            = 0      # degrees\r\n"
    "monitor             = \"\"     # the first\r\n"
    "[loop]\r\n"
    "pace = \"slow\"\r\n";
const std::string clinic_file =
    "[clinic]\n"
    "name = \"Lakeside Clinic\" # ours\n"
    "time_zone = \"\"\n"
    "# [hours]\n"
    "# monday    = \"8:00-12:00\"\n"
    "# tuesday   = \"8:00-12:00\"\n"
    "# wednesday = \"8:00-12:00\"\n"
    "# thursday  = \"8:00-12:00\"\n"
    "# friday    = \"8:00-12:00\"\n"
    "# saturday  = \"closed\"\n"
    "# sunday    = \"closed\"\n"
    "# [[hours.on]]\n";

const SettingsFiles files{screen_file, clinic_file, "clinic.toml", "kiosk.toml"};

Settings as_they_are() {
  Settings settings;
  settings.screen.mm_source = settings.screen.px_source = SizeSource::settings;
  settings.screen.height_mm = 268.5;
  settings.clinic_name = "Lakeside Clinic";
  return settings;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("answers that change nothing leave both files byte for byte") {
  const WrittenSettings written = written_settings(files, as_they_are(), as_they_are());
  CHECK(written.screen == screen_file);
  CHECK(written.clinic == clinic_file);
  CHECK(written.changes.empty());
  CHECK(written.fault.empty());
}

TEST_CASE("each answer changes its own line and comments stay in their columns") {
  Settings after = as_they_are();
  after.role = Role::wall;
  after.screen.width_mm = 685;
  after.screen.height_mm = 1218;
  after.screen.width_px = 1080;
  after.screen.height_px = 1920;
  after.screen.viewing_distance_mm = 4000;
  after.screen.lower_edge_mm = 1500;
  after.screen.rotation = 270;
  after.screen.monitor = "HDMI-1";
  after.clinic_name = "Dr. \"Jo\"";
  after.time_zone = "America/Toronto";
  after.hours.week = *read_week("mon-fri 8-17").value;
  const WrittenSettings written = written_settings(files, as_they_are(), after);
  CHECK(written.fault.empty());
  CHECK(written.screen ==
        "# The lobby.\r\n"
        "role = \"wall\"   # touched\r\n"
        "include = \"clinic.toml\"\r\n"
        "[screen]\r\n"
        "lower_edge_mm       = 1500\r\n"
        "width_mm            = 685    # of the picture\r\n"
        "height_mm           = 1218   # of the picture\r\n"
        "width_px            = 1080\r\n"
        "height_px           = 1920\r\n"
        "viewing_distance_mm = 4000   # an arm's length\r\n"
        "rotation            = 270    # degrees\r\n"
        "monitor             = \"HDMI-1\"     # the first\r\n"
        "[loop]\r\n"
        "pace = \"slow\"\r\n");
  CHECK(written.clinic ==
        "[clinic]\n"
        "name = \"Dr. \\\"Jo\\\"\" # ours\n"
        "time_zone = \"America/Toronto\"\n"
        "[hours]\n"
        "monday    = \"08:00-17:00\"\n"
        "tuesday   = \"08:00-17:00\"\n"
        "wednesday = \"08:00-17:00\"\n"
        "thursday  = \"08:00-17:00\"\n"
        "friday    = \"08:00-17:00\"\n"
        "saturday  = \"closed\"\n"
        "sunday    = \"closed\"\n"
        "# [[hours.on]]\n");
  CHECK(written.changes ==
        std::vector<std::string>{
            "kiosk.toml: role = \"wall\"", "kiosk.toml: [screen] width_mm = 685",
            "kiosk.toml: [screen] height_mm = 1218", "kiosk.toml: [screen] width_px = 1080",
            "kiosk.toml: [screen] height_px = 1920", "kiosk.toml: [screen] viewing_distance_mm = 4000",
            "kiosk.toml: [screen] lower_edge_mm = 1500", "kiosk.toml: [screen] rotation = 270",
            "kiosk.toml: [screen] monitor = \"HDMI-1\"", "clinic.toml: [clinic] name = \"Dr. \\\"Jo\\\"\"",
            "clinic.toml: [clinic] time_zone = \"America/Toronto\"",
            "clinic.toml: hours = mon-fri 08:00-17:00; sat-sun closed"});
}

TEST_CASE("hours that are given up become comments again") {
  Settings before = as_they_are();
  before.hours.week = *read_week("mon-fri 8-17").value;
  const SettingsFiles with_hours{screen_file, written_settings(files, as_they_are(), before).clinic, "clinic.toml", ""};
  const WrittenSettings written = written_settings(with_hours, before, as_they_are());
  CHECK(written.fault.empty());
  CHECK(written.clinic.find("\n# [hours]\n# monday    = \"08:00-17:00\"\n") != std::string::npos);
  CHECK(written.clinic.find("\n# sunday    = \"closed\"\n# [[hours.on]]\n") != std::string::npos);
}

TEST_CASE("a fact that the screen's own settings give is written there") {
  const SettingsFiles own{screen_file + "[clinic]\r\nname = \"Ours\"\r\n", clinic_file, "clinic.toml", ""};
  Settings before = as_they_are(), after = as_they_are();
  before.clinic_name = "Ours";
  after.clinic_name = "Theirs";
  const WrittenSettings written = written_settings(own, before, after);
  CHECK(written.screen == replaced(own.screen, "\"Ours\"", "\"Theirs\""));
  CHECK(written.clinic == clinic_file);
}

TEST_CASE("without an included file and without tables they are added at the end") {
  Settings before, after = as_they_are();
  after.screen.height_mm = 268;
  after.hours.week = *read_week("daily 8-17").value;
  const WrittenSettings written = written_settings({"role = \"kiosk\"\n", "", "", "kiosk.toml"}, before, after);
  CHECK(written.screen ==
        "role = \"kiosk\"\n"
        "\n"
        "[screen]\n"
        "width_mm  = 476\n"
        "height_mm = 268\n"
        "width_px  = 1920\n"
        "height_px = 1080\n"
        "\n"
        "[clinic]\n"
        "name = \"Lakeside Clinic\"\n"
        "\n"
        "[hours]\n"
        "monday = \"08:00-17:00\"\n"
        "tuesday = \"08:00-17:00\"\n"
        "wednesday = \"08:00-17:00\"\n"
        "thursday = \"08:00-17:00\"\n"
        "friday = \"08:00-17:00\"\n"
        "saturday = \"08:00-17:00\"\n"
        "sunday = \"08:00-17:00\"\n");
}

TEST_CASE("a form that cannot be edited leaves both files as they are and says what to write") {
  Settings after = as_they_are();
  after.clinic_name = "Hill";
  after.screen.rotation = 90;
  const SettingsFiles odd{"screen = 1\n", clinic_file, "clinic.toml", "kiosk.toml"};
  const WrittenSettings written = written_settings(odd, as_they_are(), after);
  CHECK(written.screen == odd.screen);
  CHECK(written.clinic == clinic_file);
  CHECK(written.changes.empty());
  CHECK(written.fault.starts_with("kiosk.toml: [screen] rotation is written in a form that cannot be edited here"));
}

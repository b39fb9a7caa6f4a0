#include "commands/staff_settings.h"

#include <cstdlib>

#include "assembly/load.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::commands;

namespace {

constexpr const char* kiosk_toml =
    "role = \"kiosk\"\n"
    "include = \"clinic.toml\"\n"
    "content = \"" ANTEROOM_ROOT
    "/content/neuromodulators\"\n"
    "[screen]\nwidth_mm = 476\nheight_mm = 268\n"
    "[loop]\npace = \"usual\"   # for the reader\n";
constexpr const char* clinic_toml =
    "[hours]   # of all screens\n"
    "monday = \"08:00-12:00, 13:00-17:00\"   # lunch\n"
    "tuesday = \"08:00-17:00\"\nwednesday = \"08:00-17:00\"\nthursday = \"08:00-17:00\"\n"
    "friday = \"08:00-17:00\"\nsaturday = \"closed\"\nsunday = \"closed\"\n";
constexpr const char* wall_toml =
    "role = \"wall\"   # the big one\n"
    "content = \"" ANTEROOM_ROOT
    "/content/neuromodulators\"\n"
    "languages = [\"en\", \"fr\"]   # in turn\n"
    "[screen]\nwidth_mm = 952\nheight_mm = 535\n";

// A settings folder and a place for the state of its screens.
class Desk {
 public:
  Desk() {
    ::unsetenv("STATE_DIRECTORY");
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    folder_.write("kiosk.toml", kiosk_toml);
    folder_.write("clinic.toml", clinic_toml);
    folder_.write("wall.toml", wall_toml);
  }
  assembly::SourceOptions source() const { return {folder_ / "kiosk.toml", {}}; }
  Settings settings(const std::string& file = "kiosk.toml") const {
    source::TomlFiles files;
    source::Diagnostics faults;
    Settings read = assembly::load_settings({folder_ / file, {}}, files, faults);
    CHECK(faults.error_count() == 0);
    return read;
  }
  std::string bytes(const std::string& file) const { return bytes_of_file(folder_ / file); }
  // As if the panel had written it before, since the settings could not be.
  std::filesystem::path write_panel(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = assembly::panel_folder(source()) / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
    return file;
  }

 private:
  TemporaryFolder folder_;
};

DayHours half_day() {
  return {{MinuteOfDay(9 * 60), MinuteOfDay(12 * 60 + 30)}};
}

}  // namespace

TEST_CASE("what staff change is written where it stands, with the comments kept") {
  const Desk desk;
  CHECK(write_pace(desk.source(), Pace::slow).empty());
  INFO(desk.bytes("kiosk.toml"));
  // Comments keep their column.
  CHECK(desk.bytes("kiosk.toml").find("pace = \"slow\"    # for the reader\n") != std::string::npos);
  CHECK(write_day_hours(desk.source(), desk.settings(), 1, half_day()).empty());
  CHECK(desk.bytes("clinic.toml").find("[hours]   # of all screens\nmonday = \"09:00-12:30\"") == 0);
  CHECK(desk.bytes("clinic.toml").find("# lunch\ntuesday") != std::string::npos);
  CHECK(desk.settings().hours.week[1] == half_day());
  CHECK(desk.settings().hours.week[6].empty());
  const StaffFiles files = staff_files(desk.source(), {"en", "fr"}, {});
  CHECK(files.wall_config.filename() == "wall.toml");
  CHECK(write_wall_language(desk.source(), files, "fr").empty());
  CHECK(desk.bytes("wall.toml").find("languages = [\"fr\", \"en\"]   # in turn\n") != std::string::npos);
}

TEST_CASE("what the panel had to write elsewhere before it changes there, and it is read after the settings") {
  const Desk desk;
  const auto kiosk = desk.write_panel("kiosk.toml",
                                      "# mine\n[loop]\npace = \"brisk\"\n[hours]\n"
                                      "monday = \"10:00-11:00\"\ntuesday = \"closed\"\nwednesday = \"closed\"\n"
                                      "thursday = \"closed\"\nfriday = \"closed\"\nsaturday = \"closed\"\n"
                                      "sunday = \"closed\"\n");
  const auto wall = desk.write_panel("wall.toml", "languages = [\"fr\", \"en\"]\n");
  CHECK(desk.settings().loop.min_dwell == std::chrono::seconds(8));
  CHECK(desk.settings("wall.toml").languages == std::vector<std::string>{"fr", "en"});
  CHECK(write_pace(desk.source(), Pace::slow).empty());
  CHECK(write_day_hours(desk.source(), desk.settings(), 1, half_day()).empty());
  CHECK(write_wall_language(desk.source(), staff_files(desk.source(), {"en", "fr"}, {}), "en").empty());
  CHECK(desk.bytes("kiosk.toml") == kiosk_toml);
  CHECK(desk.bytes("clinic.toml") == clinic_toml);
  CHECK(desk.bytes("wall.toml") == wall_toml);
  CHECK(bytes_of_file(kiosk).find("# mine\n[loop]\npace = \"slow\"\n") != std::string::npos);
  CHECK(desk.settings().loop.min_dwell == std::chrono::seconds(18));
  CHECK(desk.settings().hours.week[1] == half_day());
  CHECK(desk.settings("wall.toml").languages.front() == "en");
}

TEST_CASE("the hours of a clinic that had none are written for all seven days") {
  const Desk desk;
  std::ofstream(desk.source().config.parent_path() / "clinic.toml") << "# nothing yet\n";
  CHECK(write_day_hours(desk.source(), desk.settings(), 0, {}).empty());
  const Settings after = desk.settings();
  REQUIRE(after.hours.week.size() == 7);
  CHECK(after.hours.week[0].empty());
  CHECK(after.hours.week[3] == DayHours{OpenSpan{}});
}

TEST_CASE("a settings file that is no TOML is left as it is") {
  const Desk desk;
  const std::string broken = "role = \"kiosk\"\n[loop\n";
  std::ofstream(desk.source().config) << broken;
  CHECK_FALSE(write_pace(desk.source(), Pace::slow).empty());
  CHECK(desk.bytes("kiosk.toml") == broken);
}

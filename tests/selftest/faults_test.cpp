// Damaged files, a full disk and kills, on a small clinic, each with a screen that would not survive it.
#include <unistd.h>

#include "catch.h"
#include "clinic.h"
#include "selftest/damage.h"
#include "selftest/full_disk.h"
#include "selftest/kills.h"

using namespace anteroom;
using namespace anteroom::selftest;

namespace {

namespace fs = std::filesystem;

Course short_course(std::uint64_t seed = 1) {
  Course course;
  course.seed = seed;
  course.scale = 0.1;
  return course;
}

// Reads what is there, and keeps nothing.
ReadPack without_memory() {
  return [](runtime::LastGood&, const Settings& settings, const fs::path& config,
            const std::shared_ptr<const paint::FaceTable>& faces) {
    return runtime::LastGood("").read(settings, config, faces, runtime::UnknownCards::hold);
  };
}

}  // namespace

TEST_CASE("every damage of a pack's files leaves the cards on the screen") {
  const SmallClinic clinic;
  const Outcome outcome = check_damage(clinic.source(), clinic.folder / "state", short_course());
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
  CHECK(outcome.done == "20 times a file of the pack was damaged and mended, of 4 files.");
}

TEST_CASE("a screen that does not know the last good version fails") {
  const SmallClinic clinic;
  const Outcome outcome = check_damage(clinic.source(), clinic.folder / "state", short_course(), without_memory());
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason.find("left the screen") != std::string::npos);
}

TEST_CASE("a screen that does not name a damaged file fails") {
  const SmallClinic clinic;
  const ReadPack silent = [](runtime::LastGood& last_good, const Settings& settings, const fs::path& config,
                             const std::shared_ptr<const paint::FaceTable>& faces) {
    runtime::Reading reading = as_the_screen_reads()(last_good, settings, config, faces);
    reading.diagnostics = {};
    return reading;
  };
  const Outcome outcome = check_damage(clinic.source(), clinic.folder / "state", short_course(), silent);
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason.find("the fault is not named") != std::string::npos);
}

TEST_CASE("the pack is as before once it was damaged and mended, also if the test is stopped") {
  const SmallClinic clinic;
  const std::string before = bytes_of(clinic.folder / "pack/cards/a.toml");
  Course course = short_course();
  course.goes_on = [](double) { return false; };
  const Outcome outcome = check_damage(clinic.source(), clinic.folder / "state", course);
  CHECK(outcome.result == Result::not_run);
  CHECK(bytes_of(clinic.folder / "pack/cards/a.toml") == before);
}

TEST_CASE("an edit is shown though the disk is full, and kept once there is room") {
  for (const SmallDisk disk : {SmallDisk::any, SmallDisk::limited}) {
    const SmallClinic clinic;
    const Outcome outcome = check_full_disk(clinic.source(), clinic.folder / "state", disk);
    CAPTURE(outcome.reason);
    CHECK(outcome.result == Result::pass);
    if (disk == SmallDisk::limited) CHECK(outcome.done.starts_with("Stand-in for a full disk"));
  }
}

TEST_CASE("a screen that does not take an edit while the disk is full fails") {
  const SmallClinic clinic;
  const auto first = std::make_shared<std::optional<runtime::Reading>>();
  const ReadPack stale = [first](runtime::LastGood& last_good, const Settings& settings, const fs::path& config,
                                 const std::shared_ptr<const paint::FaceTable>& faces) {
    runtime::Reading reading = as_the_screen_reads()(last_good, settings, config, faces);
    if (!*first) *first = reading;
    return **first;
  };
  const Outcome outcome = check_full_disk(clinic.source(), clinic.folder / "state", SmallDisk::limited, stale);
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason == "an edit is not shown while the disk is full");
}

TEST_CASE("a screen that crashes on a full disk fails") {
  const SmallClinic clinic;
  const ReadPack crash = [](runtime::LastGood&, const Settings&, const fs::path&,
                            const std::shared_ptr<const paint::FaceTable>&) -> runtime::Reading { ::_exit(3); };
  const Outcome outcome = check_full_disk(clinic.source(), clinic.folder / "state", SmallDisk::any, crash);
  CHECK(outcome.result == Result::fail);
}

TEST_CASE("what a killed process kept is the old card or the new one") {
  const SmallClinic clinic;
  const Outcome outcome = check_kills(clinic.source(), "", "there is no display", short_course());
  CAPTURE(outcome.reason);
  CHECK(outcome.result == Result::pass);
  CHECK(outcome.done.starts_with("5 times a process that reads and keeps the cards as a screen does was killed"));
}

TEST_CASE("a process that leaves half a file behind fails") {
  const SmallClinic clinic;
  Course course = short_course();
  // What the first one left behind, whatever the moment at which it was killed.
  course.goes_on = [&clinic](double) {
    for (const fs::directory_entry& each : fs::recursive_directory_iterator(assembly::state_folder(clinic.source()))) {
      if (each.is_regular_file()) fs::resize_file(each.path(), each.file_size() / 2);
    }
    return true;
  };
  const Outcome outcome = check_kills_of([](const fs::path&) { ::pause(); }, clinic.source(), course);
  CHECK(outcome.result == Result::fail);
  CHECK(outcome.reason == "after kill 2 what was kept is gone or not whole");
}

TEST_CASE("the copy of a clinic has its settings, what they include, and its cards") {
  const SmallClinic clinic;
  clinic.folder.write("kiosk.toml", "content = \"pack\"\ninclude = \"clinic.toml\"\n");
  clinic.folder.write("clinic.toml", "[clinic]\ntime_zone = \"America/Toronto\"\n");
  const assembly::SourceOptions copy =
      copy_of_clinic(clinic.settings(), clinic.folder / "kiosk.toml", clinic.folder / "copy");
  fs::remove(clinic.folder / "clinic.toml");
  source::TomlFiles files;
  source::Diagnostics faults;
  const Settings settings = assembly::load_settings(copy, files, faults);
  CHECK(faults.error_count() == 0);
  CHECK(settings.time_zone == "America/Toronto");
  CHECK(fs::exists(clinic.folder / "copy/pack/cards/a.toml"));
}

TEST_CASE("the first title of a card is changed, and nothing else") {
  CHECK(retitled("x = 1\ntitle = \"One\"\ntitle = \"Two\"\n") == "x = 1\ntitle = \"One 2\"\ntitle = \"Two\"\n");
  CHECK(retitled("subtitle = \"One\"\n") == "subtitle = \"One\"\n");
}

// The rules that only a whole command can find broken, each with a fault planted in valid files.
#include "checks/program_rules.h"

#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "catch.h"
#include "checks/planted.h"
#include "commands/options.h"
#include "report/picture_trials.h"
#include "sanitized.h"
#include "source/rules.h"

using namespace anteroom;

namespace {

// Valid files of a wall and its pack in the working folder, with the program's own files beside them. These are found
// before any others, since the test programs are in a folder of their own.
class SoundWall {
 public:
  SoundWall() : before_(std::filesystem::current_path()) {
    checks::copy_sound_files(folder_);
    std::filesystem::copy(ANTEROOM_ROOT "/assets", folder_ / "assets", std::filesystem::copy_options::recursive);
    std::filesystem::current_path(folder_ / "");
  }
  ~SoundWall() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
  }
  SoundWall(const SoundWall&) = delete;
  SoundWall& operator=(const SoundWall&) = delete;

  void write(const std::string& file, const std::string& text) const { folder_.write(file, text); }
  std::string read(const std::string& file) const { return bytes_of_file(folder_ / file); }
  void edit(const std::string& file, const std::string& from, const std::string& to) const {
    checks::carry_out({"edit", file, from, to}, folder_);
  }

 private:
  TemporaryFolder folder_;
  std::filesystem::path before_;
};

// What `check` says about the files in the working folder.
nlohmann::json faults_of(const std::filesystem::path& config, std::optional<int> display = {}) {
  commands::CheckOptions options;
  options.source.config = config;
  options.display = display;
  options.json = true;
  std::ostringstream written;
  std::streambuf* const usual = std::cout.rdbuf(written.rdbuf());
  commands::check(options);
  std::cout.rdbuf(usual);
  return nlohmann::json::parse(written.str());
}

// The same: "rule: severity: message", one line per program rule.
std::string checked(const std::filesystem::path& config, std::optional<int> display = {}) {
  std::string named;
  for (const nlohmann::json& each : faults_of(config, display)) {
    const auto rule = each.at("rule").get<std::string>();
    const auto severity = each.at("severity").get<std::string>();
    if (severity == "info" || !checks::program_rules.contains(rule)) continue;
    // The sanitizers take memory and time of their own.
    if (is_sanitized && (rule == rule::large_picture.name || rule == rule::slow_picture.name)) continue;
    named += rule + ": " + severity + ": " + each.at("message").get<std::string>() + "\n";
  }
  return named;
}

struct Fault {
  std::string begins;  // how the expected message begins
  std::function<void(const SoundWall&)> plant;
  std::filesystem::path config = "settings.toml";
  std::optional<int> display = {};
};

const std::string undrawable = "\u0378";  // not a character in any version of Unicode: no font has it

void hang_high(const SoundWall& wall) {
  wall.edit("settings.toml", "role = \"wall\"", "role = \"kiosk\"");
  wall.edit("settings.toml", "lower_edge_mm = 1500", "lower_edge_mm = 2500");
}

// A touchscreen with room for the usual words in its bar.
void stand_on_a_desk(const SoundWall& wall) {
  wall.edit("settings.toml", "role = \"wall\"", "role = \"kiosk\"");
  wall.edit("settings.toml", "width_mm = 1218\nheight_mm = 685.5\n", "width_mm = 476\nheight_mm = 268\n");
  std::string settings = wall.read("settings.toml");
  wall.write("settings.toml",
             std::regex_replace(settings, std::regex("viewing_distance_mm = \\d+"), "viewing_distance_mm = 600"));
}

void list_many_cards(const SoundWall& wall) {
  std::string card = wall.read("pack/cards/one.toml");
  // Not shown by this kind of screen, so that the test need not compose them.
  card.replace(card.find("\"kiosk\", \"wall\""), 15, "\"kiosk\"");
  std::string list;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "more-" + std::to_string(i);
    wall.write("pack/cards/" + id + ".toml", card);
    list += ", \"" + id + "\"";
  }
  wall.edit("pack/pack.toml", "\"one\", \"two\"", "\"one\", \"two\"" + list);
}

std::vector<Fault> program_faults() {
  return {
      {"no-config: warning: there is no such file; the built-in settings are used", [](const SoundWall&) {}, {}},
      {"wrong-clock: warning: the clock of this computer shows ",
       [](const SoundWall& wall) {
         wall.edit("pack/pack.toml", "on = 2026-11-22\nby = 2027-11-22", "on = 2099-01-02\nby = 2099-12-31");
       }},
      {"no-screen-size: warning: the screen's size is not known: taken as ",
       [](const SoundWall& wall) {
         wall.edit("settings.toml", "width_mm = 1218\nheight_mm = 685.5\n", "");
         wall.edit("settings.toml", "DP-2", "a monitor that nobody has");
       }},
      {"missing-font: warning: the font family \"Nobody Sans\" is not installed",
       [](const SoundWall& wall) { wall.edit("assets/fonts.toml", "[\"Inter\"", "[\"Nobody Sans\", \"Inter\""); }},
      {"missing-font: error: no installed font has 1 letter of the language `en` (U+0378)",
       [](const SoundWall& wall) {
         wall.edit("pack/cards/one.toml", "The fibres are bent.", "The fibres are bent " + undrawable + ".");
         wall.edit("pack/cards/two.toml", "The products", "The products " + undrawable);
       }},
      {"missing-character: error: no installed font has the character U+0378, so the card `one` is skipped in `en`",
       [](const SoundWall& wall) {
         wall.edit("pack/cards/one.toml", "The fibres are bent.", "The fibres are bent " + undrawable + ".");
       }},
      {"picture-remark: warning: this picture says nothing of its size",
       [](const SoundWall& wall) { wall.edit("pack/pictures/one.svg", " viewBox=\"0 0 4 3\"", ""); }},
      {"legibility: error: screen ", hang_high},
      {"reach-mode: warning: the reach mode is not offered", hang_high},
      {"long-name: warning: the clinic's name does not fit on this screen and is left out; at most ",
       [](const SoundWall& wall) { wall.edit("settings.toml", "Clinique du Lac", std::string(400, 'M')); }},
      {"long-label: warning: `Choose another language, please` is too long for the bar of this screen, so patients see "
       "only the icon of its button; shorten `language`\n",
       [](const SoundWall& wall) {
         stand_on_a_desk(wall);
         wall.write("pack/interface/en.toml",
                    "language = \"en\"\n[words]\nlanguage = \"Choose another language, please\"\n");
       }},
      // No machine has so many.
      {"missing-monitor: warning: monitor 63 is not connected (connected: ", [](const SoundWall&) {}, "settings.toml",
       63},
      {"not-composed: warning: the pack has 302 cards; ", list_many_cards},
  };
}

// The costs are invented: a picture that takes a second on every machine would take minutes on some.
std::string said_of_costs(const paint::PictureCost& cost) {
  source::Diagnostics diagnostics;
  report::report_cost("one.svg", cost, 1152, 1080, diagnostics);
  std::string named;
  for (const source::Diagnostic& each : diagnostics.sorted()) {
    named += each.rule + (each.severity == source::Severity::error ? ": error: " : ": warning: ") + each.message + "\n";
  }
  return named;
}

std::string rule_of(const std::string& said) {
  return said.substr(0, said.find(':'));
}

}  // namespace

TEST_CASE("valid files break no rule of the program") {
  const SoundWall wall;
  CHECK(checked("settings.toml") == "");
}

TEST_CASE("every rule of the program has a planted fault") {
  std::set<std::string> planted;
  for (const Fault& fault : program_faults()) {
    const SoundWall wall;
    fault.plant(wall);
    const std::string said = "\n" + checked(fault.config, fault.display);
    INFO(fault.begins << "\n" << said);
    CHECK(said.find("\n" + fault.begins) != std::string::npos);
    planted.insert(rule_of(fault.begins));
  }
  CHECK(said_of_costs({.fault = {}, .seconds = 1, .memory_mb = 64}).empty());
  const std::string slow = said_of_costs({.fault = {}, .seconds = 1.26, .memory_mb = 64});
  CHECK(slow ==
        "slow-picture: warning: this picture takes 1.3 s to draw in a box of 1152 x 1080 pixels; with fewer shapes and "
        "without filters it would take less\n");
  planted.insert(rule_of(slow));
  const std::string large = said_of_costs({.fault = {}, .seconds = 1, .memory_mb = 65});
  CHECK(large == "large-picture: warning: this picture takes 65 MB of memory to draw; save it with fewer pixels\n");
  planted.insert(rule_of(large));
  CHECK(planted == checks::program_rules);
}

TEST_CASE("a long word of the pack made a button lose its name, and check did not say so") {
  const SoundWall wall;
  stand_on_a_desk(wall);
  const std::string position = "{n} of {total} " + std::string(400, 'm'), home(60, 'm');
  wall.write("pack/interface/en.toml", "language = \"en\"\n[words]\npause = \"Pause\"\nposition = \"" + position +
                                           "\"\nhome = \"" + home + "\"\n");
  std::vector<std::string> lines;
  for (const nlohmann::json& each : faults_of("settings.toml")) {
    if (each.at("rule") != "long-label") continue;
    CHECK(each.at("path").get<std::string>().ends_with("pack/interface/en.toml"));
    lines.push_back(std::to_string(each.at("line").get<int>()) + " " + each.at("message").get<std::string>());
  }
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("4 `{n} of {total} mmm"));
  CHECK(lines[0].ends_with(" is too long for the bar of this screen, so it is left out; shorten `position`"));
  CHECK(lines[1] ==
        "5 `" + home +
            "` is too long for the bar of this screen, so patients see only the icon of its button; shorten "
            "`home`");
}

TEST_CASE("a clinic's name fits with as many letters as check says, and not with one more") {
  const std::string role = GENERATE("wall", "kiosk");
  const SoundWall wall;
  wall.edit("settings.toml", "role = \"wall\"", "role = \"" + role + "\"");
  // In the file for all screens of the clinic.
  wall.edit("settings.toml", "name = \"Clinique du Lac\"\n", "");
  std::string name = "Lake Clinic";
  const auto long_name = [&](std::size_t letters) -> nlohmann::json {
    const std::string longer(letters, 'M');
    wall.edit("clinic.toml", "\"" + name + "\"", "\"" + longer + "\"");
    name = longer;
    for (nlohmann::json& each : faults_of("settings.toml")) {
      if (each.at("rule") == "long-name") return each;
    }
    return {};
  };
  const nlohmann::json fault = long_name(400);
  REQUIRE(fault.is_object());
  CHECK(fault.at("path") == "clinic.toml");
  CHECK(fault.at("line") == 3);
  const auto said = fault.at("message").get<std::string>();
  const std::size_t letters = std::stoul(said.substr(said.find("at most ") + 8));
  REQUIRE(letters >= 1);
  CHECK(long_name(letters).is_null());
  CHECK(long_name(letters + 1).is_object());
}

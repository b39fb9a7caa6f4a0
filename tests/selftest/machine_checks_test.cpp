#include "selftest/machine_checks.h"

#include "catch.h"
#include "selftest/machine.h"

using namespace anteroom;
using namespace anteroom::selftest;
using namespace std::chrono_literals;

namespace {

WallTime on(int year, unsigned month, unsigned day) {
  return std::chrono::local_days(Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))) + 9h;
}

Content of_languages(const std::vector<std::string>& languages) {
  Content content;
  content.pack.languages = languages;
  content.released = Date(std::chrono::year(2026) / 11 / 1);
  content.pack.review.on = Date(std::chrono::year(2026) / 11 / 22);
  return content;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a clock of 1970, of a flat battery, fails") {
  const Content content = of_languages({"en"});
  CHECK(check_clock(content, on(2026, 11, 30), true).result == Result::pass);
  CHECK(check_clock(content, on(2026, 11, 30), false).result == Result::pass);  // a screen without a network
  for (const WallTime wrong : {on(1970, 1, 1), on(2026, 11, 21)}) {
    const Outcome outcome = check_clock(content, wrong, true);
    CHECK(outcome.result == Result::fail);
    CHECK(has(outcome.reason, "the clock is wrong"));
  }
  CHECK(check_clock(content, on(2099, 1, 1), true).result == Result::fail);
}

TEST_CASE("a screen whose size is a guess fails") {
  Settings settings;
  settings.screen.mm_source = SizeSource::fallback;
  CHECK(check_screen(settings).result == Result::fail);
  settings.screen.mm_source = SizeSource::monitor;
  CHECK(check_screen(settings).result == Result::pass);
  settings.screen.mm_source = SizeSource::settings;
  const Outcome outcome = check_screen(settings);
  CHECK(outcome.result == Result::pass);
  CHECK(outcome.done == "The lit picture is 476 x 268 mm, 1920 x 1080 pixels, read from 600 mm.");
}

TEST_CASE("a language whose font is not installed fails") {
  const std::vector<paint::FamilyChoice> choices{
      {"", {"Noto Sans"}}, {"ar", {"Noto Sans Arabic"}}, {"tlh", {"No Such Font"}}};
  CHECK(check_fonts(of_languages({"en", "ar"}), {"en", "ar"}, choices).result == Result::pass);
  const Outcome outcome = check_fonts(of_languages({"en", "tlh"}), {"en", "tlh"}, choices);
  CHECK(outcome.result == Result::fail);
  CHECK(has(outcome.reason, "tlh: No Such Font is not installed"));
}

TEST_CASE("a language that the screen could not offer fails") {
  const Outcome outcome = check_fonts(of_languages({"en"}), {"en", "ar"}, {{"", {"Noto Sans"}}});
  CHECK(outcome.result == Result::fail);
  CHECK(has(outcome.reason, "ar is not on offer"));
  Settings settings;
  CHECK(wanted_languages(settings, {"en", "fr"}) == std::vector<std::string>{"en", "fr"});
  settings.languages = {"ar"};
  CHECK(wanted_languages(settings, {"en", "fr"}) == std::vector<std::string>{"ar"});
}

TEST_CASE("a language without a voice fails, and so does a service that does not answer") {
  using Voices = std::vector<platform::SpokenVoice>;
  const Content content = of_languages({"en", "zh-Hans", "pa"});
  CHECK(check_voices(content, Voices{{"", "en-GB"}, {"", "cmn"}, {"", "pa"}, {"", "fr"}}).result == Result::pass);
  const Outcome outcome = check_voices(content, Voices{{"", "en-GB"}, {"", "fr"}});
  CHECK(outcome.result == Result::fail);
  CHECK(has(outcome.reason, "no voice for zh-Hans, pa"));
  CHECK(check_voices(content, std::nullopt).result == Result::fail);
  Content wall = content;
  wall.settings.role = Role::wall;
  CHECK(check_voices(wall, std::nullopt).result == Result::not_run);
}

TEST_CASE("the machine is described from what the system says") {
  const std::string lines = "processor\t: 0\nmodel name\t: Intel(R) N100\nflags\t\t: fpu vme\n";
  CHECK(value_of(lines, "model name") == "Intel(R) N100");
  CHECK(value_of(lines, "name").empty());
  const std::vector<Figure> about = about_machine();
  REQUIRE(about.size() == 2);
  CHECK(has(about[1].value, "cores"));
  CHECK_FALSE(has(about[1].value, " 0 MB"));
}

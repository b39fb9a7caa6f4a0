#include "staff/panel.h"

#include <cstdlib>
#include <filesystem>

#include "catch.h"
#include "paint/png.h"

using namespace anteroom;
using namespace anteroom::staff;

namespace {

Facts some_facts() {
  Facts facts;
  facts.rows = {{"staff_version", "0.1.0"}, {"staff_uptime", "3 h"}, {"staff_clock", "Monday 08:05"}};
  facts.faults = {"cards/paper.toml:8:1: error: unknown key `leed`; did you mean `lead`?"};
  for (int i = 0; i < 60; ++i) facts.frame_ms.push_back(static_cast<float>(2 + i % 7));
  for (const char* id : {"one", "two", "three", "four", "five", "six"}) {
    facts.cards.push_back({id, std::string("Card ") + id, ""});
  }
  facts.cards[1].hidden_until = "Tuesday";
  facts.days = {{"Monday", WallTime(std::chrono::seconds(1000))}, {"Friday", WallTime(std::chrono::seconds(5000))}};
  facts.dark_until = "09:00";
  facts.dark_end = WallTime(std::chrono::seconds(2000));
  facts.voices = {{"en", "English"}, {"fr", "Français"}};
  facts.notices = {{"closed-today", "Closed today"}};
  facts.pace = Pace::usual;
  constexpr std::chrono::hours eight(8), noon(12), one(13), five(17);
  facts.week = {{1, "Monday", {{eight, noon}, {one, five}}}, {2, "Tuesday", {}}};
  facts.wall_language = "en";
  facts.wall_languages = {{"en", "English"}, {"fr", "Français"}};
  facts.usage = {{"Will I look frozen?", "124", 124}, {"A fold in paper stays", "<10", 0}};
  return facts;
}

// A panel that a test taps, with its own time.
struct Glass {
  explicit Glass(const GlassSize& glass = {}, const std::string& language = "en")
      : panel(faces, glass, {language, {}}), layer(glass.width_px, glass.height_px) {
    settle();
  }
  std::vector<Wish> settle() {
    std::vector<Wish> all;
    do {
      for (Wish& wish : panel.draw(facts, 0.016F, layer)) all.push_back(std::move(wish));
    } while (panel.has_more());
    return all;
  }
  std::vector<Wish> tap(const std::string& label) {
    INFO(label);
    const auto at = panel.find(label);
    REQUIRE(at);
    panel.touch(ContactPhase::down, *at);
    panel.touch(ContactPhase::up, *at);
    return settle();
  }
  paint::FaceTable faces{{{"", {"Inter", "Noto Sans"}}}, {"en"}};
  Facts facts = some_facts();
  Panel panel;
  paint::Layer layer;
};

}  // namespace

TEST_CASE("a tap whose press and release come at once is not lost") {
  Glass glass;
  CHECK(glass.tap("Close") == std::vector<Wish>{Action(LeaveStaff{})});
  CHECK(glass.settle().empty());
}

TEST_CASE("the panel's state is told") {
  Glass glass;
  const std::string text = glass.panel.text();
  for (const char* each : {"Version", "0.1.0", "unknown key `leed`", "Faults", "Time to draw, in ms"}) {
    INFO(each);
    CHECK(text.find(each) != std::string::npos);
  }
}

TEST_CASE("two taps begin the lock for cleaning") {
  Glass glass;
  CHECK(glass.tap("Actions").empty());
  CHECK(glass.tap("Clean the screen") == std::vector<Wish>{Action(BeginCleaning{})});
}

TEST_CASE("what the panel's buttons ask for") {
  Glass glass;
  glass.tap("Actions");
  CHECK(glass.tap("Next card") == std::vector<Wish>{Action(LeaveStaff{}), Action(ShowNext{})});
  CHECK(glass.tap("Screen off until 09:00") ==
        std::vector<Wish>{Action(DarkUntil{glass.facts.dark_end}), Action(LeaveStaff{})});
  CHECK(glass.tap("Restart").empty());  // it asks
  CHECK(glass.tap("Touch again: Restart") == std::vector<Wish>{Restart{}});
  glass.facts.is_dark = true;
  glass.settle();
  CHECK(glass.tap("Screen on") == std::vector<Wish>{Action(DarkUntil{})});
  glass.tap("Sound");
  CHECK(glass.tap("Français") == std::vector<Wish>{SaySomething{"fr"}});
  glass.tap("Notices");
  CHECK(glass.tap("Closed today").empty());
  CHECK(glass.tap("Touch again: Closed today") == std::vector<Wish>{PutUpNotice{"closed-today"}});
  glass.facts.has_notice = true;
  glass.settle();
  CHECK(glass.tap("Take the notice down") == std::vector<Wish>{TakeDownNotice{}});
}

TEST_CASE("pace, hours and the wall's language are changed at the panel") {
  Glass glass;
  glass.tap("Loop and hours");
  CHECK(glass.tap("Slow") == std::vector<Wish>{SetPace{Pace::slow}});
  CHECK(glass.tap("Monday: \u206608:00\u201312:00, 13:00\u201317:00\u2069").empty());
  CHECK(glass.tap("\u2212 \u20660:15\u2069").empty());  // the first: when it opens
  CHECK(glass.panel.text().find("07:45") != std::string::npos);
  CHECK(glass.tap("Save") ==
        std::vector<Wish>{SetDayHours{
            1, {{MinuteOfDay(7 * 60 + 45), MinuteOfDay(12 * 60)}, {MinuteOfDay(13 * 60), MinuteOfDay(17 * 60)}}}});
  glass.tap("State");
  glass.tap("Loop and hours");
  glass.tap("Tuesday: Closed all day");
  glass.tap("Open");
  CHECK(glass.tap("Save") == std::vector<Wish>{SetDayHours{2, {{MinuteOfDay(8 * 60), MinuteOfDay(17 * 60)}}}});
  // What was not saved is forgotten on another tab.
  glass.tap("Monday: \u206608:00\u201312:00, 13:00\u201317:00\u2069");
  glass.tap("State");
  glass.facts.week.clear();
  glass.tap("Loop and hours");
  CHECK_FALSE(glass.panel.find("Save"));
}

TEST_CASE("buttons side by side stand in the order of reading") {
  const auto x_of = [](Glass& glass, const char* label) {
    const auto at = glass.panel.find(label);
    REQUIRE(at);
    return at->x;
  };
  for (const bool mirrored : {false, true}) {
    Glass glass({}, mirrored ? "ar" : "en");
    glass.tap("Loop and hours");
    CHECK((x_of(glass, "Slow") > x_of(glass, "Brisk")) == mirrored);
    glass.tap("Cards");
    CHECK((x_of(glass, "Monday") > x_of(glass, "Friday")) == mirrored);
  }
}

TEST_CASE("hours cannot be stepped past each other") {
  Glass glass;
  glass.facts.week = {{1, "Monday", {{MinuteOfDay(0), MinuteOfDay(15)}}}};
  glass.tap("Loop and hours");
  glass.tap("Monday: \u206600:00\u201300:15\u2069");
  glass.tap("\u2212 \u20660:15\u2069");
  glass.tap("+ \u20660:15\u2069");
  CHECK(glass.tap("Save") == std::vector<Wish>{SetDayHours{1, {{MinuteOfDay(0), MinuteOfDay(15)}}}});
}

TEST_CASE("the wall's language is among the settings, below the hours") {
  Glass glass;
  glass.facts.week.resize(1);
  glass.tap("Loop and hours");
  CHECK(glass.tap("Français") == std::vector<Wish>{SetWallLanguage{"fr"}});
}

TEST_CASE("the chart tells how often cards were opened, and no small number") {
  Glass glass;
  glass.tap("Usage");
  const std::string text = glass.panel.text();
  CHECK(text.find("Will I look frozen?\n124\n") != std::string::npos);
  CHECK(text.find("A fold in paper stays\n<10\n") != std::string::npos);
}

TEST_CASE("when a notice is taken down nothing moves under the finger") {
  Glass glass;
  glass.facts.has_notice = true;
  glass.tap("Notices");
  const auto before = glass.panel.find("Closed today");
  glass.facts.has_notice = false;
  glass.settle();
  const auto after = glass.panel.find("Closed today");
  REQUIRE((before && after));
  CHECK(std::abs(before->y - after->y) < 1);
}

TEST_CASE("a question that was not answered is forgotten on another tab") {
  Glass glass;
  glass.tap("Actions");
  glass.tap("Restart");
  glass.tap("State");
  glass.tap("Actions");
  CHECK(glass.panel.find("Restart"));
}

TEST_CASE("cards are hidden and shown again") {
  Glass glass;
  glass.tap("Cards");
  CHECK(glass.tap("Show again") == std::vector<Wish>{Action(HideCard{"two", {}})});
  CHECK(glass.tap("Hide, back on Monday").size() == 1);
  CHECK(glass.tap("Friday").empty());
  CHECK_FALSE(glass.panel.find("Hide, back on Monday"));
  CHECK(glass.tap("Hide, back on Friday").size() == 1);
}

TEST_CASE("a finger that is dragged scrolls and presses nothing") {
  Glass glass;
  glass.tap("Cards");
  const auto from = glass.panel.find("Show again");
  REQUIRE(from);
  glass.panel.touch(ContactPhase::down, *from);
  glass.settle();
  glass.panel.touch(ContactPhase::move, {from->x, from->y - 20});
  glass.settle();
  glass.panel.touch(ContactPhase::move, {from->x, from->y - 40});
  glass.settle();
  glass.panel.touch(ContactPhase::up, {from->x, from->y - 40});
  CHECK(glass.settle().empty());
  const auto to = glass.panel.find("Show again");
  CHECK((!to || to->y < from->y - 20));
}

TEST_CASE("every button is large enough for a finger") {
  Glass glass;
  for (const char* tab : {"Actions", "Cards", "Sound", "Notices", "Loop and hours", "Usage", "State"}) glass.tap(tab);
  // Neighbours are at least their own height apart.
  const auto one = glass.panel.find("State"), other = glass.panel.find("Actions");
  REQUIRE((one && other));
  CHECK(std::abs(other->y - one->y) >= 12);
}

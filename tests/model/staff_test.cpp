#include "model/staff.h"

#include "catch.h"
#include "model/apply.h"
#include "model/sample_content.h"

using namespace anteroom;
using namespace anteroom::tests;
using namespace std::chrono_literals;

namespace {

Content content_with_pin() {
  Content content = sample_content(3);
  content.settings.staff.pin_hash = "of a PIN";
  return content;
}

// A screen whose time a test lets pass.
struct Glass {
  Content content = content_with_pin();
  Millis time{0};
  State state = start(content, after(Millis(0)));

  void act(const Action& action) { state = update(std::move(state), content, action, after(time)); }
  // Every deadline within `span` at its own time.
  void wait(Millis span) {
    const Millis end = time + span;
    while (next_deadline(state, content) < MonoTime(end)) {
      const State before = state;
      time = std::max(time, next_deadline(state, content).time_since_epoch());
      act(Tick{});
      if (state == before) break;
    }
    time = end;
    act(Tick{});
  }
  void tap_corner(Millis then = 300ms, Corner corner = Corner::left) {
    act(CornerTap{corner});
    time += 80ms;
    act(CornerLift{});
    wait(then);
  }
  void open_pin_pad() {
    for (int i = 0; i < 4; ++i) tap_corner();
    act(CornerTap{Corner::left});
    wait(1s);
  }
  void enter(const std::string& pin) {
    for (const char each : pin) act(PinDigit{each - '0'});
    act(PinEnter{});
  }
  void enter_wrong() {
    enter("4826");
    act(PinChecked{false});
  }
  void enter_right() {
    enter("4826");
    act(PinChecked{true});
  }
};

}  // namespace

TEST_CASE("five taps in a corner, the last one held, open the PIN pad") {
  Glass glass;
  glass.open_pin_pad();
  CHECK(glass.state.staff.place == StaffPlace::pin);
}

TEST_CASE("patients are told for an hour when the screen was cleaned, if the clinic wants it") {
  Glass glass;
  glass.act(BeginCleaning{});
  glass.wait(glass.content.settings.cleaning.lock + 1s);
  REQUIRE(glass.state.staff.place == StaffPlace::none);
  CHECK_FALSE(shown_cleaned(glass.state, glass.content));
  glass.content.settings.staff.show_cleaned = true;
  const auto said = [&] { return shown_cleaned(glass.state, glass.content); };
  CHECK(said() == 1min);
  glass.wait(4min);
  CHECK((said() == 3min || said() == 4min));
  glass.wait(8min);
  CHECK(said() == 10min);
  glass.wait(46min);
  CHECK(said() == 55min);
  glass.wait(5min);
  CHECK_FALSE(said());
}

TEST_CASE("a dot calls staff only where they have a way in") {
  Glass glass;
  CHECK_FALSE(shows_staff_dot(glass.state, glass.content));
  glass.act(StaffWanted{true});
  CHECK(shows_staff_dot(glass.state, glass.content));
  glass.act(GoHome{});
  CHECK(shows_staff_dot(glass.state, glass.content));
  glass.content.settings.staff.pin_hash.clear();
  CHECK_FALSE(shows_staff_dot(glass.state, glass.content));
}

TEST_CASE("taps that are too few, too slow, elsewhere or not held open nothing") {
  SECTION("four") {
    Glass glass;
    for (int i = 0; i < 3; ++i) glass.tap_corner();
    glass.act(CornerTap{Corner::left});
    glass.wait(3s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("slow: more than four seconds from the first to the last") {
    Glass glass;
    for (int i = 0; i < 4; ++i) glass.tap_corner(1s);
    glass.act(CornerTap{Corner::left});
    glass.wait(3s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("one of them in the other corner") {
    Glass glass;
    for (int i = 0; i < 4; ++i) glass.tap_corner(300ms, i == 2 ? Corner::right : Corner::left);
    glass.act(CornerTap{Corner::left});
    glass.wait(3s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("one of them elsewhere") {
    Glass glass;
    for (int i = 0; i < 4; ++i) glass.tap_corner();
    glass.act(CornerTap{});
    glass.act(CornerTap{Corner::left});
    glass.wait(3s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("held too shortly") {
    Glass glass;
    for (int i = 0; i < 4; ++i) glass.tap_corner();
    glass.act(CornerTap{Corner::left});
    glass.wait(900ms);
    glass.act(CornerLift{});
    glass.wait(3s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("no PIN is set") {
    Glass glass;
    glass.content.settings.staff.pin_hash.clear();
    glass.open_pin_pad();
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
}

TEST_CASE("staff get in while the clinic is closed and during an urgent notice") {
  SECTION("closed") {
    Glass glass;
    glass.act(DarkUntil{monday_morning + 1h});
    glass.wait(1s);
    REQUIRE_FALSE(glass.state.open);
    glass.open_pin_pad();
    CHECK(glass.state.staff.place == StaffPlace::pin);
  }
  SECTION("urgent") {
    Glass glass;
    glass.act(PostNotice{Notice{NoticeLevel::urgent, {{"", {"Leave the building", ""}}}, {}, {}}});
    glass.open_pin_pad();
    CHECK(glass.state.staff.place == StaffPlace::pin);
  }
}

TEST_CASE("a right PIN opens the panel, and only an answer to what was entered does") {
  Glass glass;
  glass.act(PinChecked{true});
  CHECK(glass.state.staff.place == StaffPlace::none);
  glass.open_pin_pad();
  glass.act(PinChecked{true});
  CHECK(glass.state.staff.place == StaffPlace::pin);
  glass.enter("482");  // too short to be one: no try
  CHECK_FALSE(glass.state.staff.checking);
  glass.act(PinErase{});
  CHECK(glass.state.staff.digits == "48");
  glass.enter("26");
  REQUIRE(glass.state.staff.checking);
  glass.act(PinChecked{true});
  CHECK(glass.state.staff.place == StaffPlace::panel);
  CHECK(glass.state.staff.digits.empty());
}

TEST_CASE("five wrong PINs lock for 30 seconds and each further one for twice as long") {
  Glass glass;
  glass.open_pin_pad();
  for (int i = 0; i < 4; ++i) {
    glass.enter_wrong();
    CHECK(glass.state.staff.locked_s == 0);
    CHECK(glass.state.staff.refused);
  }
  for (const int lock : {30, 60, 120}) {
    glass.enter_wrong();
    CHECK(glass.state.staff.locked_s == lock);
    glass.enter("4826");
    CHECK_FALSE(glass.state.staff.checking);
    glass.wait(std::chrono::seconds(lock));
    // Meanwhile the pad has closed by itself, which does not matter to the lock.
    if (glass.state.staff.place == StaffPlace::none) glass.open_pin_pad();
    CHECK(glass.state.staff.locked_s == 0);
  }
  glass.enter_right();
  CHECK(glass.state.staff.place == StaffPlace::panel);
  CHECK(glass.state.staff.wrong == 0);
}

TEST_CASE("a lock does not grow for ever") {
  CHECK(pin_lock(0) == 0s);
  CHECK(pin_lock(4) == 0s);
  CHECK(pin_lock(5) == 30s);
  CHECK(pin_lock(12) == 3840s);
  CHECK(pin_lock(1000) == 3840s);
}

TEST_CASE("neither closing the pad nor a restart ends a lock") {
  Glass glass;
  glass.open_pin_pad();
  for (int i = 0; i < 6; ++i) {
    glass.wait(std::chrono::seconds(glass.state.staff.locked_s));
    glass.enter_wrong();
  }
  glass.act(LeaveStaff{});
  glass.open_pin_pad();
  CHECK(glass.state.staff.locked_s > 50);
  Glass restarted;
  restarted.act(RecallWrongPins{6});
  restarted.open_pin_pad();
  CHECK(restarted.state.staff.locked_s > 50);
}

TEST_CASE("closing the pad does not make an unanswered try free") {
  Glass glass;
  glass.open_pin_pad();
  glass.enter("4826");
  glass.act(LeaveStaff{});
  glass.act(PinChecked{false});
  CHECK(glass.state.staff.wrong == 1);
  CHECK(glass.state.staff.place == StaffPlace::none);
}

TEST_CASE("a right answer that comes after the pad was closed opens no panel") {
  Glass glass;
  glass.open_pin_pad();
  glass.enter("4826");
  glass.act(LeaveStaff{});
  glass.act(PinChecked{true});
  CHECK(glass.state.staff.place == StaffPlace::none);
}

TEST_CASE("pad and panel close by themselves after a minute without a touch") {
  const bool panel = GENERATE(false, true);
  Glass glass;
  glass.open_pin_pad();
  if (panel) glass.enter_right();
  glass.wait(59s);
  CHECK(glass.state.staff.place == (panel ? StaffPlace::panel : StaffPlace::pin));
  if (panel) glass.act(StaffTouch{});
  if (!panel) glass.act(PinDigit{4});
  glass.wait(59s);
  CHECK(glass.state.staff.place != StaffPlace::none);
  glass.wait(1s);
  CHECK(glass.state.staff.place == StaffPlace::none);
  CHECK(glass.state.session == Session{});
  CHECK(glass.state.card == 0U);
}

TEST_CASE("no patient's touch does anything below the panel") {
  Glass glass;
  glass.open_pin_pad();
  glass.enter_right();
  const State before = glass.state;
  for (const Action& action : {Action(OpenCard{}), Action(FingerOn{"card"}), Action(OpenLanguages{}),
                               Action(SetTextSize{200}), Action(Focus{"card"}), Action(ReadAgain{})}) {
    glass.act(action);
  }
  CHECK(glass.state.session == before.session);
  CHECK(glass.state.card == before.card);
}

TEST_CASE("an urgent notice takes the screen from the panel") {
  Glass glass;
  glass.open_pin_pad();
  glass.enter_right();
  glass.act(PostNotice{Notice{NoticeLevel::urgent, {{"", {"Leave the building", ""}}}, {}, {}}});
  CHECK(glass.state.staff.place == StaffPlace::none);
}

TEST_CASE("while the screen is cleaned nothing acts and then it is as after a fresh start") {
  Glass glass;
  glass.act(SetTextSize{200});
  glass.act(BeginCleaning{});
  CHECK(glass.state.staff.cleaning_s == 120);
  glass.wait(1s);
  CHECK(glass.state.staff.cleaning_s == 119);
  for (const Action& action :
       {Action(OpenCard{}), Action(FingerOn{"card"}), Action(FingerOff{}), Action(CornerTap{Corner::left}),
        Action(Focus{"card"}), Action(PinDigit{1}), Action(ShowNext{}), Action(OpenLanguages{})}) {
    const State before = glass.state;
    glass.act(action);
    INFO(action.index());
    CHECK(glass.state.session == Session{});
    CHECK(glass.state.staff.place == StaffPlace::cleaning);
    CHECK(glass.state.card == before.card);
  }
  glass.wait(118s);
  CHECK(glass.state.staff.place == StaffPlace::cleaning);
  glass.wait(1s);
  CHECK(glass.state.staff.place == StaffPlace::none);
  CHECK(glass.state.session == Session{});
}

TEST_CASE("cleaning begins at its time once nobody uses the screen") {
  Glass glass;
  glass.content.settings.cleaning.at = {8h + 1min};
  SECTION("nobody does") {
    glass.wait(59s);
    CHECK(glass.state.staff.place == StaffPlace::none);
    glass.wait(2s);
    CHECK(glass.state.staff.place == StaffPlace::cleaning);
  }
  SECTION("a patient reads") {
    glass.wait(30s);
    glass.act(OpenCard{});
    glass.wait(40s);
    CHECK(glass.state.staff.place == StaffPlace::none);
    glass.wait(40s);  // idle, and the warning
    glass.wait(5s);
    CHECK(glass.state.staff.place == StaffPlace::cleaning);
  }
  SECTION("the screen is dark") {
    glass.act(DarkUntil{monday_morning + 1h});
    glass.wait(70s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
  SECTION("a wall takes no touch anyway") {
    glass.content.settings.role = Role::wall;
    glass.wait(70s);
    CHECK(glass.state.staff.place == StaffPlace::none);
  }
}

TEST_CASE("a card that staff hide leaves the loop until its time and outlasts a patient's session") {
  Glass glass;
  glass.act(HideCard{"b", monday_morning + 24h});
  CHECK(loop_cards(glass.state, glass.content, monday_morning) == std::vector<std::size_t>{0, 2});
  glass.act(BeginCleaning{});
  glass.wait(121s);
  CHECK(loop_cards(glass.state, glass.content, monday_morning) == std::vector<std::size_t>{0, 2});
  CHECK(loop_cards(glass.state, glass.content, monday_morning + 24h) == std::vector<std::size_t>{0, 1, 2});
  glass.act(HideCard{"b", {}});
  CHECK(loop_cards(glass.state, glass.content, monday_morning) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("the screen that staff have darkened comes back at its time") {
  Glass glass;
  glass.act(DarkUntil{monday_morning + 5min});
  glass.wait(1s);
  CHECK_FALSE(glass.state.open);
  CHECK_FALSE(glass.state.card);
  glass.wait(4min);
  CHECK_FALSE(glass.state.open);
  glass.wait(60s);
  CHECK(glass.state.open);
  CHECK(glass.state.card);
}

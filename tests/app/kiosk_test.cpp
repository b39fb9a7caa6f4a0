#include "app/kiosk.h"

#include "catch.h"
#include "model/sample_content.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

TEST_CASE("one coarse tick leads to the same state as many fine ones") {
  text::FakeFonts fonts;
  app::Kiosk fine(sample_content(4), fonts, after(Millis(0)));
  app::Kiosk coarse(sample_content(4), fonts, after(Millis(0)));
  for (int t = 0; t <= 7200; ++t) fine.tick(after(seconds(t)));
  coarse.tick(after(seconds(7200)));
  CHECK(fine.state() == coarse.state());
  CHECK(fine.scene() == coarse.scene());
}

TEST_CASE("a day of the loop ends on the card that arithmetic predicts") {
  text::FakeFonts fonts;
  for (const int cards : {1, 2, 3, 7}) {
    app::Kiosk kiosk(sample_content(cards), fonts, after(Millis(0)));
    const int loop = 10 * cards * (cards + 1) / 2;  // 10 + 20 + ...
    const int day = 24 * 3600;
    int left = day % loop;
    int expected = 0;
    while (left >= 10 * (expected + 1)) left -= 10 * ++expected;
    kiosk.tick(after(seconds(day)));
    CHECK(kiosk.state().card == static_cast<std::size_t>(expected));
  }
}

TEST_CASE("what is announced as upcoming is what comes") {
  text::FakeFonts fonts;
  for (const Role role : {Role::kiosk, Role::wall}) {
    app::Kiosk kiosk(sample_content(5, role), fonts, after(seconds(7)));
    for (int change = 0; change < 12; ++change) {
      const scene::Scene announced = kiosk.upcoming();
      const std::string before = kiosk.scene().card;
      while (kiosk.scene().card == before) {
        const MonoTime due = kiosk.next_deadline();
        kiosk.tick(after(due.time_since_epoch()));
      }
      CHECK(kiosk.scene() == announced);
    }
  }
}

TEST_CASE("the wall shows the time and the fallback card needs no pack") {
  text::FakeFonts fonts;
  Content content;
  content.settings.role = Role::wall;
  content.settings.screen = {1218, 685, 1920, 1080, 4000, 1500, 0};
  content.settings.clinic_name = "Lakeside Clinic";
  app::Kiosk kiosk(content, fonts, after(seconds(0)));
  CHECK(kiosk.scene().screen == "fallback");
  const scene::Scene first = kiosk.scene();
  kiosk.tick(after(seconds(59)));
  CHECK(kiosk.scene() == first);
  kiosk.tick(after(seconds(60)));
  CHECK_FALSE(kiosk.scene() == first);  // a minute later the clock has changed
}

TEST_CASE("a tick over several cards shows the card that it ends on") {
  text::FakeFonts fonts;
  for (int t = 0; t < 400; t += 7) {
    app::Kiosk kiosk(sample_content(4), fonts, after(Millis(0)));
    kiosk.tick(after(seconds(t)));
    app::Kiosk& is = kiosk;
    CHECK(is.scene().card == is.content().pack.cards[*is.state().card].id);
    CHECK_FALSE(is.upcoming().card == is.scene().card);
  }
}

TEST_CASE("a screen answers a touch if a user led to it or touched it") {
  text::FakeFonts fonts;
  app::Kiosk kiosk(sample_content(4), fonts, after(Millis(0)));
  CHECK_FALSE(kiosk.answers_touch());
  kiosk.tick(after(seconds(11)));
  REQUIRE(kiosk.scene().card == "b");
  CHECK_FALSE(kiosk.answers_touch());
  SECTION("a touch on a card that the loop has shown") {
    kiosk.touch({1, app::ContactPhase::down, {100, 100}}, after(seconds(12)));
    CHECK(kiosk.answers_touch());
    kiosk.touch({1, app::ContactPhase::move, {0, 0}}, after(seconds(13)));
    kiosk.touch({1, app::ContactPhase::up, {0, 0}}, after(seconds(13)));
    kiosk.tick(after(seconds(200)));
    CHECK_FALSE(kiosk.answers_touch());
  }
  SECTION("a card left out") {
    kiosk.act(LeaveOut{"b"}, after(seconds(12)));
    CHECK(kiosk.scene().card == "c");
    CHECK_FALSE(kiosk.answers_touch());
    CHECK(kiosk.fade() == kiosk.content().settings.loop.transition);
  }
  SECTION("a card left out that a user has asked for") {
    kiosk.act(ShowNext{}, after(seconds(12)));
    REQUIRE(kiosk.scene().card == "c");
    CHECK(kiosk.answers_touch());
    kiosk.act(LeaveOut{"c"}, after(seconds(12)));
    CHECK(kiosk.scene().card == "d");
    CHECK(kiosk.answers_touch());
  }
}

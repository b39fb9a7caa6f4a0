#include <random>

#include "app/kiosk.h"
#include "catch.h"
#include "model/sample_content.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;
using namespace std::chrono_literals;

TEST_CASE("a thousand random touches and keys do nothing while the screen is cleaned") {
  text::FakeFonts fonts;
  Content content = sample_content(3);
  content.settings.staff.pin_hash = "of a PIN";
  content.settings.cleaning.lock = 600s;
  app::Kiosk kiosk(content, fonts, after(Millis(0)));
  kiosk.act(BeginCleaning{}, after(Millis(0)));
  std::mt19937 random(1);
  const auto below = [&random](unsigned limit) { return random() % limit; };
  Millis time{0};
  for (int i = 0; i < 1000; ++i) {
    time += Millis(below(500));
    if (below(4) == 0) {
      kiosk.key(static_cast<Key>(below(6)), after(time));
    } else {
      const scene::Point at{static_cast<double>(below(476)), static_cast<double>(below(268))};
      kiosk.touch({static_cast<std::int64_t>(below(4)), static_cast<ContactPhase>(below(3)), at}, after(time));
    }
    REQUIRE(kiosk.state().staff.place == StaffPlace::cleaning);
    REQUIRE(kiosk.state().session == Session{});
    REQUIRE(kiosk.scene().screen == "cleaning");
    REQUIRE_FALSE(kiosk.speech());
  }
  kiosk.tick(after(601s));
  CHECK(kiosk.state().staff.place == StaffPlace::none);
  CHECK(kiosk.state().session == Session{});
  CHECK(kiosk.scene().screen == "loop");
}

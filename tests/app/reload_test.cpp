// Content that is reread while the kiosk runs, and when the next screen is worth painting.
#include "app/kiosk.h"
#include "catch.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

Now at(Millis time) {
  return moment(time, monday_morning);
}

}  // namespace

TEST_CASE("a kiosk that rereads its content looks like one that started with it") {
  text::FakeFonts fonts;
  app::Kiosk kiosk(sample_content(3), fonts, at(Millis(0)));
  kiosk.tick(at(Millis(2000)));
  Content mended = sample_content(4);
  mended.pack.cards[0].text[0].title = "Mended";
  kiosk.reload(mended, at(Millis(2000)));
  const app::Kiosk fresh(mended, fonts, at(Millis(0)));
  CHECK(scene::dump(kiosk.scene()) == scene::dump(fresh.scene()));
  CHECK(kiosk.next_deadline() == fresh.next_deadline());  // the card does not stay longer because of it
  kiosk.tick(at(seconds(11)));
  CHECK(kiosk.scene().card == "b");
}

TEST_CASE("page breaks made for the old words are not used for the new ones") {
  text::FakeFonts fonts;
  app::Kiosk kiosk(sample_content(1), fonts, at(Millis(0)));
  kiosk.act(OpenCard{}, at(Millis(1000)));
  kiosk.act(GoHome{}, at(Millis(2000)));
  Content longer = sample_content(1);
  longer.pack.cards[0].text[0].pages[0].text = std::string(40, 'w') + " and other words";
  kiosk.reload(longer, at(Millis(3000)));
  kiosk.act(OpenCard{}, at(Millis(4000)));
  app::Kiosk fresh(longer, fonts, at(Millis(0)));
  fresh.act(OpenCard{}, at(Millis(4000)));
  CHECK(scene::dump(kiosk.scene()) == scene::dump(fresh.scene()));
}

TEST_CASE("the loop's next card is painted shortly before its turn, a user's next screen at once") {
  text::FakeFonts fonts;
  app::Kiosk kiosk(sample_content(2), fonts, at(Millis(0)));
  const auto ahead = kiosk.paints_ahead_at();
  REQUIRE(ahead);
  CHECK(*ahead < card_ends(kiosk.state(), kiosk.content()));
  CHECK(*ahead >= card_ends(kiosk.state(), kiosk.content()) - seconds(10));
  kiosk.act(OpenCard{}, at(Millis(1000)));
  CHECK_FALSE(kiosk.paints_ahead_at());
}

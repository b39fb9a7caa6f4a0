#include "fuzz/compose.h"

#include <cstdint>

#include "app/kiosk.h"
#include "fuzz/targets.h"
#include "model/sample_content.h"
#include "scene/hit_test.h"
#include "text/fake_fonts.h"

namespace anteroom::fuzz {

using namespace anteroom::tests;

void compose_all(Pack pack) {
  if (pack.cards.empty()) return;
  text::FakeFonts fonts;
  Content content = sample_content(0);
  content.pack = std::move(pack);
  Millis time{0};
  const auto now = [&] { return moment(time, monday_morning); };
  app::Kiosk kiosk(std::move(content), fonts, now());
  constexpr int pages = 12;
  for (int i = 0; i < pages; ++i) {
    const bool is_front = kiosk.state().session.place == Place::loop;
    kiosk.key(is_front ? Key::select : Key::next, now());
    time += Millis(400);
    kiosk.tick(now());
  }
  time += std::chrono::minutes(10);
  kiosk.tick(now());
  promise(kiosk.state().session.place == Place::loop, "nobody is there, and the loop does not go on");
}

namespace {

// Takes bytes one after the other, then zeros.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  unsigned next() {
    if (bytes_.empty()) return 0;
    const auto first = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return first;
  }

 private:
  std::string_view bytes_;
};

Content touched_content() {
  Content content = sample_content(5);
  content.pack.cards[0].exhibit = Fold{};
  content.pack.cards[1].exhibit = Steps{false, {{0, {}, {}}, {2.5, {}, {}}, {90, {}, {}}}};
  content.pack.cards[2].exhibit = Hotspots{4.0 / 3, {{"x", {0, 0, 0.4, 0.4}}, {"y", {0.5, 0.5, 0.4, 0.4}}}};
  content.pack.cards[3].exhibit = Pull{};
  const std::size_t parts[]{4, 3, 2, 7};
  for (std::size_t i = 0; i < std::size(parts); ++i) {
    for (CardText& text : content.pack.cards[i].text) {
      text.exhibit = {"Try it", "Touch it.", std::vector<ExhibitPart>(parts[i], ExhibitPart{"A part", "Words."})};
      if (i == 3) text.exhibit.buttons = {"Pull", "Let go", "Rest"};
    }
  }
  return content;
}

}  // namespace

void touch_screen(std::string_view input) {
  constexpr std::size_t max_events = 400;
  Bytes bytes(input);
  text::FakeFonts fonts;
  Millis time{0};
  const auto now = [&] { return moment(time, monday_morning); };
  app::Kiosk kiosk(touched_content(), fonts, now());
  for (std::size_t i = 0; i < max_events && !bytes.empty(); ++i) {
    const unsigned what = bytes.next();
    if (what < 160) {
      const auto finger = static_cast<std::int64_t>(what % 5) - 1;  // the mouse, and four fingers
      const auto phase = static_cast<app::ContactPhase>(what / 5 % 3);
      // Beyond the screen, too.
      const double x = (static_cast<double>(bytes.next()) - 8) * 2, y = (static_cast<double>(bytes.next()) - 8) * 1.1;
      kiosk.touch({finger, phase, {x, y}}, now());
    } else if (what < 200) {
      kiosk.key(static_cast<Key>(what % 6), now());
    } else if (what < 210) {
      kiosk.speech_ended(bytes.next(), now());
    } else if (what < 214) {
      kiosk.act(PostNotice{what % 2 == 0 ? std::optional<Notice>()
                                         : Notice{what % 4 == 1 ? NoticeLevel::info : NoticeLevel::urgent,
                                                  {{"", {"Back at two", "Ring the bell."}}},
                                                  {},
                                                  {}}},
                now());
    } else {
      time += what < 250 ? Millis(bytes.next() * 8) : Millis(bytes.next() * 1000);
      kiosk.tick(now());
    }
    promise(!kiosk.scene().items.empty(), "the screen is empty");
  }
  // An urgent notice keeps what is below it. Somebody who holds a finger on the screen or listens has more time.
  kiosk.act(PostNotice{}, now());
  for (int minutes = 0; minutes < 60; ++minutes) {
    time += std::chrono::minutes(1);
    kiosk.tick(now());
    if (const auto speech = kiosk.speech()) kiosk.speech_ended(speech->id, now());
  }
  promise(kiosk.state().session.place == Place::loop, "nobody is there, and the loop does not go on");
}

}  // namespace anteroom::fuzz

// Whatever touches, keys and voices did, the next patient finds the screen of a fresh start.
#include <array>
#include <random>
#include <set>

#include "app/kiosk.h"
#include "catch.h"
#include "model/sample_content.h"
#include "model/to_lose.h"
#include "scene/hit_test.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;
using std::chrono::seconds;

namespace {

Content with_exhibits() {
  Content content = sample_content(5);
  content.settings.loop.hello = true;
  content.settings.screen.lower_edge_mm = 760;  // reach mode lifts the controls, for either hand
  content.pack.cards[0].exhibit = Fold{};
  content.pack.cards[1].exhibit = Steps{false, {{0, {}, {}}, {2.5, {}, {}}, {90, {}, {}}}};
  content.pack.cards[2].exhibit = Hotspots{4.0 / 3, {{"x", {0, 0, 0.4, 0.4}}, {"y", {0.5, 0.5, 0.4, 0.4}}}};
  content.pack.cards[3].exhibit = Pull{};
  const std::array<std::size_t, 4> parts{4, 3, 2, 7};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (CardText& text : content.pack.cards[i].text) {
      text.exhibit = {"Try it", "Touch it.", std::vector<ExhibitPart>(parts[i], ExhibitPart{"A part", "Words."})};
      if (i == 3) text.exhibit.buttons = {"Pull", "Let go", "Rest"};
    }
  }
  return content;
}

// A user who does at random whatever the screen, the keypad and a voice allow.
struct Anybody {
  text::FakeFonts fonts;
  std::mt19937 random;
  Millis time{0};
  app::Kiosk kiosk{with_exhibits(), fonts, now()};

  explicit Anybody(unsigned seed) : random(seed) {}
  Now now() const { return moment(time, monday_morning); }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random()) % n; }
  void wait(Millis pause) {
    time += pause;
    kiosk.tick(now());
  }
  void finger(app::ContactPhase phase, scene::Point at) { kiosk.touch({1, phase, at}, now()); }
  scene::Point anywhere() { return {static_cast<double>(below(476)), static_cast<double>(below(268))}; }

  // Any target, so that small ones are tapped as often as large ones.
  void tap_something() {
    const std::vector<const scene::Target*> all = scene::focus_order(kiosk.scene());
    scene::Point at = anywhere();
    if (!all.empty()) {
      const scene::Rect& box = all[below(all.size())]->box;
      at = {box.x + box.w / 2, box.y + box.h / 2};
    }
    finger(app::ContactPhase::down, at);
    wait(Millis(below(200)));
    finger(app::ContactPhase::up, at);
  }
  void drag() {
    finger(app::ContactPhase::down, anywhere());
    for (int i = 0; i < 4; ++i) {
      wait(Millis(16));
      finger(app::ContactPhase::move, anywhere());
    }
    if (below(5) != 0) finger(app::ContactPhase::up, anywhere());
  }
  void listen() {
    for (std::size_t left = below(30); left > 0 && kiosk.speech(); --left) {
      const std::uint64_t id = kiosk.speech()->id;
      wait(seconds(2));
      kiosk.speech_ended(id, now());
    }
  }
  void act() {
    constexpr std::array keys{Key::next, Key::previous, Key::select, Key::back, Key::repeat, Key::volume, Key::topics};
    switch (below(8)) {
      case 0:
        drag();
        break;
      case 1:
      case 2:
        kiosk.key(keys.at(below(keys.size())), now());
        break;
      case 3:
        listen();
        break;
      default:
        tap_something();
        break;
    }
    wait(Millis(below(4000)));
  }
  // Lets time pass, deadline by deadline, until the session is over.
  void walk_away() {
    const Millis latest = time + longest_sentence + seconds(180 + 20 + 15);
    while (!(kiosk.state().session == Session{})) {
      REQUIRE(time < latest);
      wait(std::max(Millis(1), kiosk.next_deadline().time_since_epoch() - time));
    }
  }
};

}  // namespace

TEST_CASE("after random visits with every accessibility option the next patient sees the scene of a fresh start") {
  int resets = 0, helped = 0;
  std::set<std::string> helps;
  for (unsigned seed = 0; seed < 400; ++seed) {
    Anybody visitor(seed);
    for (std::size_t acts = 4 + visitor.below(25); acts > 0; --acts) visitor.act();
    const State& state = visitor.kiosk.state();
    const Session left = state.session;
    if (left.text_percent != 100) helps.insert("text " + std::to_string(left.text_percent));
    if (left.high_contrast) helps.insert("contrast");
    if (left.reduced_motion) helps.insert("motion");
    if (left.reach != Reach::none) helps.insert(left.reach == Reach::left ? "left" : "right");
    if (left.aloud) helps.insert("aloud");
    if (left.volume != usual_volume) helps.insert("volume");
    if (left.language_chosen) helps.insert("language");
    if (!left.questions.empty()) helps.insert("questions");
    helped += left.text_percent != 100 || left.high_contrast || left.aloud ? 1 : 0;
    visitor.walk_away();
    INFO("seed " << seed);
    REQUIRE_FALSE(visitor.kiosk.speech());
    if (!leaves_something(left)) continue;
    ++resets;
    app::Kiosk fresh(with_exhibits(), visitor.fonts, visitor.now());
    // The loop goes on where it was.
    for (int card = 0; card < 3 && fresh.state().card != visitor.kiosk.state().card; ++card) {
      fresh.act(ShowNext{}, visitor.now());
    }
    REQUIRE(visitor.kiosk.state().card == fresh.state().card);
    REQUIRE(visitor.kiosk.state().session == Session{});
    REQUIRE(visitor.kiosk.scene() == fresh.scene());
  }
  // Otherwise the test would have tried nothing.
  CHECK(resets > 200);
  CHECK(helped > 50);
  CHECK(helps == std::set<std::string>{"aloud", "contrast", "language", "left", "motion", "questions", "right",
                                       "text 150", "text 200", "volume"});
}

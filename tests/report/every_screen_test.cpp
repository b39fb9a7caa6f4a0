#include "report/every_screen.h"

#include <array>
#include <set>
#include <string>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr std::array places{Place::loop, Place::detail};
constexpr std::array choosers{Chooser::none,   Chooser::language,  Chooser::access,
                              Chooser::topics, Chooser::questions, Chooser::offer};

// No default in either switch: a new enumerator does not compile here until it has a name, and it belongs in the
// list above, too.
std::string screen_of(Place place) {
  switch (place) {
    case Place::loop:
      return screen_name::loop;
    case Place::detail:
      return screen_name::detail;
  }
  return {};
}

std::string screen_of(Chooser chooser) {
  switch (chooser) {
    case Chooser::none:
      return screen_name::loop;
    case Chooser::language:
      return screen_name::language;
    case Chooser::access:
      return screen_name::access;
    case Chooser::topics:
      return screen_name::topics;
    case Chooser::questions:
      return screen_name::questions;
    case Chooser::offer:
      return screen_name::offer;
  }
  return {};
}

std::set<std::string> screens_met(const Content& content) {
  text::FakeFonts fonts;
  std::set<std::string> met;
  for (const scene::Scene& scene : report::every_screen(content, fonts, monday_morning)) met.insert(scene.screen);
  return met;
}

std::string composed(const Content& content, const State& state) {
  text::FakeFonts fonts;
  return screens::compose(state, content, fonts).screen;
}

}  // namespace

TEST_CASE("every named screen is among every_screen") {
  const std::set<std::string> named(screen_name::all.begin(), screen_name::all.end());
  CHECK(named.size() == screen_name::all.size());
  Content with_staff = sample_content(2);
  with_staff.settings.staff.pin_hash = "$argon2id$";
  with_staff.settings.loop.hello = true;
  CHECK(screens_met(with_staff) == named);
  std::set<std::string> of_patients = named;
  of_patients.erase(screen_name::hello);
  of_patients.erase(screen_name::staff);
  of_patients.erase(screen_name::cleaning);
  CHECK(screens_met(sample_content(2)) == of_patients);
  CHECK(screens_met(sample_content(2, Role::wall)) ==
        std::set<std::string>{screen_name::loop, screen_name::fallback, screen_name::notice, screen_name::closed});
}

TEST_CASE("the screens of a card show its exhibit in every state that taps lead to") {
  Content content = sample_content(4);
  content.pack.cards[0].exhibit = Fold{};
  content.pack.cards[1].exhibit = Steps{false, {{0, {}, {}}, {2.5, {}, {}}, {90, {}, {}}}};
  content.pack.cards[2].exhibit = Hotspots{4.0 / 3, {{"x", {0, 0, 0.4, 0.4}}, {"y", {0.5, 0.5, 0.4, 0.4}}}};
  for (const std::size_t card : {0U, 1U, 2U}) {
    const std::vector<ExhibitPart> parts{{"A", "One."}, {"B", "Two."}, {"C", "Three."}, {"D", "Four."}};
    const auto count = static_cast<std::ptrdiff_t>(4 - card);
    for (CardText& text : content.pack.cards[card].text) {
      text.exhibit = {"Try it", "Touch it.", {parts.begin(), parts.begin() + count}};
    }
  }
  text::FakeFonts fonts;
  State state = start(content, after(Millis(0)));
  std::set<std::string> names, texts;
  for (std::size_t card = 0; card < content.pack.cards.size(); ++card) {
    state.card = card;
    for (const report::Screenful& shown : report::screens_of_card(state, content, fonts)) {
      names.insert(shown.name);
      CHECK(texts.insert(scene::dump(shown.scene)).second);  // no state twice
    }
  }
  for (const char* name : {"front", "page-1", "page-1-folded", "page-1-opened", "page-1-smoothed", "page-1-step-1",
                           "page-1-step-2", "page-1-spot-1"}) {
    INFO(name);
    CHECK(names.contains(name));
  }
}

TEST_CASE("every place and chooser of a session has its screen and it is among every_screen") {
  const Content content = sample_content(2);
  const std::set<std::string> met = screens_met(content);
  const State begin = start(content, after(Millis(0)));
  for (const Place place : places) {
    State state = begin;
    state.session.place = place;
    CHECK(composed(content, state) == screen_of(place));
    CHECK(met.count(screen_of(place)) == 1);
  }
  for (const Chooser chooser : choosers) {
    State state = begin;
    state.session.chooser = chooser;
    CHECK(composed(content, state) == screen_of(chooser));
    CHECK(met.count(screen_of(chooser)) == 1);
  }
  State dark = begin;
  dark.open = false;
  CHECK(composed(content, dark) == screen_name::closed);
}

TEST_CASE("the greetings are among every_screen where the loop opens with them") {
  for (const Role role : {Role::kiosk, Role::wall}) {
    Content content = sample_content(2, role);
    CHECK_FALSE(screens_met(content).contains(screen_name::hello));
    content.settings.loop.hello = true;
    content.settings.wall.ready_place = "right";
    CHECK(screens_met(content).contains(screen_name::hello));
  }
}

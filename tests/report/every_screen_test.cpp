#include "report/every_screen.h"

#include <array>
#include <set>
#include <string>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr std::array places{Place::loop, Place::detail};
constexpr std::array choosers{Chooser::none, Chooser::language, Chooser::access, Chooser::offer};

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
  CHECK(screens_met(sample_content(2)) == named);
  CHECK(screens_met(sample_content(2, Role::wall)) ==
        std::set<std::string>{screen_name::loop, screen_name::fallback, screen_name::notice, screen_name::closed});
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

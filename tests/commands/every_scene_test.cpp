// The promises about the screen, over everything that is shipped, with the real fonts.
#include <algorithm>
#include <iostream>

#include "catch.h"
#include "commands/load.h"
#include "model/dwell.h"
#include "paint/ttf_fonts.h"
#include "scene/hit_test.h"
#include "scene/rules.h"
#include "screens/compose.h"

using namespace anteroom;

namespace {

const std::string root = ANTEROOM_ROOT;

Content shipped(const std::string& config, commands::Size size) {
  content::Diagnostics diagnostics;
  Content content = commands::load({root + "/config/" + config, {}}, diagnostics);
  commands::print(diagnostics);
  content.settings.screen = commands::resized(content.settings.screen, size);
  return content;
}

// Every screenful of the detail of `state`'s card, the exhibit in each of its states that a tap reaches.
std::vector<scene::Scene> pages(State state, const Content& content, text::Fonts& fonts) {
  std::vector<scene::Scene> all;
  const Now now{MonoTime{}, state.minute};
  state = update(state, content, OpenCard{}, now);
  for (;;) {
    const scene::Scene scene = screens::compose(state, content, fonts);
    all.push_back(scene);
    for (const scene::Target* target : scene::focus_order(scene)) {
      if (!std::holds_alternative<ExhibitTap>(target->action)) continue;
      State worked = state;
      worked.moments.acted.reset();
      worked = update(worked, content, target->action, now);
      worked = update(worked, content, Tick{}, {MonoTime(std::chrono::seconds(1)), state.minute});
      all.push_back(screens::compose(worked, content, fonts));
    }
    if (!scene.swipe.next) return all;
    state.moments.acted.reset();
    state = update(state, content, *scene.swipe.next, now);
  }
}

// Every scene of `content`: fronts, and for a kiosk pages.
std::vector<scene::Scene> scenes(const Content& content, text::Fonts& fonts) {
  std::vector<scene::Scene> all;
  const WallTime now = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
  State state = start(content, {MonoTime{}, now});
  for (std::size_t language = 0; language < content.pack.languages.size(); ++language) {
    state.language = language;
    for (const std::size_t card : loop_cards(state, content, now)) {
      state.card = card;
      all.push_back(screens::compose(state, content, fonts));
      if (content.settings.role == Role::wall) continue;
      for (const scene::Scene& page : pages(state, content, fonts)) all.push_back(page);
    }
    if (content.settings.role == Role::kiosk) {
      for (const Chooser chooser : {Chooser::language, Chooser::access}) {
        state.session.chooser = chooser;
        all.push_back(screens::compose(state, content, fonts));
      }
      state.session.warning = 20;
      all.push_back(screens::compose(state, content, fonts));
      state.session = {};
    }
    state.card.reset();
    all.push_back(screens::compose(state, content, fonts));
  }
  return all;
}

}  // namespace

TEST_CASE("every card language config and shape keeps every rule of a scene") {
  std::size_t checked = 0;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const commands::Size size : {commands::Size{1920, 1080}, {1080, 1920}, {1280, 1024}, {3840, 2160}}) {
      const Content content = shipped(config, size);
      const paint::FaceTable faces(paint::default_family_choices(), commands::languages_of(content));
      paint::TtfFonts fonts(faces);
      for (const scene::Scene& scene : scenes(content, fonts)) {
        ++checked;
        for (const std::string& fault : scene::faults(scene)) {
          FAIL_CHECK(config << " " << size.width << "x" << size.height << " " << scene.screen << " " << scene.card
                            << " " << scene.language << ": " << fault);
        }
      }
    }
  }
  std::cout << checked << " scenes checked\n";
  CHECK(checked > 400);
}

TEST_CASE("the rules catch a shipped card that is damaged on purpose") {
  Content content = shipped("kiosk.toml", {1920, 1080});
  const paint::FaceTable faces(paint::default_family_choices(), commands::languages_of(content));
  paint::TtfFonts fonts(faces);
  content.pack.cards[0].text[0].lead +=
      " And so on and on, with far more words than anybody could ever be willing to "
      "read while standing in front of a screen in a lobby with a coat on one arm.";
  const std::vector<scene::Scene> all = scenes(content, fonts);
  CHECK_FALSE(scene::faults(all.front()).empty());
}

TEST_CASE("a card is readable for as long as it is shown and the wall comes round in time") {
  const Content content = shipped("wall.toml", {1920, 1080});
  for (std::size_t language = 0; language < content.pack.languages.size(); ++language) {
    Millis loop{0};
    for (const Card& card : content.pack.cards) {
      const Millis stays = dwell(card, language, content.settings.loop);
      CHECK(stays >= reading_time(card.text[language].reading, true, content.settings.loop));
      loop += stays;
    }
    CHECK(loop <= content.settings.loop.longest_loop);
  }
}

// The promises about the screen, over everything that is shipped, with the real fonts.
#include <iostream>

#include "catch.h"
#include "commands/every_screen.h"
#include "commands/load.h"
#include "model/dwell.h"
#include "paint/ttf_fonts.h"
#include "scene/rules.h"

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

std::vector<scene::Scene> scenes(const Content& content, text::Fonts& fonts) {
  return commands::every_screen(content, fonts,
                                std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9));
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

// The rules of the screen, checked on everything that ships, with the real fonts.
#include <algorithm>
#include <array>
#include <iostream>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "model/dwell.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "sanitized.h"
#include "scene/hit_test.h"
#include "scene/rules.h"
#include "source/diagnostic.h"

using namespace anteroom;

namespace {

const std::string root = ANTEROOM_ROOT;

assembly::Loaded shipped(const std::string& config, assembly::Size size) {
  source::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load({root + "/config/" + config, {}}, diagnostics);
  for (const source::Diagnostic& each : diagnostics.sorted()) std::cerr << source::to_text(each);
  Screen& screen = loaded.content.settings.screen;
  screen = assembly::resized(screen, size);
  return loaded;
}

std::vector<scene::Scene> scenes(const Content& content, text::Fonts& fonts, const Session& look = {}) {
  return report::every_screen(content, fonts, std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9),
                              look);
}

Session look_of(int percent, bool high_contrast, Reach reach) {
  Session look;
  look.text_percent = percent;
  look.high_contrast = high_contrast;
  look.reach = reach;
  return look;
}

// Every combination of accessibility options that a patient may choose; under the sanitizers one with each option.
std::vector<Session> looks() {
  if (is_sanitized) return {Session{}, look_of(150, true, Reach::right), look_of(200, false, Reach::left)};
  std::vector<Session> all;
  for (const int percent : {100, 150, 200}) {
    for (const bool contrast : {false, true}) {
      for (const Reach reach : {Reach::none, Reach::right, Reach::left})
        all.push_back(look_of(percent, contrast, reach));
    }
  }
  return all;
}

std::string named(const Session& look) {
  constexpr std::array hands{"", " right", " left"};
  return std::to_string(look.text_percent) + "%" + (look.high_contrast ? " high" : "") +
         hands.at(static_cast<std::size_t>(look.reach));
}

// What is switched on is shown by its colour and, for patients who do not see that, by a tick, or by a second edge
// where a long word leaves no room. A region of a picture has its own sign.
bool has_its_sign(const scene::Scene& scene, const scene::Target& target) {
  if (!target.chosen || target.id.rfind("region-", 0) == 0) return true;
  return std::any_of(scene.items.begin(), scene.items.end(), [&](const scene::Item& item) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr) return picture->file.ends_with("/check.svg") && target.box.encloses(picture->box);
    const auto* fill = std::get_if<scene::Fill>(&item);
    return fill != nullptr && fill->color.a == 0 && fill->edge_mm >= 1 && target.box.inset(1).encloses(fill->box);
  });
}

// Counts the scenes of `config` on a screen of `size` with each of `all_looks`, and fails for each rule that one
// breaks.
std::size_t check_all(const std::string& config, assembly::Size size, const std::vector<Session>& all_looks) {
  assembly::Loaded loaded = shipped(config, size);
  loaded.content.settings.languages = loaded.content.pack.languages;
  REQUIRE(loaded.content.pack.languages.size() == 6);
  paint::TtfFonts fonts(*loaded.faces);
  std::size_t checked = 0;
  for (const Session& look : all_looks) {
    for (const scene::Scene& scene : scenes(loaded.content, fonts, look)) {
      ++checked;
      for (const scene::Target* target : scene::focus_order(scene)) {
        INFO(config << " " << named(look) << " " << scene.language << " " << scene.card << " " << target->label);
        CHECK(has_its_sign(scene, *target));
      }
      for (const std::string& fault : scene::faults(scene)) {
        FAIL_CHECK(config << " " << size.width << "x" << size.height << " " << named(look) << " " << scene.screen << " "
                          << scene.card << " " << scene.language << ": " << fault);
      }
    }
  }
  return checked;
}

}  // namespace

TEST_CASE("every card screen language text size contrast and reach keeps every rule of a scene") {
  std::size_t checked = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    checked += check_all("kiosk.toml", size, looks());
    checked += check_all("wall.toml", size, looks());
  }
  std::cout << checked << " scenes checked\n";
  CHECK(checked > (is_sanitized ? 3'000 : 20'000));
}

TEST_CASE("screens of other shapes keep every rule of a scene") {
  Session large;
  large.text_percent = 200;
  const std::vector<Session> all = is_sanitized ? std::vector{large} : std::vector{Session{}, large};
  for (const assembly::Size size : {assembly::Size{1280, 1024}, {3840, 2160}}) {
    CHECK(check_all("kiosk.toml", size, all) > 400);
    CHECK(check_all("wall.toml", size, {Session{}}) > 50);
  }
}

TEST_CASE("the rules catch a shipped card that is damaged on purpose") {
  assembly::Loaded loaded = shipped("kiosk.toml", {1920, 1080});
  Content& content = loaded.content;
  paint::TtfFonts fonts(*loaded.faces);
  content.pack.cards[0].text[0].lead +=
      " And so on and on, with far more words than anybody could ever be willing to "
      "read while standing in front of a screen in a lobby with a coat on one arm.";
  const std::vector<scene::Scene> all = scenes(content, fonts);
  CHECK_FALSE(scene::faults(all.front()).empty());
}

TEST_CASE("a card is shown long enough to be read and the wall's loop comes round in time") {
  const Content content = shipped("wall.toml", {1920, 1080}).content;
  for (std::size_t language = 0; language < content.pack.languages.size(); ++language) {
    Millis loop{0};
    for (const Card& card : content.pack.cards) {
      const CardText& text = card.text[language];
      const bool is_short = content.settings.role == Role::wall && !text.wall.empty();
      const ReadingLoad& seen = is_short ? text.wall_reading : text.reading;
      const Millis stays = dwell(card, language, content.settings.role, content.settings.loop);
      CHECK(stays >= reading_time(seen, true, content.settings.loop));
      loop += stays;
    }
    CHECK(loop <= content.settings.loop.longest_loop);
  }
}

// The greetings with which a wall's loop opens, and where it says that the touchscreen is.
#include <algorithm>
#include <optional>

#include "catch.h"
#include "model/sample_content.h"
#include "scene/rules.h"
#include "scene/spoken.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Content greeting_wall(WallSettings wall, bool portrait) {
  Content content = sample_content(2, Role::wall);
  content.settings.loop.hello = true;
  content.settings.wall = std::move(wall);
  content.assets = "/assets";
  if (portrait) std::swap(content.settings.screen.width_mm, content.settings.screen.height_mm);
  return content;
}

scene::Scene greeted(const Content& content) {
  text::FakeFonts fonts;
  return screens::compose(start(content, moment(Millis(0), monday_morning)), content, fonts);
}

// The text in `language` that says `words`, on one line or on several.
const scene::Text* text_with(const scene::Scene& scene, const std::string& words, const std::string& language) {
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->layout.text == words && text->layout.style.language == language) return text;
  }
  return nullptr;
}

const scene::Polygon* arrow(const scene::Scene& scene) {
  for (const scene::Item& item : scene.items) {
    if (const auto* polygon = std::get_if<scene::Polygon>(&item)) return polygon;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("below each greeting a wall says in its language where the touchscreen is, and an arrow points there once") {
  for (const bool portrait : {false, true}) {
    for (const std::string place : {"left", "right", "desk"}) {
      const Content content = greeting_wall({.ready_place = place, .place = {}}, portrait);
      const scene::Scene scene = greeted(content);
      INFO(place << " " << portrait);
      CHECK(scene::faults(scene) == std::vector<std::string>{});
      for (const std::string& language : content.pack.languages) {
        const InterfaceWords& words = words_for(content, language);
        const std::string said = words.say("touchscreen_at", {{"place", words.say("place_" + place)}});
        CHECK(text_with(scene, said, language) != nullptr);
      }
      CHECK((arrow(scene) != nullptr) == (place != "desk"));
      if (arrow(scene) != nullptr)
        CHECK((scene::middle(arrow(scene)->box).x < scene.width_mm / 2) == (place == "left"));
      CHECK(std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
              const auto* picture = std::get_if<scene::Picture>(&item);
              return picture != nullptr && picture->file.ends_with("/touch.svg");
            }) == 1);
    }
  }
}

TEST_CASE("a wall that cannot say it in every language says it on the band in the language shown") {
  const Content content = greeting_wall({.ready_place = "", .place = {{"en", "by the fish tank"}}}, false);
  const scene::Scene scene = greeted(content);
  CHECK(scene::faults(scene) == std::vector<std::string>{});
  const scene::Text* text = text_with(scene, "The touchscreen is by the fish tank", "en");
  REQUIRE(text != nullptr);
  CHECK(text->box.y > 0.6 * scene.height_mm);
  CHECK(arrow(scene) == nullptr);
}

// PIN pad and cleaning lock, which are in a clinic's first language, with each language as the first.
#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "paint/ttf_fonts.h"
#include "scene/rules.h"
#include "screens/compose.h"
#include "source/diagnostic.h"

using namespace anteroom;

namespace {

void check_screen(const State& state, const Content& content, text::Fonts& fonts) {
  const scene::Scene scene = screens::compose(state, content, fonts);
  const Screen& screen = content.settings.screen;
  CHECK(scene.language == content.settings.languages.front());
  for (const std::string& fault : scene::faults(scene)) {
    FAIL_CHECK(screen.width_px << "x" << screen.height_px << " " << scene.language << " " << scene.screen << ": "
                               << fault);
  }
}

}  // namespace

TEST_CASE("PIN pad and cleaning lock keep every rule of a scene in each first language") {
  source::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  Content& content = loaded.content;
  paint::TtfFonts fonts(*loaded.faces);
  const Screen usual = content.settings.screen;
  const std::vector<std::string> languages = content.pack.languages;
  REQUIRE(languages.size() == 6);
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}, {1280, 1024}}) {
    content.settings.screen = assembly::resized(usual, size);
    for (std::size_t first = 0; first < languages.size(); ++first) {
      content.settings.languages = languages;
      std::swap(content.settings.languages.front(), content.settings.languages[first]);
      State state = start(content, {MonoTime{}, std::chrono::local_days(content.pack.review.on)});
      state.hello = false;
      state.staff.place = StaffPlace::pin;
      check_screen(state, content, fonts);
      state.staff.digits = "12345678";
      check_screen(state, content, fonts);
      state.staff.digits.clear();
      state.staff.refused = true;
      check_screen(state, content, fonts);
      state.staff.locked_s = 3840;
      check_screen(state, content, fonts);
      state.staff.place = StaffPlace::cleaning;
      for (const int left : {600, 59, 1}) {
        state.staff.cleaning_s = left;
        check_screen(state, content, fonts);
      }
    }
  }
}

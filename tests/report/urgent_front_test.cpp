// An urgent card's front, as it ships, with the real fonts.
#include <string>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/dump.h"
#include "screens/compose.h"

using namespace anteroom;

TEST_CASE("the front of an urgent card says whom to call in every language, size and shape") {
  int seen = 0;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      source::Diagnostics diagnostics;
      assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/" + config, {}}, diagnostics);
      Content& content = loaded.content;
      content.settings.screen = assembly::resized(content.settings.screen, size);
      content.settings.languages = content.pack.languages;
      paint::TtfFonts fonts(*loaded.faces);
      State state =
          start(content, {MonoTime{}, std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9)});
      for (std::size_t card = 0; card < content.pack.cards.size(); ++card) {
        if (!content.pack.cards[card].is_urgent) continue;
        state.card = card;
        for (state.language = 0; state.language < content.pack.languages.size(); ++state.language) {
          for (const int percent : {100, 150, 200}) {
            state.session.text_percent = percent;
            INFO(config << " " << size.width << " " << content.pack.languages[state.language] << " " << percent);
            const std::string front = scene::visible_text(screens::compose(state, content, fonts));
            CHECK_THAT(front, ContainsSubstring("911"));
            ++seen;
          }
        }
      }
    }
  }
  CHECK(seen == 2 * 2 * 6 * 3);
}

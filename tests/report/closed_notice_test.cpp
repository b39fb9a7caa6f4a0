// The dark screen of a closed clinic with a notice, as it ships, with the real fonts.
#include <chrono>
#include <string>

#include "catch.h"
#include "content/read_notice.h"
#include "report/shipped_fronts.h"
#include "scene/dump.h"
#include "scene/rules.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

Notice ready_made_notice(const std::string& name) {
  source::Diagnostics none;
  return content::read_notice(std::string(ANTEROOM_ROOT) + "/assets/notices/" + name + ".toml", none).value();
}

// True if a number is in `text`, in digits of Europe or of Arabic.
bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos || text.find("\xD9\xA8") != std::string::npos;
}

// Sees the closed screen of kiosk and wall in both shapes, at each of six minutes: each language is the large one once.
template <typename See>
void for_each_closed_screen(const Notice& notice, See see) {
  using std::chrono::hours;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      ShippedPack pack(config, size);
      Content& content = pack.loaded.content;
      content.settings.hours.week.assign(7, DayHours{OpenSpan{hours(8), hours(12)}});
      State state = start(content, {MonoTime{}, report::time_of_all_cards(content)});
      state.open = false;
      state.notice = notice;
      const auto day = std::chrono::floor<std::chrono::days>(report::time_of_all_cards(content));
      for (int minute = 0; minute < 6; ++minute) {
        state.minute = day + hours(20) + std::chrono::minutes(minute);
        INFO(config << " " << size.width << " minute " << minute);
        see(content, screens::compose(state, content, pack.fonts));
      }
    }
  }
}

}  // namespace

TEST_CASE("a notice drove languages and the hour of opening off the closed screen") {
  for (const std::string name : {"closed-today", "wear-a-mask", "no-flu-shots"}) {
    const Notice notice = ready_made_notice(name);
    for_each_closed_screen(notice, [&](const Content& content, const scene::Scene& scene) {
      const std::string text = scene::visible_text(scene);
      for (const std::string& language : content.pack.languages) {
        INFO(name << " in " << language);
        CHECK_THAT(text, ContainsSubstring(notice.words.at(language).title));
      }
      int languages = 0;
      for (const scene::Item& item : scene.items) {
        const auto* each = std::get_if<scene::Text>(&item);
        if (each != nullptr && has_digit(each->layout.text)) ++languages;
      }
      CHECK(languages >= 8);  // the time, when it opens in each language, and the number to call
      CHECK(scene::faults(scene).empty());
    });
  }
}

TEST_CASE("words of the clinic's own are large on the closed screen at every minute, beside all languages") {
  const Notice notice{NoticeLevel::info, {{"", {"We are moving to 12 King Street", ""}}}, {}, {}};
  for_each_closed_screen(notice, [&](const Content& content, const scene::Scene& scene) {
    int openings = 0;
    for (const scene::Item& item : scene.items) {
      const auto* each = std::get_if<scene::Text>(&item);
      if (each == nullptr) continue;
      if (each->layout.text.find("King Street") != std::string::npos) CHECK(each->role == scene::TextRole::body);
      if (has_digit(each->layout.text)) ++openings;
    }
    CHECK_THAT(scene::visible_text(scene), ContainsSubstring("We are moving to 12 King Street"));
    CHECK(openings >= static_cast<int>(content.pack.languages.size()) + 3);
    CHECK(scene::faults(scene).empty());
  });
}

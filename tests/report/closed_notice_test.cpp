// The dark screen of a closed clinic with a notice, as it ships, with the real fonts.
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

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

// How many texts of `scene` have a number in them.
int with_digits(const scene::Scene& scene) {
  return static_cast<int>(std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    const auto* text = std::get_if<scene::Text>(&item);
    return text != nullptr && has_digit(text->layout.text);
  }));
}

// One of them.
struct Night {
  bool is_kiosk = false, is_portrait = false;
  scene::Scene scene;
};

// The closed screens of kiosk and wall in both shapes, at each of six minutes: each language is the large one once.
template <typename See>
void for_each_closed_screen(const Notice& notice, See see) {
  using std::chrono::hours;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      ShippedPack pack(config, size);
      Content& content = pack.loaded.content;
      content.settings.hours.week.assign(7, DayHours{OpenSpan{hours(8), hours(12)}});
      State state = start(content, {MonoTime{}, report::time_of_all_cards(content)});
      state.hello = false;
      state.open = false;
      state.notice = notice;
      const auto day = std::chrono::floor<std::chrono::days>(report::time_of_all_cards(content));
      std::vector<Night> nights;
      for (int minute = 0; minute < 6; ++minute) {
        state.minute = day + hours(20) + std::chrono::minutes(minute);
        nights.push_back({content.settings.role == Role::kiosk, size.width < size.height,
                          screens::compose(state, content, pack.fonts)});
        INFO(config << " " << size.width << " minute " << minute);
        for (const std::string& fault : scene::faults(nights.back().scene)) FAIL_CHECK(fault);
      }
      INFO(config << " " << size.width);
      see(content, nights);
    }
  }
}

}  // namespace

TEST_CASE("a notice drove languages and the hour of opening off the closed screen") {
  for (const std::string name : {"closed-today", "wear-a-mask", "no-flu-shots"}) {
    const Notice notice = ready_made_notice(name);
    for_each_closed_screen(notice, [&](const Content& content, const std::vector<Night>& nights) {
      std::string all;
      for (const Night& night : nights) {
        const std::string text = scene::visible_text(night.scene);
        all += text;
        // Elsewhere not all have room at once; each is the large one in its turn.
        if (!night.is_kiosk || night.is_portrait) continue;
        for (const std::string& language : content.pack.languages) {
          INFO(name << " in " << language);
          CHECK_THAT(text, ContainsSubstring(notice.words.at(language).title));
        }
        // The time, when it opens in each language, and the number to call.
        CHECK(with_digits(night.scene) >= static_cast<int>(content.pack.languages.size()) + 2);
      }
      for (const std::string& language : content.pack.languages) {
        INFO(name << " in " << language);
        CHECK_THAT(all, ContainsSubstring(notice.words.at(language).title));
      }
    });
  }
}

TEST_CASE("words of the clinic's own are large on the closed screen at every minute, beside all languages") {
  const Notice notice{NoticeLevel::info, {{"", {"We are moving to 12 King Street", ""}}}, {}, {}};
  for_each_closed_screen(notice, [&](const Content& content, const std::vector<Night>& nights) {
    for (const Night& night : nights) {
      for (const scene::Item& item : night.scene.items) {
        const auto* each = std::get_if<scene::Text>(&item);
        if (each != nullptr && each->layout.text.find("King Street") != std::string::npos) {
          CHECK(each->role == scene::TextRole::body);
        }
      }
      CHECK_THAT(scene::visible_text(night.scene), ContainsSubstring("We are moving to 12 King Street"));
      if (night.is_kiosk) CHECK(with_digits(night.scene) >= static_cast<int>(content.pack.languages.size()) + 3);
    }
  });
}

// Each front that ships, in the room that a notice leaves it, with the real fonts.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include "catch.h"
#include "content/read_notice.h"
#include "report/shipped_fronts.h"
#include "sanitized.h"
#include "scene/rules.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

// The ready-made notices of the level info, by name, with a number in them.
std::map<std::string, Notice> ready_made_bands() {
  std::map<std::string, Notice> all;
  for (const auto& file : std::filesystem::directory_iterator(std::string(ANTEROOM_ROOT) + "/assets/notices")) {
    source::Diagnostics none;
    Notice notice = content::read_notice(file.path(), none).value();
    for (auto& [language, words] : notice.words) {
      if (const auto at = words.title.find("{minutes}"); at != std::string::npos) words.title.replace(at, 9, "20");
    }
    if (notice.level == NoticeLevel::info) all.emplace(file.path().stem().string(), std::move(notice));
  }
  return all;
}

bool names_number(const scene::Scene& front, const std::string& number) {
  return std::any_of(front.items.begin(), front.items.end(), [&](const scene::Item& item) {
    const auto* text = std::get_if<scene::Text>(&item);
    return text != nullptr && text->layout.text.find(number) != std::string::npos;
  });
}

// What breaks a rule on `front`, but that a notice may be one long line.
std::string faults_on(const scene::Scene& front) {
  std::string faults;
  for (const std::string& fault : scene::faults(front)) {
    if (!fault.starts_with("line: ")) faults += fault + "\n";
  }
  return faults;
}

}  // namespace

TEST_CASE("below a notice a number stuck out of its band in Punjabi, and an invitation covered the lead in French") {
  const std::map<std::string, Notice> notices = ready_made_bands();
  REQUIRE(notices.size() >= 4);
  int seen = 0;
  for (const std::string config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      ShippedPack pack(config, size);
      const Content& content = pack.loaded.content;
      State state = start(content, {MonoTime{}, report::time_of_all_cards(content)});
      state.hello = false;
      state.open = true;
      for (const int percent : {100, 150, 200}) {
        if (percent > 100 && content.settings.role == Role::wall) continue;
        state.session.text_percent = percent;
        for (const auto& [name, notice] : notices) {
          state.notice = notice;
          for (state.language = 0; state.language < content.pack.languages.size(); ++state.language) {
            for (const std::size_t card : report::shown_cards(content, state.language)) {
              if (!is_tried(card, state.language)) continue;
              state.card = card;
              INFO(config << " " << size.width << " " << percent << " % " << content.pack.languages[state.language]
                          << " " << content.pack.cards[card].id << " below " << name);
              const scene::Scene front = screens::compose(state, content, pack.fonts);
              CHECK(faults_on(front) == "");
              const Card& shown = content.pack.cards[card];
              if (shown.is_urgent) CHECK(names_number(front, shown.text[state.language].emergency));
              ++seen;
            }
          }
        }
      }
    }
  }
  CHECK(seen >= 2 * (3 + 1) * 4 * 6 * 11 / (is_sanitized ? 3 : 1));
}

TEST_CASE("with one card fewer in the loop, every front still has room, below a notice, too") {
  const ShippedPack whole("kiosk.toml", {1920, 1080});
  const std::vector<Card>& cards = whole.loaded.content.pack.cards;
  const Notice notice = ready_made_bands().at("running-late");
  paint::TtfFonts fonts(*whole.loaded.faces);
  for (std::size_t gone = 0; gone < cards.size(); ++gone) {
    Content content = whole.loaded.content;
    content.pack.cards.erase(content.pack.cards.begin() + static_cast<std::ptrdiff_t>(gone));
    State state = start(content, {MonoTime{}, report::time_of_all_cards(content)});
    state.hello = false;
    state.open = true;
    for (const int percent : {100, 150, 200}) {
      state.session.text_percent = percent;
      for (state.language = 0; state.language < content.pack.languages.size(); ++state.language) {
        for (const std::size_t card : report::shown_cards(content, state.language)) {
          if (!is_tried(card + gone, state.language)) continue;
          state.card = card;
          INFO("without " << cards[gone].id << ", " << percent << " %, " << content.pack.languages[state.language]
                          << ", " << content.pack.cards[card].id);
          state.notice.reset();
          CHECK(faults_on(screens::compose(state, content, fonts)) == "");
          state.notice = notice;
          CHECK(faults_on(screens::compose(state, content, fonts)) == "");
        }
      }
    }
  }
}

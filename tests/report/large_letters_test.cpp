// The screens that ship in letters of 150 and 200 %, with the real fonts: that a touched place is told beside its
// picture, that the number of pages stays, and the invitation on every front (of any size).
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "model/exhibit_state.h"
#include "scene/dump.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

const std::vector<assembly::Size> shapes{{1920, 1080}, {1080, 1920}};

State state_at(const Content& content, std::size_t language, std::size_t card, int percent) {
  const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
  State state = start(content, {MonoTime{}, possible_time(content, time)});
  state.open = true;
  state.session.text_percent = percent;
  state.language = language;
  state.card = card;
  return state;
}

// True for what a touch on an exhibit leads to: "page-2-spot-1".
bool is_touched(const report::Screenful& shown) {
  return shown.name.starts_with("page-") && std::count(shown.name.begin(), shown.name.end(), '-') > 1;
}

// The text of `scene` in the size of body text, without names, which are bold.
std::string body_words(const scene::Scene& scene) {
  std::string words;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->role == scene::TextRole::body && text->layout.style.weight == text::Weight::regular) {
      words += text->layout.text;
    }
  }
  return words;
}

bool has_handle(const scene::Scene& scene) {
  return std::any_of(scene.items.begin(), scene.items.end(),
                     [](const scene::Item& item) { return std::holds_alternative<scene::Handle>(item); });
}

std::string without_spaces(std::string words) {
  std::erase(words, ' ');
  return words;
}

// Calls see(state, screens) for each card, language and shape at each large text size.
template <typename See>
void for_each_large_card(See see) {
  for (const assembly::Size size : shapes) {
    ShippedPack shipped("kiosk.toml", size);
    const Content& content = shipped.loaded.content;
    for (const int percent : {150, 200}) {
      for (const std::size_t language : report::shown_languages(content)) {
        for (const std::size_t card : report::shown_cards(content, language)) {
          INFO(size.width << " " << percent << "% " << content.pack.cards[card].id << " "
                          << content.pack.languages[language]);
          const State state = state_at(content, language, card, percent);
          see(content, state, report::screens_of_card(state, content, shipped.fonts));
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("what is touched in large letters is told in whole beside its picture") {
  int told = 0;
  for_each_large_card([&](const Content& content, const State& state, const std::vector<report::Screenful>& screens) {
    const Card& card = content.pack.cards[*state.card];
    const CardText& text = card.text[state.language];
    std::set<std::size_t> counts;
    std::map<std::size_t, std::string> said;  // by part
    for (const report::Screenful& shown : screens) {
      if (!is_touched(shown)) continue;
      INFO(shown.name);
      const std::optional<std::size_t> part = part_shown(card.exhibit, shown.state.session.exhibit);
      REQUIRE(part);
      const bool is_sheet = std::holds_alternative<Fold>(card.exhibit);
      CHECK((is_sheet ? has_handle(shown.scene) : picture_of(shown.scene) != nullptr));
      said[*part] += body_words(shown.scene);
      ++told;
    }
    for (const auto& [part, words] : said) {
      INFO(words);
      CHECK(without_spaces(words).find(without_spaces(text.exhibit.parts[part].text)) != std::string::npos);
    }
  });
  std::cout << told << " touches told\n";
  CHECK(told > 400);
}

TEST_CASE("touching an exhibit in large letters does not change which page it is, nor of how many") {
  int touched = 0;
  for_each_large_card([&](const Content& content, const State& state, const std::vector<report::Screenful>& screens) {
    const InterfaceWords& words = words_for(content, content.pack.languages[state.language]);
    const auto page_of = [&](const scene::Scene& scene) {
      const std::string seen = scene::visible_text(scene);
      for (int total = 1; total < 20; ++total) {
        for (int n = 1; n <= total; ++n) {
          const std::string where = words.say("page", {{"n", std::to_string(n)}, {"total", std::to_string(total)}});
          if (seen.find(where) != std::string::npos) return where;
        }
      }
      return std::string();
    };
    std::string untouched;
    for (const report::Screenful& shown : screens) {
      if (!is_touched(shown)) {
        untouched = page_of(shown.scene);
      } else {
        INFO(shown.name);
        CHECK(page_of(shown.scene) == untouched);
        ++touched;
      }
    }
  });
  CHECK(touched > 300);
}

TEST_CASE("an invitation in letters of the usual size is one line between an icon and an arrow") {
  for (const assembly::Size size : shapes) {
    ShippedPack shipped("kiosk.toml", size);
    const Content& content = shipped.loaded.content;
    for (const scene::Scene& front : shipped.loop("", 100).fronts) {
      INFO(size.width << " " << front.card << " " << front.language);
      const InterfaceWords& words = words_for(content, front.language);
      const scene::Text* invitation = nullptr;
      for (const scene::Item& item : front.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr) continue;
        for (const char* key : {"touch", "touch_fold", "touch_steps", "touch_hotspots", "touch_short"}) {
          if (text->layout.text == words.say(key)) invitation = text;
        }
      }
      REQUIRE(invitation != nullptr);
      CHECK(invitation->layout.lines.size() == 1);
      const scene::Rect row{0, invitation->box.y, front.width_mm, invitation->box.h};
      const auto icons = std::count_if(front.items.begin(), front.items.end(), [&](const scene::Item& item) {
        const auto* picture = std::get_if<scene::Picture>(&item);
        return picture != nullptr && picture->tint && picture->box.overlaps(row);
      });
      CHECK(icons == 2);
    }
  }
}

TEST_CASE("every front invites to touch it, nearly all in one line, beside nothing else") {
  int fronts = 0, of_two_lines = 0;
  for (const assembly::Size size : shapes) {
    ShippedPack shipped("kiosk.toml", size);
    const Content& content = shipped.loaded.content;
    for (const int percent : {100, 150, 200}) {
      for (const scene::Scene& front : shipped.loop("", percent).fronts) {
        INFO(size.width << " " << percent << "% " << front.card << " " << front.language);
        const InterfaceWords& words = words_for(content, front.language);
        const scene::Text* invitation = nullptr;
        for (const scene::Item& item : front.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr) continue;
          for (const char* key : {"touch", "touch_fold", "touch_steps", "touch_hotspots", "touch_short", "touch_try"}) {
            if (text->layout.text == words.say(key)) invitation = text;
          }
        }
        ++fronts;
        REQUIRE(invitation != nullptr);
        CHECK(invitation->layout.lines.size() <= 2);
        if (invitation->layout.lines.size() > 1) ++of_two_lines;
        CHECK_FALSE(invitation->layout.has_broken_word());
        for (const scene::Item& item : front.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text == nullptr || text == invitation) continue;
          CHECK_FALSE(text->box.overlaps(invitation->box));
        }
      }
    }
  }
  CHECK(fronts == 11 * 6 * 2 * 3);
  CHECK(of_two_lines <= 2);
}

TEST_CASE(
    "what is told of a place in large letters in several pieces had no count of the places seen, and sheets no title") {
  std::map<std::string, int> titled;  // by shape, of the pages of sheets and timelines
  int counted = 0, told = 0;
  for_each_large_card([&](const Content& content, const State& state, const std::vector<report::Screenful>& screens) {
    const Card& card = content.pack.cards[*state.card];
    const CardText& text = card.text[state.language];
    const InterfaceWords& words = words_for(content, content.pack.languages[state.language]);
    const bool has_spots = std::holds_alternative<Hotspots>(card.exhibit);
    for (const report::Screenful& shown : screens) {
      if (!is_touched(shown)) continue;
      INFO(shown.name);
      const std::string seen = scene::visible_text(shown.scene);
      if (has_spots) {
        ++told;
        const std::string count = words.say("seen", {{"count", "1"}, {"total", "4"}});
        counted += without_spaces(seen).find(without_spaces(count)) != std::string::npos ? 1 : 0;
      } else if (without_spaces(seen).find(without_spaces(text.exhibit.title)) != std::string::npos) {
        ++titled[(shown.scene.height_mm > shown.scene.width_mm ? "portrait " : "landscape ") +
                 std::to_string(state.session.text_percent)];
      }
    }
  });
  std::cout << counted << " of " << told << " places told with a count\n";
  for (const auto& [shape, pages] : titled) std::cout << shape << "%: " << pages << " pages of exhibits with a title\n";
  CHECK(2 * counted >= told);  // where the words leave room; each name that was seen has a tick
  CHECK(titled["portrait 150"] >= 40);
  CHECK(titled["portrait 200"] >= 30);
  CHECK(titled["landscape 150"] >= 40);
}

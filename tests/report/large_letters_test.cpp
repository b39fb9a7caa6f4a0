// The screens that ship in letters of 150 and 200 %, with the real fonts: that a touched place is told beside its
// picture, that the number of pages stays, and the invitation on every front (of any size).
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "model/exhibit_state.h"
#include "sanitized.h"
#include "scene/dump.h"
#include "scene/hit_test.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

const std::vector<assembly::Size> shapes{{1920, 1080}, {1080, 1920}};

State state_at(const Content& content, std::size_t language, std::size_t card, int percent) {
  const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
  State state = start(content, {MonoTime{}, possible_time(content, time)});
  state.hello = false;
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
          if (!is_tried(card, language)) continue;
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
      const bool is_drawn_by_us =
          std::holds_alternative<Fold>(card.exhibit) || std::holds_alternative<Pull>(card.exhibit);
      CHECK((is_drawn_by_us ? has_handle(shown.scene) : picture_of(shown.scene) != nullptr));
      said[*part] += body_words(shown.scene);
      ++told;
    }
    for (const auto& [part, words] : said) {
      INFO(words);
      CHECK(without_spaces(words).find(without_spaces(text.exhibit.parts[part].text)) != std::string::npos);
    }
  });
  std::cout << told << " touches told\n";
  CHECK(told > at_least(400));
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
  CHECK(touched > at_least(300));
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
        for (const char* key : {"touch", "touch_fold", "touch_steps", "touch_hotspots", "touch_pull", "touch_short"}) {
          if (text->layout.text == words.say(key)) invitation = text;
        }
      }
      REQUIRE(invitation != nullptr);
      CHECK(invitation->layout.lines.size() == 1);
      const scene::Rect row{0, invitation->box.y, front.width_mm, invitation->box.h};
      const auto icons = std::count_if(front.items.begin(), front.items.end(), [&](const scene::Item& item) {
        const auto* picture = std::get_if<scene::Picture>(&item);
        const bool is_icon = picture != nullptr && picture->tint && picture->box.overlaps(row);
        return is_icon && picture->file.find("/call.svg") == std::string::npos;  // beside the number to call
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
          for (const char* key :
               {"touch", "touch_fold", "touch_steps", "touch_hotspots", "touch_pull", "touch_short", "touch_try"}) {
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

namespace {

// What is wrong with the heading of `scene`, on which a part of an exhibit that is called `name` is told.
std::vector<std::string> heading_faults(const scene::Scene& scene, const std::string& name, double title_baseline_mm) {
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text == nullptr || text->layout.text != name || text->layout.style.weight != text::Weight::semibold) continue;
    if (scene::target_at(scene, scene::middle(text->box)) != nullptr) continue;  // it is on a button
    if (std::abs(text->box.y + text->layout.lines.front().baseline_mm - title_baseline_mm) < 0.01) return {};
    return {"\"" + name + "\" is not on the line of titles"};
  }
  return {"\"" + name + "\" is no heading"};
}

}  // namespace

TEST_CASE(
    "a reader of large letters did not see what an open spot, step or sheet is called, and a count came and went") {
  int told = 0;
  for_each_large_card([&](const Content& content, const State& state, const std::vector<report::Screenful>& screens) {
    const Card& card = content.pack.cards[*state.card];
    const CardText& text = card.text[state.language];
    const InterfaceWords& words = words_for(content, content.pack.languages[state.language]);
    double title_mm = 0;
    for (const report::Screenful& shown : screens) {
      if (!is_touched(shown)) {
        if (shown.name == "front") continue;
        for (const scene::Item& item : shown.scene.items) {
          const auto* written = std::get_if<scene::Text>(&item);
          if (written == nullptr || written->role != scene::TextRole::title) continue;
          if (title_mm == 0) title_mm = written->box.y + written->layout.lines.front().baseline_mm;
        }
        continue;
      }
      INFO(shown.name);
      const std::optional<std::size_t> part = part_shown(card.exhibit, shown.state.session.exhibit);
      REQUIRE(part);
      const std::string& label = text.exhibit.parts[*part].label;
      const std::string& name = label.empty() ? text.exhibit.title : label;
      for (const std::string& fault : heading_faults(shown.scene, name, title_mm)) FAIL_CHECK(fault);
      const std::string count = words.say("seen", {{"count", "1"}, {"total", "4"}});
      const std::string seen = scene::visible_text(shown.scene);
      CHECK(without_spaces(seen).find(without_spaces(count)) == std::string::npos);
      if (++told > 1) continue;
      // Without it, or lower, it is found.
      scene::Scene damaged = shown.scene;
      std::erase_if(damaged.items, [&](const scene::Item& item) {
        const auto* written = std::get_if<scene::Text>(&item);
        return written != nullptr && written->layout.text == name;
      });
      CHECK(heading_faults(damaged, name, title_mm).size() == 1);
      CHECK(heading_faults(shown.scene, name, title_mm + 1).size() == 1);
    }
  });
  std::cout << told << " touches told below a heading\n";
  CHECK(told > at_least(550));
}

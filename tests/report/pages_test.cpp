// The pages behind the fronts that ship, with the real fonts: that words and pictures fill them, how large their titles
// are, and that the question and the source are where a patient finds them.
#include <algorithm>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "model/names.h"
#include "model/wall_clock.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/hit_test.h"
#include "scene/rules.h"

using namespace anteroom;

namespace {

// How high the area above the bar is.
double height_above_bar(const scene::Scene& page) {
  double top = page.height_mm;
  for (const char* id : {target_id::back, target_id::home, target_id::next, target_id::access}) {
    if (const scene::Target* target = scene::target_named(page, id)) top = std::min(top, target->box.y);
  }
  return top;
}

bool is_words(const scene::Text& text) {
  return text.role != scene::TextRole::label && !text.layout.lines.empty();
}

// Where the words of `page` end, or its picture where that is below them.
double content_end(const scene::Scene& page) {
  double end = 0;
  for (const scene::Item& item : page.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && is_words(*text)) end = std::max(end, text->box.y + text->layout.height_mm);
  }
  const double words_end = end;
  for (const scene::Item& item : page.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty() && picture->box.y >= words_end) end = picture->box.bottom();
  }
  return end;
}

const scene::Text* first_of(const scene::Scene& page, scene::TextRole role) {
  for (const scene::Item& item : page.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->role == role) return text;
  }
  return nullptr;
}

double picture_share(const scene::Scene& page) {
  double area = 0;
  for (const scene::Item& item : page.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty()) area += picture->box.w * picture->box.h;
  }
  return area / (page.width_mm * height_above_bar(page));
}

bool is_exhibit(const scene::Scene& page) {
  return std::any_of(page.items.begin(), page.items.end(), [](const scene::Item& item) {
    const auto* target = std::get_if<scene::Target>(&item);
    return std::holds_alternative<scene::Handle>(item) ||
           (target != nullptr && std::holds_alternative<ExhibitTap>(target->action));
  });
}

// What is wrong with a page of text or with that of the question.
std::vector<std::string> faults_of(const scene::Scene& page) {
  std::vector<std::string> faults;
  if (content_end(page) < height_above_bar(page) / 2) {
    faults.push_back("ends at " + std::to_string(content_end(page)) + " of " + std::to_string(height_above_bar(page)));
  }
  const scene::Text* title = first_of(page, scene::TextRole::title);
  const scene::Text* body = first_of(page, scene::TextRole::body);
  const bool asks = scene::target_named(page, target_id::about) != nullptr && page.text_percent > 100;
  if (title == nullptr && !asks) faults.emplace_back("has no title");
  if (title != nullptr && body != nullptr && title->layout.style.language == body->layout.style.language &&
      title->layout.style.size_mm < 1.25 * body->layout.style.size_mm) {
    faults.emplace_back("has a title hardly larger than its text");
  }
  if (title != nullptr && title->layout.style.breaks != text::Breaks::balanced) {
    faults.emplace_back("has a title that is not balanced");
  }
  return faults;
}

struct ShippedPages {
  assembly::Loaded loaded;
  paint::TtfFonts fonts;

  explicit ShippedPages(assembly::Size size) : loaded(load(size)), fonts(*loaded.faces) {}

  // The pages of each card in each language, without its exhibit.
  std::vector<std::vector<scene::Scene>> cards(const Session& look) {
    const Content& content = loaded.content;
    const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
    State state = start(content, {MonoTime{}, possible_time(content, time)});
    state.open = true;
    state.session = look;
    std::vector<std::vector<scene::Scene>> all;
    for (const std::size_t language : report::shown_languages(content)) {
      state.language = language;
      for (const std::size_t card : report::shown_cards(content, language)) {
        state.card = card;
        std::vector<scene::Scene>& pages = all.emplace_back();
        for (report::Screenful& each : report::screens_of_card(state, content, fonts)) {
          if (each.scene.screen == screen_name::detail && !is_exhibit(each.scene))
            pages.push_back(std::move(each.scene));
        }
      }
    }
    return all;
  }

  static assembly::Loaded load(assembly::Size size) {
    source::Diagnostics diagnostics;
    assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
    loaded.content.settings.screen = assembly::resized(loaded.content.settings.screen, size);
    loaded.content.settings.languages = loaded.content.pack.languages;
    return loaded;
  }
};

std::string named(const scene::Scene& page, int percent) {
  return std::to_string(static_cast<int>(page.width_mm)) + " mm " + std::to_string(percent) + "% " + page.language +
         " " + page.card + ": ";
}

}  // namespace

TEST_CASE("no page of a card is half empty and its title is larger than its text") {
  std::size_t measured = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const int percent : {100, 150, 200}) {
      Session look;
      look.text_percent = percent;
      for (const std::vector<scene::Scene>& pages : shipped.cards(look)) {
        for (const scene::Scene& page : pages) {
          ++measured;
          for (const std::string& fault : faults_of(page)) FAIL_CHECK(named(page, percent) << fault);
          if (percent != 100) continue;
          const bool asks = &page == &pages.back();
          CHECK(scene::target_named(page, target_id::about) != nullptr);
          if (!asks && picture_share(page) < 0.22) FAIL_CHECK(named(page, percent) << "has a small picture");
        }
      }
    }
  }
  std::cout << measured << " pages measured\n";
  CHECK(measured > 1500);
}

TEST_CASE("the question is the last page of each card, large, and the source is one touch away") {
  ShippedPages shipped({1920, 1080});
  const Content& content = shipped.loaded.content;
  for (const int percent : {100, 150, 200}) {
    Session look;
    look.text_percent = percent;
    for (const std::vector<scene::Scene>& pages : shipped.cards(look)) {
      const scene::Scene& last = pages.back();
      INFO(named(last, percent));
      const scene::Target* about = scene::target_named(last, target_id::about);
      REQUIRE(about != nullptr);
      CHECK(about->box.h >= scene::min_target_mm);
      CHECK(about->action == Action(ShowAbout{}));
      const auto& languages = content.pack.languages;
      const auto language =
          static_cast<std::size_t>(std::find(languages.begin(), languages.end(), last.language) - languages.begin());
      const auto card = std::find_if(content.pack.cards.begin(), content.pack.cards.end(),
                                     [&](const Card& each) { return each.id == last.card; });
      if (percent != 100) continue;
      const scene::Text* question = first_of(last, scene::TextRole::title);
      const scene::Text* heading = first_of(last, scene::TextRole::body);
      REQUIRE(question != nullptr);
      REQUIRE(heading != nullptr);
      CHECK(question->layout.text == card->text[language].ask);
      CHECK(question->layout.style.size_mm >= 1.25 * heading->layout.style.size_mm);
    }
  }
}

TEST_CASE("a page that is half empty or has a small title is found") {
  ShippedPages shipped({1920, 1080});
  const std::vector<std::vector<scene::Scene>> cards = shipped.cards({});
  scene::Scene page = cards.front().front();
  REQUIRE(faults_of(page).empty());
  const auto change = [&page](auto how) {
    for (scene::Item& item : page.items) {
      auto* text = std::get_if<scene::Text>(&item);
      if (text != nullptr && is_words(*text)) how(*text);
    }
  };
  const scene::Scene sound = page;
  change([](scene::Text& text) {
    text.box.y = 10;
    text.layout.height_mm = 20;
  });
  CHECK(faults_of(page).size() == 1);
  page = sound;
  change([](scene::Text& text) {
    if (text.role == scene::TextRole::title) text.layout.style.size_mm *= 0.7;
  });
  CHECK(faults_of(page).size() == 1);
}

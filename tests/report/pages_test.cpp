// The pages behind the fronts that ship, with the real fonts: that words and pictures fill them, how large their titles
// are, and that the question and the source are where a patient finds them.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "assembly/load.h"
#include "catch.h"
#include "model/names.h"
#include "paint/pictures.h"
#include "sanitized.h"
#include "scene/hit_test.h"
#include "scene/rules.h"
#include "shipped_pages.h"

using namespace anteroom;
using anteroom::tests::ShippedPages;

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
  const auto is_below = [&](const scene::Rect& box) {
    return std::any_of(page.items.begin(), page.items.end(), [&](const scene::Item& item) {
      const auto* text = std::get_if<scene::Text>(&item);
      return text != nullptr && is_words(*text) && box.x < text->box.right() && text->box.x < box.right();
    });
  };
  for (const scene::Item& item : page.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty() && picture->box.y >= words_end && is_below(picture->box))
      end = picture->box.bottom();
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

const scene::Picture* shown_on(const scene::Scene& page) {
  for (const scene::Item& item : page.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture != nullptr && !picture->alt.empty()) return picture;
  }
  return nullptr;
}

// What is wrong with the picture of `page` and with its ground, which is behind all of it.
std::vector<std::string> picture_faults(const scene::Scene& page) {
  const scene::Picture* picture = shown_on(page);
  if (picture == nullptr) return {"has no picture"};
  const scene::Fill* ground = nullptr;
  for (const scene::Item& item : page.items) {
    const auto* fill = std::get_if<scene::Fill>(&item);
    if (fill != nullptr && fill->box.encloses(picture->box, 1e-3)) ground = fill;
  }
  if (ground == nullptr) return {"has no ground behind its picture"};
  std::vector<std::string> faults;
  // On an urgent card the number to call has a part of it.
  const double least = page.card == "urgent-signs" ? 0.28 : 0.38;
  if (ground->box.w * ground->box.h < least * page.width_mm * height_above_bar(page))
    faults.emplace_back("has a small ground");
  if (std::max(picture->box.w / ground->box.w, picture->box.h / ground->box.h) < 0.75) {
    faults.emplace_back("has a small picture");
  }
  if (picture->frame && picture->layers.empty()) {
    const Share& frame = *picture->frame;
    const bool is_inside =
        frame.x > -1e-6 && frame.y > -1e-6 && frame.x + frame.w < 1 + 1e-6 && frame.y + frame.h < 1 + 1e-6;
    if (!is_inside) faults.emplace_back("shows more than its picture has");
  }
  return faults;
}

// What is wrong with a page of text or with that of the question. `continued`: it begins with the rest of a text, in
// large letters, above which no title takes room a second time.
std::vector<std::string> faults_of(const scene::Scene& page, bool continued = false) {
  std::vector<std::string> faults;
  // Beside large letters the picture is as high as the page, and a page of two lines is rare.
  const double least_end = page.text_percent > 100 ? 0.44 : 0.5;
  if (content_end(page) < least_end * height_above_bar(page)) {
    faults.push_back("ends at " + std::to_string(content_end(page)) + " of " + std::to_string(height_above_bar(page)));
  }
  const scene::Text* title = first_of(page, scene::TextRole::title);
  const scene::Text* body = first_of(page, scene::TextRole::body);
  const bool asks = scene::target_named(page, target_id::about) != nullptr && page.text_percent > 100;
  if (title == nullptr && !asks && !continued) faults.emplace_back("has no title");
  const bool is_number = title != nullptr && title->layout.text.find("911") != std::string::npos;
  if (title != nullptr && continued && !is_number) faults.emplace_back("repeats its title");
  if (title != nullptr && body != nullptr && title->layout.style.language == body->layout.style.language &&
      title->layout.style.size_mm < 1.25 * body->layout.style.size_mm) {
    faults.emplace_back("has a title hardly larger than its text");
  }
  if (title != nullptr && title->layout.style.breaks != text::Breaks::balanced) {
    faults.emplace_back("has a title that is not balanced");
  }
  return faults;
}

// The ids of all elements in the SVG at `path`.
std::vector<std::string> ids_in(const std::string& path) {
  std::ifstream file(path);
  const std::string svg{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> ids;
  const std::string mark = " id=\"";
  for (std::size_t at = svg.find(mark); at != std::string::npos; at = svg.find(mark, at + 1)) {
    const std::size_t from = at + mark.size();
    ids.push_back(svg.substr(from, svg.find('"', from) - from));
  }
  return ids;
}

// How much of the element in `box` (x, y, width, height in the picture's units) is inside `frame`.
double share_inside(const std::array<double, 4>& box, const Share& frame, const content::PictureFacts& facts) {
  const auto overlap = [](double from, double length, double from_frame, double length_frame) {
    return std::max(0.0, std::min(from + length, from_frame + length_frame) - std::max(from, from_frame));
  };
  const double across = overlap(box[0], box[2], frame.x * facts.width, frame.w * facts.width);
  const double down = overlap(box[1], box[3], frame.y * facts.height, frame.h * facts.height);
  return across * down / std::max(1e-9, box[2] * box[3]);
}

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
        bool continued = false;
        for (const scene::Scene& page : pages) {
          ++measured;
          for (const std::string& fault : faults_of(page, continued)) FAIL_CHECK(named(page, percent) << fault);
          const scene::Target* next = scene::target_named(page, target_id::next);
          const InterfaceWords& words = words_for(shipped.loaded.content, page.language);
          continued = next != nullptr && next->label == words.say("next_part");
          if (percent != 100) continue;
          const bool asks = &page == &pages.back();
          CHECK((scene::target_named(page, target_id::about) != nullptr) == asks);
          if (asks) continue;
          for (const std::string& fault : picture_faults(page)) FAIL_CHECK(named(page, percent) << fault);
        }
      }
    }
  }
  std::cout << measured << " pages measured\n";
  CHECK(measured > at_least(1500));
}

TEST_CASE("each page of a card shows something else") {
  int split = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const std::vector<scene::Scene>& pages : shipped.cards({})) {
      REQUIRE(pages.size() > 1);
      for (std::size_t i = 1; i < pages.size(); ++i) {
        const scene::Scene& page = pages[i];
        INFO(named(page, 100) << "page " << i);
        const scene::Picture *one = shown_on(page), *before = shown_on(pages[i - 1]);
        REQUIRE(one != nullptr);
        REQUIRE(before != nullptr);
        const scene::Text *own = first_of(page, scene::TextRole::title),
                          *previous = first_of(pages[i - 1], scene::TextRole::title);
        const bool goes_on = own->layout.text == previous->layout.text;  // a text that is too long for one page
        split += goes_on ? 1 : 0;
        if (!goes_on) CHECK_FALSE((one->frame == before->frame && one->layers == before->layers));
      }
    }
  }
  CHECK(split == 0);
}

// A cut-off strip of something else looks like a fault. Elements that are shown alone have nothing beside them.
TEST_CASE("no page shows a sliver of what is beside its part of the picture") {
  std::size_t parts = 0;
  paint::Pictures pictures(assembly::picture_options(ShippedPages::load({1920, 1080}).content.settings, 0));
  const content::PictureFactsOf facts_of = assembly::picture_facts_by(pictures);
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const std::vector<scene::Scene>& pages : shipped.cards({})) {
      for (const scene::Scene& page : pages) {
        const scene::Picture* picture = shown_on(page);
        if (page.language != "en" || picture == nullptr || !picture->frame || !picture->layers.empty()) continue;
        ++parts;
        const content::PictureFacts facts = facts_of(picture->file, ids_in(picture->file));
        for (const auto& [id, box] : facts.elements) {
          const double seen = share_inside(box, *picture->frame, facts);
          constexpr double nothing = 0.002, sliver = 0.06;
          INFO(named(page, 100) << id << " " << seen);
          CHECK((seen <= nothing || seen >= sliver));
        }
      }
    }
  }
  if (!is_sanitized) CHECK(parts >= 2);
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
  CHECK(faults_of(sound, true).size() == 1);  // its title is there once more
}

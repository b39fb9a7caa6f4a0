// How the pages behind the fronts that ship look, with the real fonts: where their titles are, how large text and
// pictures are, and the number to call on those of an urgent card.
#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "sanitized.h"
#include "scene/dump.h"
#include "shipped_pages.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr double alike_mm = 0.05;  // two baselines or sizes that differ by less look alike

bool is_number_to_call(const scene::Text& text) {
  return text.role == scene::TextRole::title && text.layout.text.find("911") != std::string::npos &&
         text.layout.text.size() < 12;
}

// The title of `page` and its text, but for the number to call.
struct PageWords {
  const scene::Text* title = nullptr;
  std::vector<const scene::Text*> body;

  explicit PageWords(const scene::Scene& page) {
    for (const scene::Item& item : page.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text == nullptr || text->layout.lines.empty() || is_number_to_call(*text)) continue;
      if (text->role == scene::TextRole::title && title == nullptr) title = text;
      if (text->role == scene::TextRole::body) body.push_back(text);
    }
  }
  double baseline_mm() const { return title->box.y + title->layout.lines.front().baseline_mm; }
  double size_mm() const { return body.front()->layout.style.size_mm; }
  double end_mm() const { return body.back()->box.y + body.back()->layout.height_mm; }
};

// The colour behind the card's picture on `page`; null if there is no picture.
const scene::Fill* ground_of(const scene::Scene& page) {
  for (const scene::Item& item : page.items) {
    const auto* picture = std::get_if<scene::Picture>(&item);
    if (picture == nullptr || picture->alt.empty()) continue;
    const scene::Fill* ground = nullptr;
    for (const scene::Item& other : page.items) {
      const auto* fill = std::get_if<scene::Fill>(&other);
      if (fill != nullptr && fill->box.encloses(picture->box, 1e-3)) ground = fill;
    }
    return ground;
  }
  return nullptr;
}

// True if each entry of a list on `page` has its own part of the picture.
bool is_pictured_list(const scene::Scene& page) {
  return std::count_if(page.items.begin(), page.items.end(), [](const scene::Item& item) {
           const auto* picture = std::get_if<scene::Picture>(&item);
           return picture != nullptr && picture->alt.empty() && !picture->layers.empty();
         }) > 2;
}

// The pages of text of one card in one language.
struct CardPages {
  std::string name, language;
  std::vector<const scene::Scene*> pages;
};

std::vector<CardPages> text_pages(const std::vector<std::vector<scene::Scene>>& cards) {
  std::vector<CardPages> all;
  for (const std::vector<scene::Scene>& pages : cards) {
    CardPages card{pages.front().card + " " + pages.front().language, pages.front().language, {}};
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
      if (!is_pictured_list(pages[i])) card.pages.push_back(&pages[i]);  // else each of its entries has a picture
    }
    all.push_back(std::move(card));
  }
  return all;
}

// Where the controls of `page` begin.
double top_of_bar(const scene::Scene& page) {
  double top = page.height_mm;
  for (const scene::Item& item : page.items) {
    const auto* target = std::get_if<scene::Target>(&item);
    if (target != nullptr && target->id == target_id::access) top = std::min(top, target->box.y);
    if (target != nullptr && target->id == target_id::back) top = std::min(top, target->box.y);
  }
  return top;
}

// What differs between the pages of `cards`, all on one screen, and where words do not fill their page, in sentences.
// The longest page of a card is filled, unless its letters are as large as they may be.
std::vector<std::string> differences(const std::vector<std::vector<scene::Scene>>& cards) {
  std::vector<std::string> faults;
  const std::vector<CardPages> all = text_pages(cards);
  const double line = PageWords(*all.front().pages.front()).baseline_mm();
  for (const CardPages& card : all) {
    double longest_end = 0, least = 1e9, most = 0;
    for (const scene::Scene* page : card.pages) {
      const PageWords words(*page);
      if (std::abs(words.baseline_mm() - line) > alike_mm) {
        faults.push_back(card.name + ": a title at " + std::to_string(words.baseline_mm()) + " mm, not " +
                         std::to_string(line));
      }
      const double size = words.size_mm();
      least = std::min(least, size);
      most = std::max(most, size);
      if (words.title->layout.style.size_mm < 1.25 * size - alike_mm) faults.push_back(card.name + ": a small title");
      longest_end = std::max(longest_end, words.end_mm());
    }
    // A short text has larger letters, so that half of its page is not empty, but only so much larger.
    constexpr double most_ratio = 1.301, half = 0.58;
    if (most > most_ratio * least) faults.push_back(card.name + ": two sizes of text");
    constexpr double least_end = 0.8, largest_cap_mm = 12.6;  // one and a half times the capitals of body text
    for (const scene::Scene* each : card.pages) {
      const PageWords words(*each);
      if (words.end_mm() < half * top_of_bar(*each) && words.size_mm() < 1.2 * least &&
          words.body.front()->layout.cap_height_mm < largest_cap_mm) {
        faults.push_back(card.name + ": a page is half empty, its words end at " + std::to_string(words.end_mm()));
      }
    }
    const scene::Scene& page = *card.pages.front();
    if (longest_end < least_end * top_of_bar(page) &&
        PageWords(page).body.front()->layout.cap_height_mm < largest_cap_mm) {
      faults.push_back(card.name + ": small text although its longest page ends at " + std::to_string(longest_end));
    }
  }
  return faults;
}

}  // namespace

TEST_CASE(
    "the titles of all pages are at one height, their text is as large as a card's longest page allows, and none is "
    "half empty") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const std::string& fault : differences(shipped.cards({}))) FAIL_CHECK(size.width << " " << fault);
  }
}

TEST_CASE("a page whose title is higher or whose text is smaller than that of the others is found") {
  ShippedPages shipped({1920, 1080});
  const std::vector<std::vector<scene::Scene>> sound = shipped.cards({});
  REQUIRE(differences(sound).empty());
  const auto changed = [&](scene::TextRole role, auto how, bool all = false) {
    std::vector<std::vector<scene::Scene>> cards = sound;
    for (std::size_t i = 0; i < (all ? cards[1].size() : 1); ++i) {
      for (scene::Item& item : cards[1][i].items) {
        auto* text = std::get_if<scene::Text>(&item);
        if (text != nullptr && text->role == role) how(*text);
      }
    }
    return differences(cards).size();
  };
  CHECK(changed(scene::TextRole::title, [](scene::Text& text) { text.box.y -= 1; }) == 1);
  CHECK(changed(scene::TextRole::body, [](scene::Text& text) { text.layout.style.size_mm *= 0.6; }) >= 1);
  CHECK(changed(scene::TextRole::title, [](scene::Text& text) { text.layout.style.size_mm *= 0.9; }) == 1);
  CHECK(changed(
            scene::TextRole::body, [](scene::Text& text) { text.box.y -= 60; }, true) == 1);
}

TEST_CASE(
    "with large letters the pages of a card had pictures of several sizes or none, and titles at several heights") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const int percent : {150, 200}) {
      Session look;
      look.text_percent = percent;
      const std::vector<std::vector<scene::Scene>> cards = shipped.cards(look);
      int lone_lines = 0, pages = 0, alone = 0, smaller = 0;
      std::map<std::string, std::map<std::string, int>> grounds;  // of each card and language
      std::map<std::string, std::set<std::string>> of_page;       // by card, language and title
      for (const CardPages& card : text_pages(cards)) {
        std::optional<double> line;
        std::string title;
        for (const scene::Scene* page : card.pages) {
          INFO(size.width << " " << percent << "% " << card.name);
          ++pages;
          const PageWords words(*page);
          // The rest of a text has none.
          if (words.title != nullptr) {
            if (!line) line = words.baseline_mm();
            CHECK(std::abs(words.baseline_mm() - *line) < alike_mm);
            title = words.title->layout.text;
          }
          CHECK(words.size_mm() == PageWords(*card.pages.front()).size_mm());
          std::size_t lines = 0;
          for (const scene::Text* text : words.body) lines += text->layout.lines.size();
          lone_lines += lines == 1 ? 1 : 0;
          const scene::Fill* ground = ground_of(*page);
          const std::string size_of_ground =
              ground == nullptr ? "none" : std::to_string(ground->box.w) + " by " + std::to_string(ground->box.h);
          of_page[card.name + title].insert(size_of_ground);
          if (ground == nullptr) {
            ++alone;
            continue;
          }
          ++grounds[card.name][size_of_ground];
        }
      }
      // On most cards the question and the key that keeps it leave room for one as well.
      int questions = 0;
      for (const std::vector<scene::Scene>& each : cards) questions += ground_of(each.back()) != nullptr ? 1 : 0;
      CHECK(questions >= at_least(60));
      CHECK(grounds.size() == (is_sanitized ? 22 : 66));
      for (const auto& [kind, sizes] : grounds) {
        INFO(kind);
        int all = 0, usual = 0;
        for (const auto& [each, count] : sizes) {
          all += count;
          usual = std::max(usual, count);
        }
        smaller += all - usual;
        CHECK(usual >= 0.5 * all);
      }
      CHECK(smaller <= 0.15 * pages);  // where a sentence would be cut beside it
      // All pieces of one page have the same.
      for (const auto& [page, sizes] : of_page) {
        INFO(page);
        CHECK(sizes.size() == 1);
      }
      std::cout << size.width << " " << percent << "%: " << pages << " pages of text, " << lone_lines
                << " of one line, " << smaller << " with a smaller picture, " << alone << " without one\n";
      CHECK(alone <= (percent == 200 ? pages / 40 : 0));  // where a sentence would be cut beside it
      CHECK(lone_lines <= 2);                             // of two words
    }
  }
}

TEST_CASE("questions are all of one size and at one height but where one is too long for that") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    std::map<std::string, std::map<int, int>> sizes;
    std::set<int> usual_lines;
    for (const std::vector<scene::Scene>& pages : shipped.cards({})) {
      const PageWords words(pages.back());
      REQUIRE(words.title != nullptr);
      ++sizes[pages.back().language][static_cast<int>(words.title->layout.style.size_mm * 10)];
      if (size.width > size.height && words.title->layout.lines.size() <= 3) {
        usual_lines.insert(static_cast<int>(words.baseline_mm()));
      }
    }
    for (const auto& [language, counts] : sizes) {
      INFO(size.width << " " << language);
      CHECK(counts.rbegin()->second >= at_least(5));
    }
    CHECK(usual_lines.size() <= 2);
  }
}

TEST_CASE("every page of an urgent card has the number to call as the largest thing on it on a band to the edge") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    int seen = 0;
    for (const auto& [percent, high_contrast] : {std::pair{100, false}, {100, true}, {150, false}, {200, false}}) {
      Session look;
      look.text_percent = percent;
      look.high_contrast = high_contrast;
      const std::string only = percent == 100 && !high_contrast ? "" : "urgent-signs";  // that of other cards has none
      for (const std::vector<scene::Scene>& pages : shipped.cards(look, true, only)) {
        for (const scene::Scene& page : pages) {
          const scene::Text* number = nullptr;
          double largest_other = 0;
          for (const scene::Item& item : page.items) {
            const auto* text = std::get_if<scene::Text>(&item);
            if (text == nullptr) continue;
            if (is_number_to_call(*text)) {
              number = text;
            } else {
              largest_other = std::max(largest_other, text->layout.cap_height_mm);
            }
          }
          INFO(percent << "% " << page.card << " " << page.language << " " << page.screen);
          REQUIRE((number != nullptr) == (page.card == "urgent-signs"));
          if (number == nullptr) continue;
          ++seen;
          CHECK(number->layout.cap_height_mm > (percent > 100 ? 1.05 : 1.4) * largest_other);
          CHECK(std::any_of(page.items.begin(), page.items.end(), [&](const scene::Item& item) {
            const auto* fill = std::get_if<scene::Fill>(&item);
            return fill != nullptr && fill->box.encloses(number->box) &&
                   (fill->box.x < 1e-6 || fill->box.right() > page.width_mm - 1e-6);
          }));
        }
      }
    }
    CHECK(seen >= (is_sanitized ? 2 : 6) * 4 * 5);
  }
}

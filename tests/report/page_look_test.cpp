// How the pages behind the fronts that ship look, with the real fonts: where their titles are, how large their text is,
// and the number to call on those of an urgent card.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
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

// The pages of text of one card in one language.
struct CardPages {
  std::string name, language;
  std::vector<const scene::Scene*> pages;
};

std::vector<CardPages> text_pages(const std::vector<std::vector<scene::Scene>>& cards) {
  std::vector<CardPages> all;
  for (const std::vector<scene::Scene>& pages : cards) {
    CardPages card{pages.front().card + " " + pages.front().language, pages.front().language, {}};
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) card.pages.push_back(&pages[i]);
    all.push_back(std::move(card));
  }
  return all;
}

// What differs between the pages of `cards`, all on one screen, in sentences. A card whose longest page would not fit
// in the usual size has one smaller size on all its pages, and fills the page with that.
std::vector<std::string> differences(const std::vector<std::vector<scene::Scene>>& cards) {
  std::vector<std::string> faults;
  const std::vector<CardPages> all = text_pages(cards);
  std::map<std::string, double> usual;
  for (const CardPages& card : all) {
    for (const scene::Scene* page : card.pages) {
      usual[card.language] = std::max(usual[card.language], PageWords(*page).size_mm());
    }
  }
  const double line = PageWords(*all.front().pages.front()).baseline_mm();
  for (const CardPages& card : all) {
    double longest_end = 0, size = 0;
    for (const scene::Scene* page : card.pages) {
      const PageWords words(*page);
      if (std::abs(words.baseline_mm() - line) > alike_mm) {
        faults.push_back(card.name + ": a title at " + std::to_string(words.baseline_mm()) + " mm, not " +
                         std::to_string(line));
      }
      if (size > 0 && std::abs(words.size_mm() - size) > alike_mm) faults.push_back(card.name + ": two sizes of text");
      size = words.size_mm();
      longest_end = std::max(longest_end, words.end_mm());
    }
    const double bar = card.pages.front()->height_mm - 30.8 * (card.pages.front()->width_mm > 400 ? 1 : 2);
    if (size < usual[card.language] - alike_mm && longest_end < 0.8 * bar) {
      faults.push_back(card.name + ": smaller text although its longest page ends at " + std::to_string(longest_end));
    }
  }
  return faults;
}

}  // namespace

TEST_CASE("the titles of all pages are at one height and their text has one size but where a page cannot hold it") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    const std::vector<std::vector<scene::Scene>> cards = shipped.cards({});
    for (const std::string& fault : differences(cards)) FAIL_CHECK(size.width << " " << fault);
    // The usual size is so for most cards in each language.
    std::map<std::string, std::map<int, int>> sizes;
    for (const CardPages& card : text_pages(cards)) {
      ++sizes[card.language][static_cast<int>(PageWords(*card.pages.front()).size_mm() * 10)];
    }
    for (const auto& [language, counts] : sizes) {
      INFO(size.width << " " << language);
      CHECK(counts.rbegin()->second >= 6);
      CHECK(counts.size() <= 4);
    }
  }
}

TEST_CASE("a page whose title is higher or whose text is smaller than that of the others is found") {
  ShippedPages shipped({1920, 1080});
  const std::vector<std::vector<scene::Scene>> sound = shipped.cards({});
  REQUIRE(differences(sound).empty());
  const auto changed = [&](scene::TextRole role, auto how) {
    std::vector<std::vector<scene::Scene>> cards = sound;
    for (scene::Item& item : cards[1].front().items) {
      auto* text = std::get_if<scene::Text>(&item);
      if (text != nullptr && text->role == role) how(*text);
    }
    return differences(cards).size();
  };
  CHECK(changed(scene::TextRole::title, [](scene::Text& text) { text.box.y -= 1; }) == 1);
  CHECK(changed(scene::TextRole::body, [](scene::Text& text) { text.layout.style.size_mm *= 0.9; }) >= 1);
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
      CHECK(counts.rbegin()->second >= 5);
    }
    CHECK(usual_lines.size() <= 2);
  }
}

TEST_CASE("every page of an urgent card has the number to call as the largest thing on it on a band to the edge") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    int seen = 0;
    for (const bool high_contrast : {false, true}) {
      Session look;
      look.high_contrast = high_contrast;
      for (const std::vector<scene::Scene>& pages : shipped.cards(look, true)) {
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
          INFO(page.card << " " << page.language << " " << page.screen);
          REQUIRE((number != nullptr) == (page.card == "urgent-signs"));
          if (number == nullptr) continue;
          ++seen;
          CHECK(number->layout.cap_height_mm > 1.4 * largest_other);
          CHECK(std::any_of(page.items.begin(), page.items.end(), [&](const scene::Item& item) {
            const auto* fill = std::get_if<scene::Fill>(&item);
            return fill != nullptr && fill->box.encloses(number->box) &&
                   (fill->box.x < 1e-6 || fill->box.right() > page.width_mm - 1e-6);
          }));
        }
      }
    }
    CHECK(seen >= 2 * 6 * 5);
  }
}

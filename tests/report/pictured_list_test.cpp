// The signs of an urgent card as it ships, in letters of 150 and 200 %: all of them whole on the page behind its front.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "sanitized.h"
#include "shipped_pages.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr std::size_t signs = 4;

double top_of_bar(const scene::Scene& page) {
  double top = page.height_mm;
  for (const scene::Item& item : page.items) {
    const auto* target = std::get_if<scene::Target>(&item);
    if (target != nullptr && target->id == target_id::back) top = std::min(top, target->box.y);
  }
  return top;
}

// What is wrong with a page that should show each sign as a picture and a short label beside or below it, in sentences.
std::vector<std::string> faults_of(const scene::Scene& page) {
  std::vector<std::string> faults;
  std::vector<const scene::Picture*> pictures;
  std::vector<const scene::Text*> labels;
  bool calls = false;
  const double foot = top_of_bar(page);
  for (const scene::Item& item : page.items) {
    if (const auto* picture = std::get_if<scene::Picture>(&item);
        picture != nullptr && picture->alt.empty() && picture->layers.size() == 1) {
      pictures.push_back(picture);
    }
    if (const auto* text = std::get_if<scene::Text>(&item)) {
      if (text->role == scene::TextRole::label && text->box.y < foot) labels.push_back(text);
      calls |= text->layout.text.find("911") != std::string::npos;
    }
  }
  if (!calls) faults.emplace_back("no number to call");
  if (pictures.size() != signs) faults.emplace_back("not every sign has its picture");
  if (labels.size() != signs) faults.emplace_back("not every sign has its label");
  const double across = std::min(page.width_mm, page.height_mm);
  for (const scene::Picture* each : pictures) {
    if (each->box.h < 0.11 * across) faults.push_back("a picture of " + std::to_string(each->box.h) + " mm");
    if (each->box.bottom() > foot) faults.emplace_back("a picture reaches into the bar");
  }
  for (const scene::Text* each : labels) {
    if (each->layout.lines.size() > 2) faults.emplace_back("a label of more than two lines");
    if (each->layout.has_broken_word()) faults.emplace_back("a cut word");
    if (each->box.bottom() > foot) faults.emplace_back("a label reaches into the bar");
    for (const scene::Picture* picture : pictures) {
      if (each->box.overlaps(picture->box)) faults.emplace_back("a label on a picture");
    }
  }
  return faults;
}

template <typename See>
int for_each_first_page(See see) {
  int seen = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPages shipped(size);
    for (const auto& [percent, high_contrast] : {std::pair{150, false}, {200, false}, {200, true}}) {
      Session look;
      look.text_percent = percent;
      look.high_contrast = high_contrast;
      for (const std::vector<scene::Scene>& pages : shipped.cards(look, false, "urgent-signs")) {
        INFO(size.width << " " << percent << "% " << pages.front().language);
        see(pages.front());
        ++seen;
      }
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("in large letters the signs of an urgent card were on two pages, the last one behind the explanation") {
  const int seen = for_each_first_page([](const scene::Scene& page) {
    for (const std::string& fault : faults_of(page)) FAIL_CHECK(fault);
  });
  CHECK(seen == 2 * 3 * (is_sanitized ? 2 : 6));
}

TEST_CASE("a sign without its picture or label, and one that is a stamp or lies on another, are found") {
  int damaged = 0;
  for_each_first_page([&](const scene::Scene& page) {
    if (damaged++ > 0) return;
    const auto count_with = [&](auto change) {
      scene::Scene scene = page;
      for (auto item = scene.items.begin(); item != scene.items.end(); ++item) {
        if (change(*item, scene)) break;
      }
      return faults_of(scene).size();
    };
    const auto sign = [](scene::Item& item) {
      auto* picture = std::get_if<scene::Picture>(&item);
      return picture != nullptr && picture->alt.empty() && picture->layers.size() == 1 ? picture : nullptr;
    };
    const auto label = [&](scene::Item& item) {
      auto* text = std::get_if<scene::Text>(&item);
      const bool is_label = text != nullptr && text->role == scene::TextRole::label && text->box.y < top_of_bar(page);
      return is_label ? text : nullptr;
    };
    CHECK(count_with([](scene::Item&, scene::Scene&) { return true; }) == 0);
    CHECK(count_with([&](scene::Item& item, scene::Scene&) {
            if (sign(item) == nullptr) return false;
            sign(item)->layers.clear();
            return true;
          }) == 1);
    CHECK(count_with([&](scene::Item& item, scene::Scene&) {
            if (sign(item) == nullptr) return false;
            sign(item)->box.h = 12;
            return true;
          }) == 1);
    CHECK(count_with([&](scene::Item& item, scene::Scene&) {
            if (label(item) == nullptr) return false;
            label(item)->role = scene::TextRole::title;
            return true;
          }) == 1);
    CHECK(count_with([&](scene::Item& item, scene::Scene& scene) {
            if (label(item) == nullptr) return false;
            for (scene::Item& other : scene.items) {
              if (sign(other) == nullptr) continue;
              label(item)->box = sign(other)->box;
              break;
            }
            return true;
          }) == 1);
  });
  CHECK(damaged > 0);
}

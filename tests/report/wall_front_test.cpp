// What makes the fronts of a wall one series of posters: where words begin, and what a picture stands on.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "shipped_fronts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr double seen_mm = 0.05;  // less is not seen as a step

const scene::Text* title_of(const scene::Scene& front) {
  for (const scene::Item& item : front.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->role == scene::TextRole::title) return text;
  }
  return nullptr;
}

// Where the words of `front` begin for its reader, from the left.
double words_edge(const scene::Scene& front) {
  const scene::Text* title = title_of(front);
  REQUIRE(title != nullptr);
  return title->layout.right_to_left ? title->box.right() : title->box.x;
}

// The cards of `loop` whose words begin elsewhere than those of the first one in their language.
std::vector<std::string> stepped(const Fronts& loop) {
  std::map<std::string, double> edges;
  std::vector<std::string> found;
  for (const scene::Scene& front : loop.fronts) {
    const double edge = edges.emplace(front.language, words_edge(front)).first->second;
    if (std::abs(words_edge(front) - edge) > seen_mm) found.push_back(front.card + " " + front.language);
  }
  return found;
}

const scene::Fill* field_of(const scene::Scene& front) {
  return front.items.empty() ? nullptr : std::get_if<scene::Fill>(&front.items.front());
}

}  // namespace

TEST_CASE("the words of all cards of a wall begin at one edge, on a field of one colour over the whole glass") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPack shipped("wall.toml", size);
    const Fronts loop = shipped.loop("wall " + std::to_string(size.width), 100);
    CHECK(loop.fronts.size() == 66);
    for (const std::string& front : stepped(loop)) FAIL_CHECK(loop.name << ": the words step aside on " << front);
    for (const scene::Scene& front : loop.fronts) {
      INFO(loop.name << " " << front.card << " " << front.language);
      const scene::Fill* field = field_of(front);
      REQUIRE(field != nullptr);
      CHECK(field->box == scene::Rect{0, 0, front.width_mm, front.height_mm});
      const scene::Picture* picture = picture_of(front);
      REQUIRE(picture != nullptr);
      // Of an urgent card it stands on the band with the number.
      if (picture->stands) CHECK(std::abs(picture->box.bottom() - front.height_mm) < seen_mm);
    }
  }
}

TEST_CASE("a wall's card whose words begin elsewhere is found") {
  ShippedPack shipped("wall.toml", {1920, 1080});
  Fronts loop = shipped.loop("planted", 100);
  REQUIRE(stepped(loop).empty());
  for (scene::Item& item : loop.fronts[3].items) {
    if (auto* text = std::get_if<scene::Text>(&item)) text->box.x -= 6;
  }
  CHECK(stepped(loop).size() == 1);
}

namespace {

const scene::Text* text_that_has(const scene::Scene& front, const std::string& words) {
  for (const scene::Item& item : front.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->layout.text.find(words) != std::string::npos) return text;
  }
  return nullptr;
}

// The shortest line of `layout`, as a share of the longest one.
double evenness(const text::Layout& layout) {
  double shortest = layout.width_mm;
  for (const text::Line& line : layout.lines) shortest = std::min(shortest, line.width_mm);
  return layout.width_mm > 0 ? shortest / layout.width_mm : 1;
}

}  // namespace

TEST_CASE("a wall's time ran into the topic beside it") {
  ShippedPack shipped("wall.toml", {1920, 1080});
  for (const scene::Scene& front : shipped.loop("wall", 100).fronts) {
    INFO(front.card << " " << front.language);
    const scene::Text* name = text_that_has(front, "Lakeside Clinic");
    const scene::Text* topic = nullptr;
    const scene::Text* time = nullptr;
    for (const scene::Item& item : front.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text == nullptr || text->role != scene::TextRole::label) continue;
      if (topic == nullptr) topic = text;  // the words come first
      if (name != nullptr && text != name && text->box.overlaps({0, name->box.y, front.width_mm, name->box.h}) &&
          (time == nullptr || std::abs(text->box.x - name->box.x) < std::abs(time->box.x - name->box.x))) {
        time = text;
      }
    }
    REQUIRE(name != nullptr);
    REQUIRE(time != nullptr);
    REQUIRE(topic != nullptr);
    const auto apart = [](const scene::Rect& one, const scene::Rect& other) {
      return std::max(other.x - one.right(), one.x - other.right());
    };
    CHECK(apart(name->box, time->box) < 0.04 * front.width_mm);
    CHECK(apart(time->box, topic->box) > 0.1 * front.width_mm);
  }
}

TEST_CASE("the titles of a wall in English and Chinese have no line that is much shorter than the others") {
  ShippedPack shipped("wall.toml", {1920, 1080});
  std::size_t uneven = 0, titles = 0, short_in_english = 0;
  for (const scene::Scene& front : shipped.loop("wall", 100).fronts) {
    ++titles;
    const double share = evenness(title_of(front)->layout);
    if (share < 0.45) ++uneven;
    if (front.language != "en" && front.language != "zh-Hans") continue;
    INFO(front.card << " " << front.language);
    CHECK(share > (front.language == "en" ? 0.4 : 0.35));
    if (front.language == "en" && share < 0.55) ++short_in_english;
  }
  CHECK(short_in_english <= 1);  // "Muscles / rest, / lines relax" in the wider letters of Inter 4 (Debian 13)
  CHECK(titles == 66);
  CHECK(uneven <= 9);  // where a long word of another language leaves a short one alone
}

namespace {

// The sizes of titles and leads on the usual cards of `loop`, by language.
std::map<std::string, std::set<std::pair<long, long>>> sizes_on(const Fronts& loop, const Content& content) {
  std::map<std::string, std::set<std::pair<long, long>>> sizes;
  for (const scene::Scene& front : loop.fronts) {
    const bool is_urgent = std::any_of(content.pack.cards.begin(), content.pack.cards.end(),
                                       [&](const Card& card) { return card.id == front.card && card.is_urgent; });
    if (is_urgent) continue;
    const scene::Text* lead = nullptr;
    for (const scene::Item& item : front.items) {
      const auto* text = std::get_if<scene::Text>(&item);
      if (text != nullptr && text->role == scene::TextRole::body) lead = text;
    }
    REQUIRE(lead != nullptr);
    const auto hundredths = [](const scene::Text& text) { return std::lround(100 * text.layout.style.size_mm); };
    sizes[front.language].emplace(hundredths(*title_of(front)), hundredths(*lead));
  }
  return sizes;
}

}  // namespace

TEST_CASE("the letters of a wall's loop jumped from card to card") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPack shipped("wall.toml", size);
    const auto sizes = sizes_on(shipped.loop("wall", 100), shipped.loaded.content);
    CHECK(sizes.size() == 6);
    for (const auto& [language, used] : sizes) {
      INFO(size.width << " " << language);
      CHECK(used.size() == 1);
    }
  }
}

TEST_CASE("the leads of a touchscreen's loop jumped from card to card") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    ShippedPack shipped("kiosk.toml", size);
    const auto sizes = sizes_on(shipped.loop("kiosk", 100), shipped.loaded.content);
    CHECK(sizes.size() == 6);
    for (const auto& [language, used] : sizes) {
      INFO(size.width << " " << language);
      std::set<long> leads;
      for (const auto& [title, lead] : used) leads.insert(lead);
      CHECK(leads.size() == 1);
    }
  }
}

TEST_CASE("one card with many words does not make the letters of a whole wall small") {
  ShippedPack shipped("wall.toml", {1920, 1080});
  Content& content = shipped.loaded.content;
  const auto before = sizes_on(shipped.loop("wall", 100), content);
  for (Card& card : content.pack.cards) {
    if (card.id != "paper") continue;
    for (CardText& text : card.text) {
      const std::string words = text.wall;
      for (int i = 0; i < 11; ++i) text.wall += " " + words;
    }
  }
  Fronts loop = shipped.loop("wall", 100);
  std::erase_if(loop.fronts, [](const scene::Scene& front) { return front.card == "paper"; });
  CHECK(sizes_on(loop, content) == before);
}

// The type of every front that ships, with the real fonts: where titles are, how their lines and those of leads end,
// how much larger than body text they are, and that picture, title and lead are there at every text size.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catch.h"
#include "language/icu_text.h"
#include "language/paragraphs.h"
#include "language/words.h"
#include "shipped_fronts.h"
#include "text/layout.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

constexpr double seen_mm = 0.05;  // two baselines that differ by less are at the same height
constexpr double least_ratio = 1.25;

// The first text of `role` on `scene`, which may be const; null if there is none.
template <typename Scene>
auto first_of(Scene& scene, scene::TextRole role) {
  decltype(std::get_if<scene::Text>(&scene.items.front())) first = nullptr;
  for (auto& item : scene.items) {
    auto* text = std::get_if<scene::Text>(&item);
    if (first == nullptr && text != nullptr && text->role == role && !text->layout.lines.empty()) first = text;
  }
  return first;
}

double baseline_mm(const scene::Text& text) {
  return text.box.y + text.layout.lines.front().baseline_mm;
}

// The words that begin in `text`, as positions in UTF-16 units.
std::vector<std::int32_t> starts_of(const icu::UnicodeString& text, const std::string& language) {
  const std::vector<bool> starts = language::word_starts(text, language);
  std::vector<std::int32_t> found;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (starts[i]) found.push_back(static_cast<std::int32_t>(i));
  }
  return found;
}

// True if `paragraph`, which has `lines` lines and ends in the line `last`, could have as many without a break there.
bool could_do_without(const std::string& last, const icu::UnicodeString& paragraph, std::size_t lines,
                      const text::Layout& like, text::Fonts& fonts) {
  icu::UnicodeString joined = paragraph;
  const std::int32_t start = joined.lastIndexOf(language::icu_text(last));
  if (start < 1) return false;
  if (joined.charAt(start - 1) == u' ') {
    joined.setCharAt(start - 1, 0x00A0);
  } else {
    joined.insert(start, static_cast<char16_t>(0x2060));
  }
  text::Style style = like.style;
  style.breaks = text::Breaks::pretty;
  const text::Layout other = text::lay_out(language::to_utf8(joined), style, like.available_mm, fonts);
  return other.lines.size() <= lines && !other.has_broken_word();
}

// The paragraphs of `layout` that end in a line of one word (in Chinese, of one character) although they need not.
std::vector<std::string> lone_last_words(const text::Layout& layout, text::Fonts& fonts) {
  std::vector<std::string> found;
  const std::vector<icu::UnicodeString> paragraphs = language::paragraphs_of(layout.text);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::vector<const text::Line*> lines;
    for (const text::Line& line : layout.lines) {
      if (line.paragraph == static_cast<int>(i)) lines.push_back(&line);
    }
    if (lines.size() < 2) continue;
    const std::string& last = lines.back()->text;
    if (starts_of(language::icu_text(last), layout.style.language).size() > 1) continue;
    // Chinese is broken between words only, so that a last line may be one word, but never one character.
    const bool chinese = layout.style.language.starts_with("zh");
    if (chinese && language::character_count(last, layout.style.language) > 2) continue;
    // A title may end in a word that is long enough to be a line, so that it does not begin with a short one.
    constexpr double long_enough = 0.3;
    const bool is_title = layout.style.breaks == text::Breaks::balanced;
    if (is_title && lines.back()->width_mm >= long_enough * layout.available_mm) continue;
    if (could_do_without(last, paragraphs[i], lines.size(), layout, fonts)) found.push_back(last);
  }
  return found;
}

// What is wrong with the type of `loop`, in sentences.
std::vector<std::string> faults_of(const Fronts& loop, text::Fonts& fonts) {
  std::vector<std::string> faults;
  std::optional<double> first;
  for (const scene::Scene& front : loop.fronts) {
    const std::string where = loop.name + " " + front.card + " " + front.language + ": ";
    const scene::Text* title = first_of(front, scene::TextRole::title);
    const scene::Text* lead = first_of(front, scene::TextRole::body);
    if (title == nullptr) {
      faults.push_back(where + "no title");
      continue;
    }
    if (picture_of(front) == nullptr) faults.push_back(where + "no picture");
    if (lead == nullptr) faults.push_back(where + "no lead");
    if (!first) first = baseline_mm(*title);
    if (std::abs(baseline_mm(*title) - *first) > seen_mm) {
      faults.push_back(where + "title at " + std::to_string(baseline_mm(*title)) + " mm, not " +
                       std::to_string(*first));
    }
    for (const scene::Text* text : {title, lead}) {
      if (text == nullptr) continue;
      for (const std::string& word : lone_last_words(text->layout, fonts)) {
        faults.push_back(where + "last line is only " + word);
      }
    }
    if (lead != nullptr && title->layout.style.size_mm < least_ratio * lead->layout.style.size_mm) {
      faults.push_back(where + "title hardly larger than the lead");
    }
  }
  return faults;
}

}  // namespace

TEST_CASE(
    "every front has picture, title and lead, titles at one height and larger than leads, and no line of one word") {
  std::size_t measured = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    for (const std::string config : {"kiosk.toml", "wall.toml"}) {
      ShippedPack shipped(config, size);
      for (const int percent : {100, 150, 200}) {
        const bool wall = config == "wall.toml";
        if (wall && percent != 100) continue;
        const std::string name = config + " " + std::to_string(size.width) + "x" + std::to_string(size.height);
        const Fronts loop = shipped.loop(name, percent);
        measured += loop.fronts.size();
        for (const std::string& fault : faults_of(loop, shipped.fonts)) FAIL_CHECK(fault);
      }
    }
  }
  std::cout << measured << " fronts measured\n";
  CHECK(measured == 11 * 6 * 8);
}

TEST_CASE("no page of a card ends in a line of one word that another break avoids") {
  for (const int percent : {100, 150, 200}) {
    ShippedPack shipped("kiosk.toml", {1920, 1080});
    const Content& content = shipped.loaded.content;
    Session look;
    look.text_percent = percent;
    const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
    std::size_t texts = 0;
    for (const scene::Scene& scene : report::every_screen(content, shipped.fonts, time, look)) {
      for (const scene::Item& item : scene.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->role == scene::TextRole::label) continue;
        ++texts;
        for (const std::string& word : lone_last_words(text->layout, shipped.fonts)) {
          FAIL_CHECK(percent << "% " << scene.screen << " " << scene.card << " " << scene.language
                             << ": last line is only " << word);
        }
      }
    }
    CHECK(texts > 800);
  }
}

TEST_CASE("a title that hops, is too small or ends in one word is found") {
  ShippedPack shipped("kiosk.toml", {1920, 1080});
  const Fronts sound = shipped.loop("planted", 100);
  REQUIRE(faults_of(sound, shipped.fonts).empty());
  Fronts hops = sound;
  first_of(hops.fronts[1], scene::TextRole::title)->box.y += 0.2;
  CHECK(faults_of(hops, shipped.fonts).size() == 1);

  Fronts small = sound;
  first_of(small.fronts[1], scene::TextRole::title)->layout.style.size_mm = 14;
  CHECK(faults_of(small, shipped.fonts).size() == 1);

  Fronts bare = sound;
  std::erase_if(bare.fronts[1].items, [](const scene::Item& item) {
    const auto* text = std::get_if<scene::Text>(&item);
    return std::holds_alternative<scene::Picture>(item) || (text != nullptr && text->role == scene::TextRole::body);
  });
  CHECK(faults_of(bare, shipped.fonts).size() == 2);

  std::size_t lone = 0;
  Fronts plain = sound;
  for (scene::Scene& front : plain.fronts) {
    for (const scene::TextRole role : {scene::TextRole::title, scene::TextRole::body}) {
      scene::Text& text = *first_of(front, role);
      text::Style style = text.layout.style;
      style.breaks = text::Breaks::plain;
      text.layout = text::lay_out(text.layout.text, style, text.layout.available_mm, shipped.fonts);
    }
    lone = faults_of(plain, shipped.fonts).size();
  }
  CHECK(lone > 20);
}

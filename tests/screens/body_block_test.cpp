// Lists on a page of text.
#include <vector>

#include "catch.h"
#include "model/sample_content.h"
#include "screens/body_block.h"
#include "screens/page_words.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

struct Set {
  std::vector<scene::Fill> dots;
  std::vector<scene::Text> texts;
  double height = 0;
};

Set set(const std::string& body, const std::string& language, double width_mm) {
  text::FakeFonts fonts;
  const Content content = sample_content(1, Role::kiosk);
  const screens::View view{.content = content, .fonts = fonts, .language = language};
  const screens::Body block(view, body, screens::type_scale(view).body, width_mm);
  scene::Column column({10, 20, width_mm, 500});
  Set set{.dots = {}, .texts = {}, .height = block.height()};
  for (const scene::Item& item : block.take_from(column)) {
    if (const auto* fill = std::get_if<scene::Fill>(&item)) set.dots.push_back(*fill);
    if (const auto* text = std::get_if<scene::Text>(&item)) set.texts.push_back(*text);
  }
  CHECK(column.rest().y == Approx(20 + set.height));
  return set;
}

}  // namespace

TEST_CASE("the second line of a list entry begins below the first one's words, not below its bullet") {
  const std::string list = "\u2022 an entry of a list that needs more than one line\n\u2022 another one";
  const Set english = set("Before the list:\n" + list, "en", 150);
  REQUIRE(english.texts.size() == 2);
  const scene::Text& entries = english.texts[1];
  CHECK(entries.layout.text.find("\u2022") == std::string::npos);
  REQUIRE(entries.layout.lines.size() >= 3);
  REQUIRE(english.dots.size() == 2);
  CHECK(english.texts[0].box.x == Approx(10));
  for (const scene::Fill& dot : english.dots) {
    CHECK(dot.box.x == Approx(10));
    CHECK(dot.box.right() < entries.box.x);
  }
  for (const text::Line& line : entries.layout.lines) CHECK(line.x_mm == Approx(entries.layout.lines[0].x_mm));
  // Each dot is beside the first line of its entry.
  const auto baseline = [&](std::size_t i) { return entries.box.y + entries.layout.lines[i].baseline_mm; };
  CHECK(english.dots[0].box.bottom() < baseline(0));
  CHECK(english.dots[1].box.y > baseline(entries.layout.lines.size() - 2));
  CHECK(english.dots[1].box.bottom() < baseline(entries.layout.lines.size() - 1));

  const Set arabic = set(list, "ar", 150);
  REQUIRE(arabic.texts.size() == 1);
  REQUIRE(arabic.dots.size() == 2);
  CHECK(arabic.dots[0].box.right() == Approx(160));
  CHECK(arabic.texts[0].box.right() < arabic.dots[0].box.x);
}

TEST_CASE("a text without a list is set as it was") {
  const Set plain = set("One paragraph.\nAnd another.", "en", 150);
  CHECK(plain.dots.empty());
  REQUIRE(plain.texts.size() == 1);
  CHECK(plain.texts[0].layout.text == "One paragraph.\nAnd another.");
  CHECK(plain.height == Approx(plain.texts[0].layout.height_mm));
}

TEST_CASE("a word that was cut because a page in large letters was narrower is set smaller") {
  text::FakeFonts fonts;
  const Content content = sample_content(1, Role::kiosk);
  const screens::View view{.content = content, .fonts = fonts, .language = "en"};
  const std::string word = "Neuromodulators";
  const double width = text::lay_out_tight(word, screens::type_scale(view).body, 10'000, fonts).width_mm;
  for (const double share : {0.95, 0.85, 1.05}) {
    const scene::Rect area{0, 0, share * width, 500};
    const screens::PageHeading heading(view, view, "", "A", area.w);
    for (const scene::Item& item : screens::page_words(view, heading, word, area, 1)) {
      const auto* text = std::get_if<scene::Text>(&item);
      INFO(share);
      if (text != nullptr) CHECK_FALSE(text->layout.has_broken_word());
    }
  }
}

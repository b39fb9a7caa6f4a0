// What is kept of layouts changes nothing but the time that the next one takes.
#include "text/kept_layouts.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "text/fake_fonts.h"

namespace anteroom::text {
namespace {

TEST_CASE("a text that is laid out again is not measured again", "[layout]") {
  FakeFonts fonts;
  Style style;
  style.breaks = Breaks::balanced;
  const Layout first = lay_out("Smooth the sheet, and you still find the line.", style, 80, fonts);
  const std::size_t measured = fonts.advances();
  CHECK(lay_out("Smooth the sheet, and you still find the line.", style, 80, fonts) == first);
  CHECK(fonts.advances() == measured);
}

TEST_CASE("a kept layout is that of fresh fonts whatever was laid out before", "[layout]") {
  std::mt19937 random(11);
  const std::vector<std::string> texts{"", "a", "Rare, but do not wait", "48 to 72 hours\n\nCall 911",
                                       "\u05D0\u05D1 12"};
  const auto one_of = [&](auto... values) {
    const std::vector all{values...};
    return all[random() % all.size()];
  };
  FakeFonts fonts;
  for (int round = 0; round < 3000; ++round) {
    Style style;
    style.language = one_of(std::string("en"), std::string("ar"), std::string("zh-Hans"));
    style.weight = one_of(Weight::regular, Weight::semibold);
    style.size_mm = one_of(5.0, 10.0);
    style.leading = one_of(1.2, 1.4);
    style.align = one_of(Align::start, Align::centre);
    style.paragraph_gap = one_of(0.0, 0.5);
    style.breaks = one_of(Breaks::plain, Breaks::pretty, Breaks::balanced);
    const std::string& text = texts[random() % texts.size()];
    const double width_mm = one_of(20.0, 45.0, 300.0);
    FakeFonts fresh;
    REQUIRE(lay_out(text, style, width_mm, fonts) == lay_out(text, style, width_mm, fresh));
  }
}

TEST_CASE("the layouts that are kept are limited in number and in bytes", "[layout]") {
  const auto layout_of = [](std::string text) {
    Layout layout;
    layout.text = std::move(text);
    return layout;
  };
  const auto count_kept = [&](KeptLayouts& kept, std::size_t made, const std::string& more) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < made; ++i) kept.keep(layout_of(std::to_string(i) + more));
    // Oldest first, since what is found is kept longer.
    for (std::size_t i = 0; i < made; ++i) found += kept.find(std::to_string(i) + more, {}, 0) != nullptr ? 1 : 0;
    return found;
  };
  SECTION("short texts") {
    KeptLayouts kept;
    CHECK(count_kept(kept, 100, "") == 100);
    KeptLayouts full;
    const std::size_t found = count_kept(full, 5 * KeptLayouts::max_layouts, "");
    CHECK(found >= KeptLayouts::max_layouts);
    CHECK(found <= 2 * KeptLayouts::max_layouts);
  }
  SECTION("long texts") {
    KeptLayouts kept;
    const std::string half(KeptLayouts::max_bytes / 2 - 10, 'a');
    CHECK(count_kept(kept, 12, half) <= 4);
  }
  SECTION("a text longer than the limit is not kept") {
    KeptLayouts kept;
    kept.keep(layout_of("short"));
    kept.keep(layout_of(std::string(KeptLayouts::max_bytes + 1, 'a')));
    CHECK(kept.find(std::string(KeptLayouts::max_bytes + 1, 'a'), {}, 0) == nullptr);
    CHECK(kept.find("short", {}, 0) != nullptr);
  }
}

TEST_CASE("a layout that is used stays while others come and go", "[layout]") {
  KeptLayouts kept;
  Layout layout;
  layout.text = "in use";
  kept.keep(layout);
  for (std::size_t i = 0; i < 10 * KeptLayouts::max_layouts; ++i) {
    layout.text = std::to_string(i);
    kept.keep(layout);
    REQUIRE(kept.find("in use", {}, 0) != nullptr);
  }
}

}  // namespace
}  // namespace anteroom::text

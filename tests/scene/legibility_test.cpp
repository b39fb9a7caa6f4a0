#include "scene/legibility.h"

#include "catch.h"
#include "scene/palette.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

Text words_in(Rect box, const std::string& words, TextRole role, double cap_height_mm) {
  static text::FakeFonts fonts;
  text::Layout layout = text::lay_out(words, {"en", text::Weight::regular, 12, 1.42, text::Align::start}, box.w, fonts);
  layout.cap_height_mm = cap_height_mm;
  return {box, std::move(layout), role, palette::ink};
}

// The lower edge hangs at 800 mm: y = 268 is there, y = 0 at 1068.
Scene screen_with(std::vector<Item> items) {
  Scene scene;
  scene.screen = "loop";
  scene.card = "paper";
  scene.language = "en";
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.ground = palette::paper;
  scene.items = std::move(items);
  return scene;
}

Target control(Rect box, const std::string& id) {
  return {box, id, ShowNext{}, "Label of " + id};
}

}  // namespace

TEST_CASE("the smallest letters of each role count") {
  const Legibility found = legibility({screen_with({words_in({10, 10, 300, 40}, "Body", TextRole::body, 8),
                                                    words_in({10, 60, 300, 40}, "Title", TextRole::title, 15)}),
                                       screen_with({words_in({10, 10, 300, 40}, "Body", TextRole::body, 7.5),
                                                    words_in({10, 60, 300, 40}, "", TextRole::label, 1)})});
  REQUIRE(found.letters.size() == 2);  // a text without letters has no size
  CHECK(found.letters[0].role == TextRole::title);
  CHECK(found.letters[1].role == TextRole::body);
  CHECK(found.letters[1].cap_height_mm == 7.5);
  CHECK(found.letters[1].min_mm == Approx(7.32));
  CHECK(found.letters[1].arc_minutes == Approx(42.97).margin(0.01));  // atan(7.5 / 600)
  CHECK(found.letters[1].holds);
  CHECK(found.holds());
}

TEST_CASE("letters below the floor of their distance fail") {
  Scene scene = screen_with({words_in({10, 10, 300, 40}, "Body", TextRole::body, 7.5)});
  scene.viewing_distance_mm = 700;
  const Legibility found = legibility({scene});
  REQUIRE(found.letters.size() == 1);
  CHECK_FALSE(found.letters[0].holds);
  CHECK(found.broken.empty());  // the check above covers it
  CHECK_FALSE(found.holds());
}

TEST_CASE("a control has its smallest size and the heights of all its positions") {
  const Legibility found =
      legibility({screen_with({control({10, 228, 40, 30}, "next"), control({60, 228, 30, 30}, "x")}),
                  screen_with({control({10, 8, 30, 40}, "next")})});
  REQUIRE(found.controls.size() == 2);
  const Control& next = found.controls[0];
  CHECK(next.id == "next");
  CHECK(next.label == "Label of next");
  CHECK(next.width_mm == 30);
  CHECK(next.height_mm == 30);
  CHECK(next.lowest_mm == 810);
  CHECK(next.highest_mm == 1060);
  CHECK(next.large_enough);
  CHECK(next.in_reach);
  CHECK(found.holds());
}

TEST_CASE("a control that is too small in one place fails") {
  const Legibility found = legibility(
      {screen_with({control({10, 228, 40, 30}, "next")}), screen_with({control({10, 228, 40, 19}, "next")})});
  CHECK_FALSE(found.controls.at(0).large_enough);
  CHECK(found.broken.empty());
  CHECK_FALSE(found.holds());
}

TEST_CASE("the range of the lower edge follows from the highest and the lowest control") {
  const std::vector<Item> items{control({10, 8, 40, 40}, "top"), control({10, 228, 40, 40}, "bottom")};
  Scene scene = screen_with(items);
  const Span edge = legibility({scene}).lower_edge_mm;
  // 20 mm of the control at the bottom from 380 mm up, 20 mm of the one at the top below 1200 mm.
  CHECK(edge == Span{380 + 20 - 40, 1200 - 20 - (268 - 48)});
  const auto in_reach = [&](double lower_edge_mm) {
    scene.lower_edge_mm = lower_edge_mm;
    const Legibility found = legibility({scene});
    return found.controls[0].in_reach && found.controls[1].in_reach;
  };
  CHECK(in_reach(edge.from));
  CHECK_FALSE(in_reach(edge.from - 1));
  CHECK(in_reach(edge.to));
  CHECK_FALSE(in_reach(edge.to + 1));
}

TEST_CASE("every other broken rule is reported once for each kind of screen") {
  const Scene crowded = screen_with(
      {control({10, 228, 40, 30}, "next"), control({20, 228, 40, 30}, "one"), control({30, 228, 40, 30}, "two")});
  Scene french = crowded, other = crowded, detail = crowded;
  french.language = "fr";
  other.card = "where";
  detail.screen = "detail";
  detail.card = "results";
  detail.items.emplace_back(Target{{100, 228, 40, 30}, "home", GoHome{}, "Home"});
  const Legibility found = legibility({crowded, french, other, detail});
  std::vector<std::string> told;
  for (const BrokenRule& each : found.broken) {
    told.push_back(each.rule + " " + each.screen + " " + each.card + " " + std::to_string(each.other_scenes));
  }
  CHECK(told == std::vector<std::string>{"overlap loop paper 1", "gap loop paper 1", "overlap detail results 0",
                                         "gap detail results 0"});
  CHECK(found.broken.at(0).languages == std::vector<std::string>{"en", "fr"});
  CHECK(found.broken.at(0).is_crowding());
  CHECK_FALSE(found.broken.at(0).example.empty());
  CHECK_FALSE(found.holds());
}

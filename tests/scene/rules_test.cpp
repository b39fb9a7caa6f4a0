#include "scene/rules.h"

#include "catch.h"
#include "scene/palette.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

text::Layout layout(const std::string& words, double size_mm, double width_mm, double leading = 1.42) {
  static text::FakeFonts fonts;
  return text::lay_out(words, {"en", text::Weight::regular, size_mm, leading, text::Align::start}, width_mm, fonts);
}

Text text_in(Rect box, const std::string& words, TextRole role = TextRole::body, double size_mm = 12) {
  return {box, layout(words, size_mm, box.w), role, palette::ink};
}

// A valid card: a picture, a title and a lead on paper.
Scene sound() {
  Scene scene;
  scene.screen = "loop";
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.ground = palette::paper;
  scene.items.emplace_back(Picture{{10, 10, 230, 200}, "/p/disc.svg", "A disc.", {}, false});
  scene.items.emplace_back(text_in({250, 20, 200, 60}, "A short title", TextRole::title, 18));
  scene.items.emplace_back(text_in({250, 100, 200, 80}, "A lead of a few words."));
  scene.items.emplace_back(Target{{10, 230, 30, 30}, "next", ShowNext{}, "Next"});
  return scene;
}

template <class T>
T& item(Scene& scene, std::size_t index) {
  return std::get<T>(scene.items[index]);
}

struct Broken {
  std::string rule;
  void (*damage)(Scene&);
};

}  // namespace

TEST_CASE("a valid scene keeps every rule") {
  const Scene scene = sound();
  CHECK(faults(scene) == std::vector<std::string>{});
}

TEST_CASE("each rule fails when it is broken on purpose") {
  const Broken broken = GENERATE(
      Broken{"inside", [](Scene& s) { item<Picture>(s, 0).box.x = -5; }},
      Broken{"inside", [](Scene& s) { item<Text>(s, 2).box.y = 200; }},
      Broken{"fit", [](Scene& s) { item<Text>(s, 2).box.h = 10; }},
      Broken{"fit", [](Scene& s) { item<Text>(s, 2).box.w = 60; }},
      Broken{"fit",
             [](Scene& s) {
               s.items[2] = text_in({250, 100, 60, 160}, "Incomprehensibilities");
             }},
      Broken{"overlap", [](Scene& s) { item<Text>(s, 2).box.y = 60; }},
      Broken{"overlap", [](Scene& s) { item<Picture>(s, 0).box.w = 260; }},
      Broken{"overlap",
             [](Scene& s) {
               s.items.emplace_back(Target{{20, 232, 30, 30}, "next", ShowNext{}, "Other"});
             }},
      Broken{"letters",
             [](Scene& s) {
               s.items[2] = text_in({250, 100, 200, 80}, "Too small", TextRole::body, 9);
             }},
      Broken{"letters", [](Scene& s) { s.viewing_distance_mm = 1200; }},
      Broken{"contrast", [](Scene& s) { item<Text>(s, 2).ink = palette::quiet; }},
      Broken{"contrast",
             [](Scene& s) {
               s.items.insert(s.items.begin(), Fill{{200, 90, 276, 100}, palette::teal, 0, 0, {}});
             }},
      Broken{"contrast",
             [](Scene& s) {
               s.items.insert(s.items.begin(), Fill{{200, 90, 100, 50}, palette::mist, 0, 0, {}});
             }},
      Broken{"words",
             [](Scene& s) {
               s.items[1] = text_in({250, 20, 200, 80}, "a b c d e f g h i", TextRole::title, 18);
             }},
      Broken{"words",
             [](Scene& s) {
               std::string many;
               for (int i = 0; i < 41; ++i) many += "a ";
               s.items[2] = text_in({250, 100, 200, 110}, many);
             }},
      Broken{"line",
             [](Scene& s) {
               s.items[0] = text_in({10, 100, 440, 80}, "This one line is much too long for anyone to read it well.");
               s.items.erase(s.items.begin() + 2);
             }},
      Broken{"leading", [](Scene& s) { item<Text>(s, 2).layout.style.leading = 1.2; }},
      Broken{"alt", [](Scene& s) { item<Picture>(s, 0).alt.clear(); }},
      Broken{"target",
             [](Scene& s) {
               item<Target>(s, 3).box = {10, 230, 19, 30};
             }},
      Broken{"reach", [](Scene& s) { s.lower_edge_mm = 1190; }},
      Broken{"reach", [](Scene& s) { s.lower_edge_mm = 320; }},
      Broken{"twin",
             [](Scene& s) {
               s.items.emplace_back(Handle{{300, 200, 30, 20}, "Drag", {300, 200, 30, 20}});
             }},
      Broken{"overlap",
             [](Scene& s) {
               s.items.emplace_back(Handle{{20, 232, 30, 20}, "Drag", {20, 232, 30, 20}});
             }},
      Broken{"home", [](Scene& s) { s.screen = "detail"; }},
      Broken{"gap", [](Scene& s) {
               s.items.emplace_back(Target{{43, 230, 30, 30}, "next", ShowNext{}, "Other"});
             }});
  Scene scene = sound();
  broken.damage(scene);
  const std::vector<std::string> found = faults(scene);
  INFO(broken.rule);
  REQUIRE_FALSE(found.empty());
  const auto says = [&](const std::string& fault) { return fault.rfind(broken.rule + ":", 0) == 0; };
  CHECK(std::any_of(found.begin(), found.end(), says));
}

TEST_CASE("a drag with a tap that does the same and a screen with a way home are valid") {
  Scene scene = sound();
  scene.screen = "detail";
  scene.items.emplace_back(Handle{{300, 200, 30, 20}, "Drag", {300, 200, 30, 20}});
  scene.items.emplace_back(Target{{60, 230, 30, 30}, "fold", ExhibitTap{ExhibitVerb::fold}, "Fold it"});
  scene.items.emplace_back(Target{{100, 230, 30, 30}, "home", GoHome{}, "Home"});
  CHECK(faults(scene) == std::vector<std::string>{});
}

TEST_CASE("a ring around a text is not its background") {
  for (const Rect& ring : {Rect{240, 90, 220, 100}, Rect{240, 90, 100, 50}}) {  // around all of it, and through it
    Scene scene = sound();
    scene.items.insert(scene.items.begin(), Fill{ring, {0, 0, 0, 0}, 4, 2, palette::teal});
    CHECK(faults(scene) == std::vector<std::string>{});
  }
}

TEST_CASE("the wall asks for larger letters and fewer words") {
  CHECK(min_cap_height_mm(TextRole::body, Role::kiosk, 600) == Approx(7.32));
  CHECK(min_cap_height_mm(TextRole::label, Role::kiosk, 600) == Approx(4.8));
  CHECK(min_cap_height_mm(TextRole::body, Role::wall, 4000) == Approx(25.6));
  CHECK(min_cap_height_mm(TextRole::title, Role::wall, 4000) == Approx(51));
  CHECK(min_cap_height_mm(TextRole::title, Role::wall, 6000) == Approx(73.2));
  CHECK(min_cap_height_mm(TextRole::label, Role::wall, 4000) == Approx(18.6));
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast(palette::black, palette::white) == Approx(21));
  CHECK(contrast(palette::white, palette::white) == Approx(1));
  CHECK(contrast(rgb(0x777777), palette::white) == Approx(4.48).margin(0.01));
  CHECK(contrast(palette::teal, palette::paper) >= 7);
  CHECK(contrast(palette::ink, palette::mist) >= 7);
}

#include "scene/dump.h"

#include "catch.h"
#include "scene/palette.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::scene;

TEST_CASE("a dump lists every item in painting order") {
  text::FakeFonts fonts;
  Scene scene;
  scene.screen = "loop";
  scene.card = "paper";
  scene.language = "en";
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.ground = palette::paper;
  scene.items.emplace_back(Fill{{1, 2, 30, 40}, palette::mist, 4, 1, palette::teal});
  scene.items.emplace_back(Fill{{1, 2, 30, 40}, Color{1, 2, 3, 4}, 0, 0, {}});
  scene.items.emplace_back(Picture{{5, 5, 10, 10}, "/somewhere/paper.svg", "Three sheets.", {}, false});
  scene.items.emplace_back(Picture{{5, 5, 10, 10}, "/somewhere/next.svg", "", palette::ink, true});
  scene.items.emplace_back(
      Text{{50, 60, 100, 40},
           text::lay_out("A fold in paper", {"en", text::Weight::semibold, 10, 1.4, text::Align::start}, 60, fonts),
           TextRole::title,
           palette::ink});
  scene.items.emplace_back(Code{{1, 1, 20, 20}, "https://example.org"});
  scene.items.emplace_back(Target{{1, 1, 20, 20}, "next", ShowNext{}, "Next"});

  const std::string text = dump(scene);
  const std::string head =
      "scene loop card=paper language=en kiosk 476.0x268.0 at=600.0 ground=#FAF6EF\n"
      "fill 1.0,2.0 30.0x40.0 #DCE9E6 radius=4.0 edge=1.0 #0B5D5E\n"
      "fill 1.0,2.0 30.0x40.0 #01020304\n"
      "picture 5.0,5.0 10.0x10.0 paper.svg alt=\"Three sheets.\"\n"
      "picture 5.0,5.0 10.0x10.0 next.svg tint=#1C2B33 mirrored\n"
      "text title 50.0,60.0 100.0x40.0 #1C2B33 size=10.0 en semibold\n";
  CHECK(text.substr(0, head.size()) == head);
  CHECK_THAT(text, ContainsSubstring("\"A fold in\"\n"));
  CHECK_THAT(text, ContainsSubstring("\"paper\"\n"));
  const std::string tail = "code 1.0,1.0 20.0x20.0 \"https://example.org\"\ntarget 1.0,1.0 20.0x20.0 next \"Next\"\n";
  CHECK(text.substr(text.size() - tail.size()) == tail);
  CHECK(visible_text(scene) == "A fold in paper\n");
}

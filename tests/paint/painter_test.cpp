#include "paint/painter.h"

#include <cmath>
#include <limits>

#include "catch.h"
#include "drawing.h"
#include "paint/qr_code.h"
#include "paint/ttf_fonts.h"
#include "scene/palette.h"
#include "text/layout.h"

using namespace anteroom;
using namespace anteroom::paint;
using scene::rgb;

namespace {

constexpr std::uint32_t paper = 0xFFFAF6EF, ink_pixel = 0xFF1C2B33, teal = 0xFF0B5D5E;

const FaceTable& faces() {
  static const FaceTable table({{"", {"Inter", "Noto Sans"}}}, {"en"});
  return table;
}

// A screen of 100 x 60 mm at two pixels per millimetre.
scene::Scene screen(std::vector<scene::Item> items) {
  scene::Scene scene;
  scene.width_mm = 100;
  scene.height_mm = 60;
  scene.ground = rgb(0xFAF6EF);
  scene.items = std::move(items);
  return scene;
}

scene::Fill filled(scene::Rect box, scene::Color color, double radius_mm = 0) {
  scene::Fill fill;
  fill.box = box;
  fill.color = color;
  fill.radius_mm = radius_mm;
  return fill;
}

struct Studio {
  TempFolder folder;
  Pictures pictures{{.cache_bytes = 1 << 20}};
  Painter painter{faces(), pictures};
  Layer paint(std::vector<scene::Item> items) { return painter.paint(screen(std::move(items)), 200, 120); }
};

scene::Text words(const std::string& utf8, scene::Rect box, double size_mm) {
  TtfFonts fonts(faces());
  text::Style style;
  style.size_mm = size_mm;
  return {box, text::lay_out(utf8, style, box.w, fonts), scene::TextRole::body, rgb(0x1C2B33)};
}

// The smallest box in pixels around everything that is not paper; empty: x1 < x0.
struct Ink {
  int x0 = 1 << 20, y0 = 1 << 20, x1 = -1, y1 = -1;
};
Ink ink_of(const Layer& layer) {
  Ink box;
  for (int y = 0; y < layer.height; ++y) {
    for (int x = 0; x < layer.width; ++x) {
      if (at(layer, x, y) == paper) continue;
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
    }
  }
  return box;
}

}  // namespace

TEST_CASE("an empty scene is its background") {
  Studio studio;
  const Layer layer = studio.paint({});
  CHECK(layer == blank(200, 120, paper));
  CHECK(studio.painter.faults().empty());
}

TEST_CASE("a fill covers its box at the pixels of a millimetre") {
  Studio studio;
  const Layer layer = studio.paint({filled({10, 5, 30, 20}, rgb(0x0B5D5E))});
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 200; ++x) {
      const bool inside = x >= 20 && x < 80 && y >= 10 && y < 50;
      REQUIRE(at(layer, x, y) == (inside ? teal : paper));
    }
  }
}

TEST_CASE("fills that touch leave no seam and do not overlap wherever the millimetres fall") {
  Studio studio;
  const double cut = GENERATE(30.1, 33.333, 40.26, 41.74);
  const scene::Color glass{0, 0, 0, 128};
  const Layer layer = studio.paint({filled({10, 10, cut - 10, 20}, glass), filled({cut, 10, 90 - cut, 20}, glass)});
  for (int x = 20; x < 180; ++x) REQUIRE(at(layer, x, 40) == at(layer, 20, 40));
}

TEST_CASE("the thinnest line is one pixel") {
  Studio studio;
  const Layer layer = studio.paint({filled({10, 10.1, 30, 0.05}, rgb(0x0B5D5E))});
  const Ink box = ink_of(layer);
  CHECK(box.y0 == box.y1);
  CHECK(at(layer, 40, box.y0) == teal);
}

TEST_CASE("dots of one size look the same wherever they are") {
  Studio studio;
  const auto dot = [&](double x) {
    const Layer layer = studio.paint({filled({x, 20, 8, 8}, rgb(0x0B5D5E), 4)});
    double sum = 0;
    for (const std::uint32_t pixel : layer.pixels) sum += (0xFA - (pixel >> 16 & 255)) / double{0xFA - 0x0B};
    return sum;
  };
  for (const double x : {10.0, 10.13, 10.26, 10.39}) CHECK(std::fabs(dot(x) - 3.14159 * 64) <= 2);
}

TEST_CASE("an edge lies inside its box around the fill") {
  Studio studio;
  scene::Fill fill = filled({10, 10, 40, 30}, rgb(0xFFFFFF));
  fill.edge_mm = 1;
  fill.edge = rgb(0x0B5D5E);
  fill.radius_mm = GENERATE(0.0, 5.0);
  const Layer layer = studio.paint({fill});
  CHECK(at(layer, 19, 50) == paper);
  CHECK(at(layer, 20, 50) == teal);
  CHECK(at(layer, 21, 50) == teal);
  CHECK(at(layer, 22, 50) == white);
  CHECK(at(layer, 97, 50) == white);
  CHECK(at(layer, 98, 50) == teal);
  CHECK(at(layer, 99, 50) == teal);
  CHECK(at(layer, 100, 50) == paper);
  CHECK(at(layer, 60, 20) == teal);
  CHECK(at(layer, 60, 79) == teal);
  CHECK((at(layer, 20, 20) == paper) == (fill.radius_mm > 0));
}

TEST_CASE("an edge without a fill leaves the inside alone") {
  Studio studio;
  scene::Fill fill = filled({10, 10, 40, 30}, {0, 0, 0, 0});
  fill.edge_mm = 1;
  fill.edge = rgb(0x0B5D5E);
  const Layer layer = studio.paint({fill});
  CHECK(at(layer, 20, 50) == teal);
  CHECK(at(layer, 60, 50) == paper);
}

TEST_CASE("a picture is centred in its box") {
  Studio studio;
  const std::string file = studio.folder.write(
      "a.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="10" fill="#0b5d5e"/><rect x="5" width="5" height="10" fill="#1c2b33"/></svg>)");
  scene::Picture picture{{10, 10, 60, 20}, file, "", {}, false};
  picture.mirrored = GENERATE(false, true);
  const Layer layer = studio.paint({picture});
  const Ink box = ink_of(layer);
  CHECK(box.x0 == 60);
  CHECK(box.x1 == 99);
  CHECK(box.y0 == 20);
  CHECK(box.y1 == 59);
  CHECK(at(layer, 70, 40) == (picture.mirrored ? ink_pixel : teal));
  CHECK(at(layer, 90, 40) == (picture.mirrored ? teal : ink_pixel));
}

TEST_CASE("layers of a picture lie where the whole picture has them") {
  Studio studio;
  const std::string file = studio.folder.write(
      "a.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect id="left" width="13" height="20" fill="#0b5d5e"/><rect id="dot" x="30" y="5" width="5" height="5" fill="#1c2b33"/></svg>)");
  scene::Picture picture{{10, 10, 60, 20}, file, "", {}, false};
  picture.mirrored = GENERATE(false, true);
  const Layer whole = studio.paint({picture});
  scene::Picture left = picture, dot = picture;
  left.layers = {"left"};
  dot.layers = {"dot"};
  CHECK(studio.paint({left, dot}) == whole);
  const Ink box = ink_of(studio.paint({dot}));
  CHECK(box.x1 - box.x0 == 9);
  CHECK(box.y0 == 30);
  dot.layers = {"dot", "left"};
  CHECK(studio.paint({dot}) == whole);
  CHECK(studio.painter.faults().empty());
}

TEST_CASE("a picture is as faint as its opacity") {
  Studio studio;
  const std::string file = studio.folder.write(
      "a.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>)");
  scene::Picture picture{{10, 10, 20, 20}, file, "", {}, false};
  picture.opacity = 0.5;
  CHECK(at(studio.paint({picture}), 40, 40) == 0xFF7D7B77);
  picture.opacity = GENERATE(0.0, -1.0, std::numeric_limits<double>::quiet_NaN());
  CHECK(studio.paint({picture}) == blank(200, 120, paper));
  picture.opacity = 7;
  CHECK(at(studio.paint({picture}), 40, 40) == black);
}

TEST_CASE("a picture that cannot be drawn leaves its box empty and is reported") {
  Studio studio;
  const std::string missing = studio.folder.file("none.svg");
  CHECK(studio.paint({scene::Picture{{10, 10, 20, 20}, missing, "", {}, false}}) == blank(200, 120, paper));
  CHECK(studio.painter.faults() == std::vector<std::string>{missing + ": does not exist"});
  studio.paint({});
  CHECK(studio.painter.faults().empty());
}

TEST_CASE("instead of layers that cannot be drawn the whole picture is shown") {
  Studio studio;
  const std::string file = studio.folder.write(
      "a.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="13" height="20" fill="#0b5d5e"/><g id="day" display="none"><text>Day 2</text></g></svg>)");
  const scene::Picture whole{{10, 10, 60, 20}, file, "", {}, false};
  scene::Picture layer = whole;
  layer.layers = {"day"};
  layer.instead = file;
  for (int time = 0; time < 2; ++time) {  // the second time from memory
    CHECK(studio.paint({layer}) == studio.paint({whole}));
    studio.paint({layer});
    CHECK(studio.painter.faults().empty());
    REQUIRE(studio.painter.replaced().size() == 1);
    CHECK(studio.painter.replaced().front().find("Day 2") != std::string::npos);
  }
  layer.instead = studio.folder.file("none.svg");
  studio.paint({layer});
  CHECK(studio.painter.faults() == std::vector<std::string>{layer.instead + ": does not exist"});
}

TEST_CASE("text has ink in its box and none outside") {
  Studio studio;
  const scene::Text text = words("Ask your own doctor\nabout paper", {10, 10, 80, 40}, 6);
  REQUIRE(text.layout.lines.size() >= 2);
  const Layer layer = studio.paint({text});
  const Ink box = ink_of(layer);
  CHECK(box.x0 >= 20);
  CHECK(box.x0 <= 24);
  CHECK(box.x1 <= 180);
  CHECK(box.x1 >= 2 * (10 + text.layout.width_mm) - 4);
  CHECK(box.y0 >= 20);
  CHECK(box.y1 <= 2 * (10 + text.layout.height_mm));
  const auto dark = [](std::uint32_t pixel) { return (pixel & 0xFF) < 0x80; };
  CHECK(std::count_if(layer.pixels.begin(), layer.pixels.end(), dark) > 150);
}

TEST_CASE("letters stand on the baseline") {
  Studio studio;
  const scene::Text text = words("HEH", {10, 10, 80, 40}, 12);
  const Layer layer = studio.paint({text});
  const Ink box = ink_of(layer);
  const double baseline = 2 * (10 + text.layout.lines.at(0).baseline_mm);
  CHECK(std::fabs(box.y1 + 1 - baseline) <= 1);
  CHECK(std::fabs(box.y1 + 1 - box.y0 - 2 * text.layout.cap_height_mm) <= 1.5);
}

TEST_CASE("a code has whole modules and a quiet zone of four on white") {
  Studio studio;
  const std::string content =
      GENERATE("https://example.org", "A", "https://example.org/a/long/path?with=words&and=more");
  const QrCode qr = qr_code(content);
  REQUIRE(qr.size > 0);
  const Layer layer = studio.paint({scene::Code{{5, 5, 50, 50}, content}});
  const int module = 100 / (qr.size + 8);
  const int start = 10 + (100 - module * qr.size) / 2;
  CHECK(start - 10 >= 4 * module);
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 200; ++x) {
      const bool inside = x >= 10 && x < 110 && y >= 10 && y < 110;
      const bool code = x >= start && y >= start && x < start + module * qr.size && y < start + module * qr.size;
      const bool dark = code && qr.at((x - start) / module, (y - start) / module);
      REQUIRE(at(layer, x, y) == (dark ? black : inside ? white : paper));
    }
  }
}

TEST_CASE("a QR code has its three finder patterns") {
  const QrCode qr = qr_code("https://example.org");
  CHECK(qr.size == 25);  // version 2: 19 bytes at level M
  for (int y = 0; y < 7; ++y) {
    for (int x = 0; x < 7; ++x) {
      const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
      const bool dark = ring != 2;
      REQUIRE(qr.at(x, y) == dark);
      REQUIRE(qr.at(qr.size - 1 - x, y) == dark);
      REQUIRE(qr.at(x, qr.size - 1 - y) == dark);
    }
  }
  CHECK(qr_code("").size == 0);
  CHECK(qr_code(std::string(5000, 'a')).size == 0);
}

TEST_CASE("a code with too few pixels is left out and one without content is reported") {
  Studio studio;
  CHECK(studio.paint({scene::Code{{5, 5, 10, 10}, "https://example.org"}}) == blank(200, 120, paper));
  CHECK(studio.painter.faults().empty());  // a small window is not the card's fault
  studio.paint({scene::Code{{5, 5, 50, 50}, ""}});
  CHECK(studio.painter.faults() == std::vector<std::string>{"QR code of \"\": the content is empty or too long"});
}

TEST_CASE("later items lie on top and targets and handles draw nothing") {
  Studio studio;
  const Layer layer = studio.paint({filled({10, 10, 20, 20}, rgb(0xFF0000)), filled({10, 10, 20, 20}, rgb(0x0B5D5E)),
                                    scene::Target{{10, 10, 20, 20}, "next", ShowNext{}, "Next"},
                                    scene::Handle{{10, 10, 20, 20}, "Fold the paper", {10, 10, 20, 20}}});
  CHECK(at(layer, 30, 30) == teal);
}

TEST_CASE("painting again gives the same pixels on any layer") {
  Studio studio;
  const scene::Scene scene = screen({words("The same", {10, 10, 80, 40}, 9), filled({33.3, 40.7, 12, 9}, rgb(1), 3)});
  const Layer first = studio.painter.paint(scene, 200, 120);
  Layer again = blank(200, 120, 0xFF123456);
  studio.painter.paint(scene, again);
  CHECK(again == first);
  Painter other(faces(), studio.pictures);
  CHECK(other.paint(scene, 200, 120) == first);
}

TEST_CASE("an odd scene is painted as far as it makes sense") {
  constexpr double none = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();
  Studio studio;
  const std::string file = studio.folder.write(
      "a.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>)");
  const scene::Rect box = GENERATE_COPY(values<scene::Rect>({{0, 0, 0, 0},
                                                             {10, 10, -5, 5},
                                                             {none, 0, 5, 5},
                                                             {0, 0, none, endless},
                                                             {-1e300, -1e300, 1e300, 1e300},
                                                             {1e9, 1e9, 5, 5},
                                                             {-1e9, -1e9, 2e9, 2e9},
                                                             {199, 119, 1e-9, 1e-9}}));
  scene::Fill fill = filled(box, rgb(0x123456), 7);
  fill.edge_mm = GENERATE(0.0, 3.0, 1e300, std::numeric_limits<double>::quiet_NaN());
  scene::Text text = words("odd", {0, 0, 50, 50}, 8);
  text.box = box;
  const Layer layer = studio.paint({fill, scene::Picture{box, file, "", {}, false}, text, scene::Code{box, "odd"},
                                    filled({98, 58, 2, 2}, rgb(0x0B5D5E))});
  CHECK(at(layer, 199, 119) == teal);
  for (const std::uint32_t pixel : layer.pixels) REQUIRE(pixel >> 24 == 255);
}

TEST_CASE("a scene or a layer without a size is only background") {
  Studio studio;
  scene::Scene scene = screen({filled({0, 0, 50, 50}, rgb(0))});
  CHECK(studio.painter.paint(scene, 0, 10).pixels.empty());
  CHECK(studio.painter.paint(scene, -5, 10).pixels.empty());
  scene.width_mm = GENERATE(0.0, -3.0, std::numeric_limits<double>::quiet_NaN());
  CHECK(studio.painter.paint(scene, 4, 4) == blank(4, 4, paper));
}

TEST_CASE("a picture with colours of its own for high contrast is drawn in them and lies on no plate") {
  Studio studio;
  const std::string file = studio.folder.write(
      "own.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><style>circle { fill: #1C2B33 } @media "
      "(prefers-contrast: more) { circle { fill: #FF0000 } }</style><circle cx=\"20\" cy=\"20\" r=\"10\"/></svg>");
  for (const bool high : {false, true}) {
    scene::Scene scene = screen({scene::Picture{.box = {10, 10, 40, 40}, .file = file, .high_contrast = high}});
    scene.ground = scene::palette::black;
    const auto painted = studio.painter.paint(scene, 200, 120);
    CHECK(at(painted, 60, 60) == (high ? 0xFFFF0000 : 0xFF1C2B33));
    CHECK(at(painted, 60, 26) == (high ? black : 0xFFFAF6EF));
  }
}

TEST_CASE("on black a picture of dark lines lies on a plate, a light one does not") {
  Studio studio;
  const auto file = [&](const std::string& name, const std::string& colour) {
    return studio.folder.write(name,
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" "
                               "cy=\"20\" r=\"10\" fill=\"" +
                                   colour + "\"/></svg>");
  };
  const std::string dark = file("dark.svg", "#1C2B33"), light = file("light.svg", "#F0C8A8");
  // Beside the circle, inside the picture: 30 mm from the left edge are 60 pixels here.
  const auto beside_circle = [&](const std::string& picture, scene::Color ground) {
    scene::Scene scene = screen({scene::Picture{{10, 10, 40, 40}, picture, "", {}, false}});
    scene.ground = ground;
    return at(studio.painter.paint(scene, 200, 120), 60, 26);
  };
  constexpr std::uint32_t plate = 0xFFFAF6EF;
  CHECK(beside_circle(dark, scene::palette::black) == plate);
  CHECK(beside_circle(light, scene::palette::black) == black);
  CHECK(beside_circle(dark, scene::rgb(0xE9DFCF)) == 0xFFE9DFCF);
  scene::Scene icon = screen({scene::Picture{{10, 10, 40, 40}, dark, "", scene::rgb(0xFFD400), false}});
  icon.ground = scene::palette::black;
  CHECK(at(studio.painter.paint(icon, 200, 120), 60, 26) == black);  // it has a colour of its own
}

// Repainting what differs gives the same as painting everything.
#include <algorithm>
#include <utility>

#include "catch.h"
#include "drawing.h"
#include "paint/damage.h"
#include "paint/painter.h"
#include "paint/rasteriser.h"
#include "paint/ttf_fonts.h"
#include "text/layout.h"

using namespace anteroom;
using namespace anteroom::paint;

namespace {

const FaceTable& faces() {
  static const FaceTable table({{"", {"Inter", "Noto Sans"}}}, {"en"});
  return table;
}

// Random scenes of 100 x 60 mm.
class Scenes {
 public:
  explicit Scenes(unsigned seed) : numbers_(seed) {
    picture_ = folder_.write("a.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">)"
                                      R"(<circle id="a" cx="9" cy="9" r="7" fill="#0b5d5e" fill-opacity="0.7"/>)"
                                      R"(<rect id="b" x="25" y="3" width="9" height="5"/></svg>)");
  }

  scene::Scene scene() {
    scene::Scene scene;
    scene.width_mm = 100;
    scene.height_mm = 60;
    scene.ground = scene::rgb(0xFAF6EF);
    const int count = numbers_.between(0, 12);
    for (int i = 0; i < count; ++i) scene.items.push_back(item());
    if (numbers_.between(0, 3) > 0) return scene;
    for (int i = 0; i < 4; ++i) scene.behind.push_back(item());
    scene.veil = {250, 246, 239, 176};
    return scene;
  }

  // A few steps away from `scene`.
  scene::Scene changed(scene::Scene scene) {
    for (int i = numbers_.between(0, 3); i > 0; --i) change(scene.items);
    if (!scene.behind.empty() && numbers_.between(0, 3) == 0) change(scene.behind);
    return scene;
  }

  int between(int low, int high) { return numbers_.between(low, high); }

 private:
  void change(std::vector<scene::Item>& items) {
    const auto place = [&](std::size_t size) { return static_cast<std::ptrdiff_t>(numbers_.bits() % size); };
    const int what = items.empty() ? 0 : numbers_.between(0, 4);
    if (what == 0) {
      items.insert(items.begin() + place(items.size() + 1), item());
    } else if (what == 1) {
      items.erase(items.begin() + place(items.size()));
    } else if (what == 2) {
      std::swap(items[static_cast<std::size_t>(place(items.size()))],
                items[static_cast<std::size_t>(place(items.size()))]);
    } else if (what == 3) {
      items[static_cast<std::size_t>(place(items.size()))] = item();
    } else {
      scene::Item& moved = items[static_cast<std::size_t>(place(items.size()))];
      const double by = number(-5, 5);
      std::visit([by](auto& each) { each.box.x += by; }, moved);
      if (auto* polygon = std::get_if<scene::Polygon>(&moved)) {
        for (scene::Point& corner : polygon->corners) corner.x += by;
      }
    }
  }

  double number(int low, int high) { return numbers_.fraction(low, high); }
  scene::Color color() {
    const std::uint32_t bits = numbers_.bits();
    scene::Color color = scene::rgb(bits >> 8);
    color.a = numbers_.between(0, 1) == 0 ? 255 : static_cast<std::uint8_t>(bits);
    return color;
  }
  scene::Rect box() {
    scene::Rect box;
    box.x = number(-10, 95);
    box.y = number(-10, 55);
    box.w = number(0, 40);
    box.h = number(0, 30);
    return box;
  }

  scene::Item item() {
    switch (numbers_.between(0, 7)) {
      case 0:
        return fill();
      case 1:
        return polygon();
      case 2:
        return picture();
      case 3:
        return text();
      case 4: {
        scene::Rect square = box();
        square.w = square.h = 25;
        return scene::Code{square, "https://example.org"};
      }
      case 5:
        return scene::Handle{box(), "Drag", {}};
      case 6:
        return ribbon();
      default:
        return fill();
    }
  }
  scene::Fill fill() {
    scene::Fill fill;
    fill.box = box();
    fill.color = color();
    fill.radius_mm = number(0, 12);
    fill.edge_mm = numbers_.between(0, 1) == 0 ? 0 : number(0, 2);
    fill.edge = color();
    return fill;
  }
  scene::Polygon polygon() {
    scene::Polygon polygon;
    const int count = numbers_.between(3, 6);
    for (int i = 0; i < count; ++i) {
      scene::Point corner;
      corner.x = number(-10, 110);
      corner.y = number(-10, 70);
      polygon.corners.push_back(corner);
      polygon.colors.push_back(color());
    }
    polygon.soft_mm = numbers_.between(0, 1) == 0 ? 0 : number(0, 10);
    polygon.hollow = numbers_.between(0, 3) == 0;
    return polygon;
  }
  scene::Ribbon ribbon() {
    scene::Ribbon ribbon;
    const int count = numbers_.between(2, 5);
    for (int i = 0; i < count; ++i) {
      scene::Rung rung;
      rung.upper = {number(-10, 110), number(-10, 70)};
      rung.lower = {number(-10, 110), number(-10, 70)};
      rung.upper_color = color();
      rung.lower_color = color();
      ribbon.rungs.push_back(rung);
    }
    return ribbon;
  }
  scene::Picture picture() {
    scene::Picture picture{box(), picture_, "", {}, numbers_.between(0, 1) == 0};
    if (numbers_.between(0, 1) == 0) picture.layers = {numbers_.between(0, 1) == 0 ? "a" : "b"};
    picture.opacity = number(0, 2);
    if (numbers_.between(0, 3) == 0) {
      picture.tint = color();
      picture.outline_mm = number(0, 5);
    }
    if (numbers_.between(0, 3) == 0) picture.spot = box();
    if (numbers_.between(0, 3) == 0) picture.clip = box();
    return picture;
  }
  scene::Text text() {
    static const std::vector<std::string> words = {"jolly Agfa", "A\u0302\u0301\u0302\u0301\u0302\u0301 piled", "fjord",
                                                   "two lines of words"};
    const std::string& utf8 = words[numbers_.bits() % words.size()];
    text::Style style;
    style.size_mm = 3 + numbers_.between(0, 3) * 2;
    scene::Rect at = box();
    at.w = 30;
    return {at, text::lay_out(utf8, style, at.w, fonts_), scene::TextRole::body, color()};
  }

  Numbers numbers_;
  TempFolder folder_;
  std::string picture_;
  TtfFonts fonts_{faces()};
};

bool covers(const std::vector<Area>& areas, int x, int y) {
  return std::any_of(areas.begin(), areas.end(), [=](const Area& area) { return area.intersects({x, y, 1, 1}); });
}

}  // namespace

TEST_CASE("repainting gives what painting gives to the bit") {
  Scenes scenes(GENERATE(range(1u, 17u)));
  Pictures pictures({.cache_bytes = 1 << 20});
  Painter painter(faces(), pictures), other(faces(), pictures);
  scene::Scene before = scenes.scene();
  Layer layer = painter.paint(before, 237, 142);
  for (int i = 0; i < 40; ++i) {
    const scene::Scene after = i % 10 == 9 ? scenes.scene() : scenes.changed(before);
    const Layer old = layer;
    const std::vector<Area> damaged = painter.repaint(before, after, layer).damaged;
    const Layer whole = other.paint(after, 237, 142);
    REQUIRE(layer == whole);
    if (before == after) REQUIRE(damaged.empty());
    for (int y = 0; y < layer.height; ++y) {
      for (int x = 0; x < layer.width; ++x) {
        if (at(old, x, y) != at(whole, x, y)) REQUIRE(covers(damaged, x, y));
      }
    }
    before = after;
  }
}

TEST_CASE("repainting leaves the rest of the layer alone") {
  Pictures pictures({.cache_bytes = 1 << 20});
  Painter painter(faces(), pictures);
  scene::Scene before;
  before.width_mm = 100;
  before.height_mm = 60;
  scene::Scene after = before;
  after.items.emplace_back(scene::Fill{{10, 10, 5, 5}, scene::rgb(0x0B5D5E), 0, 0, {}});
  Layer layer = blank(200, 120, 0xFF123456);  // not what `before` shows, so that reading it is noticed
  const std::vector<Area> damaged = painter.repaint(before, after, layer).damaged;
  REQUIRE(damaged.size() == 1);
  CHECK(damaged[0].width <= 14);
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 200; ++x) REQUIRE((at(layer, x, y) == 0xFF123456) == !covers(damaged, x, y));
  }
  CHECK(painter.repaint(after, after, layer).damaged.empty());
}

TEST_CASE("another background or size is painted whole") {
  Pictures pictures({.cache_bytes = 1 << 20});
  Painter painter(faces(), pictures);
  scene::Scene before;
  before.width_mm = 100;
  before.height_mm = 60;
  scene::Scene after = before;
  SECTION("background") {
    after.ground = scene::rgb(0x0B5D5E);
  }
  SECTION("size") {
    after.width_mm = 101;
  }
  Layer layer = painter.paint(before, 20, 12);
  CHECK(painter.repaint(before, after, layer).damaged == std::vector<Area>{{0, 0, 20, 12}});
  CHECK(layer == painter.paint(after, 20, 12));
}

TEST_CASE("only items that moved or changed order differ") {
  const auto fill = [](double x) { return scene::Item(scene::Fill{{x, 0, 5, 5}, scene::rgb(0), 0, 0, {}}); };
  const scene::Item handle = scene::Handle{{0, 0, 5, 5}, "Drag", {}};
  const std::vector<scene::Item> before = {fill(1), handle, fill(2), fill(3), fill(4)};
  CHECK(differing(before, before).empty());
  CHECK(differing(before, {fill(1), fill(2), fill(3), fill(4)}).empty());
  CHECK(differing(before, {fill(1), fill(3), fill(4)}).size() == 1);
  CHECK(differing(before, {fill(9), fill(1), fill(2), fill(3), fill(4), fill(8)}).size() == 2);
  CHECK(differing(before, {fill(2), fill(1), fill(3), fill(4)}).size() == 2);
  CHECK(differing(before, {fill(4), fill(1), fill(2), fill(3)}).size() == 2);
  CHECK(differing(before, {}).size() == 4);
  const std::vector<scene::Item> many(400, fill(1)), others(400, fill(2));
  CHECK(differing(many, others).size() == 800);
}

TEST_CASE("damage is a few rectangles that cover all of it") {
  Numbers numbers(5);
  Damage damage;
  std::vector<Area> all;
  for (int i = 0; i < 50; ++i) {
    Area area;
    area.x = numbers.between(0, 90);
    area.y = numbers.between(0, 90);
    area.width = numbers.between(0, 10);
    area.height = numbers.between(0, 10);
    all.push_back(area);
    damage.add(area);
    REQUIRE(damage.areas().size() <= Damage::most);
  }
  for (const Area& area : all) {
    for (int y = area.y; y < area.bottom(); ++y) {
      for (int x = area.x; x < area.right(); ++x) REQUIRE(covers(damage.areas(), x, y));
    }
  }
}

TEST_CASE("rasterising part of a layer gives the same pixels as the whole") {
  Numbers numbers(GENERATE(1u, 2u, 3u));
  const Texture texture = noise(31, 17, false, numbers);
  Layer whole = blank(160, 120), part = whole;
  Drawing drawing(whole);
  for (int i = 0; i < 40; ++i) {
    ImDrawVert corners[3];
    for (ImDrawVert& corner : corners) {
      corner.pos.x = numbers.fraction(-20, 180);
      corner.pos.y = numbers.fraction(-20, 140);
      corner.uv.x = numbers.fraction(-1, 2);
      corner.uv.y = numbers.fraction(-1, 2);
      corner.col = numbers.bits();
    }
    if (i % 3 == 0) drawing.list.PushTextureID(texture_id(&texture));
    add_triangle(drawing.list, corners[0], corners[1], corners[2]);
    if (i % 3 == 0) drawing.list.PopTextureID();
    if (i % 3 == 1) drawing.list.AddImage(texture_id(&texture), corners[0].pos, corners[1].pos);
  }
  rasterise(drawing.list, whole);
  const Area area{33, 21, 70, 55};
  rasterise(drawing.list, part, area);
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 160; ++x) REQUIRE(at(part, x, y) == (area.intersects({x, y, 1, 1}) ? at(whole, x, y) : black));
  }
}

#include "exhibits/fold_view.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "catch.h"
#include "exhibits/outline.h"
#include "exhibits/paper_face.h"
#include "model/sheet.h"
#include "scene/flow.h"
#include "scene/palette.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

const Rect area{20, 10, 200, 160};

MonoTime at(int ms) {
  return MonoTime(Millis(ms));
}

FoldState led(FoldState state, SheetPoint from, SheetPoint to, int ms) {
  return drag(settle(grab(std::move(state), from, at(ms)), at(ms + 400)), to, at(ms + 400));
}

FoldState folded(SheetPoint to) {
  return settle(let_go(led({}, {1, sheet_height}, to, 0), at(500)), at(1000));
}

std::vector<Polygon> shapes(const std::vector<Item>& items) {
  std::vector<Polygon> found;
  for (const Item& item : items) {
    if (const Polygon* shape = std::get_if<Polygon>(&item)) found.push_back(*shape);
  }
  return found;
}

// True if `color` is one in which the face on the sheet is drawn.
bool is_of_face(Color color) {
  const auto& face = exhibits::paper_face();
  return std::any_of(face.begin(), face.end(), [&](const auto& part) { return part.color == color; });
}

// The parts of the sheet itself: opaque shapes, without the face on them.
std::vector<Polygon> paper(const std::vector<Item>& items) {
  std::vector<Polygon> found = shapes(items);
  std::erase_if(found, [](const Polygon& shape) {
    if (is_of_face(shape.colors[0]) || shape.colors[0] == palette::teal) return true;
    return std::any_of(shape.colors.begin(), shape.colors.end(), [](Color color) { return color.a != 255; });
  });
  return found;
}

// The area of the part that has not turned: the sheet without what the bare table covers of it.
double kept_area(const std::vector<Item>& items) {
  double kept = exhibits::area(paper(items)[0].corners);
  for (const Polygon& shape : shapes(items)) {
    if (shape.colors[0] == palette::teal) {
      kept -= exhibits::area(exhibits::cut(shape.corners, std::get<Handle>(items.back()).box));
    }
  }
  return kept;
}

Rect sheet_box(const std::vector<Item>& items) {
  return std::get<Handle>(items.back()).box;
}

// True if the corners run clockwise and never turn the other way.
bool convex_clockwise(const std::vector<Point>& corners) {
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point &a = corners[i], &b = corners[(i + 1) % corners.size()], &c = corners[(i + 2) % corners.size()];
    if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) < -1e-6) return false;
  }
  return exhibits::area(corners) > 0;
}

void check_view(const FoldState& state, const Rect& within) {
  const std::vector<Item> items = exhibits::fold_view(state, within, "Paper");
  CHECK(items.size() < 160);
  CHECK(std::get<Handle>(items.back()).label == "Paper");
  for (const Item& item : items) {
    const Rect box = std::visit([](const auto& each) { return each.box; }, item);
    CHECK(within.encloses(box));
    const Polygon* shape = std::get_if<Polygon>(&item);
    if (shape == nullptr) continue;
    CHECK(shape->colors.size() == shape->corners.size());
    CHECK(convex_clockwise(shape->corners));
    for (const Point& p : shape->corners) {
      CHECK((std::isfinite(p.x) && std::isfinite(p.y)));
      CHECK(box.encloses({p.x, p.y, 0, 0}));
    }
  }
}

}  // namespace

TEST_CASE("the sheet is drawn as large as the table allows and lies in its middle") {
  const Rect within = GENERATE(Rect{0, 0, 40, 40}, Rect{5, 5, 300, 100}, Rect{20, 10, 200, 160}, Rect{0, 0, 60, 200});
  const Rect box = sheet_box(exhibits::fold_view({}, within, ""));
  CHECK(box.h == Approx(box.w * sheet_height));
  CHECK(box.x + box.w / 2 == Approx(within.x + within.w / 2));
  CHECK(box.y + box.h / 2 == Approx(within.y + within.h / 2));
  const double table_w = box.w * (1 + 2 * table_beside), table_h = box.w * (sheet_height + 2 * table_above);
  CHECK((within.w - table_w < 3 || within.h - table_h < 3));
}

TEST_CASE("kept and turned part make up the sheet") {
  const SheetPoint to = GENERATE(SheetPoint{0.5, 0.3}, SheetPoint{0.9, 0.6}, SheetPoint{0.1, 0.5}, SheetPoint{0.3, 0.7},
                                 SheetPoint{1, 0.2});
  const FoldState state = led({}, {1, sheet_height}, to, 0);
  const std::vector<Item> items = exhibits::fold_view(state, area, "");
  const std::vector<Polygon> parts = paper(items);
  REQUIRE(parts.size() == 2);
  const Rect box = sheet_box(items);
  CHECK(kept_area(items) + exhibits::area(parts[1].corners) == Approx(box.w * box.h));
  // The held corner's mirror image is under the finger.
  const Point finger{box.x + state.hand->point.x * box.w, box.y + state.hand->point.y * box.w};
  CHECK(std::any_of(parts[1].corners.begin(), parts[1].corners.end(),
                    [&](Point p) { return std::hypot(p.x - finger.x, p.y - finger.y) < 1e-9; }));
}

TEST_CASE("a part on its way over is as narrow as it looks from above") {
  FoldState state = folded({0.5, 0.7});
  state = drag(settle(grab(state, {0.5, 0.7}, at(2000)), at(2500)), {0.875, 0.7}, at(2500));
  const std::vector<Item> items = exhibits::fold_view(state, area, "");
  const std::vector<Polygon> parts = paper(items);
  REQUIRE(parts.size() == 2);
  const Rect box = sheet_box(items);
  CHECK(exhibits::area(parts[1].corners) == Approx(box.w * box.h * 0.125));
}

TEST_CASE("at right angles to the table the turned part is too thin to be drawn") {
  FoldState state = folded({0.5, 0.7});
  state = drag(settle(grab(state, {0.5, 0.7}, at(2000)), at(2500)), {0.75, 0.7}, at(2500));
  CHECK(paper(exhibits::fold_view(state, area, "")).size() == 1);
  check_view(state, area);
}

TEST_CASE("front and back differ by more than hue") {
  const std::vector<Polygon> parts = paper(exhibits::fold_view(folded({0.4, 0.4}), area, ""));
  REQUIRE(parts.size() == 2);
  for (const Color front : parts[0].colors) {
    for (const Color back : parts[1].colors) CHECK(contrast(front, back) >= 3);
  }
}

TEST_CASE("a crease is drawn on the sheet only and the deeper the stronger") {
  const auto strength = [](double depth) {
    FoldState state = settle(open_sheet(folded({0.5, 0.3}), at(2000)), at(3000));
    state.creases[0].depth = depth;
    const std::vector<Item> items = exhibits::fold_view(state, area, "");
    int darkest = 0;
    for (const Polygon& shape : shapes(items)) {
      if (shape.soft_mm > 0 || shape.colors[0] == palette::teal) continue;
      // The far edge of a part that rises is a little wider.
      for (const Point& p : shape.corners) CHECK(sheet_box(items).inset(-4).encloses({p.x, p.y, 0, 0}));
      for (const Color color : shape.colors) darkest = std::max(darkest, color.r < 128 && color.a < 255 ? color.a : 0);
    }
    return darkest;
  };
  CHECK(strength(0.25) > 60);
  CHECK(strength(0.55) > strength(0.25));
  CHECK(strength(1) > strength(0.55));
}

TEST_CASE("an open crease is a valley with a lit and a shaded side, and the sheet beyond it rises") {
  const bool by_tap = GENERATE(true, false);
  const FoldState flat_again = by_tap ? settle(fold_sheet({}, at(0)), at(1000)) : folded({0.4, 0.4});
  const FoldState opened = settle(open_sheet(flat_again, at(2000)), at(3000));
  const std::vector<Item> items = exhibits::fold_view(opened, area, "");
  const std::vector<Polygon> parts = paper(items);
  REQUIRE(parts.size() == 2);
  const Rect box = sheet_box(items);
  const double whole = kept_area(items) + exhibits::area(parts[1].corners);
  CHECK(whole < 0.995 * box.w * box.h);  // seen from above, a slope is shorter
  CHECK(whole > 0.93 * box.w * box.h);
  // The sides are the translucent shapes that fade to nothing.
  double lit = 0, shaded = 0;
  for (const Polygon& shape : shapes(items)) {
    if (shape.soft_mm > 0) continue;
    const bool fades = std::any_of(shape.colors.begin(), shape.colors.end(), [](Color c) { return c.a == 0; });
    if (!fades) continue;
    (shape.colors[0].r > 128 ? lit : shaded) += exhibits::area(shape.corners);
  }
  CHECK(shaded > 0);
  CHECK(lit > 0);
  // The one that rises turns towards the light or away from it.
  CHECK(std::abs(parts[1].colors[0].g - parts[0].colors[0].g) > 4);
}

namespace {

// The contrast of the darkest crease with the sheet.
double line_contrast(const std::vector<Item>& items) {
  const Color sheet = paper(items)[0].colors[0];
  double line = 1;
  for (const Polygon& shape : shapes(items)) {
    if (shape.soft_mm > 0) continue;
    for (const Color color : shape.colors) {
      if (color.a == 255 || color.r > 128) continue;
      const Color seen = exhibits::mix(sheet, {color.r, color.g, color.b, 255}, color.a / 255.0);
      line = std::max(line, contrast(seen, sheet));
    }
  }
  return line;
}

}  // namespace

TEST_CASE("the line of a smoothed crease is soft, and about a third as strong as when it was fresh") {
  const FoldState fresh = settle(open_sheet(settle(fold_sheet({}, at(0)), at(1000)), at(2000)), at(3000));
  const FoldState smoothed = settle(smooth_sheet(fresh, at(4000)), at(5000));
  const std::vector<Item> items = exhibits::fold_view(smoothed, area, "");
  const double before = line_contrast(exhibits::fold_view(fresh, area, "")), after = line_contrast(items);
  CHECK((after / before > 0.28 && after / before < 0.42));
  // All of it fades: no translucent shape has one colour from edge to edge.
  for (const Polygon& shape : shapes(items)) {
    if (shape.soft_mm > 0 || shape.colors[0].a == 255) continue;
    CHECK(std::any_of(shape.colors.begin(), shape.colors.end(), [](Color c) { return c.a == 0; }));
  }
}

TEST_CASE("a smoothed sheet lies flat again, and its line stays however often it is smoothed") {
  FoldState state = settle(open_sheet(settle(fold_sheet({}, at(0)), at(1000)), at(2000)), at(3000));
  for (int times = 1; times <= 4; ++times) {
    state = settle(smooth_sheet(state, at(3000 + 1000 * times)), at(3900 + 1000 * times));
    const std::vector<Item> items = exhibits::fold_view(state, area, "");
    const std::vector<Polygon> parts = paper(items);
    REQUIRE(parts.size() == 2);
    const Rect box = sheet_box(items);
    CHECK(kept_area(items) + exhibits::area(parts[1].corners) == Approx(box.w * box.h));
    CHECK(parts[0].colors[0].r - parts[1].colors[0].r < 3);
    CHECK(line_contrast(items) > 1.8);
  }
}

TEST_CASE("a fold by tap crosses the forehead of the face, and the flap leaves brows and eyes uncovered") {
  const FoldState state = settle(fold_sheet({}, at(0)), at(1000));
  REQUIRE(state.line);
  for (const double x : {0.2, 0.5, 0.8}) {
    const double y = (state.line->offset - state.line->nx * x) / state.line->ny;
    CHECK((y > 0.1 && y < 0.26));
  }
  const std::vector<Item> items = exhibits::fold_view(state, area, "");
  double lowest = 0, brows = 1e9;
  const auto polygons = paper(items);
  for (const Point& p : polygons[1].corners) lowest = std::max(lowest, p.y);
  for (const auto& part : exhibits::paper_face()) {
    for (const Point& p : part.shape) brows = std::min(brows, sheet_box(items).y + p.y * sheet_box(items).w);
  }
  CHECK(lowest < brows);
}

TEST_CASE("a hand shows where to drag until somebody takes the sheet") {
  const auto hands = [](const FoldState& state) {
    const std::vector<Item> items = exhibits::fold_view(state, area, "", "/touch.svg");
    return std::count_if(items.begin(), items.end(),
                         [](const Item& item) { return std::holds_alternative<Picture>(item); });
  };
  CHECK(hands({}) == 1);
  CHECK(hands(grab(FoldState{}, {0.9, 0.1}, at(0))) == 0);
  const FoldState tapped = settle(fold_sheet({}, at(0)), at(1000));
  CHECK(hands(tapped) == 0);
  CHECK(hands(settle(open_sheet(tapped, at(2000)), at(3000))) == 0);
  // It covers nothing of the face.
  for (const Item& item : exhibits::fold_view({}, area, "", "/touch.svg")) {
    const Picture* hand = std::get_if<Picture>(&item);
    if (hand == nullptr) continue;
    const Rect box = sheet_box(exhibits::fold_view({}, area, ""));
    for (const auto& part : exhibits::paper_face()) {
      for (const Point& p : part.shape) CHECK_FALSE(hand->box.contains({box.x + p.x * box.w, box.y + p.y * box.w}));
    }
  }
}

TEST_CASE("the shadow of a part that rises is soft and lies on the table, below all of the sheet") {
  const FoldState opened = settle(open_sheet(settle(fold_sheet({}, at(0)), at(1000)), at(2000)), at(3000));
  bool on_sheet = false;
  std::size_t soft = 0;
  for (const Polygon& shape : shapes(exhibits::fold_view(opened, area, ""))) {
    on_sheet = on_sheet || shape.colors[0].a == 255;
    if (shape.soft_mm == 0) continue;
    ++soft;
    CHECK_FALSE(on_sheet);
  }
  CHECK(soft == 3);
}

TEST_CASE("the face is hidden where the sheet is folded over it, and whole where it is open") {
  const auto ink = [](const std::vector<Item>& items) {
    double sum = 0;
    for (const Polygon& shape : shapes(items)) {
      if (is_of_face(shape.colors[0])) sum += exhibits::area(shape.corners);
    }
    return sum;
  };
  const double flat = ink(exhibits::fold_view({}, area, ""));
  REQUIRE(flat > 0);
  // The lower half is turned up: mouth and cheeks are on its hidden side.
  const FoldState half = led({}, {1, sheet_height}, {1, 0.18}, 0);
  CHECK(ink(exhibits::fold_view(half, area, "")) < 0.6 * flat);
  const FoldState opened = settle(open_sheet(folded({1, 0.18}), at(2000)), at(3000));
  CHECK(ink(exhibits::fold_view(opened, area, "")) > 0.9 * flat);
}

TEST_CASE("only a sheet that was never folded curls up") {
  const auto area_of_back = [](const std::vector<Item>& items) {
    double back = 0;
    for (const Polygon& part : paper(items)) {
      if (contrast(part.colors[0], rgb(0xFFFFFF)) > 2) back += exhibits::area(part.corners);
    }
    return back;
  };
  CHECK(paper(exhibits::fold_view({}, area, "")).size() == 2);
  const FoldState opened = settle(open_sheet(folded({0.5, 0.3}), at(2000)), at(3000));
  CHECK(opened.creases.size() == 1);
  CHECK(area_of_back(exhibits::fold_view(opened, area, "")) == 0);
  const FoldState held = settle(grab(FoldState{}, {0.9, 0.6}, at(0)), at(400));
  CHECK(paper(exhibits::fold_view(held, area, "")).size() == 1);
}

TEST_CASE("for each step of a drag little more than the sheet itself is mixed") {
  FoldState state = settle(grab(FoldState{}, {1, sheet_height}, at(0)), at(400));
  for (int step = 1; step <= 20; ++step) {
    state = drag(state, {1 - 0.03 * step, sheet_height - 0.02 * step}, at(400 + step));
    const std::vector<Item> items = exhibits::fold_view(state, area, "");
    const Rect box = sheet_box(items);
    double mixed_mm2 = 0;
    for (const Polygon& shape : shapes(items)) {
      const bool opaque = std::all_of(shape.colors.begin(), shape.colors.end(), [](Color c) { return c.a == 255; });
      if (!opaque && !shape.hollow) mixed_mm2 += exhibits::area(shape.corners);
    }
    CHECK(mixed_mm2 < 0.8 * box.w * box.h);
  }
}

TEST_CASE("for each step of a drag only what is near the fold is painted") {
  FoldState state = settle(grab(FoldState{}, inviting_corner, at(0)), at(400));
  std::vector<Item> before;
  for (int step = 1; step <= 20; ++step) {
    state = drag(state, {1 - 0.015 * step, 0.012 * step}, at(400 + step));
    const std::vector<Item> items = exhibits::fold_view(state, area, "");
    Rect changed{area.right(), area.y, 0, 0};
    for (const Item& item : items) {
      if (std::holds_alternative<Handle>(item)) continue;
      if (std::find(before.begin(), before.end(), item) != before.end()) continue;
      changed = scene::joined(changed, std::visit([](const auto& each) { return each.box; }, item));
    }
    if (step > 1) CHECK(changed.w * changed.h < 0.5 * area.w * area.h);
    before = items;
  }
}

TEST_CASE("whatever a patient does the view stays inside its area") {
  const int seed = GENERATE(range(0, 30));
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_real_distribution<double> place(-0.3, 1.3);
  FoldState state;
  int clock = 0;
  for (int i = 0; i < 60; ++i) {
    clock += static_cast<int>(random() % 400);
    const SheetPoint finger{place(random), place(random)};
    switch (random() % 7) {
      case 0:
        state = grab(state, finger, at(clock));
        break;
      case 1:
        state = let_go(state, at(clock));
        break;
      case 2:
        state = fold_sheet(state, at(clock));
        break;
      case 3:
        state = open_sheet(state, at(clock));
        break;
      default:
        state = drag(state, finger, at(clock));
    }
    check_view(state, i % 3 == 0 ? Rect{3, 4, 40, 40} : area);
  }
}

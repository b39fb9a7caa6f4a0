#include "exhibits/hotspots_view.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "exhibits/outline.h"
#include "exhibits/steps_view.h"
#include "scene/flow.h"
#include "scene/hit_test.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

const Rect map_area{10, 20, 220, 170};
const Hotspots face{4.0 / 3,
                    {{"brow", {0.4, 0.2, 0.2, 0.05}}, {"eye", {0.3, 0.3, 0.1, 0.05}}, {"jaw", {0.6, 0.7, 0.2, 0.2}}}};
const std::vector<ExhibitPart> words{{"Brow", ""}, {"Eye", ""}, {"Jaw", ""}};

std::vector<Target> targets(const std::vector<Item>& items) {
  std::vector<Target> found;
  for (const Item& item : items) {
    if (const Target* target = std::get_if<Target>(&item)) found.push_back(*target);
  }
  return found;
}

const Hotspots drawn_face{4.0 / 3,
                          {{"brow", {0.4, 0.2, 0.2, 0.05}, {"brow-left", "brow-right"}},
                           {"eye", {0.3, 0.3, 0.1, 0.05}, {"eye"}},
                           {"jaw", {0.6, 0.7, 0.2, 0.2}, {"jaw"}}}};

std::vector<Item> view(const Hotspots& hotspots, const HotspotsState& state = {}) {
  return exhibits::hotspots_view(hotspots, state, {"/face.svg", "a face", words}, map_area);
}

std::vector<Picture> pictures(const std::vector<Item>& items) {
  std::vector<Picture> found;
  for (const Item& item : items) {
    if (const Picture* picture = std::get_if<Picture>(&item)) found.push_back(*picture);
  }
  return found;
}

// All within the map_area, 20 mm both ways, 4 mm apart.
bool can_be_hit(const std::vector<Target>& found, const Rect& within) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Rect& box = found[i].box;
    if (!within.encloses(box) || box.w < 20 - 1e-6 || box.h < 20 - 1e-6) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (box.inset(-4).overlaps(found[j].box)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("the picture keeps its shape in the middle of the area") {
  struct Row {
    double ratio;
    Rect box;
  };
  const Row row = GENERATE(Row{2, {10, 50, 220, 110}}, Row{1, {35, 20, 170, 170}});
  const Picture picture = std::get<Picture>(view({row.ratio, {}})[0]);
  CHECK(picture.box.x == Approx(row.box.x));
  CHECK(picture.box.y == Approx(row.box.y));
  CHECK(picture.box.w == Approx(row.box.w));
  CHECK(picture.box.h == Approx(row.box.h));
  CHECK(picture.alt == "a face");
}

TEST_CASE("every region has its target") {
  const std::vector<Target> found = targets(view(face));
  REQUIRE(found.size() == 3);
  CHECK(found[1].id == "region-eye");
  CHECK(found[1].label == "Eye");
  CHECK(found[1].action == Action(ExhibitTap{ExhibitVerb::region, 1}));
  CHECK(can_be_hit(found, map_area));
}

TEST_CASE("a large region is its own target") {
  const Hotspots one{1, {{"all", {0.1, 0.1, 0.8, 0.5}}}};
  const Rect box = targets(view(one))[0].box;
  CHECK(box.x == Approx(35 + 17));
  CHECK(box.w == Approx(136));
  CHECK(box.h == Approx(85));
}

TEST_CASE("the targets of crowded and overlapping regions are moved apart") {
  using Regions = std::vector<Region>;
  const Regions crowd = GENERATE(
      Regions{{"a", {0, 0, 0.05, 0.05}}, {"b", {0.06, 0, 0.05, 0.05}}},
      Regions{{"a", {0.5, 0.5, 0.01, 0.01}}, {"b", {0.5, 0.5, 0.01, 0.01}}},
      Regions{{"a", {0.2, 0.2, 0.5, 0.5}}, {"b", {0.5, 0.3, 0.4, 0.5}}},
      Regions{{"a", {0.95, 0.95, 0.05, 0.05}}, {"b", {0.9, 0.95, 0.05, 0.05}}, {"c", {0.95, 0.85, 0.05, 0.05}}},
      Regions{{"a", {0.4, 0.4, 0.1, 0.1}}, {"b", {0.5, 0.4, 0.1, 0.1}}, {"c", {0.6, 0.4, 0.1, 0.1}}});
  CHECK(can_be_hit(targets(view({1, crowd})), map_area));
}

TEST_CASE("the rings of regions that lie on each other mark their places, and a touch opens the nearer one") {
  const Hotspots two{1, {{"a", {0.4, 0.5, 0.02, 0.02}}, {"b", {0.44, 0.5, 0.02, 0.02}}}};
  const std::vector<Item> items = view(two);
  const Rect picture = std::get<Picture>(items[0]).box;
  std::vector<Rect> rings;
  for (const Item& item : items) {
    const Fill* fill = std::get_if<Fill>(&item);
    if (fill != nullptr && fill->edge_mm > 2) rings.push_back(fill->box);
  }
  REQUIRE(rings.size() == 2);
  Scene scene;
  scene.items = items;
  for (std::size_t i = 0; i < 2; ++i) {
    const double x = picture.x + (i == 0 ? 0.41 : 0.45) * picture.w;
    CHECK(scene::middle(rings[i]).x == Approx(x));
    CHECK(scene::middle(rings[i]).y == Approx(picture.y + 0.51 * picture.h));
    const Target* touched = target_at(scene, {x, scene::middle(rings[i]).y});
    REQUIRE(touched != nullptr);
    CHECK(touched->id == (i == 0 ? "region-a" : "region-b"));
  }
}

TEST_CASE("six regions spread over a picture can be hit") {
  const int seed = GENERATE(range(0, 100));
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_real_distribution<double> share(0, 0.85);
  Hotspots hotspots{4.0 / 3, {}};
  for (int i = 0; i < 6; ++i) hotspots.regions.push_back({std::to_string(i), {share(random), share(random), 0.1, 0.1}});
  CHECK(can_be_hit(targets(view(hotspots)), map_area));
}

TEST_CASE("the open region alone keeps its colours, and all else is dim alike, with nothing shining through") {
  const std::vector<Picture> before = pictures(view(drawn_face)), open = pictures(view(drawn_face, {1, {1}}));
  CHECK(before[0].opacity == 1);
  CHECK((open[0].opacity > 0.5 && open[0].opacity < 0.65));
  CHECK(open[0].alt == "a face");
  const auto lit = [](const Picture& each) {
    return each.opacity == 1 && each.outline_mm == 0 && !each.layers.empty();
  };
  CHECK(std::none_of(before.begin(), before.end(), lit));
  // A second, half transparent drawing would let what stands before it shine through.
  const auto doubled = [](const Picture& each) {
    return !each.layers.empty() && each.outline_mm == 0 && each.opacity > 0 && each.opacity < 1;
  };
  CHECK(std::none_of(open.begin(), open.end(), doubled));
  REQUIRE(std::count_if(open.begin(), open.end(), lit) == 1);
  CHECK(std::find_if(open.begin(), open.end(), lit)->layers == std::vector<std::string>{"eye"});
}

TEST_CASE("on a stage everything but the open region, people too, recedes into one dusk of at most 35 %") {
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.stage = Color{220, 230, 210};
  look.dim = exhibits::dim_on_stage;
  const std::vector<Item> fresh = exhibits::hotspots_view(drawn_face, {}, look, map_area);
  const std::vector<Item> open = exhibits::hotspots_view(drawn_face, {1, {1}}, look, map_area);
  for (const std::vector<Item>& items : {fresh, open}) CHECK(std::get<Fill>(items[0]).color == *look.stage);
  // One scrim over the stage, the picture and the closed regions; what is open is above it.
  const auto is_scrim = [](const Item& item) {
    const auto* fill = std::get_if<Fill>(&item);
    return fill != nullptr && fill->color.a > 0 && fill->color.a < 255 && fill->box == map_area;
  };
  CHECK(std::none_of(fresh.begin(), fresh.end(), is_scrim));
  REQUIRE(std::count_if(open.begin(), open.end(), is_scrim) == 1);
  const auto scrim = std::find_if(open.begin(), open.end(), is_scrim);
  for (auto item = open.begin(); item != open.end(); ++item) {
    const auto* picture = std::get_if<Picture>(&*item);
    if (picture == nullptr || picture->opacity == 0) continue;
    CHECK(picture->opacity == 1);
    CHECK((item > scrim) == (picture->layers == std::vector<std::string>{"eye"}));
  }
  // Darker, but what is drawn on it can still be made out. Skin stays a warm colour: it was grey.
  const Color dark = std::get<Fill>(*scrim).color;
  const auto below = [&](Color color) { return exhibits::mix({dark.r, dark.g, dark.b}, color, 1 - dark.a / 255.0); };
  CHECK(dark.a <= 0.35 * 255);
  CHECK(contrast(below(*look.stage), *look.stage) > 1.5);
  const Color skin = below({0xF0, 0xC8, 0xA8});
  CHECK(skin.r > 1.3 * skin.b);
  double halo = 0;
  for (const Picture& each : pictures(open)) {
    if (each.layers != std::vector<std::string>{"eye"} || each.outline_mm <= halo) continue;
    halo = each.outline_mm;
    for (const Color color : {*look.stage, Color{255, 255, 255}}) CHECK(contrast(*each.tint, below(color)) > 2.5);
  }
  CHECK(halo > 2);
}

TEST_CASE("a region that lights up more than its shape has its line around the shape until it is open") {
  Hotspots hotspots = drawn_face;
  hotspots.regions[1].layers = {"eye", "frown"};
  hotspots.regions[1].outlined = {"eye"};
  const auto outlined = [&](const HotspotsState& state, const std::vector<std::string>& layers) {
    const std::vector<Picture> all = pictures(view(hotspots, state));
    return std::any_of(all.begin(), all.end(),
                       [&](const Picture& each) { return each.outline_mm > 0 && each.layers == layers; });
  };
  CHECK(outlined({}, {"eye"}));
  CHECK_FALSE(outlined({}, {"eye", "frown"}));
  CHECK(outlined({1, {1}}, {"eye", "frown"}));
}

TEST_CASE("what a region shows is drawn only while it is open, above what is always lit, and has no line") {
  Hotspots hotspots = drawn_face;
  hotspots.lit = {"head"};
  hotspots.regions[1].shown = {"frown"};
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.stage = Color{220, 230, 210};
  for (const bool open : {false, true}) {
    const HotspotsState state = open ? HotspotsState{1, {1}} : HotspotsState{};
    std::size_t lit_at = 0, shown_at = 0, eye_at = 0;
    const std::vector<Picture> all = pictures(exhibits::hotspots_view(hotspots, state, look, map_area));
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].layers == hotspots.lit) lit_at = i;
      if (all[i].layers == std::vector<std::string>{"eye"} && all[i].outline_mm == 0) eye_at = i;
      if (all[i].layers != hotspots.regions[1].shown) continue;
      CHECK(all[i].outline_mm == 0);
      CHECK(all[i].opacity == (open ? 1 : 0));
      shown_at = i;
    }
    REQUIRE(shown_at > 0);
    CHECK(shown_at > lit_at);
    if (open) CHECK(eye_at > shown_at);
  }
}

TEST_CASE("no pieces of the lines around closed regions are left beside what is lit") {
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.stage = Color{220, 230, 210};
  look.dim = exhibits::dim_on_stage;
  const auto has_line = [&](const Hotspots& hotspots, const HotspotsState& state, const std::string& layer) {
    const std::vector<Picture> all = pictures(exhibits::hotspots_view(hotspots, state, look, map_area));
    return std::any_of(all.begin(), all.end(), [&](const Picture& each) {
      return each.outline_mm > 0 && each.layers == std::vector<std::string>{layer};
    });
  };
  Hotspots hotspots = drawn_face;
  CHECK(has_line(hotspots, {1, {1}}, "jaw"));
  hotspots.lit = {"head"};
  CHECK(has_line(hotspots, {}, "jaw"));
  CHECK_FALSE(has_line(hotspots, {1, {1}}, "jaw"));
  CHECK(has_line(hotspots, {1, {1}}, "eye"));
}

TEST_CASE("in high contrast what is always lit hides no other region") {
  Hotspots hotspots = drawn_face;
  hotspots.lit = {"head"};
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.marks = exhibits::marks_for(true);
  look.dim = 1;
  const std::vector<Picture> all = pictures(exhibits::hotspots_view(hotspots, {1, {1}}, look, map_area));
  const auto lit =
      std::find_if(all.begin(), all.end(), [&](const Picture& each) { return each.layers == hotspots.lit; });
  REQUIRE(lit != all.end());
  for (const Region& region : hotspots.regions) {
    CHECK(std::any_of(lit, all.end(), [&](const Picture& each) {
      return each.layers == region.layers && each.outline_mm == 0 && each.opacity == 1;
    }));
  }
}

TEST_CASE("a picture that stands is on the foot of its stage, and no line runs below that") {
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.stage = Color{220, 230, 210};
  look.stands = true;
  const Rect tall{10, 20, 220, 300};
  for (const Picture& each : pictures(exhibits::hotspots_view(drawn_face, {1, {1}}, look, tall))) {
    CHECK(each.box.bottom() == Approx(tall.bottom()));
    // A halo in its corner stuck out of the round corner of the stage.
    CHECK(each.box.x >= tall.x + exhibits::stage_corner_mm);
    CHECK(each.box.right() <= tall.right() - exhibits::stage_corner_mm);
    if (each.outline_mm > 0) {
      REQUIRE(each.clip);
      CHECK(tall.encloses(*each.clip));
    }
  }
}

TEST_CASE("in high contrast nothing gets darker, and the open region has by far the widest line") {
  exhibits::HotspotsScene look{"/face.svg", "a face", words};
  look.marks = exhibits::marks_for(true);
  look.dim = 1;
  look.stage = Color{220, 230, 210};
  double open = 0, others = 0;
  for (const Picture& each : pictures(exhibits::hotspots_view(drawn_face, {1, {1}}, look, map_area))) {
    if (each.outline_mm == 0) continue;
    double& widest = each.layers == std::vector<std::string>{"eye"} ? open : others;
    widest = std::max(widest, each.outline_mm);
  }
  CHECK(open > 2 * others);
}

TEST_CASE("of a region without layers its place is lit, softly and larger than itself") {
  const std::vector<Picture> open = pictures(view(face, {2, {2}}));
  REQUIRE(open.size() == 2);
  REQUIRE(open[1].spot);
  const Rect jaw = exhibits::region_place(face, 2, map_area);
  CHECK((open[1].spot->encloses(jaw) && open[1].spot->w > jaw.w));
}

TEST_CASE("a line runs around what has not been seen, and a tick marks what has") {
  const auto outlined = [](const std::vector<Item>& items, const std::string& layer) {
    double widest = 0;
    for (const Picture& each : pictures(items)) {
      if (!each.layers.empty() && each.layers[0] == layer) widest = std::max(widest, each.outline_mm);
    }
    return widest;
  };
  const auto ticks = [](const std::vector<Item>& items) {
    return std::count_if(items.begin(), items.end(),
                         [](const Item& item) { return std::holds_alternative<Fill>(item); });
  };
  const std::vector<Item> fresh = view(drawn_face), open = view(drawn_face, {1, {1}}),
                          closed = view(drawn_face, {std::nullopt, {0, 1}});
  CHECK(ticks(fresh) == 0);
  for (const std::string layer : {"brow-left", "eye", "jaw"}) CHECK(outlined(fresh, layer) > 1);
  CHECK(ticks(open) == 1);
  CHECK(outlined(open, "eye") > outlined(open, "jaw"));
  CHECK(ticks(closed) == 2);
  CHECK(outlined(closed, "eye") == 0);
  CHECK(outlined(closed, "jaw") > 1);
}

TEST_CASE("whatever is open the view stays in its area") {
  for (const Hotspots& hotspots : {face, drawn_face}) {
    for (std::size_t open = 0; open < 3; ++open) {
      for (const Item& item : view(hotspots, {open, {0, 1, 2}})) {
        CHECK(map_area.encloses(std::visit([](const auto& each) { return each.box; }, item)));
      }
    }
  }
}

TEST_CASE("the line around a region can be seen on any ground") {
  for (const Hotspots& hotspots : {face, drawn_face}) {
    std::vector<Color> colors;
    for (const Item& item : view(hotspots)) {
      const Fill* fill = std::get_if<Fill>(&item);
      const Picture* picture = std::get_if<Picture>(&item);
      if (fill != nullptr && fill->color.a == 0) colors.push_back(fill->edge);
      if (picture != nullptr && picture->outline_mm > 0) colors.push_back(*picture->tint);
    }
    for (int grey = 0; grey < 256; ++grey) {
      const auto level = static_cast<std::uint8_t>(grey);
      double best = 0;
      for (const Color color : colors) best = std::max(best, contrast(color, {level, level, level}));
      CHECK(best >= 3);
    }
  }
}

TEST_CASE("the tick of what was seen is at the upper outer corner of its place and hides nothing in its middle") {
  const Hotspots four{4.0 / 3,
                      {{"a", {0.05, 0.1, 0.3, 0.3}},
                       {"b", {0.65, 0.1, 0.3, 0.3}},
                       {"c", {0.05, 0.6, 0.3, 0.3}},
                       {"d", {0.65, 0.6, 0.3, 0.3}}}};
  std::vector<Rect> ticks;
  for (const Item& item : view(four, {std::nullopt, {0, 1, 2, 3}})) {
    const Fill* fill = std::get_if<Fill>(&item);
    if (fill != nullptr && fill->color.a == 255) ticks.push_back(fill->box);
  }
  REQUIRE(ticks.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    const Rect place = exhibits::region_place(four, i, map_area);
    const Point at = scene::middle(ticks[i]);
    const double across = (at.x - scene::middle(place).x) / place.w, down = (at.y - scene::middle(place).y) / place.h;
    CHECK((i % 2 == 0 ? -across : across) > 0.3);
    CHECK(down < -0.3);
    CHECK_FALSE(ticks[i].overlaps(scene::centred({0.45 * place.w, 0.45 * place.h}, place)));
  }
}

namespace {

// The widest line around the drawing of `layer`.
double line_around(const std::vector<Item>& items, const std::string& layer) {
  double widest = 0;
  for (const Picture& each : pictures(items)) {
    if (!each.layers.empty() && each.layers[0] == layer) widest = std::max(widest, each.outline_mm);
  }
  return widest;
}

// Two doors side by side, `gap` of the picture's width apart.
Hotspots doors(double gap) {
  return {1, {{"left", {0.1, 0.1, 0.3, 0.8}, {"left"}}, {"right", {0.4 + gap, 0.1, 0.3, 0.8}, {"right"}}}};
}

}  // namespace

TEST_CASE("the lines around two things side by side do not touch") {
  for (const double gap : {0.022, 0.03, 0.05, 0.1}) {
    const Hotspots two = doors(gap);
    const double gap_mm = gap * std::get<Picture>(view(two)[0]).box.w;
    const std::vector<Item> fresh = view(two), open = view(two, {0, {0}});
    CHECK(line_around(fresh, "left") == line_around(fresh, "right"));
    CHECK(line_around(fresh, "left") + line_around(fresh, "right") < gap_mm);
    CHECK(line_around(open, "left") + line_around(open, "right") < gap_mm);
    CHECK(line_around(open, "left") > line_around(open, "right"));
  }
}

TEST_CASE("no line runs across a smaller thing that lies on a larger one") {
  const Hotspots badge{1, {{"badge", {0.4, 0.3, 0.2, 0.2}, {"badge"}}, {"board", {0.1, 0.4, 0.8, 0.5}, {"board"}}}};
  for (const HotspotsState& state : {HotspotsState{}, HotspotsState{1, {1}}}) {
    const std::vector<Picture> drawn = pictures(view(badge, state));
    const auto place = [&](const std::string& layer, bool line) {
      const auto it = std::find_if(drawn.begin(), drawn.end(), [&](const Picture& each) {
        return each.layers == std::vector{layer} && (each.outline_mm > 0) == line && each.opacity > 0;
      });
      REQUIRE(it != drawn.end());
      return it - drawn.begin();
    };
    if (!state.open) CHECK(place("board", true) < place("badge", false));
    CHECK(place("badge", true) < place("badge", false));
  }
}

TEST_CASE("a spot that the drawing hides is drawn only while it is open, also where another lies on it") {
  Hotspots two{1, {{"badge", {0.4, 0.3, 0.2, 0.2}, {"badge"}}, {"board", {0.1, 0.4, 0.8, 0.5}, {"board"}}}};
  const auto is_drawn = [&two](const HotspotsState& state) {
    const std::vector<Picture> drawn = pictures(view(two, state));
    return std::any_of(drawn.begin(), drawn.end(), [](const Picture& each) {
      return each.layers == std::vector<std::string>{"badge"} && each.outline_mm == 0 && each.opacity > 0;
    });
  };
  CHECK(is_drawn({}));
  two.regions[0].hidden = true;
  CHECK_FALSE(is_drawn({}));
  CHECK_FALSE(is_drawn({1, {1}}));
  CHECK_FALSE(is_drawn({1, {0, 1}}));
  CHECK(is_drawn({0, {0}}));
}

TEST_CASE("all that the first touch lights up is made ready before it") {
  const std::vector<Picture> fresh = pictures(view(drawn_face));
  for (const Picture& lit : pictures(view(drawn_face, {1, {1}}))) {
    if (lit.outline_mm > 0) continue;
    CHECK(std::any_of(fresh.begin(), fresh.end(),
                      [&](const Picture& each) { return each.layers == lit.layers && each.outline_mm == 0; }));
  }
}

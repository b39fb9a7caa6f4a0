#include "exhibits/hotspots_view.h"

#include <random>

#include "catch.h"
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

std::vector<Item> view(const Hotspots& hotspots, std::optional<std::size_t> open = std::nullopt) {
  return exhibits::hotspots_view(hotspots, {open}, words, "/face.svg", "a face", map_area);
}

// All within the map_area, 20 mm both ways, 4 mm apart.
bool can_be_hit(const std::vector<Target>& found, const Rect& within) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Rect& box = found[i].box;
    if (!within.holds(box) || box.w < 20 - 1e-6 || box.h < 20 - 1e-6) return false;
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

TEST_CASE("the open region differs in shape and not only in colour") {
  const std::vector<Item> closed = view(face), open = view(face, 1);
  CHECK(open.size() == closed.size() + 1);
  double thickest_closed = 0, thickest_open = 0;
  for (const Item& item : closed) {
    if (const Fill* fill = std::get_if<Fill>(&item)) thickest_closed = std::max(thickest_closed, fill->edge_mm);
  }
  for (const Item& item : open) {
    const Fill* fill = std::get_if<Fill>(&item);
    if (fill != nullptr) thickest_open = std::max(thickest_open, fill->edge_mm);
    CHECK(map_area.holds(std::visit([](const auto& each) { return each.box; }, item)));
  }
  CHECK(thickest_open > thickest_closed);
}

TEST_CASE("a ring can be seen on any ground") {
  const std::vector<Item> items = view(face, 0);
  for (int grey = 0; grey < 256; ++grey) {
    const Color ground{static_cast<std::uint8_t>(grey), static_cast<std::uint8_t>(grey),
                       static_cast<std::uint8_t>(grey)};
    double best_closed = 0;
    for (const Item& item : items) {
      const Fill* fill = std::get_if<Fill>(&item);
      if (fill != nullptr && fill->color.a == 0) best_closed = std::max(best_closed, contrast(fill->edge, ground));
    }
    CHECK(best_closed >= 3);
  }
}

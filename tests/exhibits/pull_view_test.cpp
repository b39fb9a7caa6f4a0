#include "exhibits/pull_view.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "exhibits/skin_slice.h"
#include "scene/palette.h"

using namespace anteroom;
using namespace anteroom::scene;
using exhibits::SkinSlice;

namespace {

const Pull brow{};

PullState pulled_by(double contraction) {
  PullState state;
  state.effort = contraction;
  state.touched = true;
  return state;
}

std::vector<Item> seen(const PullState& state, const Rect& box, Direction reading = Direction::left_to_right) {
  return exhibits::pull_view(brow, state, {.label = "The muscle", .hand = "/hand.svg", .reading = reading}, box);
}

// The disc at the end of the muscle, in the middle of its box.
Point knob(const std::vector<Item>& items) {
  for (const Item& item : items) {
    const Fill* fill = std::get_if<Fill>(&item);
    if (fill != nullptr && fill->edge == palette::deep_teal) return middle(fill->box);
  }
  return {};
}

}  // namespace

TEST_CASE("the whole slice stays on its table, whatever its shape and however strongly the muscle is pulled") {
  for (const Rect box : {Rect{20, 10, 300, 245}, Rect{0, 0, 120, 300}, Rect{5, 5, 400, 90}, Rect{1, 1, 40, 40}}) {
    for (const double contraction : {0.0, 0.3, 1.0}) {
      PullState state = pulled_by(contraction);
      state.month = 2;
      for (const Direction reading : {Direction::left_to_right, Direction::right_to_left}) {
        for (const Item& item : seen(state, box, reading)) {
          if (std::holds_alternative<Handle>(item)) continue;
          CHECK(box.encloses(std::visit([](const auto& each) { return each.box; }, item), 1e-6));
        }
      }
    }
  }
}

TEST_CASE("skin lies flat over a loose muscle, and a pulled one folds it in four") {
  const auto tops = [](const SkinSlice& slice) {
    int count = 0;
    for (double u = 0.002; u < 1; u += 0.002) {
      const double here = slice.rise(u);
      count += here > slice.rise(u - 0.002) && here > slice.rise(u + 0.002) && here > 0.01 ? 1 : 0;
    }
    return count;
  };
  CHECK(tops(SkinSlice(0)) == 0);
  CHECK(tops(SkinSlice(1)) == static_cast<int>(SkinSlice::folds));
  for (double u = 0; u <= 1; u += 0.01) {
    CHECK(SkinSlice(0).rise(u) == 0);
    CHECK(SkinSlice(0).x(u) == Approx(u));
    CHECK(SkinSlice(1).rise(u) < SkinSlice::highest_fold);
  }
}

TEST_CASE("no two places in the skin ever change their order, and no layer reaches into the next") {
  for (const double contraction : {0.0, 0.2, 0.6, 1.0}) {
    const SkinSlice slice(contraction);
    double before = -1;
    for (const double u : slice.columns()) {
      CHECK(slice.x(u) > before);
      before = slice.x(u);
      for (double depth = 0; depth < SkinSlice::bone_y; depth += 0.02) {
        CHECK(slice.layer(u, depth + 0.02) > slice.layer(u, depth));
      }
    }
  }
}

TEST_CASE("a shorter muscle is thicker, and its knob travels as far as a finger that drags it") {
  CHECK(SkinSlice(1).half_thickness(0.5) > 1.3 * SkinSlice(0).half_thickness(0.5));
  const Rect box{20, 10, 300, 245};
  const std::vector<Item> loose = seen(pulled_by(0), box), shortened = seen(pulled_by(1), box);
  const Rect handle = std::get<Handle>(loose.back()).box;
  const double travelled = knob(loose).x - knob(shortened).x;
  CHECK(travelled == Approx(handle.w * pull_travel).epsilon(0.20));
  CHECK(std::get<Handle>(loose.back()).grab_area == box);
}

TEST_CASE("a hand shows where to drag until somebody has pulled, and the calendar comes when the muscle is rested") {
  const Rect box{20, 10, 300, 245};
  const auto has_hand = [](const std::vector<Item>& items) {
    return std::any_of(items.begin(), items.end(), [](const Item& item) {
      return std::holds_alternative<Picture>(item) && std::get<Picture>(item).file == "/hand.svg";
    });
  };
  const auto leaves = [](const std::vector<Item>& items) {
    return std::count_if(items.begin(), items.end(), [](const Item& item) {
      const Fill* fill = std::get_if<Fill>(&item);
      return fill != nullptr && fill->color == palette::white && fill->edge_mm == 0 && fill->box.h > 15;
    });
  };
  CHECK(has_hand(seen({}, box)));
  CHECK_FALSE(has_hand(seen(pulled_by(1), box)));
  CHECK(leaves(seen(pulled_by(1), box)) == 0);
  PullState state = pulled_by(1);
  state.month = 0;
  CHECK(leaves(seen(state, box)) == 3);
}

TEST_CASE("a calendar of months that pass is read as its language is") {
  const Rect box{20, 10, 300, 245};
  PullState state = pulled_by(1);
  state.month = 1;
  const auto filled = [&](Direction reading) {
    double x = 0;
    for (const Item& item : seen(state, box, reading)) {
      const Fill* fill = std::get_if<Fill>(&item);
      if (fill != nullptr && fill->color == palette::teal && fill->box.w < 20) x = fill->box.x;
    }
    return x;
  };
  CHECK(filled(Direction::left_to_right) < 170);
  CHECK(filled(Direction::right_to_left) > 170);
}

TEST_CASE("the muscle ends in the skin that it pulls, and its fibres spread there, at rest, pulled and rested") {
  for (const double contraction : {0.0, 0.06, 0.5, 1.0}) {
    const SkinSlice slice(contraction);
    constexpr double edge = 0.011;  // around the muscle, at the most
    const double end = slice.muscle(1).y, lower = end + slice.half_thickness(1) + edge;
    CHECK(lower < SkinSlice::dermis);
    CHECK(end - slice.half_thickness(1) - edge > SkinSlice::epidermis - 0.012);
    // Where it comes in it is no flat stub: it still rises steeply.
    const Point before = slice.muscle(0.96), after = slice.muscle(0.98);
    CHECK((before.y - after.y) / (after.x - before.x) > 0.7);
    const std::vector<SkinSlice::Fibre> fibres = slice.fibres();
    REQUIRE(fibres.size() >= 5);
    for (const SkinSlice::Fibre& fibre : fibres) {
      CHECK(fibre.from.y < SkinSlice::dermis);
      CHECK(std::abs(fibre.from.x - slice.muscle(0.965).x) < 0.02);
      CHECK(fibre.to.y < fibre.from.y);
      CHECK(fibre.to.y > SkinSlice::epidermis);
      CHECK(fibre.to.x < SkinSlice::moves_to);
    }
    CHECK(fibres.back().to.x - fibres.front().to.x > 3 * (fibres.back().from.x - fibres.front().from.x));
  }
}

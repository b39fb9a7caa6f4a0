#include "scene/frame.h"

#include "catch.h"

using namespace anteroom;
using Catch::Matchers::WithinAbs;

namespace {

void check_is(const Share& share, const Share& expected) {
  CHECK_THAT(share.x, WithinAbs(expected.x, 1e-9));
  CHECK_THAT(share.y, WithinAbs(expected.y, 1e-9));
  CHECK_THAT(share.w, WithinAbs(expected.w, 1e-9));
  CHECK_THAT(share.h, WithinAbs(expected.h, 1e-9));
}

}  // namespace

TEST_CASE("a part of a picture is widened to the shape of its box as far as the picture goes") {
  constexpr double square = 1;
  check_is(scene::widened({0.25, 0.25, 0.5, 0.5}, square, 1.5), {0.125, 0.25, 0.75, 0.5});
  check_is(scene::widened({0.25, 0.25, 0.5, 0.5}, square, 0.5), {0.25, 0, 0.5, 1});
  // It moves inwards rather than end in the middle of nowhere.
  check_is(scene::widened({0.6, 0.25, 0.4, 0.5}, square, 1.5), {0.25, 0.25, 0.75, 0.5});
  check_is(scene::widened({0, 0, 1, 1}, square, 2), {0, 0, 1, 1});
}

TEST_CASE("a picture whose ground goes on beyond its board left strips at the sides of a wide box") {
  constexpr double square = 1;
  const Share ground{-0.25, -0.25, 1.5, 1.5};
  check_is(scene::widened({0, 0, 1, 1}, square, 1.5, ground), {-0.25, 0, 1.5, 1});
  check_is(scene::widened({0, 0, 1, 1}, square, 2, ground), {-0.25, 0, 1.5, 1});
}

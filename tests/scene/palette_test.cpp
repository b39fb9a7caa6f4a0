// What is drawn or written on a colour of the house can be made out.
#include <set>
#include <string>

#include "catch.h"
#include "scene/palette.h"
#include "scene/rules.h"

using namespace anteroom;
using namespace anteroom::scene;

TEST_CASE("ink and teal keep their contrast on every ground that a card may name") {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < ground_names().size(); ++i) {
    const Color ground = palette::color_of(static_cast<Ground>(i + 1));
    INFO(ground_names()[i]);
    CHECK(ground.a == 255);
    CHECK(contrast(palette::ink, ground) >= min_contrast);
    CHECK(contrast(palette::teal, ground) >= 4.5);
    // The dots' grey is the faintest colour of the house that has a meaning.
    CHECK(contrast(palette::quiet, ground) >= 3);
    CHECK(contrast(palette::deep_teal, ground) >= min_contrast);
    CHECK_FALSE(ground == palette::paper);
    seen.insert(std::to_string(ground.r) + " " + std::to_string(ground.g) + " " + std::to_string(ground.b));
  }
  CHECK(seen.size() == 6);
  CHECK(palette::color_of(Ground::none).a == 0);
}

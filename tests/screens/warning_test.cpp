// "Still reading?" over the page that would be lost.
#include <algorithm>

#include "catch.h"
#include "model/names.h"
#include "model/sample_content.h"
#include "scene/dump.h"
#include "scene/rules.h"
#include "screens/compose.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::tests;

namespace {

scene::Scene asked(const Content& content, int seconds, int percent = 100, bool high_contrast = false) {
  text::FakeFonts fonts;
  State state = start(content, moment(Millis(0), monday_morning));
  state.session.place = Place::detail;
  state.session.page = 1;
  state.session.text_percent = percent;
  state.session.high_contrast = high_contrast;
  state.session.warning = seconds;
  return screens::compose(state, content, fonts);
}

scene::Rect box_of(const scene::Item& item) {
  return std::visit([](const auto& each) { return each.box; }, item);
}

std::size_t pieces(const scene::Scene& scene) {
  return static_cast<std::size_t>(std::count_if(scene.items.begin(), scene.items.end(), [](const scene::Item& item) {
    return std::holds_alternative<scene::Polygon>(item);
  }));
}

}  // namespace

TEST_CASE("the page stays visible behind the question and is neither read nor touched") {
  const Content content = sample_content(1);
  for (const int percent : {100, 150, 200}) {
    for (const bool high_contrast : {false, true}) {
      const scene::Scene scene = asked(content, 20, percent, high_contrast);
      INFO(percent << " " << high_contrast);
      CHECK(scene.screen == screen_name::warning);
      CHECK(scene::faults(scene).empty());
      CHECK(scene.behind.size() > 5);
      CHECK(scene.veil.a > 128);
      CHECK(scene.veil.a < 255);
      CHECK_THAT(scene::visible_text(scene), !ContainsSubstring("Last page") && ContainsSubstring("Still reading?"));
      CHECK(std::none_of(scene.behind.begin(), scene.behind.end(),
                         [](const scene::Item& item) { return std::holds_alternative<scene::Target>(item); }));
    }
  }
}

TEST_CASE("each second changes only what is inside the ring") {
  Content content = sample_content(1);
  for (const int of : {20, 60, 600}) {
    content.settings.idle.warning = std::chrono::seconds(of);
    scene::Rect ring{};
    const scene::Scene full = asked(content, of);
    for (const scene::Item& item : full.items) {
      if (!std::holds_alternative<scene::Polygon>(item)) continue;
      ring = ring.w > 0 ? scene::joined(ring, box_of(item)) : box_of(item);
    }
    CHECK(ring.w == Approx(ring.h).margin(1));
    CHECK(ring.w * ring.h < 0.1 * full.width_mm * full.height_mm);
    CHECK(pieces(full) <= 120);
    scene::Scene before = full;
    for (int left = of - 1; left >= 0; left -= of / 20) {
      const scene::Scene now = asked(content, left);
      CHECK(now.behind == before.behind);
      REQUIRE(now.items.size() == before.items.size());
      std::size_t changed = 0;
      for (std::size_t i = 0; i < now.items.size(); ++i) {
        if (now.items[i] == before.items[i]) continue;
        ++changed;
        CHECK(ring.encloses(box_of(now.items[i]), 0.1));
      }
      CHECK(changed >= 1);
      before = now;
    }
  }
}

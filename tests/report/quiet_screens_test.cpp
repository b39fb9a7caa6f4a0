// The screens that ask and that are dark, as they ship.
#include <algorithm>
#include <set>

#include "assembly/load.h"
#include "catch.h"
#include "paint/painter.h"
#include "scene/palette.h"
#include "shipped_fronts.h"

using namespace anteroom;

namespace {

// The screen outside the opening hours, `minute` minutes after 20:00.
scene::Scene closed_at(tests::ShippedPack& shipped, int minute) {
  Content& content = shipped.loaded.content;
  content.settings.hours.week.assign(7, {{std::chrono::hours(8), std::chrono::hours(17)}});
  const WallTime time =
      std::chrono::local_days(content.pack.review.on) + std::chrono::hours(20) + std::chrono::minutes(minute);
  State state = start(content, {MonoTime{}, possible_time(content, time)});
  state.hello = false;
  state.open = false;
  state.minute = time;
  return screens::compose(state, content, shipped.fonts);
}

const scene::Text* text_with(const scene::Scene& scene, const std::string& words) {
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text != nullptr && text->layout.text.find(words) != std::string::npos) return text;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("while the clinic is closed the number to call is as large as the hour at which it opens") {
  for (const char* config : {"kiosk.toml", "wall.toml"}) {
    for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
      tests::ShippedPack shipped(config, size);
      const std::size_t languages = shipped.loaded.content.pack.languages.size();
      std::set<std::string> large;
      for (int minute = 0; minute < static_cast<int>(languages); ++minute) {
        const scene::Scene scene = closed_at(shipped, minute);
        INFO(config << " " << size.width << " minute " << minute);
        const scene::Text* call = text_with(scene, "911");
        REQUIRE(call != nullptr);
        large.insert(call->layout.style.language);
        // The hour is in the same style, in the same language, right above it.
        const auto is_hour = [&](const scene::Item& item) {
          const auto* text = std::get_if<scene::Text>(&item);
          return text != nullptr && text != call && text->layout.style == call->layout.style;
        };
        CHECK(std::count_if(scene.items.begin(), scene.items.end(), is_hour) == 1);
      }
      CHECK(large.size() == languages);  // each is the large one in its turn
    }
  }
}

TEST_CASE("on a kiosk the other languages of a closed screen are all there, in one column") {
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    tests::ShippedPack shipped("kiosk.toml", size);
    for (int minute = 0; minute < 6; ++minute) {
      const scene::Scene scene = closed_at(shipped, minute);
      INFO(size.width << " minute " << minute);
      const bool from_end = text::is_right_to_left(text_with(scene, "911")->layout.style.language);
      std::set<std::string> languages;
      std::vector<double> edges;  // of each language's line, where it starts
      for (const scene::Item& item : scene.items) {
        const auto* text = std::get_if<scene::Text>(&item);
        if (text == nullptr || text->role != scene::TextRole::label || text->ink == scene::palette::dim) continue;
        const double edge = from_end ? text->box.right() : text->box.x;
        if (languages.insert(text->layout.style.language).second) {
          edges.push_back(edge);
        } else {
          edges.back() = from_end ? std::max(edges.back(), edge) : std::min(edges.back(), edge);
        }
      }
      CHECK(languages.size() == 5);
      for (const double edge : edges) CHECK(edge == Approx(edges.front()).margin(0.01));
    }
  }
}

TEST_CASE("no seam shows between the pieces of a mark on the ring of the warning") {
  tests::ShippedPack shipped("kiosk.toml", {1920, 1080});
  Content& content = shipped.loaded.content;
  const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
  State state = start(content, {MonoTime{}, possible_time(content, time)});
  state.hello = false;
  state.open = true;
  state.session.place = Place::detail;
  state.session.warning = static_cast<int>(content.settings.idle.warning.count());
  const scene::Scene scene = screens::compose(state, content, shipped.fonts);
  paint::Pictures pictures(assembly::picture_options(content.settings, 8U << 20));
  paint::Painter painter(*shipped.loaded.faces, pictures);
  const paint::Layer layer = painter.paint(scene, 1920, 1080);
  const double scale = 1920 / scene.width_mm;
  std::vector<scene::Polygon> pieces;
  for (const scene::Item& item : scene.items) {
    if (const auto* piece = std::get_if<scene::Polygon>(&item)) pieces.push_back(*piece);
  }
  const auto between = [](scene::Point one, scene::Point other) {
    return scene::Point{(one.x + other.x) / 2, (one.y + other.y) / 2};
  };
  int seams = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const scene::Point end = between(pieces[i - 1].corners[1], pieces[i - 1].corners[2]);
    const scene::Point from = between(pieces[i].corners[0], pieces[i].corners[3]);
    constexpr double same_mark_mm = 1.5;  // marks are further apart
    if (std::hypot(end.x - from.x, end.y - from.y) > same_mark_mm) continue;
    ++seams;
    for (const scene::Point at : {from, between(from, pieces[i].corners[0]), between(from, pieces[i].corners[3])}) {
      const auto x = static_cast<std::size_t>(at.x * scale), y = static_cast<std::size_t>(at.y * scale);
      CHECK((layer.pixels[y * static_cast<std::size_t>(layer.width) + x] & 0xFFFFFF) == 0x0B5D5E);
    }
  }
  CHECK(seams > 50);
}

// A presenter with its own paint worker and a display in memory.
#pragma once

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "paint/cross_fade.h"
#include "platform/presenter.h"

namespace anteroom::tests {

using platform::Area;
using platform::Glass;
using platform::PaintWorker;
using platform::Presenter;

// Remembers what it was shown.
class MemoryGlass : public Glass {
 public:
  int width() const override { return width_px; }
  int height() const override { return height_px; }
  bool show(const paint::Layer& layer, const Area& area, const std::vector<Area>& damaged) override {
    ++tried;
    if (!drawable) return false;
    if (damaged.empty()) last = layer;
    for (const Area& part : damaged) {
      for (int y = part.y; y < part.bottom(); ++y) {
        std::copy_n(layer.row(y) + part.x, part.width, last.row(y) + part.x);
      }
    }
    CHECK(last == layer);  // nothing changed outside the reported damage
    last_damaged = damaged;
    last_area = area;
    ++shown;
    if (damaged.empty()) ++shown_whole;
    return true;
  }
  bool show_fade(const paint::Layer& from, const paint::Layer& to, double amount, const Area& area,
                 const std::vector<Area>& differing) override {
    CHECK(from.width == to.width);
    if (!drawable) return false;
    amounts.push_back(amount);
    paint::Layer whole(from.width, from.height);
    paint::cross_fade(from, to, amount, from.bounds(), whole.pixels.data(), whole.width);
    if (differing.empty()) {
      last = whole;
      ++faded_whole;
    }
    for (const Area& part : differing) {
      paint::cross_fade(from, to, amount, part, last.pixels.data(), last.width);
    }
    CHECK(last == whole);  // the layers differ nowhere else
    last_area = area;
    return true;
  }
  int width_px = 64, height_px = 36;
  paint::Layer last;
  Area last_area;
  std::vector<Area> last_damaged;
  bool drawable = true;
  int shown = 0, shown_whole = 0, tried = 0, faded_whole = 0;
  std::vector<double> amounts;
};

inline scene::Scene plain(const std::string& card, scene::Color ground) {
  scene::Scene scene;
  scene.screen = "loop";
  scene.card = card;
  scene.width_mm = 160;
  scene.height_mm = 90;
  scene.ground = ground;
  return scene;
}

inline const scene::Scene red = plain("red", scene::rgb(0xFF0000));
inline const scene::Scene green = plain("green", scene::rgb(0x00FF00));
inline const scene::Scene blue = plain("blue", scene::rgb(0x0000FF));

struct Stage {
  paint::FaceTable faces{{}, {}};
  paint::Pictures pictures;
  PaintWorker worker{faces, pictures};
  MemoryGlass glass;
  Presenter presenter;

  explicit Stage(int rotation = 0, const paint::Pictures::Options& options = {.cache_bytes = 1 << 20})
      : pictures(options), presenter(worker, {160, 90, 64, 36, 600, 800, rotation}) {
    presenter.attach(glass);
  }
  // As when one card of the loop follows another.
  void want(const scene::Scene& scene, const scene::Scene& upcoming) {
    presenter.want(scene, Millis(700));
    presenter.expect(upcoming);
  }
  // Steps at `now` until nothing is left to do at that time; painting takes as long as it takes.
  void settle(MonoTime now) {
    while (!presenter.at_rest()) {
      presenter.step(now);
      if (presenter.next_frame() && *presenter.next_frame() > now) return;
      std::this_thread::yield();
    }
  }
};

inline MonoTime at(int ms) {
  return MonoTime(Millis(ms));
}

}  // namespace anteroom::tests

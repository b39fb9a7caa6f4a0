#include "setup/test_picture.h"

#include <algorithm>
#include <cmath>

#include "scene/flow.h"
#include "scene/palette.h"
#include "text/layout.h"

namespace anteroom::setup {

namespace {

using scene::Fill;
using scene::Point;
using scene::Rect;
namespace palette = scene::palette;

double shorter_side(const Screen& screen) {
  return std::min(screen.width_mm, screen.height_mm);
}

class Drawing {
 public:
  Drawing(const Screen& screen, text::Fonts& fonts)
      : screen_(screen), fonts_(fonts), unit_(std::clamp(shorter_side(screen) / 100, 0.5, 8.0)) {
    scene_.screen = "setup";
    scene_.language = "en";
    scene_.viewing_distance_mm = screen.viewing_distance_mm;
    scene_.width_mm = screen.width_mm;
    scene_.height_mm = screen.height_mm;
    scene_.lower_edge_mm = screen.lower_edge_mm;
    scene_.ground = palette::paper;
  }

  // A line along all four edges: a television that cuts the picture's edges hides it.
  void edges() {
    const double w = screen_.width_mm, h = screen_.height_mm, line = unit_;
    for (const Rect& each : {Rect{0, 0, w, line}, {0, h - line, w, line}, {0, 0, line, h}, {w - line, 0, line, h}}) {
      scene_.items.emplace_back(Fill{each, palette::teal});
    }
  }

  void arrow(double top, double height) {
    const double middle = screen_.width_mm / 2, head = 0.5 * height, half = 0.45 * height, shaft = 0.18 * height;
    const std::vector<Point> corners{{middle, top}, {middle + half, top + head}, {middle - half, top + head}};
    scene_.items.emplace_back(scene::Polygon{.box = {middle - half, top, 2 * half, head},
                                             .corners = corners,
                                             .colors = {palette::teal, palette::teal, palette::teal}});
    scene_.items.emplace_back(Fill{{middle - shaft, top + head - 0.1, 2 * shaft, height - head}, palette::teal});
  }

  // Text of `size` in the middle, its box beginning at `top`. Returns where it ends.
  double words(const std::string& text, double top, double size, text::Weight weight) {
    const text::Style style{.language = "en",
                            .weight = weight,
                            .size_mm = size,
                            .leading = 1.25,
                            .align = text::Align::centre,
                            .breaks = text::Breaks::balanced};
    const text::Layout layout = text::lay_out(text, style, 0.8 * screen_.width_mm, fonts_);
    const Rect box{0.1 * screen_.width_mm, top, 0.8 * screen_.width_mm, layout.height_mm};
    scene_.items.emplace_back(scene::Text{box, layout, scene::TextRole::body, palette::ink});
    return box.bottom();
  }

  // With a tick each 10 mm, its ends marked.
  void ruler(double y) {
    const double length = ruler_length(screen_), from = (screen_.width_mm - length) / 2;
    const double line = std::max(0.5, 0.15 * unit_);
    scene_.items.emplace_back(Fill{{from, y - line / 2, length, line}, palette::ink});
    for (int mm = 0; mm <= std::lround(length); mm += 10) {
      const bool is_end = mm == 0 || mm == std::lround(length);
      const double height = is_end ? 6 * unit_ : mm % 50 == 0 ? 4 * unit_ : 2 * unit_;
      // The outer edges of the end ticks are the ruler's length apart.
      const double x = mm == 0 ? from : is_end ? from + length - line : from + mm - line / 2;
      scene_.items.emplace_back(
          Fill{{x, y - (is_end ? height / 2 : 0), line, is_end ? height : height / 2}, palette::ink});
    }
  }

  void ring(const TouchRing& ring) {
    const double radius = ring_radius(screen_);
    const Rect box = scene::around(ring.at, {2 * radius, 2 * radius});
    const bool is_touched = ring.state == TouchRing::State::touched;
    const bool is_lit = ring.state == TouchRing::State::lit;
    scene_.items.emplace_back(Fill{.box = box,
                                   .color = is_touched ? palette::teal
                                            : is_lit   ? palette::straw
                                                       : palette::white,
                                   .radius_mm = radius,
                                   .edge_mm = is_lit ? radius / 4 : radius / 10,
                                   .edge = is_lit ? palette::coral : palette::teal});
    const double dot = radius / 6;
    scene_.items.emplace_back(
        Fill{scene::around(ring.at, {2 * dot, 2 * dot}), is_touched ? palette::white : palette::ink, dot});
  }

  void cross(Point at) {
    const double arm = ring_radius(screen_) / 2, line = arm / 5;
    scene_.items.emplace_back(Fill{scene::around(at, {2 * arm, line}), palette::coral});
    scene_.items.emplace_back(Fill{scene::around(at, {line, 2 * arm}), palette::coral});
  }

  double unit() const { return unit_; }
  scene::Scene take() { return std::move(scene_); }

 private:
  const Screen& screen_;
  text::Fonts& fonts_;
  double unit_;
  scene::Scene scene_;
};

}  // namespace

double ruler_length(const Screen& screen) {
  for (const double length : {300.0, 200.0, 100.0, 50.0}) {
    if (length <= 0.7 * screen.width_mm) return length;
  }
  return 30;
}

std::vector<TouchRing> corner_rings(const Screen& screen) {
  const double inset = 2 * ring_radius(screen);
  const double right = screen.width_mm - inset, bottom = screen.height_mm - inset;
  return {{{inset, inset}}, {{right, inset}}, {{right, bottom}}, {{inset, bottom}}};
}

double ring_radius(const Screen& screen) {
  return std::clamp(0.05 * shorter_side(screen), 4.0, 25.0);
}

scene::Scene test_picture(const TestPicture& picture, const Screen& screen, text::Fonts& fonts) {
  Drawing drawing(screen, fonts);
  const double h = screen.height_mm, unit = drawing.unit();
  drawing.edges();
  drawing.arrow(0.06 * h, 0.26 * h);
  double y = drawing.words("up", 0.33 * h, 8 * unit, text::Weight::semibold) + 3 * unit;
  if (picture.has_ruler) {
    y = std::max(y, 0.5 * h);
    drawing.ruler(y + 3 * unit);
    y = drawing.words(std::to_string(std::lround(ruler_length(screen))) + " mm", y + 7 * unit, 5 * unit,
                      text::Weight::regular);
  }
  y = drawing.words(picture.question, y + 4 * unit, 6 * unit, text::Weight::semibold);
  if (!picture.note.empty()) {
    y = drawing.words(picture.note, y + 2 * unit, 4 * unit, text::Weight::regular);
  }
  drawing.words(picture.monitor, std::max(y + 2 * unit, h - 12 * unit), 4 * unit, text::Weight::regular);
  for (const TouchRing& ring : picture.rings) drawing.ring(ring);
  for (const Point& stray : picture.stray) drawing.cross(stray);
  return drawing.take();
}

}  // namespace anteroom::setup

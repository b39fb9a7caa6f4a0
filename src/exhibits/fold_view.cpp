#include "exhibits/fold_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "exhibits/outline.h"
#include "model/sheet.h"
#include "scene/flow.h"
#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Color;
using scene::Point;
namespace palette = scene::palette;

// Lit from the upper left, and not quite white, so that a side which faces the light can be lighter.
constexpr Color front = scene::rgb(0xFAF7F0), front_far = scene::rgb(0xF3EDE2);
constexpr Color back = scene::rgb(0xA9673F);   // 3:1 against the front
constexpr Color shade = scene::rgb(0x3A3226);  // warm, as shadows on paper are
constexpr double edge_on = 1e-4;               // too narrow to be seen
constexpr double rim_mm = 1.2;                 // of the table, kept free
constexpr double tented = 0.06;                // how much narrower one side of a sharp crease looks from above

// Where light comes from: upper left, high above. Length about 1.
constexpr double light_x = -0.40, light_y = -0.50, light_z = 0.77;

// How far a shadow is moved, how dark it is, and how wide its soft edge is; lengths in sheet widths.
struct Shadow {
  double dx, dy, opacity, soft;
  bool of_other_shape = false;  // than the paper that lies on it
};

// Which side of the paper is seen.
enum class Upward { front_side, back_side };

// A sheet on its table, in mm.
class Sheet {
 public:
  Sheet(FoldState state, const scene::Rect& area) : state_(std::move(state)), table_(area) {
    const scene::Rect room = area.inset(rim_mm);
    scale_ = std::min(room.w / (1 + 2 * table_beside), room.h / (sheet_height + 2 * table_above));
    box_ = scene::centred({scale_, scale_ * sheet_height}, area);
    kept_ = outline_of(box_);
    const Crease* crease = bent_crease();
    if (!state_.line && crease == nullptr) return;
    hinge_ = edge(state_.line ? *state_.line : crease->line);
    if (crease != nullptr) share_ = 1 - tented * crease->depth * (1 - state_.lift);
    if (state_.line) {
      share_ = std::min(share_, std::cos(std::numbers::pi * state_.turn));
      rise_ = std::sin(std::numbers::pi * state_.turn);
    }
    flap_ = cut(kept_, hinge_.reversed());
    kept_ = cut(kept_, hinge_);
    for (const Point& p : flap_) reach_ = std::max(reach_, hinge_.distance(p));
  }

  std::vector<scene::Item> items(const std::string& label) {
    const double corner = std::min(table_.w, table_.h) * 0.04;
    items_.emplace_back(scene::Fill{.box = table_, .color = palette::mist, .radius_mm = corner});
    if (!state_.line && !flap_.empty()) tent_shadow();
    shadow(kept_, {.dx = 0.006, .dy = 0.009, .opacity = 0.20, .soft = 0.032});
    shadow(kept_, {.dx = 0.0015, .dy = 0.002, .opacity = 0.24, .soft = 0.007});
    put(items_, kept_, [&](Point p) { return front_at(p); });
    creases(kept_, 1, Upward::front_side);
    if (!flap_.empty()) state_.line ? turned_part() : tent();
    items_.emplace_back(scene::Handle{.box = box_, .label = label, .grab_area = table_});
    return std::move(items_);
  }

 private:
  Edge edge(const FoldLine& line) const {
    return {line.nx, line.ny, line.offset * scale_ + line.nx * box_.x + line.ny * box_.y};
  }

  // The crease at which the sheet does not lie flat: the one along its line, or the deepest of an open sheet.
  const Crease* bent_crease() const {
    const Crease* deepest = nullptr;
    for (const Crease& crease : state_.creases) {
      const bool is_hinge =
          state_.line && (crease.line == *state_.line || sheet::reversed(crease.line) == *state_.line);
      if (is_hinge) return &crease;
      if (!state_.line && (deepest == nullptr || crease.depth > deepest->depth)) deepest = &crease;
    }
    return deepest;
  }

  Color front_at(Point p) const {
    return mix(front, front_far, ((p.x - box_.x) / box_.w + (p.y - box_.y) / box_.h) / 2);
  }

  // The soft shadow of `outline`. It ends where the table does. One that lies so close that the paper covers all but
  // its rim is drawn as that: a dragged sheet is painted for every frame.
  void shadow(Outline outline, const Shadow& look) {
    for (Point& p : outline) p = {p.x + look.dx * scale_, p.y + look.dy * scale_};
    const double soft_mm = look.soft * scale_;
    const bool covered = !look.of_other_shape && std::hypot(look.dx, look.dy) < look.soft / 2;
    put(
        items_, cut(std::move(outline), table_.inset(soft_mm / 2)), [&](Point) { return faint(shade, look.opacity); },
        soft_mm, covered);
  }

  // How high the turned part is above the sheet at a distance from its hinge, in mm.
  double height(double distance) const {
    return distance * rise_ + state_.lift * (1 - rise_) * (0.012 * scale_ + 0.10 * distance);
  }

  // The shadow falls away from the light, further the higher the paper is.
  void turned_shadow() {
    Outline cast;
    for (const Point& p : flap_) {
      const double distance = hinge_.distance(p), high = height(distance);
      const Point at = turned(p, hinge_, share_);
      cast.push_back({at.x - light_x / light_z * 0.8 * high, at.y - light_y / light_z * 0.8 * high});
    }
    if (area(cast) < 0) std::reverse(cast.begin(), cast.end());
    const double high = height(reach_) / scale_;
    shadow(cast, {.dx = 0,
                  .dy = 0.002,
                  .opacity = 0.30 - std::min(0.12, 0.4 * high),
                  .soft = 0.012 + 0.25 * high,
                  .of_other_shape = true});
    shadow(turned(flap_, hinge_, share_),
           {.dx = 0.001, .dy = 0.0015, .opacity = 0.26, .soft = 0.010 + 0.05 * state_.lift * (1 - rise_)});
  }

  // The light on the turned part, as a share of that on the flat sheet.
  double light_on_turned() const {
    const double aside = light_x * hinge_.nx + light_y * hinge_.ny;
    const double front_light = share_ * light_z - rise_ * aside;
    return std::clamp(std::abs(share_) < 1 ? 0.62 + 0.38 * (share_ < 0 ? -front_light : front_light) / light_z : 1.0,
                      0.70, 1.10);
  }

  // Beyond its crease an open sheet rises a little: it is a valley with two slopes.
  void tent_shadow() {
    shadow(turned(flap_, hinge_, share_), {.dx = 0.012, .dy = 0.017, .opacity = 0.22, .soft = 0.05});
  }

  void tent() {
    const bool faces_light = light_x * hinge_.nx + light_y * hinge_.ny < 0;
    paint_flap(0, reach_,
               [&](Point p) { return faces_light ? mix(front_at(p), palette::white, 0.2) : lit(front_at(p), 0.97); });
    creases(flap_, share_, Upward::front_side);
  }

  void turned_part() {
    const bool back_up = share_ < 0;
    turned_shadow();
    const double light = light_on_turned();
    paint_flap(0, reach_, [&](Point p) {
      // Held up, the far end bends towards the light.
      const double bend = back_up ? (0.05 + 0.07 * state_.lift) * hinge_.distance(p) / std::max(reach_, 1e-9) : 0;
      return back_up ? lit(back, light + bend) : lit(front_at(p), light);
    });
    creases(flap_, share_, back_up ? Upward::back_side : Upward::front_side);
    roll();
  }

  // A strip of the turned part along its hinge, coloured by its place in the open sheet.
  void paint_flap(double from, double to, const Paint& paint) {
    put_open(strip(flap_, hinge_, from, to), share_, paint);
  }

  // Draws `open`, a shape on the flat sheet, where it is now: on the part that lies still (share 1) or on the turned
  // one.
  void put_open(const Outline& open, double share, const Paint& paint) {
    if (std::abs(share) < edge_on) return;
    put(items_, turned(open, hinge_, share), [&](Point p) { return paint(turned(p, hinge_, 1 / share)); });
  }

  // Fades from `color` at `from` to nothing at `to`, both counted from `line` towards its far side.
  void fade(const Outline& part, double share, const Edge& line, Color color, double from, double to) {
    put_open(strip(part, line, std::min(from, to), std::max(from, to)), share,
             [&](Point p) { return faint(color, 1 - (line.distance(p) - from) / (to - from)); });
  }

  // Where the sheet bends: round while it is held, sharp when it is pressed.
  void roll() {
    const double width = std::min(scale_ * (0.008 + 0.05 * std::max(state_.lift, rise_)), reach_ * 0.7);
    if (share_ < 0) {
      const double ridge = width * 0.45;
      fade(flap_, share_, hinge_, faint(shade, 0.34), 0, ridge);
      fade(flap_, share_, hinge_, faint(palette::white, 0.30), ridge, 0);
      fade(flap_, share_, hinge_, faint(palette::white, 0.30), ridge, width);
    } else {
      fade(flap_, share_, hinge_, faint(shade, 0.22 * rise_), 0, 1.5 * width);
    }
    if (rise_ > 0) fade(kept_, 1, hinge_, faint(shade, 0.20 * rise_), 0, -2 * width);
  }

  // Every crease that crosses `part`: a dark line between a shaded side and one, just as wide, that catches the light.
  // Seen from the front it is a valley, from the back a ridge.
  void creases(const Outline& part, double share, Upward up) {
    for (const Crease& crease : state_.creases) {
      if (state_.line && (crease.line == *state_.line || sheet::reversed(crease.line) == *state_.line))
        continue;  // the hinge
      const Edge line = edge(crease.line);
      const double sunny = (light_x * line.nx + light_y * line.ny < 0) == (up == Upward::front_side) ? 1 : -1;
      const double depth = crease.depth, wide = sunny * scale_ * (0.03 + 0.08 * depth);
      fade(part, share, line, faint(shade, 0.10 + 0.26 * depth), 0, -wide);
      fade(part, share, line, faint(palette::white, 0.7 + 0.3 * depth), 0, wide);
      const double half = scale_ * (0.0012 + 0.0012 * depth);
      put_open(strip(part, line, -half, half), share, [&](Point) { return faint(shade, 0.22 + 0.40 * depth); });
    }
  }

  FoldState state_;
  scene::Rect table_, box_;
  double scale_ = 1;  // mm a sheet width
  Outline kept_, flap_;
  Edge hinge_;
  double share_ = 1, rise_ = 0, reach_ = 0;
  std::vector<scene::Item> items_;
};

// A sheet that was never folded curls up a little at the corner to take it by. That goes when a hand takes it.
FoldState with_curled_corner(FoldState state) {
  const double curl = 0.17 * (1 - state.lift);
  if (!state.creases.empty() || state.line || curl < 0.01) return state;
  const double n = std::sqrt(0.5);
  state.line = FoldLine{n, n, n * (1 + sheet_height) - curl / 2};
  state.turn = 0.9;
  state.lift = 1;
  return state;
}

}  // namespace

std::vector<scene::Item> fold_view(const FoldState& state, const scene::Rect& area, const std::string& label) {
  return Sheet(with_curled_corner(state), area).items(label);
}

}  // namespace anteroom::exhibits

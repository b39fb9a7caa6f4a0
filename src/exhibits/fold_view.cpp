#include "exhibits/fold_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "exhibits/outline.h"
#include "exhibits/paper_face.h"
#include "model/motion.h"
#include "model/sheet.h"
#include "scene/flow.h"
#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Color;
using scene::Point;
namespace palette = scene::palette;

// White paper, clay on its back, on a dark table, as in the card's picture. Lit from the upper left; not quite white,
// so that a side which faces the light can be lighter.
constexpr Color front = scene::rgb(0xF8F5EE), front_far = scene::rgb(0xF1ECE2);
constexpr Color back = scene::rgb(0xB0704A);   // 3:1 against the front
constexpr Color shade = scene::rgb(0x3A3226);  // warm, as shadows on paper are
constexpr Color table_color = palette::teal, table_shade = scene::rgb(0x02201F);
constexpr double edge_on = 1e-4;  // too narrow to be seen
constexpr double rim_mm = 1.2;    // of the table, kept free

// Above this depth a crease bends an open sheet: it does not lie flat. A smoothed one does.
constexpr double bends_from = 0.42, bends_fully = 0.8;
constexpr double rise_angle = 0.30;  // of the part beyond a sharp crease, in radians: 17 degrees
constexpr double nearer = 0.022;     // how much wider its far edge looks, since it is nearer to the eye

// Where light comes from: upper left, high above. Length about 1.
constexpr double light_x = -0.40, light_y = -0.50, light_z = 0.77;

double bend_of(double depth) {
  return smooth_step(std::clamp((depth - bends_from) / (bends_fully - bends_from), 0.0, 1.0));
}

bool lies_at(const Crease& crease, const FoldLine& line) {
  return crease.line == line || sheet::reversed(crease.line) == line;
}

// Which side of the paper is seen.
enum class Upward { front_side, back_side };
// Of the hinge: the part that lies still, or the one that turns.
enum class Side { still, turned };

// How far a shadow is moved, how dark it is, and how wide its soft edge is; lengths in sheet widths.
struct Shadow {
  double dx, dy, opacity, soft;
  bool of_other_shape = false;  // than the paper that lies on it
  Color color = shade;
};

// Of paper that lies on the table.
constexpr Shadow resting{.dx = 0.006, .dy = 0.010, .opacity = 0.60, .soft = 0.034, .color = table_shade};

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
    const double turned_to = state_.line ? std::numbers::pi * state_.turn : 0;
    if (crease != nullptr) bend_ = bend_of(crease->depth) * (1 - state_.lift) * std::max(0.0, std::cos(turned_to));
    const double angle = std::max(turned_to, rise_angle * bend_);
    share_ = std::cos(angle);
    rise_ = std::sin(angle);
    flap_ = cut(kept_, hinge_.reversed());
    kept_ = cut(kept_, hinge_);
    for (const Point& p : flap_) reach_ = std::max(reach_, hinge_.distance(p));
    widen();
  }

  // `hand`: the picture of a hand that shows where to drag; empty: none does.
  std::vector<scene::Item> items(const std::string& label, const std::string& hand) {
    items_.emplace_back(scene::Fill{.box = table_, .color = table_color, .radius_mm = table_corner_mm(table_)});
    // Of a part that rises the table shows less, and its shadow is its own.
    const bool rises = share_ > 0 && !flap_.empty();
    const Outline lying = rises ? kept_ : outline_of(box_);
    if (rises) raised_shadow();
    shadow(lying, resting);
    shadow(lying, {.dx = 0.0015, .dy = 0.002, .opacity = 0.35, .soft = 0.007, .color = table_shade});
    put(items_, lying, [&](Point p) { return front_at(p); });
    if (!flap_.empty() && !rises) bare_table();
    if (rises) bent_side();
    face(Side::still);
    creases(kept_, Side::still, Upward::front_side);
    if (!flap_.empty()) turned_part();
    if (!hand.empty()) hint(hand);
    items_.emplace_back(scene::Handle{.box = box_, .label = label, .grab_area = table_});
    return std::move(items_);
  }

 private:
  Edge edge(const FoldLine& line) const {
    return {line.nx, line.ny, line.offset * scale_ + line.nx * box_.x + line.ny * box_.y};
  }
  Point on_table(Point sheet) const { return {box_.x + sheet.x * scale_, box_.y + sheet.y * scale_}; }

  // The crease at which the sheet does not lie flat: the one along its line, or the deepest of an open sheet.
  const Crease* bent_crease() const {
    const Crease* deepest = nullptr;
    for (const Crease& crease : state_.creases) {
      if (state_.line && lies_at(crease, *state_.line)) return &crease;
      if (!state_.line && (deepest == nullptr || crease.depth > deepest->depth)) deepest = &crease;
    }
    return deepest;
  }

  // Has the far edge of a raised part look wider, as far as the table allows.
  void widen() {
    double along = 0;
    int crossing = 0;
    for (const Point& p : kept_) {
      if (std::abs(hinge_.distance(p)) > 1e-6) continue;
      along += p.y * hinge_.nx - p.x * hinge_.ny;
      ++crossing;
    }
    if (crossing == 0 || reach_ <= 0) return;
    along_middle_ = along / crossing;
    const scene::Rect room = table_.inset(rim_mm / 2);
    const auto leaves = [&](Point p) { return !room.encloses({placed(p).x, placed(p).y, 0, 0}); };
    wider_ = nearer * bend_;
    for (int i = 0; i < 8 && std::any_of(flap_.begin(), flap_.end(), leaves); ++i) wider_ /= 2;
    if (std::any_of(flap_.begin(), flap_.end(), leaves)) wider_ = 0;
  }

  // Where a point of the turned part is now.
  Point placed(Point p) const {
    const double distance = hinge_.distance(p);
    const Point flat = turned(p, hinge_, share_);
    if (wider_ <= 0) return flat;
    const double by = (p.y * hinge_.nx - p.x * hinge_.ny - along_middle_) * wider_ * distance / reach_;
    return {flat.x - hinge_.ny * by, flat.y + hinge_.nx * by};
  }
  Outline placed(const Outline& open) const {
    Outline moved;
    moved.reserve(open.size());
    for (const Point& p : open) moved.push_back(placed(p));
    if (share_ < 0) std::reverse(moved.begin(), moved.end());
    return moved;
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
        items_, cut(std::move(outline), table_.inset(soft_mm / 2)),
        [&](Point) { return faint(look.color, look.opacity); }, soft_mm, covered);
  }

  // A hand at the corner that is curled up, and an arrow that leads over the sheet to where it may be dragged.
  void hint(const std::string& hand) {
    constexpr double size = 0.15, tip_x = 0.458, tip_y = 0.27;  // of the hand, and where its fingertip is
    constexpr Point finger{0.885, 0.130}, from{0.815, 0.165}, to{0.735, 0.270};
    const Point at = on_table(finger);
    items_.emplace_back(scene::Picture{
        .box = {at.x - tip_x * size * scale_, at.y - tip_y * size * scale_, size * scale_, size * scale_},
        .file = hand,
        .tint = palette::teal});
    constexpr int dots = 4;
    for (int i = 0; i < dots; ++i) {
      const double share = static_cast<double>(i) / dots;
      const Point middle = on_table({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
      const double wide = 0.0125 * scale_;
      items_.emplace_back(
          scene::Fill{.box = scene::around(middle, {wide, wide}), .color = palette::teal, .radius_mm = wide / 2});
    }
    const double far = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / far, (to.y - from.y) / far};
    const auto corner = [&](double ahead, double aside) {
      return on_table({to.x + along.x * ahead - along.y * aside, to.y + along.y * ahead + along.x * aside});
    };
    put(items_, {corner(0.030, 0), corner(-0.006, 0.022), corner(-0.006, -0.022)}, [](Point) { return palette::teal; });
  }

  // The table where the turned part was. The sheet below it stays whole, so that for each step of a drag only what is
  // near its fold is painted.
  void bare_table() {
    constexpr double shadow_reach = 0.030;  // of the sheet's own, in sheet widths
    const Outline bare = cut(outline_of(box_.inset(-shadow_reach * scale_)), hinge_.reversed());
    put(items_, bare, [](Point) { return table_color; });
    const double soft = 0.022 * scale_;
    put(items_, strip(flap_, hinge_, 0, soft),
        [&](Point p) { return faint(table_shade, 0.5 * (1 - hinge_.distance(p) / soft)); });
  }

  // How high the turned part is above the sheet at a distance from its hinge, in mm.
  double height(double distance) const {
    return distance * rise_ + state_.lift * (1 - rise_) * (0.012 * scale_ + 0.10 * distance);
  }

  // The outline of the turned part where light puts its shadow: away from the light, further the higher the paper is.
  Outline cast() const {
    Outline outline;
    for (const Point& p : flap_) {
      const double high = height(hinge_.distance(p));
      const Point at = placed(p);
      outline.push_back({at.x - light_x / light_z * 0.8 * high, at.y - light_y / light_z * 0.8 * high});
    }
    if (area(outline) < 0) std::reverse(outline.begin(), outline.end());
    return outline;
  }

  // Of a part that rises from the open sheet, on the table. At the hinge it fades into that of the part that lies.
  void raised_shadow() {
    Shadow look = resting;
    look.of_other_shape = rise_ > 0.05;
    look.soft *= 1 + 0.6 * rise_;
    shadow(cast(), look);
  }

  // Of a part that is turned over, on the sheet.
  void turned_shadow() {
    const double high = height(reach_) / scale_;
    shadow(cast(), {.dx = 0,
                    .dy = 0.002,
                    .opacity = 0.34 - std::min(0.12, 0.4 * high),
                    .soft = 0.012 + 0.25 * high,
                    .of_other_shape = true});
    shadow(placed(flap_),
           {.dx = 0.001, .dy = 0.0015, .opacity = 0.26, .soft = 0.010 + 0.05 * state_.lift * (1 - rise_)});
  }

  // The light on the turned part, as a share of that on the flat sheet.
  double light_on_turned() const {
    const double aside = light_x * hinge_.nx + light_y * hinge_.ny;
    const double front_light = share_ * light_z - rise_ * aside;
    return std::clamp(0.55 + 0.45 * (share_ < 0 ? -front_light : front_light) / light_z, 0.70, 1.10);
  }

  // The sheet before its crease bends up a little, too: to the light where the part beyond turns away from it, else the
  // other way.
  void bent_side() {
    if (flap_.empty() || bend_ <= 0) return;
    const bool faces_light = light_on_turned() < 1;
    const Color color = faces_light ? faint(palette::white, 0.9 * bend_) : faint(shade, 0.24 * bend_);
    fade(kept_, Side::still, hinge_, color, 0, -0.16 * scale_);
  }

  void turned_part() {
    const bool back_up = share_ < 0;
    if (back_up) turned_shadow();
    const double light = light_on_turned();
    put_open(flap_, Side::turned, [&](Point p) {
      // Held up, the far end bends towards the light.
      const double bend = back_up ? (0.05 + 0.07 * state_.lift) * hinge_.distance(p) / std::max(reach_, 1e-9) : 0;
      return back_up ? lit(back, light + bend) : tented(p, light);
    });
    if (!back_up) face(Side::turned);
    creases(flap_, Side::turned, back_up ? Upward::back_side : Upward::front_side);
    if (state_.line) roll();
  }

  // The front of a part that rises: darkest in the valley, and curving back into the light towards its far edge.
  Color tented(Point p, double light) const {
    if (light >= 1) return lit(front_at(p), light);
    const double far = hinge_.distance(p) / std::max(reach_, 1e-9);
    return mix(front_at(p), shade, (1 - light) * (1.15 - 0.75 * std::clamp(far, 0.0, 1.0)));
  }

  // What is drawn on the front of the part that lies still, or of the turned one.
  void face(Side side) {
    for (const FacePart& piece : paper_face()) {
      Outline open;
      open.reserve(piece.shape.size());
      for (const Point& p : piece.shape) open.push_back(on_table(p));
      if (!flap_.empty()) open = cut(open, side == Side::turned ? hinge_.reversed() : hinge_);
      put_open(open, side, [&](Point) { return piece.color; });
    }
  }

  // Draws `open`, a shape on the flat sheet, where it is now. The colours are those of its points on the open sheet.
  void put_open(const Outline& open, Side side, const Paint& paint) {
    const bool is_turned = side == Side::turned;
    if (open.empty() || (is_turned && std::abs(share_) < edge_on)) return;
    std::vector<Color> colors;
    colors.reserve(open.size());
    for (const Point& p : open) colors.push_back(paint(p));
    if (is_turned && share_ < 0) std::reverse(colors.begin(), colors.end());
    put(items_, is_turned ? placed(open) : open, std::move(colors));
  }

  // Fades from `color` at `from` to nothing at `to`, both counted from `line` towards its far side.
  void fade(const Outline& part, Side side, const Edge& line, Color color, double from, double to) {
    put_open(strip(part, line, std::min(from, to), std::max(from, to)), side,
             [&](Point p) { return faint(color, 1 - (line.distance(p) - from) / (to - from)); });
  }

  // Where the sheet bends: round while it is held, sharp when it is pressed.
  void roll() {
    const double width = std::min(scale_ * (0.008 + 0.05 * std::max(state_.lift, rise_)), reach_ * 0.7);
    if (share_ < 0) {
      const double ridge = width * 0.45;
      fade(flap_, Side::turned, hinge_, faint(shade, 0.34), 0, ridge);
      fade(flap_, Side::turned, hinge_, faint(palette::white, 0.30), ridge, 0);
      fade(flap_, Side::turned, hinge_, faint(palette::white, 0.30), ridge, width);
    } else {
      fade(flap_, Side::turned, hinge_, faint(shade, 0.22 * rise_ * state_.lift), 0, 1.5 * width);
    }
    if (rise_ > 0) fade(kept_, Side::still, hinge_, faint(shade, 0.20 * rise_ * state_.lift), 0, -2 * width);
  }

  // Every crease that crosses `part`: a line with a shaded side and one that catches the light, the wider the deeper
  // the crease. Seen from the front it is a valley, from the back a ridge. The line of a sharp crease has a dark core.
  // That of a smoothed one is soft, a third as strong, and stays however often the sheet is smoothed.
  void creases(const Outline& part, Side side, Upward up) {
    for (const Crease& crease : state_.creases) {
      if (state_.line && lies_at(crease, *state_.line) && share_ <= 0) continue;  // its roll is there
      const Edge line = edge(crease.line);
      const double sunny = (light_x * line.nx + light_y * line.ny < 0) == (up == Upward::front_side) ? 1 : -1;
      const double depth = crease.depth, bend = bend_of(depth), wide = sunny * scale_ * (0.020 + 0.050 * bend);
      fade(part, side, line, faint(shade, 0.10 + 0.16 * bend), 0, -wide);
      fade(part, side, line, faint(palette::white, 0.5 + 0.3 * bend), 0, wide);
      const Color ink = faint(shade, 0.40 + 0.17 * depth);
      const double soft = scale_ * (0.0045 + 0.001 * bend), core = scale_ * 0.0021 * bend;
      fade(part, side, line, ink, core, core + soft);
      fade(part, side, line, ink, -core, -core - soft);
      if (core > 0)
        put_open(strip(part, line, -core, core), side, [&](Point) { return faint(shade, 0.65 + 0.25 * depth); });
    }
  }

  FoldState state_;
  scene::Rect table_, box_;
  double scale_ = 1;  // mm a sheet width
  Outline kept_, flap_;
  Edge hinge_;
  double share_ = 1, rise_ = 0, reach_ = 0;
  double bend_ = 0;  // of an open sheet at its hinge: 0 flat, 1 as sharp as a new crease
  double wider_ = 0, along_middle_ = 0;
  std::vector<scene::Item> items_;
};

// True if `state`'s sheet was never folded and nobody holds it.
bool invites(const FoldState& state) {
  return state.creases.empty() && !state.line && state.lift < 0.95;
}

// A sheet that was never folded curls up a little at the corner to take it by. That goes when a hand takes it.
FoldState with_curled_corner(FoldState state) {
  const double curl = 0.17 * (1 - state.lift);
  const double n = std::sqrt(0.5);
  const FoldLine through{n, -n, n * inviting_corner.x - n * inviting_corner.y};
  state.line = FoldLine{through.nx, through.ny, through.offset - curl / 2};
  state.turn = 0.9;
  state.lift = 1;
  return state;
}

}  // namespace

double table_corner_mm(const scene::Rect& area) {
  return std::min(area.w, area.h) * 0.04;
}

std::vector<scene::Item> fold_view(const FoldState& state, const scene::Rect& area, const std::string& label,
                                   const std::string& hand) {
  if (!invites(state)) return Sheet(state, area).items(label, {});
  return Sheet(with_curled_corner(state), area).items(label, state.hand ? std::string() : hand);
}

}  // namespace anteroom::exhibits

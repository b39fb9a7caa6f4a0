#include "exhibits/pull_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "exhibits/fold_view.h"
#include "exhibits/month_leaves.h"
#include "exhibits/outline.h"
#include "exhibits/skin_slice.h"
#include "scene/palette.h"

namespace anteroom::exhibits {

namespace {

using scene::Color;
using scene::Point;
using scene::Rung;
namespace palette = scene::palette;

// The layers, from the surface down. Each is told from the next by more than its hue.
constexpr Color fat = scene::rgb(0xF6E2A9), fat_deep = scene::rgb(0xE3BE6E), lobule = scene::rgb(0xFDF3D3),
                lobule_deep = scene::rgb(0xF8E6B4);
constexpr Color deep = scene::rgb(0xE8C4AC), deep_far = scene::rgb(0xD9A98E);
constexpr Color bone = scene::rgb(0xF7F0E2), bone_far = scene::rgb(0xDCCFB8), bone_line = scene::rgb(0xB8A78A);
constexpr Color fibre = scene::rgb(0x9E3B32), fibre_light = scene::rgb(0xD0685A);
constexpr Color calm_fibre = scene::rgb(0xB97A6E), calm_light = scene::rgb(0xE2AC9E);
constexpr Color tendon = scene::rgb(0xEFE3D3), tendon_dark = scene::rgb(0xC9B59D);
constexpr Color rim = scene::rgb(0x5A1F1A);
constexpr Color umber = scene::rgb(0x2B1710);
constexpr double epidermis = SkinSlice::epidermis, dermis = SkinSlice::dermis, fat_depth = 0.205;

struct Tone {
  Color skin, table, table_shade;
};
// Of the skin, from pictures.md; a table from which it stands out.
constexpr std::array<Tone, 4> tones{{{scene::rgb(0xF0C8A8), palette::teal, scene::rgb(0x02201F)},
                                     {scene::rgb(0xDBA680), palette::teal, scene::rgb(0x02201F)},
                                     {scene::rgb(0x8A5A3C), palette::straw, scene::rgb(0x6B5A34)},
                                     {scene::rgb(0x5B3A29), palette::straw, scene::rgb(0x6B5A34)}}};

// The same skin where the page is black.
Tone on_black(const Pull& pull) {
  return {tones.at(static_cast<std::size_t>(pull.skin)).skin, palette::black, palette::black};
}

constexpr double knob_mm = 20, knob_edge_mm = 2.0;
constexpr double knob_at = 0.80;  // of the muscle's length

// Parts of a layer reach into each other: the end of a ribbon whose side is aslant is not quite upright.
constexpr double overlap_mm = 0.8;

Rung moved(Rung rung, double by_mm) {
  rung.upper.x += by_mm;
  rung.lower.x += by_mm;
  return rung;
}

// A slice on its table, in mm.
class Slice {
 public:
  Slice(const Pull& pull, const PullState& state, const PullScene& look, const scene::Rect& area)
      : pull_(pull),
        state_(state),
        look_(look),
        tone_(look.high_contrast ? on_black(pull) : tones.at(static_cast<std::size_t>(pull.skin))),
        slice_(contraction(state)),
        table_(area),
        columns_(slice_.columns()) {
    constexpr double wide = 1 + SkinSlice::back_x + 2 * margin;
    constexpr double high = SkinSlice::height - SkinSlice::back_y + SkinSlice::highest_fold + leaf + 3 * margin;
    scale_ = std::min(area.w / wide, area.h / high);
    const scene::Rect box = scene::centred({scale_ * (wide - 2 * margin), scale_ * (high - 2 * margin)}, area);
    front_ = {box.x, box.bottom() - scale_ * SkinSlice::height, scale_, scale_ * SkinSlice::height};
    leaves_ = {box.x, box.y, box.w, scale_ * leaf};
  }

  std::vector<scene::Item> items() {
    items_.emplace_back(scene::Fill{.box = table_, .color = tone_.table, .radius_mm = table_corner_mm(table_)});
    shadow();
    surface();
    lines();
    right_side();
    flesh();
    fat_layer();
    muscle();
    bone_layer();
    skin();
    fibres();
    if (state_.month) {
      put_month_leaves(items_, pull_.months.size(), *state_.month, leaves_, look_.reading);
    }
    knob();
    if (!look_.hand.empty() && !state_.touched && !state_.hand && !state_.settle) hint();
    items_.emplace_back(scene::Handle{.box = front_, .label = look_.label, .grab_area = table_});
    return std::move(items_);
  }

 private:
  static constexpr double margin = 0.035, leaf = 0.165;

  Point at(double x, double y) const { return {front_.x + x * scale_, front_.y + y * scale_}; }
  Point at(Point p) const { return at(p.x, p.y); }
  Point back(Point p) const { return {p.x + SkinSlice::back_x * scale_, p.y + SkinSlice::back_y * scale_}; }
  Point on_layer(double u, double depth) const { return at(slice_.x(u), slice_.layer(u, depth)); }

  // Of the slice, on the table.
  void shadow() {
    const double soft = 0.05 * scale_, down = 0.012 * scale_, right = front_.right() + SkinSlice::back_x * scale_;
    const Outline outline{{front_.x + down, front_.y + 0.1 * scale_},
                          {right + down, front_.y + SkinSlice::back_y * scale_ + 0.1 * scale_},
                          {right + down, front_.bottom() + SkinSlice::back_y * scale_ + down},
                          {front_.right() + down, front_.bottom() + down},
                          {front_.x + down, front_.bottom() + down}};
    put(
        items_, cut(outline, table_.inset(soft / 2)), [&](Point) { return faint(tone_.table_shade, 0.55); }, soft,
        true);
  }

  // The layers on the side that is away from the light.
  void right_side() {
    const auto band = [&](double from, double to, Color color) {
      const Point top = at(1, from), bottom = at(1, to);
      const Color near = mix(color, umber, 0.22), far = mix(color, umber, 0.34);
      put(items_, {top, back(top), back(bottom), bottom}, {near, far, far, near});
    };
    band(SkinSlice::bone_y - 0.004, SkinSlice::height, bone_far);
    band(fat_depth - 0.004, SkinSlice::bone_y, deep_far);
    band(dermis - 0.004, fat_depth, fat_deep);
    band(0, dermis, dermis_color(1));
  }

  Color dermis_color(double down) const { return mix(tone_.skin, scene::rgb(0xE58F7A), 0.20 + 0.22 * down); }

  // The light on the surface beside `u`.
  Color surface_color(double u, bool to_the_right, bool at_back) const {
    const double slope = std::tanh(0.9 * slice_.slope(u, to_the_right));
    const double hollow = 0.20 * contraction(state_) * slice_.valley(u);
    const Color skin = at_back ? mix(tone_.skin, palette::white, 0.10) : tone_.skin;
    const Color color = slope > 0 ? mix(skin, palette::white, 0.30 * slope) : mix(skin, umber, -0.34 * slope);
    return mix(color, umber, hollow);
  }

  // In three parts, as every layer: only the middle one is painted again while the muscle moves.
  void surface() {
    const auto rung = [&](double u, bool to_the_right) {
      const Point near = on_layer(u, 0);
      return Rung{back(near), near, surface_color(u, to_the_right, true), surface_color(u, to_the_right, false)};
    };
    // A ribbon's ends are jagged where they are aslant: the left one lies on a strip that is not, and the right side
    // covers the other.
    constexpr double strip_mm = 2, less_mm = 0.4;
    const Rung left = rung(0, true), right = rung(1, false), inside = moved(left, strip_mm);
    put(items_, {left.upper, inside.upper, inside.lower, left.lower},
        {left.upper_color, left.upper_color, left.lower_color, left.lower_color});
    put_ribbon(items_, {moved(left, less_mm), moved(rung(SkinSlice::moves_from, false), overlap_mm)});
    std::vector<Rung> rungs;
    for (const double u : columns_) {
      rungs.push_back(rung(u, false));
      if (slice_.is_sharp(u)) rungs.push_back(rung(u, true));
    }
    put_ribbon(items_, std::move(rungs));
    put_ribbon(items_, {moved(rung(SkinSlice::moves_to, true), -overlap_mm), moved(right, less_mm)});
  }

  // What stays of the folds while the muscle is loose; a rested one has its lines relax. Folded skin has them deep.
  void lines() {
    const double pulled = contraction(state_);
    for (const double u : SkinSlice::lines()) {
      const Point near = on_layer(u, 0), far = back(near);
      const double dark = 0.10 + 0.24 * state_.movement + 0.30 * pulled, wide = (0.004 + 0.004 * pulled) * scale_;
      const auto beside = [&](double from, double to, Color from_color, Color to_color) {
        put(items_, {{far.x + from, far.y}, {far.x + to, far.y}, {near.x + to, near.y}, {near.x + from, near.y}},
            {from_color, to_color, to_color, from_color});
      };
      beside(-wide, 0.2, faint(umber, 0), faint(umber, dark));
      beside(-0.2, wide, faint(umber, dark), faint(umber, 0));
      if (pulled < 0.3)
        beside(wide, 2.5 * wide, faint(palette::white, dark * (0.6 - 2 * pulled)), faint(palette::white, 0));
    }
  }

  // A layer of the front between two depths.
  void layer(double from, double to, Color upper, Color lower) {
    const auto rung = [&](double u) { return Rung{on_layer(u, from), on_layer(u, to), upper, lower}; };
    put_ribbon(items_, {rung(0), moved(rung(SkinSlice::moves_from), overlap_mm)});
    std::vector<Rung> rungs;
    rungs.reserve(columns_.size());
    for (const double u : columns_) rungs.push_back(rung(u));
    put_ribbon(items_, std::move(rungs));
    put_ribbon(items_, {moved(rung(SkinSlice::moves_to), -overlap_mm), rung(1)});
  }

  // Around the muscle; it never moves, nor does the bone.
  void flesh() {
    const double top = fat_depth - 0.03;
    put(items_, {at(0, top), at(1, top), at(1, SkinSlice::height), at(0, SkinSlice::height)},
        {deep, deep, deep_far, deep_far});
  }

  void bone_layer() {
    const double y = SkinSlice::bone_y;
    put(items_, {at(0, y), at(1, y), at(1, SkinSlice::height), at(0, SkinSlice::height)},
        {bone, bone, bone_far, bone_far});
    put(items_, {at(0, y), at(1, y), at(1, y + 0.007), at(0, y + 0.007)}, [](Point) { return bone_line; });
  }

  void fat_layer() {
    layer(dermis - 0.02, fat_depth, fat, fat_deep);
    for (const double depth : {dermis + 0.036, dermis + 0.091}) {
      const double shift = depth < dermis + 0.05 ? 0.5 : 0.98;
      lobules(depth, shift);
    }
  }

  // A row of round lobules at `depth`, of which the first is `shift` of a lobule from the edge: ribbons that close
  // between two lobules. Those that never move are apart.
  void lobules(double depth, double shift) {
    constexpr std::size_t in_row = 15, sides = 9;
    constexpr double step = 1.0 / in_row, high = 0.021;
    std::vector<Rung> still, moving;
    for (std::size_t i = 0; i < in_row; ++i) {
      const double u = (static_cast<double>(i) + shift) * step;
      if (u > 1 - 0.45 * step) continue;
      const bool is_still = u + step / 2 < SkinSlice::moves_from || u - step / 2 > SkinSlice::moves_to;
      if (is_still && !moving.empty() && !still.empty() && still.back().upper.x < moving.front().upper.x) {
        put_ribbon(items_, std::exchange(still, {}));
      }
      const double wide = 0.40 * std::min(slice_.x(u + step / 2) - slice_.x(u - step / 2), 1.2 * step);
      for (std::size_t k = 0; k <= sides; ++k) {
        const double angle = std::numbers::pi * static_cast<double>(k) / sides;
        const double x = slice_.x(u) - wide * std::cos(angle), y = slice_.layer(u, depth);
        const double half = high * std::sin(angle);
        (is_still ? still : moving).push_back({at(x, y - half), at(x, y + half), lobule, lobule_deep});
      }
    }
    for (std::vector<Rung>* each : {&still, &moving}) {
      if (!each->empty()) put_ribbon(items_, std::move(*each));
    }
  }

  void skin() {
    layer(0, dermis, dermis_color(0), dermis_color(1));
    layer(0, epidermis, mix(tone_.skin, palette::white, 0.45), mix(tone_.skin, umber, 0.12));
  }

  // What the tendon holds on to the skin with: each fibre gets thinner, and is lost among those of the dermis.
  void fibres() {
    constexpr double wide = 0.0052, thin = 0.0018;
    for (const SkinSlice::Fibre& each : slice_.fibres()) {
      const double across = each.to.x - each.from.x, down = each.to.y - each.from.y;
      const double length = std::hypot(across, down);
      const Point normal{-down / length, across / length};
      const auto beside = [&](Point p, double by) { return at(p.x + by * normal.x, p.y + by * normal.y); };
      const Color far = mix(dermis_color(0.3), tendon, 0.35);
      Outline outline{beside(each.from, -wide), beside(each.to, -thin), beside(each.to, thin), beside(each.from, wide)};
      put(items_, std::move(outline), {tendon, far, far, tendon});
    }
  }

  // Bundles of fibres, each round, that end in tendons.
  void muscle() {
    constexpr std::size_t bundles = 5, columns = 24;
    const double calm = std::clamp(1 - state_.movement, 0.0, 1.0);
    const Color dark = mix(fibre, calm_fibre, calm), light = mix(fibre_light, calm_light, calm);
    const auto color = [&](double s, bool lit) {
      const double in_belly = std::clamp((std::min(s, 1 - s) - 0.09) / 0.09, 0.0, 1.0);
      return mix(lit ? tendon : tendon_dark, lit ? light : dark, in_belly);
    };
    // From `upper` to `lower` across the muscle, -1 to 1.
    const auto strip = [&](double upper, double lower, bool upper_lit, bool lower_lit) {
      std::vector<Rung> rungs;
      for (std::size_t i = 0; i <= columns; ++i) {
        const double s = static_cast<double>(i) / columns, half = slice_.half_thickness(s);
        const Point middle = slice_.muscle(s);
        rungs.push_back({at(middle.x, middle.y + upper * half), at(middle.x, middle.y + lower * half),
                         color(s, upper_lit), color(s, lower_lit)});
      }
      put_ribbon(items_, std::move(rungs));
    };
    // Its edge, by which it stands out from the flesh around it even when it rests and is pale.
    std::vector<Rung> edge;
    for (std::size_t i = 0; i <= columns; ++i) {
      const double s = static_cast<double>(i) / columns;
      const double inside = slice_.half_thickness(s);
      const double half = inside + std::min(look_.high_contrast ? 0.011 : 0.006, inside / 2);
      const Point middle = slice_.muscle(s);
      edge.push_back({at(middle.x, middle.y - half), at(middle.x, middle.y + half), rim, rim});
    }
    put_ribbon(items_, std::move(edge));
    strip(-1, 1, false, false);
    for (std::size_t j = 0; j < bundles; ++j) {
      constexpr double size = 2.0 / bundles, groove = 0.04 * size;
      const double top = -1 + size * static_cast<double>(j), ridge = top + 0.38 * size;
      strip(top + groove, ridge, false, true);
      strip(ridge, top + size - groove, true, false);
    }
  }

  // Where a finger takes the muscle.
  void knob() {
    const Point middle = at(slice_.muscle(knob_at));
    items_.emplace_back(scene::Fill{.box = scene::around(middle, {knob_mm, knob_mm}),
                                    .color = state_.hand ? palette::straw : palette::white,
                                    .radius_mm = knob_mm / 2,
                                    .edge_mm = knob_edge_mm,
                                    .edge = palette::deep_teal});
    // To both sides, as it can be dragged; a single arrow would look like a button that plays something.
    for (const double side : {-1.0, 1.0}) {
      Outline arrow{{middle.x + side * 7.0, middle.y},
                    {middle.x + side * 1.8, middle.y - side * 3.9},
                    {middle.x + side * 1.8, middle.y + side * 3.9}};
      if (area(arrow) < 0) std::reverse(arrow.begin(), arrow.end());
      put(items_, arrow, [](Point) { return palette::deep_teal; });
    }
  }

  // A hand at the knob, and where it drags it.
  void hint() {
    constexpr double size = 0.13, tip_x = 0.458, tip_y = 0.10;  // of the hand, and where its fingertip is
    const Point finger = at(slice_.muscle(knob_at));
    const double wide = size * scale_;
    items_.emplace_back(
        scene::Picture{.box = {finger.x - tip_x * wide, finger.y + 0.5 * knob_mm - tip_y * wide, wide, wide},
                       .file = look_.hand,
                       .tint = palette::ink});
    constexpr int dots = 3;
    const double dot = 0.0125 * scale_;
    const Point start{finger.x - knob_mm, at(slice_.muscle(0.55)).y};
    for (int i = 0; i < dots; ++i) {
      const Point middle{start.x - 2.2 * dot * i, start.y};
      items_.emplace_back(
          scene::Fill{.box = scene::around(middle, {dot, dot}), .color = palette::white, .radius_mm = dot / 2});
    }
    const double tip = start.x - 2.2 * dot * dots - dot;
    put(items_, {{tip, start.y}, {tip + 1.9 * dot, start.y - 1.3 * dot}, {tip + 1.9 * dot, start.y + 1.3 * dot}},
        [](Point) { return palette::white; });
  }

  const Pull& pull_;
  const PullState& state_;
  const PullScene& look_;
  Tone tone_;
  SkinSlice slice_;
  scene::Rect table_, front_, leaves_;
  double scale_ = 1;  // mm a width of the slice
  std::vector<double> columns_;
  std::vector<scene::Item> items_;
};

}  // namespace

std::vector<scene::Item> pull_view(const Pull& pull, const PullState& state, const PullScene& look,
                                   const scene::Rect& area) {
  return Slice(pull, state, look, area).items();
}

}  // namespace anteroom::exhibits

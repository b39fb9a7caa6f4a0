#include "paint/triangle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "paint/sample.h"
#include "paint/span.h"

namespace anteroom::paint {
namespace {

// Doubles throughout: products of floats are exact enough that no difference, however large or small the corners are,
// overflows or turns into NaN.
struct Corner {
  double x, y, u, v;
  ImU32 color;
};

Corner corner(const ImDrawVert& vertex, const Texture* texture) {
  return {vertex.pos.x, vertex.pos.y, texture ? static_cast<double>(vertex.uv.x) * texture->width : 0,
          texture ? static_cast<double>(vertex.uv.y) * texture->height : 0, vertex.col};
}

bool finite(const Corner& c) {
  return std::isfinite(c.x) && std::isfinite(c.y) && std::isfinite(c.u) && std::isfinite(c.v);
}

// A triangle's corners from top to bottom. The order depends only on the corners, so that neighbours walk a shared edge
// with the same numbers and leave neither gap nor overlap.
using Corners = std::array<Corner, 3>;

void sort_downwards(Corners& corners) {
  const auto sort_pair = [](Corner& one, Corner& other) {
    if (other.y < one.y || (other.y == one.y && other.x < one.x)) std::swap(one, other);
  };
  sort_pair(corners[0], corners[1]);
  sort_pair(corners[1], corners[2]);
  sort_pair(corners[0], corners[1]);
}

// Twice the signed area; positive when the middle corner lies right of the edge from top to bottom.
double doubled_area(const Corners& t) {
  return (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
}

class Edge {
 public:
  Edge(const Corner& top, const Corner& bottom)
      : x_(top.x), y_(top.y), slope_(bottom.y > top.y ? (bottom.x - top.x) / (bottom.y - top.y) : 0) {}
  double at(double y) const { return x_ + slope_ * (y - y_); }

 private:
  double x_, y_, slope_;
};

// A value that changes linearly over the triangle.
struct Plane {
  double value = 0, dx = 0, dy = 0;
  double at(double x, double y) const { return value + dx * x + dy * y; }  // from the top corner
};

Plane plane(const Corners& t, double area, double f0, double f1, double f2) {
  return {f0, ((f1 - f0) * (t[2].y - t[0].y) - (f2 - f0) * (t[1].y - t[0].y)) / area,
          ((f2 - f0) * (t[1].x - t[0].x) - (f1 - f0) * (t[2].x - t[0].x)) / area};
}

// The four channels of a colour along a span, in steps of 1/65536.
class ColorRamp {
 public:
  ColorRamp(const Corners& t, double area) {
    constexpr std::array<int, 4> shifts = {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT, IM_COL32_A_SHIFT};
    for (std::size_t k = 0; k < 4; ++k) {
      const auto channel = [&](int i) {
        return static_cast<double>(t[static_cast<std::size_t>(i)].color >> shifts[k] & 255);
      };
      planes_[k] = plane(t, area, channel(0), channel(1), channel(2));
    }
  }

  // Moves to pixel `skip` of `count`. Both ends are clamped, so everything between them is within 0..255, too.
  void start(double x, double y, int count, int skip) {
    for (std::size_t k = 0; k < 4; ++k) {
      ramp_.value[k] = fixed(planes_[k].at(x, y));
      ramp_.step[k] = count > 1 ? (fixed(planes_[k].at(x + count - 1, y)) - ramp_.value[k]) / (count - 1) : 0;
      ramp_.value[k] += skip * ramp_.step[k];
    }
  }
  // Fills the pixels from `from` up to `to` of an opaque span, counted from where it begins. Four plain sums per pixel,
  // which compilers vectorise: paper is one large gradient. Requires: start(..., skip 0) was called before.
  void fill_opaque(std::uint32_t* out, int from, int to) const {
    const int r = ramp_.value[0], g = ramp_.value[1], b = ramp_.value[2];
    const int dr = ramp_.step[0], dg = ramp_.step[1], db = ramp_.step[2];
    for (int i = from; i < to; ++i) {
      const auto red = static_cast<std::uint32_t>(r + i * dr) & 0xFF0000U;
      const auto green = static_cast<std::uint32_t>(g + i * dg) >> 8 & 0xFF00U;
      const auto blue = static_cast<std::uint32_t>(b + i * db) >> 16;
      out[i] = 0xFF000000U | red | green | blue;
    }
  }
  // Paints `count` pixels over those from `out` on, where it is.
  void blend(std::uint32_t* out, int count) const { blend_ramp(out, count, ramp_); }
  void next() {
    for (std::size_t k = 0; k < 4; ++k) ramp_.value[k] += ramp_.step[k];
  }
  std::uint32_t channel(std::size_t k) const { return static_cast<std::uint32_t>(ramp_.value[k]) >> 16; }

 private:
  static int fixed(double channel) {
    const double bounded = channel > 0 ? (channel < 255 ? channel : 255) : 0;
    return static_cast<int>(bounded * 65536 + 32768);
  }
  std::array<Plane, 4> planes_;
  Ramp ramp_;
};

// A row of pixels inside a triangle. It is limited to the layer; only the pixels from `from` up to `to`, counted from
// x, are painted. Interpolation starts at x, so that a clip rectangle changes no pixel inside it.
struct Span {
  int y, x, count;
  int from, to;
};

// Calls paint(span) for every row of pixels inside the triangle.
template <typename Paint>
void for_each_span(const Canvas& canvas, const Corners& t, double area, Paint paint) {
  const Edge long_edge(t[0], t[2]), upper(t[0], t[1]), lower(t[1], t[2]);
  const int last = first_pixel(t[2].y, canvas.y0, canvas.y1);
  for (int y = first_pixel(t[0].y, canvas.y0, canvas.y1); y < last; ++y) {
    const double centre = y + 0.5;
    double left = long_edge.at(centre);
    double right = centre < t[1].y ? upper.at(centre) : lower.at(centre);
    if (area < 0) std::swap(left, right);
    const int begin = first_pixel(left, 0, canvas.layer.width), end = first_pixel(right, 0, canvas.layer.width);
    const int from = std::max(begin, canvas.x0), to = std::min(end, canvas.x1);
    if (from < to) paint(Span{y, begin, end - begin, from - begin, to - begin});
  }
}

void fill_plain(const Canvas& canvas, const Corners& t, double area) {
  const bool one_color = t[0].color == t[1].color && t[1].color == t[2].color;
  if (one_color) {
    const std::uint32_t pixel = premultiplied(t[0].color);
    for_each_span(canvas, t, area, [&](const Span& span) {
      fill_span(canvas.layer.row(span.y) + span.x + span.from, span.to - span.from, pixel);
    });
    return;
  }
  ColorRamp ramp(t, area);
  const bool opaque =
      std::all_of(t.begin(), t.end(), [](const Corner& c) { return (c.color >> IM_COL32_A_SHIFT) == 255; });
  for_each_span(canvas, t, area, [&](const Span& span) {
    std::uint32_t* out = canvas.layer.row(span.y) + span.x;
    const double x = span.x + 0.5 - t[0].x;
    const double y = span.y + 0.5 - t[0].y;
    if (opaque) {
      ramp.start(x, y, span.count, 0);
      ramp.fill_opaque(out, span.from, span.to);
      return;
    }
    ramp.start(x, y, span.count, span.from);
    ramp.blend(out + span.from, span.to - span.from);
  });
}

void fill_textured(const Canvas& canvas, const Corners& t, double area, const Texture& texture) {
  ColorRamp ramp(t, area);
  const Plane across = plane(t, area, t[0].u, t[1].u, t[2].u), down = plane(t, area, t[0].v, t[1].v, t[2].v);
  for_each_span(canvas, t, area, [&](const Span& span) {
    std::uint32_t* out = canvas.layer.row(span.y) + span.x;
    const double from_x = span.x + 0.5 - t[0].x, from_y = span.y + 0.5 - t[0].y;
    ramp.start(from_x, from_y, span.count, span.from);
    for (int i = span.from; i < span.to; ++i, ramp.next()) {
      const std::uint32_t texel = sample(texture, across.at(from_x + i, from_y), down.at(from_x + i, from_y));
      out[i] = over(out[i], tinted(texel, ramp.channel(0), ramp.channel(1), ramp.channel(2), ramp.channel(3)));
    }
  });
}

// False if the triangle is certainly outside of `canvas`: most are, of a list that is drawn part by part.
bool may_reach(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  // Up to here rounding moves no edge by as much as the slack.
  constexpr float far = 1 << 24, slack = 2;
  const auto [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
  const auto [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
  if (!(left > -far && right < far && top > -far && bottom < far)) return true;
  return right > static_cast<float>(canvas.x0) - slack && left < static_cast<float>(canvas.x1) + slack &&
         bottom > static_cast<float>(canvas.y0) - slack && top < static_cast<float>(canvas.y1) + slack;
}

}  // namespace

void fill_triangle(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                   const Texture* texture) {
  if (!may_reach(canvas, a, b, c)) return;
  Corners corners = {corner(a, texture), corner(b, texture), corner(c, texture)};
  for (const Corner& each : corners) {
    if (!finite(each)) return;
  }
  sort_downwards(corners);
  const double area = doubled_area(corners);
  if (area == 0) return;
  // ImGui paints plain shapes with the one white texel of its font atlas.
  const auto same_texel = [](const ImDrawVert& one, const ImDrawVert& other) {
    return one.uv.x == other.uv.x && one.uv.y == other.uv.y;
  };
  const bool plain =
      !texture || (same_texel(a, b) && same_texel(b, c) && sample(*texture, corners[0].u, corners[0].v) == 0xFFFFFFFF);
  if (plain) {
    fill_plain(canvas, corners, area);
  } else {
    fill_textured(canvas, corners, area, *texture);
  }
}

}  // namespace anteroom::paint

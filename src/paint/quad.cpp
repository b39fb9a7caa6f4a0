#include "paint/quad.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "paint/sample.h"
#include "paint/span.h"

namespace anteroom::paint {
namespace {

bool upright(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d) {
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x && a.pos.x < c.pos.x &&
         a.pos.y < c.pos.y && std::isfinite(a.pos.x) && std::isfinite(a.pos.y) && std::isfinite(c.pos.x) &&
         std::isfinite(c.pos.y);
}

bool texture_upright(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d) {
  return a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x && std::isfinite(a.uv.x) &&
         std::isfinite(a.uv.y) && std::isfinite(c.uv.x) && std::isfinite(c.uv.y);
}

// The pixels that a rectangle covers along one axis, and the texels under their centres. They are limited to the layer;
// only those from `from` up to `to`, counted from `begin`, are painted, so that a clip rectangle changes no pixel
// inside it.
struct Axis {
  int begin, end;
  int from, to;
  double texel;  // under the first centre
  double step;   // texels per pixel
  int first() const { return begin + from; }
  int count() const { return to - from; }

  // The texel of pixel `from` if every pixel lies on exactly one texel of a texture of `size`, else -1. The slack is
  // too small to show in the sampler's 8-bit weights.
  int first_whole_texel(int size) const {
    constexpr double slack = 1.0 / 512;
    const double lowest = std::floor(texel);
    if (std::fabs(texel - lowest - 0.5) > slack || std::fabs(step - 1) * (end - begin) > slack) return -1;
    return lowest >= 0 && lowest + (end - begin) <= size ? static_cast<int>(lowest) + from : -1;
  }

  // True if a pixel is as wide as a texel, so that every pixel lies equally far between two texels.
  bool keeps_size() const {
    // Below the sampler's 8-bit weights, and above what corners in floats can be off on the widest screen.
    constexpr double slack = 1.0 / 1024;
    return std::fabs(step - 1) * (end - begin) <= slack && std::fabs(texel) < 1e6;
  }
};

// Where the pixels of an axis that keeps_size() lie between the texels of a texture of `size`.
struct Between {
  int first;             // the texel before pixel 0; the one before pixel i is i further
  std::uint32_t weight;  // of the texel after it, of 256
  int from, to;          // the pixels that have a texel on both sides

  Between(const Axis& axis, int size) {
    const double texel = axis.texel - 0.5, before = std::floor(texel);
    first = static_cast<int>(before);
    weight = static_cast<std::uint32_t>((texel - before) * 256);
    from = std::clamp(-first, axis.from, axis.to);
    to = std::clamp(size - 1 - first, from, axis.to);
  }
};

Axis axis(double low, double high, double texel_low, double texel_high, int size, int clip_low, int clip_high) {
  Axis result{first_pixel(low, 0, size), first_pixel(high, 0, size), 0, 0, 0, (texel_high - texel_low) / (high - low)};
  result.from = std::max(result.begin, clip_low) - result.begin;
  result.to = std::min(result.end, clip_high) - result.begin;
  result.texel = texel_low + (result.begin + 0.5 - low) * result.step;
  return result;
}

void copy_texels(const Canvas& canvas, const Axis& x, const Axis& y, int first_x, int first_y, const Texture& texture,
                 ImU32 color) {
  for (int i = 0; i < y.count(); ++i) {
    std::uint32_t* out = canvas.layer.row(y.first() + i) + x.first();
    const std::uint32_t* in = texture.pixels.data() +
                              static_cast<std::size_t>(first_y + i) * static_cast<std::size_t>(texture.width) + first_x;
    if (color != IM_COL32_WHITE) {
      blend_span(out, in, x.count(), color);
    } else if (texture.opaque) {
      std::copy_n(in, x.count(), out);
    } else {
      blend_span(out, in, x.count());
    }
  }
}

// What sample() gives for `count` pixels in a row, each between the same texels as the one before it, one further on.
void sample_row(std::uint32_t* out, const std::uint32_t* upper, const std::uint32_t* lower, int count,
                std::uint32_t across, std::uint32_t down) {
  for (int i = 0; i < count; ++i) {
    out[i] = mixed(mixed(upper[i], upper[i + 1], across), mixed(lower[i], lower[i + 1], across), down);
  }
}

void fill_sampled(const Canvas& canvas, const Axis& x, const Axis& y, int row, int from, int to, const Texture& texture,
                  ImU32 color) {
  std::uint32_t* out = canvas.layer.row(y.begin + row) + x.begin;
  const double v = y.texel + row * y.step;
  for (int k = from; k < to; ++k) out[k] = over(out[k], tinted(sample(texture, x.texel + k * x.step, v), color));
}

// A picture that has moved by parts of a pixel: each row of texels is mixed as a whole.
void fill_moved(const Canvas& canvas, const Axis& x, const Axis& y, const Texture& texture, ImU32 color) {
  const Between across(x, texture.width), down(y, texture.height);
  std::vector<std::uint32_t> mixture(static_cast<std::size_t>(std::max(across.to - across.from, 0)));
  for (int i = y.from; i < y.to; ++i) {
    if (i < down.from || i >= down.to || mixture.empty()) {
      fill_sampled(canvas, x, y, i, x.from, x.to, texture, color);
      continue;
    }
    const std::size_t width = static_cast<std::size_t>(texture.width);
    const std::uint32_t* upper = texture.pixels.data() + static_cast<std::size_t>(down.first + i) * width +
                                 static_cast<std::size_t>(across.first + across.from);
    const int count = across.to - across.from;
    sample_row(mixture.data(), upper, upper + width, count, across.weight, down.weight);
    fill_sampled(canvas, x, y, i, x.from, across.from, texture, color);
    blend_span(canvas.layer.row(y.begin + i) + x.begin + across.from, mixture.data(), count, color);
    fill_sampled(canvas, x, y, i, across.to, x.to, texture, color);
  }
}

void fill_textured(const Canvas& canvas, const Axis& x, const Axis& y, const Texture& texture, ImU32 color) {
  const int first_x = x.first_whole_texel(texture.width), first_y = y.first_whole_texel(texture.height);
  if (first_x >= 0 && first_y >= 0) {
    copy_texels(canvas, x, y, first_x, first_y, texture, color);
    return;
  }
  if (x.keeps_size() && y.keeps_size()) {
    fill_moved(canvas, x, y, texture, color);
    return;
  }
  for (int i = y.from; i < y.to; ++i) fill_sampled(canvas, x, y, i, x.from, x.to, texture, color);
}

}  // namespace

bool fill_quad(const Canvas& canvas, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d,
               const Texture* texture) {
  if (!upright(a, b, c, d) || a.col != b.col || a.col != c.col || a.col != d.col) return false;
  if (texture && !texture_upright(a, b, c, d)) return false;
  const double across = texture ? texture->width : 0, down = texture ? texture->height : 0;
  const Axis x = axis(a.pos.x, c.pos.x, a.uv.x * across, c.uv.x * across, canvas.layer.width, canvas.x0, canvas.x1);
  const Axis y = axis(a.pos.y, c.pos.y, a.uv.y * down, c.uv.y * down, canvas.layer.height, canvas.y0, canvas.y1);
  if (x.count() <= 0 || y.count() <= 0) return true;
  const bool one_texel = texture && a.uv.x == c.uv.x && a.uv.y == c.uv.y;
  if (texture && !one_texel) {
    fill_textured(canvas, x, y, *texture, a.col);
    return true;
  }
  const std::uint32_t pixel = one_texel ? tinted(sample(*texture, x.texel, y.texel), a.col) : premultiplied(a.col);
  for (int i = 0; i < y.count(); ++i) fill_span(canvas.layer.row(y.first() + i) + x.first(), x.count(), pixel);
  return true;
}

}  // namespace anteroom::paint

#include "paint/picture_look.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>

namespace anteroom::paint {

namespace {

void paint_in(Texture& texture, scene::Color tint) {
  for (std::uint32_t& pixel : texture.pixels) {
    pixel = decode::premultiplied(tint.r, tint.g, tint.b, decode::times(pixel >> 24, tint.a));
  }
  texture.opaque = texture.opaque && tint.a == 255;
}

// Makes what is outside an arc of `radius` around each corner transparent, its edge smooth.
void round_corners(Texture& texture, int radius) {
  const int r = std::min({radius, texture.width / 2, texture.height / 2});
  for (int y = 0; y < r; ++y) {
    for (int x = 0; x < r; ++x) {
      const double outside = std::hypot(r - x - 0.5, r - y - 0.5) - r + 0.5;
      if (outside <= 0) continue;
      const auto kept = static_cast<std::uint32_t>(std::lround(255 * std::max(0.0, 1 - outside)));
      for (const int row : {y, texture.height - 1 - y}) {
        for (const int column : {x, texture.width - 1 - x}) {
          std::uint32_t& pixel = texture.pixels[static_cast<std::size_t>(row) * texture.width + column];
          std::uint32_t faded = 0;
          for (int shift = 0; shift < 32; shift += 8) faded |= decode::times(pixel >> shift & 255U, kept) << shift;
          pixel = faded;
        }
      }
    }
  }
  texture.opaque = texture.opaque && r == 0;
}

void mirror(Texture& texture) {
  for (auto row = texture.pixels.begin(); row != texture.pixels.end(); row += texture.width) {
    std::reverse(row, row + texture.width);
  }
}

Texture blank_texture(int width, int height) {
  Texture texture;
  texture.width = width;
  texture.height = height;
  texture.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  return texture;
}

std::size_t index_of(const Texture& texture, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x);
}

// How far each pixel of a column is from the nearest one above or below it that is drawn, in pixels; `far`: none is.
std::vector<int> distances_down(const Texture& drawn, int margin, int far) {
  const int width = drawn.width + 2 * margin, height = drawn.height + 2 * margin;
  std::vector<int> down(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), far);
  const auto at = [&](int x, int y) -> int& {
    return down[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  };
  // Row by row: a column's pixels are far from each other in memory.
  for (int y = 0; y < height; ++y) {
    const int inner = y - margin;
    for (int x = margin; x < margin + drawn.width; ++x) {
      const bool is_drawn =
          inner >= 0 && inner < drawn.height && drawn.pixels[index_of(drawn, x - margin, inner)] >> 24 >= 128;
      at(x, y) = is_drawn ? 0 : std::min(far, y > 0 ? at(x, y - 1) + 1 : far);
    }
  }
  for (int y = height - 2; y >= 0; --y) {
    for (int x = margin; x < margin + drawn.width; ++x) at(x, y) = std::min(at(x, y), at(x, y + 1) + 1);
  }
  return down;
}

// The squares of how far the pixels of a row are from the nearest one that is drawn, from how far they are from that of
// their columns: the lower envelope of parabolas, in time proportional to the row's length (Felzenszwalb and
// Huttenlocher, "Distance Transforms of Sampled Functions").
class RowDistances {
 public:
  explicit RowDistances(int width) : squares_(static_cast<std::size_t>(width)) {}

  // `down`: of the row's pixels, as many as it is wide. From `far` on a distance counts as endless.
  const std::vector<int>& of(const int* down, int far) {
    parabolas_.clear();
    const auto height = [&](int at) { return static_cast<double>(down[at]) * down[at]; };
    for (int x = 0; x < std::ssize(squares_); ++x) {
      if (down[x] >= far) continue;
      double from = -1;
      while (!parabolas_.empty()) {
        const int other = parabolas_.back().at;
        from = (height(x) + double{1} * x * x - height(other) - double{1} * other * other) / (2.0 * (x - other));
        if (from > parabolas_.back().from) break;
        parabolas_.pop_back();
        from = -1;
      }
      parabolas_.push_back({x, from});
    }
    std::size_t lowest = 0;
    for (int x = 0; x < std::ssize(squares_); ++x) {
      while (lowest + 1 < parabolas_.size() && parabolas_[lowest + 1].from < x) ++lowest;
      int& square = squares_[static_cast<std::size_t>(x)];
      square = far * far;
      if (parabolas_.empty()) continue;
      const int at = parabolas_[lowest].at;
      square = std::min(square, down[at] * down[at] + (x - at) * (x - at));
    }
    return squares_;
  }

 private:
  struct Parabola {
    int at = 0;
    double from = 0;  // the x from which it is the lowest
  };
  std::vector<Parabola> parabolas_;
  std::vector<int> squares_;
};

// A line around what is drawn, `wide` pixels, in `color`; nothing inside.
void outline(Drawn& drawn, Texture& texture, int wide, scene::Color color) {
  const int margin = wide + 1;
  const Texture shape = std::move(texture);
  const std::vector<int> down = distances_down(shape, margin, wide + 2);
  texture = blank_texture(shape.width + 2 * margin, shape.height + 2 * margin);
  RowDistances distances(texture.width);
  for (int y = 0; y < texture.height; ++y) {
    const std::vector<int>& squares = distances.of(&down[index_of(texture, 0, y)], wide + 2);
    for (int x = 0; x < texture.width; ++x) {
      const int square = squares[static_cast<std::size_t>(x)];
      if (square > (wide + 1) * (wide + 1)) continue;
      const int inner_x = x - margin, inner_y = y - margin;
      const bool inside = inner_x >= 0 && inner_y >= 0 && inner_x < shape.width && inner_y < shape.height;
      const std::uint32_t alpha = inside ? shape.pixels[index_of(shape, inner_x, inner_y)] >> 24 : 0;
      if (alpha == 255) continue;  // behind the drawing nothing of the line is seen
      const double line = std::min(1.0, wide + 1.0 - std::sqrt(static_cast<double>(square)));
      const double covered = line * (255 - alpha) / 255;
      const auto opacity = static_cast<std::uint32_t>(std::lround(covered * color.a));
      texture.pixels[index_of(texture, x, y)] = decode::premultiplied(color.r, color.g, color.b, opacity);
    }
  }
  drawn.left_px -= margin;
  drawn.top_px -= margin;
}

// Puts `texture` into one that is a transparent pixel larger on all sides.
void add_rim(Drawn& drawn, Texture& texture) {
  const Texture inner = std::move(texture);
  texture = blank_texture(inner.width + 2, inner.height + 2);
  for (int y = 0; y < inner.height; ++y) {
    const auto row = inner.pixels.begin() + static_cast<std::ptrdiff_t>(index_of(inner, 0, y));
    std::copy_n(row, inner.width, texture.pixels.begin() + static_cast<std::ptrdiff_t>(index_of(texture, 1, y + 1)));
  }
  drawn.left_px -= 1;
  drawn.top_px -= 1;
}

}  // namespace

std::string look_key(const PictureSource& source) {
  std::string key = source.mirrored ? " mirrored" : "";
  if (source.corner_px > 0) key += " round " + std::to_string(source.corner_px);
  if (source.tint) {
    const scene::Color& tint = *source.tint;
    for (const int channel : {tint.r, tint.g, tint.b, tint.a}) key += " " + std::to_string(channel);
  }
  if (source.rimmed) key += " rimmed";
  if (source.outline_px > 0) key.append(" outline ").append(std::to_string(source.outline_px));
  return key;
}

Drawn with_look(const Drawn& drawn, const PictureSource& source) {
  if (!source.tint && !source.mirrored && source.corner_px <= 0 && !source.rimmed) return drawn;
  Drawn looked = drawn;
  Texture texture = *drawn.texture;
  if (source.corner_px > 0) round_corners(texture, source.corner_px);
  if (source.mirrored && texture.width > 0) {
    mirror(texture);
    looked.left_px = drawn.whole.width - drawn.left_px - texture.width;
  }
  if (source.tint && source.outline_px > 0 && texture.width > 0) {
    outline(looked, texture, source.outline_px, *source.tint);
  } else if (source.tint) {
    paint_in(texture, *source.tint);
  }
  if (source.rimmed && texture.width > 0) add_rim(looked, texture);
  looked.texture = std::make_shared<const Texture>(std::move(texture));
  return looked;
}

Texture lit_spot(const Texture& texture, const Area& spot) {
  const Area part = spot.intersection({0, 0, texture.width, texture.height});
  Texture lit = blank_texture(part.width, part.height);
  const double soft = std::min(spot.width, spot.height) / 4.0;
  // How far a pixel's middle is beyond the part that is lit fully.
  const auto beyond = [&](int at, int from, int size) {
    return std::max({0.0, from + soft - (at + 0.5), (at + 0.5) - (from + size - soft)});
  };
  for (int y = 0; y < part.height; ++y) {
    for (int x = 0; x < part.width; ++x) {
      const double dx = beyond(part.x + x, spot.x, spot.width), dy = beyond(part.y + y, spot.y, spot.height);
      const double dark = std::min(1.0, std::sqrt(dx * dx + dy * dy) / soft);
      const auto light = static_cast<std::uint32_t>(std::lround(255 * (1 - dark * dark * (3 - 2 * dark))));
      const std::uint32_t pixel = texture.pixels[index_of(texture, part.x + x, part.y + y)];
      std::uint32_t dimmed = 0;
      for (const int shift : {0, 8, 16, 24}) dimmed |= decode::times(pixel >> shift & 255, light) << shift;
      lit.pixels[index_of(lit, x, y)] = dimmed;
    }
  }
  return lit;
}

}  // namespace anteroom::paint

#include "decoder/resample.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace anteroom::decoder {
namespace {

// One pixel of the result along one axis: the run of source pixels that it mixes.
struct Mix {
  int first = 0;
  std::vector<std::uint32_t> weights;  // sum 65536
};

// The share of every source pixel under a box from x * source to (x + 1) * source, in units of 1 / target source
// pixels.
Mix area_mix(std::int64_t x, std::int64_t source, std::int64_t target) {
  const std::int64_t begin = x * source, end = begin + source;
  Mix mix{static_cast<int>(begin / target), {}};
  std::int64_t given = 0;
  for (std::int64_t i = mix.first; i * target < end; ++i) {
    // Rounding the sum so far, not the share, makes the whole exact.
    const std::int64_t so_far = (std::min(end, (i + 1) * target) - begin) * 65536 / source;
    mix.weights.push_back(static_cast<std::uint32_t>(so_far - given));
    given = so_far;
  }
  return mix;
}

// The two source pixels whose centres surround the centre of x, in units of 1 / (2 * target) source pixels.
Mix bilinear_mix(std::int64_t x, std::int64_t source, std::int64_t target) {
  const std::int64_t unit = 2 * target;
  const std::int64_t centre = std::clamp((2 * x + 1) * source - target, std::int64_t{0}, (source - 1) * unit);
  const auto second = static_cast<std::uint32_t>(centre % unit * 65536 / unit);
  Mix mix{static_cast<int>(centre / unit), {65536 - second}};
  if (second != 0) mix.weights.push_back(second);
  return mix;
}

std::vector<Mix> mixes(int source, int target) {
  std::vector<Mix> result;
  result.reserve(static_cast<std::size_t>(target));
  for (int x = 0; x < target; ++x) {
    result.push_back(target < source ? area_mix(x, source, target) : bilinear_mix(x, source, target));
  }
  return result;
}

using Channels = std::array<std::uint32_t, 4>;

// A source row mixed along x: channels times 256.
void mix_row(const std::uint32_t* in, const std::vector<Mix>& columns, std::vector<Channels>& out) {
  for (std::size_t x = 0; x < columns.size(); ++x) {
    Channels sum{};
    const std::uint32_t* pixel = in + columns[x].first;
    for (const std::uint32_t weight : columns[x].weights) {
      for (unsigned k = 0; k < 4; ++k) sum[k] += (*pixel >> (8 * k) & 255) * weight;
      ++pixel;
    }
    for (unsigned k = 0; k < 4; ++k) out[x][k] = (sum[k] + 128) >> 8;
  }
}

}  // namespace

Texture resampled(const Texture& source, int width, int height) {
  if (source.width == width && source.height == height) return source;
  const std::vector<Mix> columns = mixes(source.width, width), rows = mixes(source.height, height);
  Texture result{width, height, source.opaque, {}};
  result.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  std::vector<Channels> mixed(columns.size()), sums(columns.size());
  int mixed_row = -1;  // neighbours in the result share a source row
  for (const Mix& row : rows) {
    std::fill(sums.begin(), sums.end(), Channels{});
    for (std::size_t i = 0; i < row.weights.size(); ++i) {
      const int y = row.first + static_cast<int>(i);
      if (y != mixed_row) {
        mix_row(source.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(source.width), columns,
                mixed);
        mixed_row = y;
      }
      // At most 255 * 256 * 65536: thirty-two bits hold it, with the half that rounds.
      for (std::size_t x = 0; x < sums.size(); ++x) {
        for (unsigned k = 0; k < 4; ++k) sums[x][k] += mixed[x][k] * row.weights[i];
      }
    }
    for (const Channels& sum : sums) {
      std::uint32_t pixel = 0;
      for (unsigned k = 0; k < 4; ++k) pixel |= (sum[k] + (1U << 23)) >> 24 << (8 * k);
      result.pixels.push_back(pixel);
    }
  }
  return result;
}

}  // namespace anteroom::decoder

#include "decoder/resample.h"

#include <algorithm>

namespace anteroom::decoder {

// The share of every source pixel under a box from at * source to (at + 1) * source, in units of 1 / target source
// pixels.
Resampler::Mix Resampler::area_mix(std::int64_t at, std::int64_t source, std::int64_t target) {
  const std::int64_t begin = at * source, end = begin + source;
  Mix mix{static_cast<int>(begin / target), {}};
  std::int64_t given = 0;
  for (std::int64_t i = mix.first; i * target < end; ++i) {
    // Rounding the sum so far, not each share, makes the total exact.
    const std::int64_t so_far = (std::min(end, (i + 1) * target) - begin) * 65536 / source;
    mix.weights.push_back(static_cast<std::uint32_t>(so_far - given));
    given = so_far;
  }
  return mix;
}

// The two source pixels whose centres surround the centre of `at`, in units of 1 / (2 * target) source pixels.
Resampler::Mix Resampler::bilinear_mix(std::int64_t at, std::int64_t source, std::int64_t target) {
  const std::int64_t unit = 2 * target;
  const std::int64_t centre = std::clamp((2 * at + 1) * source - target, std::int64_t{0}, (source - 1) * unit);
  const auto second = static_cast<std::uint32_t>(centre % unit * 65536 / unit);
  Mix mix{static_cast<int>(centre / unit), {65536 - second}};
  if (second != 0) mix.weights.push_back(second);
  return mix;
}

std::vector<Resampler::Mix> Resampler::mixes(int source, int target) {
  std::vector<Mix> result;
  result.reserve(static_cast<std::size_t>(target));
  for (int at = 0; at < target; ++at) {
    result.push_back(target < source ? area_mix(at, source, target) : bilinear_mix(at, source, target));
  }
  return result;
}

Resampler::Resampler(PixelSize source, PixelSize target)
    : same_size_(source == target),
      columns_(mixes(source.width, target.width)),
      rows_(mixes(source.height, target.height)),
      mixed_(columns_.size()),
      previous_(columns_.size()),
      sums_(columns_.size()),
      result_{.width = target.width, .height = target.height} {
  result_.pixels.reserve(static_cast<std::size_t>(target.width) * static_cast<std::size_t>(target.height));
}

void Resampler::add_row(const std::uint32_t* pixels) {
  if (same_size_) {
    result_.pixels.insert(result_.pixels.end(), pixels, pixels + result_.width);
    return;
  }
  std::swap(mixed_, previous_);
  for (std::size_t x = 0; x < columns_.size(); ++x) {
    Channels sum{};
    const std::uint32_t* pixel = pixels + columns_[x].first;
    for (const std::uint32_t weight : columns_[x].weights) {
      for (unsigned k = 0; k < 4; ++k) sum[k] += (*pixel >> (8 * k) & 255) * weight;
      ++pixel;
    }
    for (unsigned k = 0; k < 4; ++k) mixed_[x][k] = (sum[k] + 128) >> 8;
  }
  const auto width = static_cast<std::size_t>(result_.width);
  // Where the picture grows, a row of the result mixes at most the last two rows, and several share them. Where it
  // shrinks, a row mixes more, and shares its first and last at most.
  while (result_.pixels.size() / width < rows_.size()) {
    const Mix& row = rows_[result_.pixels.size() / width];
    if (row.first > source_row_) break;
    const bool waits = row.last() > source_row_;
    if (row.weights.size() > 2) {
      add_weighted(mixed_, row.weights[static_cast<std::size_t>(source_row_ - row.first)]);
    } else if (!waits) {
      if (row.weights.size() == 2) add_weighted(previous_, row.weights.front());
      add_weighted(mixed_, row.weights.back());
    }
    if (waits) break;
    finish_row();
  }
  ++source_row_;
}

// At most 255 * 256 * 65536: this fits into 32 bits, with the half that rounds.
void Resampler::add_weighted(const Row& row, std::uint32_t weight) {
  for (std::size_t x = 0; x < sums_.size(); ++x) {
    for (unsigned k = 0; k < 4; ++k) sums_[x][k] += row[x][k] * weight;
  }
}

void Resampler::finish_row() {
  for (const Channels& sum : sums_) {
    std::uint32_t pixel = 0;
    for (unsigned k = 0; k < 4; ++k) pixel |= (sum[k] + (1U << 23)) >> 24 << (8 * k);
    result_.pixels.push_back(pixel);
  }
  std::fill(sums_.begin(), sums_.end(), Channels{});
}

Texture Resampler::take() {
  result_.opaque = decode::all_opaque(result_);
  return std::move(result_);
}

Texture resampled(const Texture& source, int width, int height) {
  if (source.width == width && source.height == height) return source;
  Resampler resampler({source.width, source.height}, {width, height});
  for (int y = 0; y < source.height; ++y) {
    resampler.add_row(source.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(source.width));
  }
  return resampler.take();
}

}  // namespace anteroom::decoder

// Scaling pictures up and down.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decoder {

using decode::PixelSize;
using decode::Texture;

// Scales a picture to another size, row by row, so that a large one need not be in memory as a whole. Where it shrinks,
// every pixel is the mean of the area that it covers (box filter); where it grows, a mix of the two nearest.
// Premultiplied in and out; integers only, the same everywhere.
class Resampler {
 public:
  // Requires: all sides > 0.
  Resampler(PixelSize source, PixelSize target);

  // The next row from the top, of the source's width. Requires: fewer than the source's height were added.
  void add_row(const std::uint32_t* pixels);

  // The result, complete after the last row. Requires: called once.
  Texture take();

 private:
  // One pixel of the result along one axis: the run of source pixels that it mixes.
  struct Mix {
    int first = 0;
    std::vector<std::uint32_t> weights;  // sum 65536
    int last() const { return first + static_cast<int>(weights.size()) - 1; }
  };
  using Channels = std::array<std::uint32_t, 4>;
  using Row = std::vector<Channels>;  // channels times 256

  static Mix area_mix(std::int64_t at, std::int64_t source, std::int64_t target);
  static Mix bilinear_mix(std::int64_t at, std::int64_t source, std::int64_t target);
  static std::vector<Mix> mixes(int source, int target);
  void add_weighted(const Row& row, std::uint32_t weight);
  void finish_row();

  bool same_size_;
  std::vector<Mix> columns_, rows_;
  Row mixed_, previous_;  // the source row just added, and the one before
  Row sums_;              // the row of the result that is being mixed
  int source_row_ = 0;
  Texture result_;
};

// `source` at width x height pixels. Requires: both sizes > 0, source has all its pixels.
Texture resampled(const Texture& source, int width, int height);

}  // namespace anteroom::decoder

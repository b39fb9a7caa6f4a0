#include <algorithm>
#include <cmath>
#include <cstddef>

#include "paint/rasteriser.h"

namespace anteroom::paint {
namespace {

// Bytes mixed at once: a fixed number, so that compilers turn the loop into vector instructions without a remainder.
constexpr std::size_t block = 64;

inline std::uint8_t mixed(std::uint8_t from, std::uint8_t to, std::uint16_t keep, std::uint16_t take) {
  // At most 255 * 256 + 128: sixteen bits hold it.
  return static_cast<std::uint8_t>(static_cast<std::uint16_t>(from * keep + to * take + 128) >> 8);
}

void mix_row(const std::uint8_t* __restrict from, const std::uint8_t* __restrict to, std::uint8_t* __restrict out,
             std::size_t count, std::uint16_t take) {
  const auto keep = static_cast<std::uint16_t>(256 - take);
  std::size_t i = 0;
  for (; i + block <= count; i += block) {
    for (std::size_t k = 0; k < block; ++k) out[i + k] = mixed(from[i + k], to[i + k], keep, take);
  }
  for (; i < count; ++i) out[i] = mixed(from[i], to[i], keep, take);
}

}  // namespace

void cross_fade(const Layer& from, const Layer& to, double amount, std::uint32_t* out, int out_pitch) {
  // 256 steps are more than a fade has frames; with them the mix of two equal channels is that channel, exactly.
  const auto take = static_cast<std::uint16_t>(std::lround(std::clamp(amount, 0.0, 1.0) * 256));
  const auto width = static_cast<std::size_t>(from.width);
  for (int y = 0; y < from.height; ++y) {
    std::uint32_t* row = out + static_cast<std::ptrdiff_t>(y) * out_pitch;
    if (take == 0) {
      std::copy_n(from.row(y), width, row);
    } else if (take == 256) {
      std::copy_n(to.row(y), width, row);
    } else {
      mix_row(reinterpret_cast<const std::uint8_t*>(from.row(y)), reinterpret_cast<const std::uint8_t*>(to.row(y)),
              reinterpret_cast<std::uint8_t*>(row), width * sizeof(std::uint32_t), take);
    }
  }
}

}  // namespace anteroom::paint

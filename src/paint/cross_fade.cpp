#include "paint/cross_fade.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace anteroom::paint {
namespace {

// Bytes mixed at once: a fixed number, so that compilers vectorise the loop without a remainder.
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

// Differences are searched in bands of `band` rows, in cells of `step` pixels; cells less than `gap` pixels apart are
// merged into one rectangle. A card gives a few dozen: enough to skip most of its plain paper, few enough for a display
// server.
constexpr int band = 16;
constexpr int step = 16;
constexpr int gap = 128;

bool differs(const Layer& one, const Layer& other, const Area& part) {
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto bytes = static_cast<std::size_t>(part.width) * sizeof(std::uint32_t);
    if (std::memcmp(one.row(y) + part.x, other.row(y) + part.x, bytes) != 0) return true;
  }
  return false;
}

// The differing areas in `rows`, a band as wide as the layers.
std::vector<Area> differing_in(const Layer& one, const Layer& other, const Area& rows) {
  std::vector<Area> areas;
  if (!differs(one, other, rows)) return areas;  // most bands are equal, and comparing whole rows is fastest
  for (int x = 0; x < rows.width; x += step) {
    const Area cell{x, rows.y, std::min(step, rows.width - x), rows.height};
    if (!differs(one, other, cell)) continue;
    if (!areas.empty() && cell.x - areas.back().right() < gap) {
      areas.back() = areas.back().united(cell);
    } else {
      areas.push_back(cell);
    }
  }
  return areas;
}

}  // namespace

void cross_fade(const Layer& from, const Layer& to, double amount, const Area& part, std::uint32_t* out,
                int out_pitch) {
  // A fade has fewer frames than 256 steps; with 256, mixing two equal channels gives exactly that channel.
  const auto take = static_cast<std::uint16_t>(std::lround(std::clamp(amount, 0.0, 1.0) * 256));
  const auto width = static_cast<std::size_t>(part.width);
  for (int y = part.y; y < part.bottom(); ++y) {
    std::uint32_t* row = out + static_cast<std::ptrdiff_t>(y) * out_pitch + part.x;
    const std::uint32_t* one = from.row(y) + part.x;
    const std::uint32_t* other = to.row(y) + part.x;
    if (take == 0) {
      std::copy_n(one, width, row);
    } else if (take == 256) {
      std::copy_n(other, width, row);
    } else {
      mix_row(reinterpret_cast<const std::uint8_t*>(one), reinterpret_cast<const std::uint8_t*>(other),
              reinterpret_cast<std::uint8_t*>(row), width * sizeof(std::uint32_t), take);
    }
  }
}

std::vector<Area> differing_areas(const Layer& one, const Layer& other) {
  std::vector<Area> areas;
  for (int y = 0; y < one.height; y += band) {
    const Area rows{0, y, one.width, std::min(band, one.height - y)};
    for (const Area& area : differing_in(one, other, rows)) {
      const auto above = std::find_if(areas.begin(), areas.end(), [&area](const Area& each) {
        return each.x == area.x && each.width == area.width && each.bottom() == area.y;
      });
      if (above != areas.end()) {
        above->height += area.height;
      } else {
        areas.push_back(area);
      }
    }
  }
  return areas;
}

}  // namespace anteroom::paint

#include "paint/common_ground.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace anteroom::paint {
namespace {

constexpr int row_step = 2;

// The colour that more than half of the pixels have, found by pairing off different ones (Boyer and Moore) and counted
// again; nothing: none has.
std::optional<std::uint32_t> majority(const Layer& layer, const Area& area) {
  std::uint32_t color = 0;
  long lead = 0, pixels = 0, found = 0;
  for (int y = area.y; y < area.bottom(); y += row_step) {
    for (const std::uint32_t* at = layer.row(y) + area.x; at != layer.row(y) + area.right(); ++at) {
      if (lead == 0) color = *at;
      lead += *at == color ? 1 : -1;
    }
  }
  for (int y = area.y; y < area.bottom(); y += row_step) {
    const std::uint32_t* row = layer.row(y) + area.x;
    found += std::count(row, row + area.width, color);
    pixels += area.width;
  }
  return 2 * found > pixels ? std::optional(color) : std::nullopt;
}

// Row `y` of `part` in `layer`, without the writings.
void copy_row(const Layer& layer, const std::vector<Writing>& words, const Area& part, int y,
              std::vector<std::uint32_t>& row) {
  std::copy_n(layer.row(y) + part.x, part.width, row.begin());
  for (const Writing& each : words) {
    const Area line = each.area.intersection({part.x, y, part.width, 1});
    if (!line.empty()) std::fill_n(row.begin() + (line.x - part.x), line.width, each.ground);
  }
}

}  // namespace

std::vector<Writing> writings(const Layer& layer, const std::vector<Area>& areas) {
  std::vector<Writing> found;
  for (const Area& each : areas) {
    const Area area = each.intersection(layer.bounds());
    if (area.empty()) continue;
    if (const std::optional<std::uint32_t> ground = majority(layer, area)) found.push_back({area, *ground});
  }
  return found;
}

void common_ground(const Layer& from, const std::vector<Writing>& from_words, const Layer& to,
                   const std::vector<Writing>& to_words, const std::vector<Area>& parts, Layer& out) {
  const auto width = static_cast<std::size_t>(std::max(from.width, 0));
  std::vector<std::uint32_t> one(width), other(width);
  for (const Area& part : parts) {
    for (int y = part.y; y < part.bottom(); ++y) {
      copy_row(from, from_words, part, y, one);
      copy_row(to, to_words, part, y, other);
      std::uint32_t* row = out.row(y) + part.x;
      // The mean of all four channels at once: what both have, and half of where they differ.
      for (int x = 0; x < part.width; ++x) {
        const std::uint32_t a = one[static_cast<std::size_t>(x)], b = other[static_cast<std::size_t>(x)];
        row[x] = (a & b) + (((a ^ b) >> 1) & 0x7F7F7F7FU);
      }
    }
  }
}

}  // namespace anteroom::paint

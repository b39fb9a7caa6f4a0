#include "paint/ribbon.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace anteroom::paint {

namespace {

struct Way {
  double x = 0, y = 0;
};

// With their rims, more would not fit into ImGui's 16-bit indices.
constexpr std::size_t max_rungs = 4096;
constexpr int per_rung = 4;  // vertices of a rung: outside, inside, inside, outside

bool are_valid(const std::vector<ColoredRung>& rungs) {
  constexpr double far = 1 << 24;  // floats still distinguish whole pixels
  const auto is_near = [](const ColoredCorner& c) { return std::fabs(c.x) <= far && std::fabs(c.y) <= far; };
  return rungs.size() >= 2 && rungs.size() <= max_rungs &&
         std::all_of(rungs.begin(), rungs.end(),
                     [&](const ColoredRung& rung) { return is_near(rung.upper) && is_near(rung.lower); });
}

// The direction at a right angle to a side that comes from `before` and goes on to `after`: upwards if it runs to the
// right. Half a pixel long; nothing where both are at the same place.
Way half_rim(const ColoredCorner& before, const ColoredCorner& after) {
  const double x = after.x - before.x, y = after.y - before.y;
  const double length = std::sqrt(x * x + y * y);
  if (!(length > 0)) return {0, -blur_extent(0)};
  return {y / length * blur_extent(0), -x / length * blur_extent(0)};
}

// `color`, its opacity multiplied by `share`.
ImU32 fainter_by(ImU32 color, double share) {
  if (share >= 1) return color;
  const double alpha = static_cast<double>(color >> IM_COL32_A_SHIFT & 255) * share;
  return (color & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
}

}  // namespace

void add_ribbon(ImDrawList& list, const std::vector<ColoredRung>& rungs) {
  if (!are_valid(rungs)) return;
  const std::size_t count = rungs.size();
  list.PrimReserve(static_cast<int>(count - 1) * 18, static_cast<int>(count) * per_rung);
  const unsigned base = list._VtxCurrentIdx;
  const auto write = [&](double x, double y, ImU32 color) {
    list.PrimWriteVtx(ImVec2(static_cast<float>(x), static_cast<float>(y)), ImVec2(0, 0), color);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const ColoredRung &rung = rungs[i], &before = rungs[i == 0 ? 0 : i - 1], &after = rungs[std::min(i + 1, count - 1)];
    const ColoredCorner &upper = rung.upper, &lower = rung.lower;
    const Way up = half_rim(before.upper, after.upper), down = half_rim(after.lower, before.lower);
    // How much of the way across is left between both rims, measured upright to them.
    const double x = lower.x - upper.x, y = lower.y - upper.y;
    const double inside = std::max(0.0, -(x * up.x + y * up.y) / blur_extent(0));  // the thickness in pixels
    const double share = inside > 1 ? 1 : inside;                                  // of the rims that fits in
    write(upper.x + up.x, upper.y + up.y, upper.color & ~IM_COL32_A_MASK);
    write(upper.x - up.x * share, upper.y - up.y * share, fainter_by(upper.color, share));
    write(lower.x - down.x * share, lower.y - down.y * share, fainter_by(lower.color, share));
    write(lower.x + down.x, lower.y + down.y, lower.color & ~IM_COL32_A_MASK);
  }
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const auto from = static_cast<ImDrawIdx>(base + i * per_rung), to = static_cast<ImDrawIdx>(from + per_rung);
    for (ImDrawIdx side = 0; side + 1 < per_rung; ++side) {
      for (const ImDrawIdx each : {from, to, static_cast<ImDrawIdx>(to + 1)}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(each + side));
      }
      for (const ImDrawIdx each : {from, static_cast<ImDrawIdx>(to + 1), static_cast<ImDrawIdx>(from + 1)}) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(each + side));
      }
    }
  }
}

}  // namespace anteroom::paint

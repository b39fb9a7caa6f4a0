#include "paint/damage.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <utility>
#include <variant>

namespace anteroom::paint {
namespace {

using Items = std::vector<const scene::Item*>;

Items drawn(const std::vector<scene::Item>& items) {
  Items result;
  for (const scene::Item& item : items) {
    if (!std::holds_alternative<scene::Target>(item) && !std::holds_alternative<scene::Handle>(item)) {
      result.push_back(&item);
    }
  }
  return result;
}

bool same(const scene::Item* one, const scene::Item* other) {
  return *one == *other;
}

// Removes the common beginning and end: most of a screen stays as it is.
void strip_common_ends(Items& one, Items& other) {
  const auto [from, other_from] = std::mismatch(one.begin(), one.end(), other.begin(), other.end(), same);
  one.erase(one.begin(), from);
  other.erase(other.begin(), other_from);
  const auto [to, other_to] = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend(), same);
  one.erase(to.base(), one.end());
  other.erase(other_to.base(), other.end());
}

// What remains of both lists without their longest common subsequence.
Items without_common(const Items& one, const Items& other) {
  const std::size_t rows = one.size(), columns = other.size();
  // longest[i][k]: the length of the longest common subsequence of `one` from i on and `other` from k on.
  std::vector<std::uint16_t> longest((rows + 1) * (columns + 1));
  std::vector<bool> equal(rows * columns);
  const auto at = [&](std::size_t i, std::size_t k) -> std::uint16_t& { return longest[i * (columns + 1) + k]; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t k = columns; k-- > 0;) {
      equal[i * columns + k] = same(one[i], other[k]);
      at(i, k) = equal[i * columns + k] ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1)
                                        : std::max(at(i + 1, k), at(i, k + 1));
    }
  }
  Items result;
  std::size_t i = 0, k = 0;
  while (i < rows && k < columns) {
    if (equal[i * columns + k]) {
      ++i;
      ++k;
    } else if (at(i + 1, k) >= at(i, k + 1)) {
      result.push_back(one[i++]);
    } else {
      result.push_back(other[k++]);
    }
  }
  result.insert(result.end(), one.begin() + static_cast<std::ptrdiff_t>(i), one.end());
  result.insert(result.end(), other.begin() + static_cast<std::ptrdiff_t>(k), other.end());
  return result;
}

// Those of `items` that are in `changed`, each with how many drawn ones that are not come before it.
using Placed = std::vector<std::pair<const scene::Item*, std::size_t>>;
Placed placed(const std::vector<scene::Item>& items, const std::set<const scene::Item*>& changed) {
  Placed found;
  std::size_t staying = 0;
  for (const scene::Item* item : drawn(items)) {
    if (changed.contains(item)) {
      found.emplace_back(item, staying);
    } else {
      ++staying;
    }
  }
  return found;
}

// True if both are opaque polygons with sharp edges, all of the same colour.
bool are_of_one_color(const scene::Item& one, const scene::Item& other) {
  const auto *a = std::get_if<scene::Polygon>(&one), *b = std::get_if<scene::Polygon>(&other);
  if (a == nullptr || b == nullptr || a->colors.empty()) return false;
  const scene::Color color = a->colors.front();
  const auto is_even = [&](const scene::Polygon& polygon) {
    return polygon.soft_mm == 0 && !polygon.hollow && polygon.colors.size() == polygon.corners.size() &&
           std::all_of(polygon.colors.begin(), polygon.colors.end(), [&](scene::Color c) { return c == color; });
  };
  return color.a == 255 && is_even(*a) && is_even(*b);
}

std::int64_t pixels(const Area& area) {
  return std::int64_t{area.width} * area.height;
}

// Pixels that would be painted needlessly if both were merged.
std::int64_t waste(const Area& one, const Area& other) {
  return pixels(one.united(other)) - pixels(one) - pixels(other);
}

}  // namespace

std::vector<const scene::Item*> differing(const std::vector<scene::Item>& before,
                                          const std::vector<scene::Item>& after) {
  constexpr std::size_t max_pairs = 1 << 16;
  Items one = drawn(before), other = drawn(after);
  strip_common_ends(one, other);
  if (one.size() * other.size() <= max_pairs) return without_common(one, other);
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

std::vector<Change> paired(const std::vector<scene::Item>& before, const std::vector<scene::Item>& after,
                           const std::vector<const scene::Item*>& changed) {
  const std::set<const scene::Item*> set(changed.begin(), changed.end());
  const Placed old_ones = placed(before, set);
  Placed new_ones = placed(after, set);
  std::vector<Change> changes;
  for (const auto& [item, place] : old_ones) {
    auto same = new_ones.begin();
    while (same != new_ones.end() && (same->second != place || !are_of_one_color(*item, *same->first))) ++same;
    const bool found = same != new_ones.end();
    changes.push_back({item, found ? same->first : nullptr});
    if (found) new_ones.erase(same);
  }
  for (const auto& [item, place] : new_ones) changes.push_back({nullptr, item});
  return changes;
}

void Damage::add(const Area& area) {
  if (area.empty()) return;
  areas_.push_back(area);
  // Merge the pair that wastes the least, while that is almost free or there are too many areas.
  for (;;) {
    std::size_t first = 0, second = 0;
    std::int64_t min = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < areas_.size(); ++i) {
      for (std::size_t k = i + 1; k < areas_.size(); ++k) {
        const std::int64_t wasted = waste(areas_[i], areas_[k]);
        if (wasted >= min) continue;
        min = wasted;
        first = i;
        second = k;
      }
    }
    if (first == second) return;
    const std::int64_t little = (pixels(areas_[first]) + pixels(areas_[second])) / 8;
    if (min > little && areas_.size() <= most) return;
    areas_[first] = areas_[first].united(areas_[second]);
    areas_.erase(areas_.begin() + static_cast<std::ptrdiff_t>(second));
  }
}

}  // namespace anteroom::paint

// What a clinic may read of the counts: sums over days, in which small numbers do not show.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "usage/counts.h"

namespace anteroom::usage {

// A sum below this is not told, since it might be about somebody whom the reader knows (docs/usage.md).
inline constexpr std::uint64_t smallest_told = 10;

// A sum as it may be told.
struct Sum {
  std::uint64_t n = 0;
  bool held_back = false;  // a small one would follow from it
  bool is_told() const { return !held_back && (n == 0 || n >= smallest_told); }
};

// What is known of a month, a card, a language or the whole time.
struct Row {
  std::string name;           // "2026-11", a card's id, a language's tag
  std::array<Sum, 7> sums{};  // by Counted
  Sum sum(Counted counted) const { return sums[static_cast<std::size_t>(counted)]; }
};

struct Summary {
  std::optional<std::chrono::local_days> first, last;  // the days that counts are of; none: there are none
  Row all;
  std::vector<Row> months, cards, languages;  // months in their order, the others by how often they were opened
  std::array<Sum, 24> opened_by_hour{};       // of the day
};

Summary summary_of(const Counts& counts);

// `part` for each of `whole`; none: one of them is too small to be told.
std::optional<double> ratio(Sum part, Sum whole);

// Pages that were opened for each time that somebody used the screen.
std::optional<double> pages_a_session(const Row& row);
// Seconds for which an exhibit was worked with, each time.
std::optional<double> holding_time_s(const Row& row);
// Of those who opened, the share that saw the last page.
std::optional<double> finished_share(const Row& row);
// Of the times that the card came up in the loop, the share that it was opened.
std::optional<double> opened_share(const Row& row);

}  // namespace anteroom::usage

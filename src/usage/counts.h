// How often the cards were looked at: sums for an hour, and nothing about who looked or in which order.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace anteroom::usage {

// What is counted, of a card in a language.
enum class Counted {
  shown,     // the card came up in the loop
  opened,    // a patient opened it
  page,      // a page of the opened card was shown; each counts once an opening
  finished,  // its last page was shown
  worked,    // its exhibit was touched; counts once an opening
  worked_s,  // seconds from the first to the last touch of the exhibit
  session,   // a patient began to use the screen; the card is empty
};

// "shown", "worked_s": as files and tables have it.
std::string_view name_of(Counted counted);
std::optional<Counted> counted_from(std::string_view name);

// An hour of the clinic's civil time. The hour that is repeated when summer time ends is one.
using Hour = std::chrono::local_time<std::chrono::hours>;

struct Count {
  Hour hour{};
  Counted counted = Counted::shown;
  std::string card, language;
  friend bool operator==(const Count&, const Count&) = default;
  friend bool operator<(const Count& a, const Count& b) {
    return std::tie(a.hour, a.counted, a.card, a.language) < std::tie(b.hour, b.counted, b.card, b.language);
  }
};

using Counts = std::map<Count, std::uint64_t>;

}  // namespace anteroom::usage

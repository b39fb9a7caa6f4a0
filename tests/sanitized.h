#pragma once

#include <cstddef>

// True in a build with the sanitizers. There a test takes about five times as long and looks for faults of memory,
// which show in a part of the rounds that the other builds go through.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

// True if the screens of `card` in `language` are to be tried. Under the sanitizers that is each card in a third of the
// languages: all cards and all languages, but not all pairs.
constexpr bool is_tried(std::size_t card, std::size_t language) {
  return !is_sanitized || (card + language) % 3 == 0;
}

// How many of `all`, met when everything is tried, are met at least.
constexpr int at_least(int all) {
  return is_sanitized ? all / 4 : all;
}

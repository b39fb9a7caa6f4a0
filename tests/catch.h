// Catch2 2 (Debian 12) or 3 (Debian 13) under one name.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
inline auto ContainsSubstring(const std::string& part) {  // NOLINT(readability-identifier-naming): Catch2 3's name
  return Catch::Matchers::Contains(part);
}
#endif

// The pack.toml of a small pack in English, for tests that write its cards themselves.
#pragma once

#include <string>

namespace anteroom {

// `cards`: their ids in quotes, with commas between them.
inline std::string small_pack_toml(const std::string& cards) {
  return R"(format = 1
id = "pack"
languages = ["en"]
cards = [)" +
         cards + R"(]
title = { en = "A small pack" }
source = { en = "A test" }
review = { on = 2026-11-01, by = 2027-10-31, reviewer = "Dr. Ames", speakers = { en = "A. Reader" } }
)";
}

}  // namespace anteroom

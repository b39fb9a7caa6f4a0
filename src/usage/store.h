// The counts on disk: a database (SQLite) with one table of sums.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "usage/counts.h"

struct sqlite3;

namespace anteroom::usage {

// The file's name in the state folder.
inline constexpr const char* store_name = "usage.db";

class Store {
 public:
  struct Options {
    std::filesystem::path file;
    int keep_days = 730;                    // older counts are removed
    std::uint64_t max_bytes = 64ULL << 20;  // docs/limits.md; a busy year of eleven cards takes about 3 MB
  };
  explicit Store(Options options);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Adds `counts` to what there is, in one transaction: after a power cut all of them are there, or none. Removes what
  // is too old on `today`. A damaged file is put aside, and the next call begins a new one. Returns what went wrong,
  // and then nothing was added; empty: nothing.
  std::string add(const Counts& counts, std::chrono::local_days today);

 private:
  struct Closed {
    void operator()(sqlite3* database) const;
  };
  std::string open();
  int write(const Counts& counts, std::chrono::local_days today);
  std::string failed(int result);

  Options options_;
  std::unique_ptr<sqlite3, Closed> database_;
};

// The counts of the days from `from` to `to`, both included; none: from the first, to the last.
struct ReadCounts {
  Counts counts = {};
  std::string fault = {};  // why they cannot be read; empty: they were. No file is no fault: nothing was counted
};
ReadCounts read_counts(const std::filesystem::path& file, std::optional<std::chrono::local_days> from,
                       std::optional<std::chrono::local_days> to);

}  // namespace anteroom::usage

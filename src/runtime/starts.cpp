#include "runtime/starts.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <string>

#include "runtime/write_whole.h"

namespace anteroom::runtime {

namespace {

namespace fs = std::filesystem;

// A single crash may have any reason. The copies may hold what makes it crash, too.
constexpr int until_copies = 3, until_nothing = 6;
constexpr int most = 1000;

fs::path count_file(const fs::path& state_folder) {
  return state_folder / "failed-starts";
}

// Of the only Starts. A process that is ending may write from any thread.
std::mutex mutex;
fs::path file_to_write;
int count_at_orderly_end = 0;

void write_count(int count) {
  if (!file_to_write.empty()) write_whole(file_to_write, std::to_string(count) + "\n");
}

void end_in_order() {
  const std::lock_guard lock(mutex);
  write_count(count_at_orderly_end);
  file_to_write.clear();
}

}  // namespace

Trust trust_after(int failed_starts) {
  if (failed_starts >= until_nothing) return Trust::nothing;
  return failed_starts >= until_copies ? Trust::copies : Trust::files;
}

std::string about_failed_starts(int failed_starts) {
  const bool has_copies = trust_after(failed_starts) == Trust::copies;
  return "anteroom: the last " + std::to_string(failed_starts) +
         " starts failed within a minute; until a file changes, " +
         (has_copies ? "settings and cards are used as they were last" : "the screen only asks to inquire at the desk");
}

int failed_starts(const fs::path& state_folder) {
  if (state_folder.empty()) return 0;
  std::ifstream in(count_file(state_folder));
  int count = 0;
  return in >> count && count > 0 ? std::min(count, most) : 0;
}

Starts::Starts(const fs::path& state_folder) : failed_before_(failed_starts(state_folder)) {
  if (state_folder.empty()) return;
  std::error_code error;
  fs::create_directories(state_folder, error);
  const std::lock_guard lock(mutex);
  static const bool registered = std::at_quick_exit(end_in_order) == 0;
  file_to_write = registered ? count_file(state_folder) : fs::path();
  count_at_orderly_end = failed_before_;
  write_count(failed_before_ + 1);
}

Starts::~Starts() {
  end_in_order();
}

void Starts::lasted() {
  if (has_lasted_) return;
  has_lasted_ = true;
  const std::lock_guard lock(mutex);
  count_at_orderly_end = 0;
  write_count(0);
}

}  // namespace anteroom::runtime

// What fuzzers found, what is shipped, and seeded mutations of both, run by every build.
#include <algorithm>
#include <filesystem>
#include <random>

#include "catch.h"
#include "fuzz/targets.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::fuzz;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& place) {
  if (fs::is_regular_file(place)) return {place};
  std::vector<fs::path> files;
  if (!fs::is_directory(place)) return files;
  for (const fs::directory_entry& entry : fs::directory_iterator(place)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<fs::path> inputs_of(const Target& target) {
  const fs::path root = ANTEROOM_ROOT;
  std::vector<fs::path> files = files_in(root / "tests/fuzz/inputs" / target.name);
  for (const std::string& seed : target.seeds) {
    const std::vector<fs::path> more = files_in(root / seed);
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

// `bytes` with some of them changed, left out, doubled or replaced by others.
std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random()) % n; };
  const std::size_t changes = 1 + below(6);
  for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = below(bytes.size()), length = std::min(bytes.size() - at, 1 + below(12));
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(below(bytes.size()), length));
        break;
      case 3:
        bytes[at] = "\"'[]{}=#\n<>&\\"[below(13)];
        break;
      default:
        bytes.resize(at);
        break;
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("every target of the fuzzers has something to begin with") {
  for (const Target& target : targets()) {
    INFO(target.name);
    CHECK(!inputs_of(target).empty());
  }
}

TEST_CASE("what a clinic or a stick can bring, damaged or not, breaks no promise") {
  const std::size_t index = GENERATE(range(std::size_t{0}, targets().size()));
  const Target& target = targets()[index];
  INFO("target " << target.name);
  std::mt19937 random(23);
  constexpr int mutations = 5;
  for (const fs::path& file : inputs_of(target)) {
    const std::string bytes = bytes_of_file(file);
    INFO("input " << file);
    CHECK_NOTHROW(target.run(bytes));
    if (bytes.size() > 20'000) continue;
    for (int i = 0; i < mutations; ++i) {
      const std::string damaged = mutated(bytes, random);
      INFO("mutated to " << Catch::Detail::stringify(damaged.substr(0, 2000)));
      CHECK_NOTHROW(target.run(damaged));
    }
  }
}

// The counts on disk, and what becomes of them when the disk fails.
#include "usage/store.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "catch.h"
#include "temporary_folder.h"
#include "usage/recorder.h"

namespace anteroom::usage {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

constexpr local_days monday{std::chrono::year(2026) / 11 / 23};

Hour at(local_days day, int hour) {
  return Hour(day + hours(hour));
}

Counts some(local_days day, std::uint64_t n = 1) {
  return {{{at(day, 9), Counted::opened, "paper", "en"}, n}, {{at(day, 9), Counted::session, "", "en"}, 2 * n}};
}

std::uint64_t total(const Counts& counts, Counted counted) {
  std::uint64_t sum = 0;
  for (const auto& [count, n] : counts) sum += count.counted == counted ? n : 0;
  return sum;
}

// Another program that holds the file for writing.
struct Locked {
  sqlite3* database = nullptr;
  explicit Locked(const fs::path& file) {
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  ~Locked() { sqlite3_close(database); }
};

TEST_CASE("counts are summed, and read by day") {
  const TemporaryFolder folder;
  const fs::path file = folder / "deeper/usage.db";
  Store store({.file = file});
  CHECK(store.add(some(monday), monday).empty());
  CHECK(store.add(some(monday, 3), monday).empty());
  CHECK(store.add(some(monday + days(1)), monday + days(1)).empty());
  const ReadCounts all = read_counts(file, {}, {});
  CHECK(all.fault.empty());
  Counts expected = some(monday, 4);
  expected.merge(some(monday + days(1)));
  CHECK(all.counts == expected);
  CHECK(read_counts(file, {}, monday).counts == some(monday, 4));
  CHECK(read_counts(file, monday + days(1), {}).counts == some(monday + days(1)));
  CHECK(read_counts(file, monday + days(2), {}).counts.empty());
}

TEST_CASE("without a file nothing was counted, and that is no fault") {
  const TemporaryFolder folder;
  const ReadCounts read = read_counts(folder / "usage.db", {}, {});
  CHECK(read.counts.empty());
  CHECK(read.fault.empty());
}

TEST_CASE("counts older than they are kept are removed") {
  const TemporaryFolder folder;
  const fs::path file = folder / "usage.db";
  Store store({.file = file, .keep_days = 30});
  CHECK(store.add(some(monday), monday).empty());
  CHECK(store.add(some(monday + days(30)), monday + days(30)).empty());
  CHECK(read_counts(file, {}, {}).counts.size() == 4);
  CHECK(store.add(some(monday + days(31)), monday + days(31)).empty());
  Counts expected = some(monday + days(30));
  expected.merge(some(monday + days(31)));
  CHECK(read_counts(file, {}, {}).counts == expected);
}

TEST_CASE("a damaged file is put aside, said so once, and counting begins anew") {
  const TemporaryFolder folder;
  const fs::path file = folder / "usage.db";
  folder.write("usage.db",
               "This is no database, but a text that is as long as the header of one would be, and some more.");
  Store store({.file = file});
  CHECK(store.add(some(monday), monday) ==
        file.string() + ": the counts are damaged; they are kept as usage.db.damaged, and counting begins anew");
  CHECK(store.add(some(monday), monday).empty());
  CHECK(read_counts(file, {}, {}).counts == some(monday));
  CHECK(fs::exists(folder / "usage.db.damaged"));
}

TEST_CASE("what cannot be written is said, loses nothing, and is written once it can be") {
  const TemporaryFolder folder;
  const fs::path file = folder / "usage.db";
  REQUIRE(Store({.file = file}).add(some(monday), monday).empty());
  std::string expected;
  std::optional<Locked> locked;
  const fs::path away = folder / "away";
  SECTION("another program has locked it") {
    locked.emplace(file);
    expected = file.string() + ": the counts cannot be kept: another program has locked it";
  }
  SECTION("its place is taken by a folder") {
    fs::rename(file, away);
    fs::create_directory(file);
    expected = file.string() + ": the counts cannot be kept: it cannot be opened";
  }
  // As the running screen does it, but without a thread: after quit(), work() tries once.
  Recorder recorder({.file = file}, std::chrono::milliseconds(0));
  const auto write = [&] {
    recorder.quit();
    recorder.work();
  };
  recorder.add(some(monday, 5), monday);
  write();
  CHECK(recorder.fault() == expected);
  locked.reset();
  if (fs::exists(away)) {
    fs::remove(file);
    fs::rename(away, file);
  }
  write();
  CHECK(recorder.fault().empty());
  CHECK(total(read_counts(file, {}, {}).counts, Counted::opened) == 6);
}

TEST_CASE("a full disk costs counts that are held, and nothing that was written") {
  const TemporaryFolder folder;
  const fs::path file = folder / "usage.db";
  REQUIRE(Store({.file = file}).add(some(monday), monday).empty());
  Counts many;
  for (int i = 0; i < 5000; ++i) many[{at(monday, 10), Counted::opened, "card-" + std::to_string(i), "en"}] = 1;
  Store full({.file = file, .max_bytes = 16384});
  CHECK(full.add(many, monday) == file.string() +
                                      ": the counts cannot be kept: there is no room for it: the disk is full, "
                                      "or the file has reached its limit");
  CHECK(read_counts(file, {}, {}).counts == some(monday));
  Store roomy({.file = file});
  CHECK(roomy.add(many, monday).empty());
  CHECK(total(read_counts(file, {}, {}).counts, Counted::opened) == 5001);
}

TEST_CASE("what is held while the disk takes nothing is limited, and known sums go on") {
  Recorder recorder({.file = "/dev/null/usage.db"}, std::chrono::milliseconds(0));
  Counts many;
  for (int i = 0; i < 30'000; ++i) many[{at(monday, 10), Counted::opened, "card-" + std::to_string(i), "en"}] = 1;
  recorder.add(many, monday);
  recorder.add(some(monday), monday);
  recorder.quit();
  recorder.work();
  CHECK(recorder.fault().find("/dev/null/usage.db: the counts cannot be kept: ") == 0);
}

// A process that counts without end, and says each time how often it has been asked to, and how often that was written.
[[noreturn]] void count_for_ever(const fs::path& file, int report) {
  Store store({.file = file});
  for (std::uint64_t n = 1;; ++n) {
    if (!store.add(some(monday), monday).empty()) ::_exit(1);
    if (::write(report, &n, sizeof(n)) != sizeof(n)) ::_exit(2);
  }
}

TEST_CASE("after SIGKILL at any moment the database opens, and all that was written is there") {
  // The disk is not pulled out from under a running system here; each commit is synced (PRAGMA synchronous = FULL).
  constexpr int kills = 200;
  const TemporaryFolder folder;
  const fs::path file = folder / "usage.db";
  std::mt19937 random(20261130);
  std::uint64_t before = 0;
  for (int kill = 0; kill < kills; ++kill) {
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipe_ends[0]);
      count_for_ever(file, pipe_ends[1]);
    }
    ::close(pipe_ends[1]);
    std::uint64_t written = 0;
    for (unsigned reports = random() % 8; reports > 0; --reports) {
      REQUIRE(::read(pipe_ends[0], &written, sizeof(written)) == sizeof(written));
    }
    for (unsigned turns = random() % 20'000; turns > 0; --turns) asm volatile("");  // another point of the next commit
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    std::uint64_t more = 0;
    while (::read(pipe_ends[0], &more, sizeof(more)) == sizeof(more)) written = more;
    ::close(pipe_ends[0]);
    const ReadCounts read = read_counts(file, {}, {});
    REQUIRE(read.fault.empty());
    const std::uint64_t counted = total(read.counts, Counted::opened);
    CHECK(counted >= before + written);      // nothing that was written is lost
    CHECK(counted <= before + written + 1);  // but for one that nobody was told of
    CHECK(total(read.counts, Counted::session) == 2 * counted);
    before = counted;
  }
}

}  // namespace
}  // namespace anteroom::usage

#include "usage/store.h"

#include <sqlite3.h>

#include <system_error>

namespace anteroom::usage {

namespace {

namespace fs = std::filesystem;

constexpr const char* schema =
    "CREATE TABLE IF NOT EXISTS counts ("
    " hour INTEGER NOT NULL,"  // hours of civil time since 1970
    " counted TEXT NOT NULL, card TEXT NOT NULL, language TEXT NOT NULL, n INTEGER NOT NULL,"
    " PRIMARY KEY (hour, counted, card, language)) WITHOUT ROWID, STRICT;";

// Statement with its values bound by position, from 1.
class Statement {
 public:
  Statement(sqlite3* database, const char* text) {
    result_ = sqlite3_prepare_v2(database, text, -1, &statement_, nullptr);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, std::int64_t number) { keep(sqlite3_bind_int64(statement_, at, number)); }
  // `text` must outlive the next step.
  void bind(int at, std::string_view text) {
    keep(sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
  }
  // True if there is a row.
  bool step() {
    if (result_ != SQLITE_OK) return false;
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) result_ = result;
    return result == SQLITE_ROW;
  }
  void again() { keep(sqlite3_reset(statement_)); }
  std::int64_t number(int column) { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr ? std::string() : std::string(bytes, sqlite3_column_bytes(statement_, column));
  }
  // The first failure; SQLITE_OK: none.
  int result() const { return result_; }

 private:
  void keep(int result) {
    if (result_ == SQLITE_OK) result_ = result;
  }
  sqlite3_stmt* statement_ = nullptr;
  int result_ = SQLITE_OK;
};

bool is_damage(int result) {
  const int kind = result & 0xff;
  return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
}

std::string in_words(int result, const fs::path& file) {
  switch (result & 0xff) {
    case SQLITE_FULL:
      return "there is no room for it: the disk is full, or the file has reached its limit";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program has locked it";
    case SQLITE_READONLY:
      return "it cannot be written";
    case SQLITE_CANTOPEN:
      return "it cannot be opened";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "it may not be opened";
    case SQLITE_IOERR:
      return fs::is_directory(file.parent_path()) ? "the disk cannot be read or written" : "its folder is not there";
    default:
      return sqlite3_errstr(result);
  }
}

std::int64_t hours_since_1970(Hour hour) {
  return hour.time_since_epoch().count();
}

}  // namespace

void Store::Closed::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

Store::Store(Options options) : options_(std::move(options)) {}
Store::~Store() = default;

// What `result` means; closes the file, so that the next call opens it anew, and puts it aside if it is damaged.
std::string Store::failed(int result) {
  std::string why = options_.file.string() + ": the counts cannot be kept: " + in_words(result, options_.file);
  database_.reset();
  if (!is_damage(result)) return why;
  const fs::path aside = options_.file.string() + ".damaged";
  std::error_code error;
  fs::rename(options_.file, aside, error);
  for (const char* companion : {"-wal", "-shm"}) {
    std::error_code absent;
    fs::remove(options_.file.string() + companion, absent);
  }
  why = options_.file.string() + ": the counts are damaged";
  return why + (error ? " and cannot be put aside: " + error.message()
                      : "; they are kept as " + aside.filename().string() + ", and counting begins anew");
}

std::string Store::open() {
  if (database_) return {};
  std::error_code error;
  fs::create_directories(options_.file.parent_path(), error);
  sqlite3* database = nullptr;
  // Used by one thread.
  int result = sqlite3_open_v2(options_.file.c_str(), &database,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(database);
  if (result != SQLITE_OK) return failed(result);
  const auto run = [&](const std::string& text) {
    if (result == SQLITE_OK) result = sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr);
  };
  // FULL: written to the disk at each commit, which is once a minute. Whoever reads it meanwhile is not waited for: the
  // next minute tries again.
  run("PRAGMA busy_timeout = 200");
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA temp_store = MEMORY");
  run("PRAGMA page_size = 4096");
  run("PRAGMA max_page_count = " + std::to_string(options_.max_bytes / 4096));
  run("PRAGMA journal_size_limit = 1048576");
  run(schema);
  return result == SQLITE_OK ? std::string() : failed(result);
}

// The result of SQLite's that stopped it; SQLITE_OK: written.
int Store::write(const Counts& counts, std::chrono::local_days today) {
  sqlite3* database = database_.get();
  int result = sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  if (result == SQLITE_OK) {
    Statement old(database, "DELETE FROM counts WHERE hour < ?");
    old.bind(1, hours_since_1970(Hour(today - std::chrono::days(options_.keep_days))));
    old.step();
    result = old.result();
  }
  Statement add(database,
                "INSERT INTO counts VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET n = n + excluded.n");
  for (auto each = counts.begin(); each != counts.end() && result == SQLITE_OK; ++each) {
    const auto& [count, n] = *each;
    add.bind(1, hours_since_1970(count.hour));
    add.bind(2, name_of(count.counted));
    add.bind(3, count.card);
    add.bind(4, count.language);
    add.bind(5, static_cast<std::int64_t>(n));
    add.step();
    if (add.result() == SQLITE_OK) add.again();
    result = add.result();
  }
  if (result == SQLITE_OK) result = sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
  return result;
}

std::string Store::add(const Counts& counts, std::chrono::local_days today) {
  if (counts.empty()) return {};
  if (std::string fault = open(); !fault.empty()) return fault;
  const int result = write(counts, today);
  return result == SQLITE_OK ? std::string() : failed(result);
}

ReadCounts read_counts(const fs::path& file, std::optional<std::chrono::local_days> from,
                       std::optional<std::chrono::local_days> to) {
  std::error_code error;
  if (!fs::exists(file, error) && !error) return {};
  ReadCounts read;
  const auto fault = [&](int result) {
    return file.string() + ": the counts cannot be read: " + in_words(result, file);
  };
  sqlite3* opened = nullptr;
  int result = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
  if (result == SQLITE_OK) result = sqlite3_busy_timeout(opened, 2000);
  if (result != SQLITE_OK) return {.fault = fault(result)};
  Statement rows(opened, "SELECT hour, counted, card, language, n FROM counts WHERE hour >= ? AND hour < ?");
  constexpr std::int64_t ever = INT64_MAX;
  rows.bind(1, from ? hours_since_1970(Hour(*from)) : -ever);
  rows.bind(2, to ? hours_since_1970(Hour(*to + std::chrono::days(1))) : ever);
  while (rows.step()) {
    const std::optional<Counted> counted = counted_from(rows.text(1));
    if (!counted || rows.number(4) < 0) continue;  // of a later version
    const Hour hour{std::chrono::hours(rows.number(0))};
    read.counts[{hour, *counted, rows.text(2), rows.text(3)}] += static_cast<std::uint64_t>(rows.number(4));
  }
  if (rows.result() != SQLITE_OK) return {.fault = fault(rows.result())};
  return read;
}

}  // namespace anteroom::usage

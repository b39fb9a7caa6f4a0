#include "paint/picture_store.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include "catch.h"
#include "paint/drawing.h"

using namespace anteroom::paint;
namespace fs = std::filesystem;

namespace {

std::string value_of(int number, std::size_t bytes = 3000) {
  Numbers numbers(static_cast<unsigned>(number));
  std::string value;
  while (value.size() < bytes) value.push_back(static_cast<char>(numbers.bits()));
  return value;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& each : fs::directory_iterator(folder)) files.push_back(each.path());
  return files;
}

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t sum = 0;
  for (const fs::path& file : files_in(folder)) sum += fs::file_size(file);
  return sum;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// Sets an environment variable until the end of the scope; null: unsets it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) const {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }
  const char* name_;
  std::optional<std::string> before_;
};

// Limits files to a kilobyte until the end of the scope, as if the disk were full.
class Full {
 public:
  Full() : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{1024, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~Full() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  Full(const Full&) = delete;
  Full& operator=(const Full&) = delete;

 private:
  rlimit before_{};
  sighandler_t handler_;
};

}  // namespace

TEST_CASE("what is kept is found byte for byte by every later store") {
  const TempFolder folder;
  PictureStore store(folder.path() / "a" / "b");
  const std::vector<std::string> values = {"", "x", std::string(100'000, '\0'), value_of(1, 100'000)};
  CHECK_FALSE(store.find("0"));
  for (std::size_t i = 0; i < values.size(); ++i) store.keep(std::to_string(i), values[i]);
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(store.find(std::to_string(i)) == values[i]);
  const PictureStore later(folder.path() / "a" / "b");
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(later.find(std::to_string(i)) == values[i]);
  CHECK_FALSE(later.find("4"));
  store.keep("1", "another");
  CHECK(later.find("1") == "another");
}

TEST_CASE("a damaged file on disk only means that its value is not found") {
  const TempFolder folder;
  PictureStore store(folder.path());
  const std::string value = value_of(1);
  store.keep("key", value);
  store.keep("other", value_of(2));
  const fs::path file = store.find("key") ? files_in(folder.path()).front() : fs::path();
  const bool is_first = [&] {
    const std::string before = bytes_of(file);
    write(file, "");
    const bool gone = !store.find("key");
    write(file, before);
    return gone;
  }();
  const std::string key = is_first ? "key" : "other";
  const std::string is_valid = bytes_of(file);
  REQUIRE(store.find(key));
  struct Row {
    const char* name;
    std::function<void()> damage;
  };
  const std::vector<Row> rows = {
      {"empty", [&] { write(file, ""); }},
      {"a byte", [&] { write(file, "A"); }},
      {"header only", [&] { write(file, is_valid.substr(0, 32)); }},
      {"cut by a byte", [&] { write(file, is_valid.substr(0, is_valid.size() - 1)); }},
      {"cut in the middle", [&] { write(file, is_valid.substr(0, is_valid.size() / 2)); }},
      {"longer", [&] { write(file, is_valid + "x"); }},
      {"zeros", [&] { write(file, std::string(is_valid.size(), '\0')); }},
      {"a folder", [&] { fs::create_directories(file); }},
      {"a link to nowhere", [&] { fs::create_symlink("/nowhere/at/all", file); }},
      {"a link to itself", [&] { fs::create_symlink(file, file); }},
      {"a pipe", [&] { REQUIRE(::mkfifo(file.c_str(), 0600) == 0); }},
      {"a link to a device", [&] { fs::create_symlink("/dev/zero", file); }},
      {"not there", [] {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    fs::remove(file);
    row.damage();
    CHECK_FALSE(store.find(key));
    fs::remove_all(file);
  }
  write(file, is_valid);
  CHECK(store.find(key));
}

TEST_CASE("no flipped bit of a file on disk is taken for a value") {
  const TempFolder folder;
  PictureStore store(folder.path());
  store.keep("key", value_of(1, 200));
  const fs::path file = files_in(folder.path()).front();
  const std::string is_valid = bytes_of(file);
  for (std::size_t bit = 0; bit < is_valid.size() * 8; ++bit) {
    std::string damaged = is_valid;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    write(file, damaged);
    const std::optional<std::string> found = store.find("key");
    CAPTURE(bit);
    REQUIRE_FALSE(found);
  }
}

TEST_CASE("a file under another value's name is not taken for that value") {
  const TempFolder folder;
  PictureStore store(folder.path());
  store.keep("one", value_of(1));
  const fs::path first = files_in(folder.path()).front();
  const std::string bytes = bytes_of(first);
  fs::remove(first);
  store.keep("two", value_of(2));
  write(files_in(folder.path()).front(), bytes);
  CHECK_FALSE(store.find("two"));
}

TEST_CASE("a damaged value is kept anew") {
  const TempFolder folder;
  PictureStore store(folder.path());
  store.keep("key", value_of(1));
  write(files_in(folder.path()).front(), "damaged");
  store.keep("key", value_of(1));
  CHECK(store.find("key") == value_of(1));
  CHECK(files_in(folder.path()).size() == 1);
}

TEST_CASE("the oldest values on disk make room for new ones") {
  const TempFolder folder;
  constexpr std::uint64_t max = 40'000;
  {
    PictureStore store(folder.path(), max);
    for (int i = 0; i < 10; ++i) {
      store.keep(std::to_string(i), value_of(i));
      // As if a day had passed between them.
      for (const fs::path& file : files_in(folder.path())) {
        fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(24));
      }
    }
  }
  PictureStore store(folder.path(), max);
  for (int i = 10; i < 30; ++i) {
    store.keep(std::to_string(i), value_of(i));
    CHECK(bytes_in(folder.path()) <= max);
    CHECK(store.find(std::to_string(i)) == value_of(i));
  }
  CHECK_FALSE(store.find("0"));
  store.keep("large", value_of(99, max * 2));  // larger than everything
  CHECK(bytes_in(folder.path()) <= max * 3);
}

TEST_CASE("a folder that cannot be used keeps and finds nothing and harms nothing") {
  const TempFolder folder;
  folder.write("file", "a file");
  SECTION("none") {
    PictureStore store("");
    store.keep("key", "value");
    CHECK_FALSE(store.find("key"));
  }
  SECTION("below a file") {
    PictureStore store(folder.path() / "file" / "pictures");
    store.keep("key", "value");
    CHECK_FALSE(store.find("key"));
    CHECK(bytes_of(folder.path() / "file") == "a file");
  }
  SECTION("that the system lets nobody write to") {
    PictureStore store("/proc/anteroom/pictures");
    store.keep("key", "value");
    CHECK_FALSE(store.find("key"));
  }
  SECTION("on a full disk") {
    PictureStore store(folder.path() / "pictures");
    store.keep("first", "value");
    const Full full;
    store.keep("key", value_of(1));
    CHECK_FALSE(store.find("key"));
    CHECK(store.find("first") == "value");
    CHECK(files_in(folder.path() / "pictures").size() == 1);
  }
  SECTION("removed meanwhile") {
    PictureStore store(folder.path() / "pictures");
    store.keep("key", "value");
    fs::remove_all(folder.path() / "pictures");
    CHECK_FALSE(store.find("key"));
    store.keep("key", "value");
    CHECK(store.find("key") == "value");
  }
}

TEST_CASE("two stores in the same folder do not disturb each other") {
  const TempFolder folder;
  std::vector<std::thread> threads;
  std::vector<int> wrong(2);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      PictureStore store(folder.path(), 60'000);
      for (int i = 0; i < 150; ++i) {
        store.keep(std::to_string(i % 7), value_of(i % 7));
        const std::optional<std::string> found = store.find(std::to_string((i + 3) % 7));
        if (found && *found != value_of((i + 3) % 7)) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(2, 0));
}

TEST_CASE("the cache folder is the user's own or none") {
  struct Row {
    const char *cache, *home;
    std::string folder;
  };
  const Row row = GENERATE(values<Row>({
      {"/var/cache/me", "/home/me", "/var/cache/me/anteroom/pictures"},
      {nullptr, "/home/me", "/home/me/.cache/anteroom/pictures"},
      {"", "/home/me", "/home/me/.cache/anteroom/pictures"},
      {"relative", "/home/me", "/home/me/.cache/anteroom/pictures"},
      {nullptr, nullptr, ""},
      {nullptr, "", ""},
      {nullptr, "relative", ""},
  }));
  const Variable cache("XDG_CACHE_HOME", row.cache), home("HOME", row.home);
  CHECK(picture_cache_folder().string() == row.folder);
}

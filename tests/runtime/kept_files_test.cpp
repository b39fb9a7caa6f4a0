#include "runtime/kept_files.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <set>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::runtime;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t limit = 1000;

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Generation generation_of(KeptFiles& kept, const TemporaryFolder& source, const std::vector<std::string>& places) {
  Generation generation{source.name(), {}};
  for (const std::string& place : places) generation.files[place] = kept.copy((source / place).string(), limit);
  return generation;
}

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.insert(content_of(entry.path().string()));
  }
  return names;
}

// Saves a version of a pack and keeps it.
bool keep_version(unsigned version, const TemporaryFolder& source, const fs::path& state) {
  const std::vector<std::string> places{"pack.toml", "cards/a.toml", "cards/b.toml", "pictures/a.svg"};
  KeptFiles kept(state);
  for (const std::string& place : places) source.write(place, "version " + std::to_string(version) + " of " + place);
  return kept.keep(generation_of(kept, source, places));
}

}  // namespace

TEST_CASE("kept files are found again after a restart, whatever happened to their source") {
  const TemporaryFolder source, state;
  source.write("pack.toml", "one");
  source.write("pictures/a.svg", "two");
  {
    KeptFiles kept(state / "kept");
    REQUIRE(kept.keep(generation_of(kept, source, {"pack.toml", "pictures/a.svg"})));
    CHECK(kept.take_fault().empty());
  }
  source.write("pack.toml", "something else");
  fs::remove(source / "pictures/a.svg");
  const auto newest = KeptFiles(state / "kept").newest();
  REQUIRE(newest);
  CHECK(newest->pack == source.name());
  REQUIRE(newest->files.size() == 2);
  CHECK(content_of(newest->files.at("pack.toml")) == "one");
  CHECK(content_of(newest->files.at("pictures/a.svg")) == "two");
  CHECK(fs::path(newest->files.at("pictures/a.svg")).filename() == "a.svg");
}

TEST_CASE("a copy has another path once its source has changed, and the same path while it has not") {
  const TemporaryFolder source, state;
  KeptFiles kept(state / "kept");
  source.write("a.toml", "one");
  const std::string first = kept.copy((source / "a.toml").string(), limit);
  CHECK(kept.copy((source / "a.toml").string(), limit) == first);
  source.write("a.toml", "another");
  const std::string second = kept.copy((source / "a.toml").string(), limit);
  CHECK(second != first);
  CHECK(content_of(first) == "one");
  CHECK(content_of(second) == "another");
}

TEST_CASE("two generations are kept, and what belongs to neither is removed") {
  const TemporaryFolder source, state;
  KeptFiles kept(state / "kept");
  for (const char* version : {"one", "two", "three"}) {
    source.write("a.toml", version);
    REQUIRE(kept.keep(generation_of(kept, source, {"a.toml"})));
  }
  const std::set<std::string> copies = files_below(state / "kept/files");
  CHECK(copies == std::set<std::string>{"two", "three"});
}

TEST_CASE("a generation with a damaged or missing file gives way to the one before") {
  const TemporaryFolder source, state;
  KeptFiles kept(state / "kept");
  std::vector<Generation> generations;
  for (const char* version : {"one", "two"}) {
    source.write("a.toml", version);
    generations.push_back(generation_of(kept, source, {"a.toml"}));
    REQUIRE(kept.keep(generations.back()));
  }
  const std::string newest = generations[1].files.at("a.toml");
  SECTION("the file is damaged") {
    std::ofstream(newest, std::ios::trunc) << "twp";
  }
  SECTION("the file is gone") {
    fs::remove(newest);
  }
  SECTION("the list is cut short") {
    fs::resize_file(state / "kept/newest", fs::file_size(state / "kept/newest") - 5);
  }
  CHECK(KeptFiles(state / "kept").newest() == generations[0]);
}

TEST_CASE("what cannot be copied is refused in words, or left to its readers") {
  const TemporaryFolder source, state;
  source.write("a.toml", std::string(limit + 1, 'a'));
  source.write("empty.toml", "");
  source.write("b.toml", "b");
  SECTION("files that are no content") {
    KeptFiles kept(state / "kept");
    for (const char* name : {"a.toml", "empty.toml", "missing.toml"}) {
      CHECK(kept.copy((source / name).string(), limit).empty());
    }
    CHECK(kept.copy(source.name(), limit).empty());
    CHECK(kept.take_fault().empty());
  }
  SECTION("a state folder that is a file") {
    state.write("kept", "");
    KeptFiles kept(state / "kept");
    CHECK(kept.copy((source / "b.toml").string(), limit).empty());
    CHECK(kept.take_fault().find("cannot be written: Not a directory") != std::string::npos);
    CHECK_FALSE(kept.newest());
  }
  SECTION("no state folder") {
    KeptFiles kept("");
    CHECK(kept.copy((source / "b.toml").string(), limit).empty());
    CHECK_FALSE(kept.keep({source.name(), {}}));
    CHECK_FALSE(kept.newest());
  }
}

TEST_CASE("after a kill at any moment the newest generation is whole: the old or the new one") {
  const TemporaryFolder source, state;
  std::mt19937 random(20261129);
  std::uniform_int_distribution<useconds_t> moment(0, 4000);
  REQUIRE(keep_version(0, source, state / "kept"));
  for (int i = 0; i < 200; ++i) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    for (unsigned version = 1; child == 0; ++version) keep_version(version, source, state / "kept");
    usleep(moment(random));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const auto newest = KeptFiles(state / "kept").newest();
    REQUIRE(newest);
    std::set<std::string> versions;
    for (const auto& [place, path] : newest->files) {
      const std::string content = content_of(path);
      REQUIRE(content.ends_with(" of " + place));
      versions.insert(content.substr(0, content.find(" of ")));
    }
    REQUIRE(newest->files.size() == 4);
    REQUIRE(versions.size() == 1);
  }
}

#include "platform/write_file.h"

#include <sys/stat.h>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a file is replaced whole with its permissions and nothing beside it") {
  const TemporaryFolder folder;
  folder.write("card.toml", "old");
  ::chmod((folder / "card.toml").c_str(), 0640);
  CHECK(platform::write_whole(folder / "card.toml", "new").empty());
  CHECK(read(folder / "card.toml") == "new");
  struct stat status = {};
  REQUIRE(::stat((folder / "card.toml").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640);
  const std::filesystem::directory_iterator entries(folder / "");
  CHECK(std::distance(entries, {}) == 1);
}

TEST_CASE("a notice that root had put up could not be changed by staff who may write its folder") {
  const TemporaryFolder folder;
  const auto mode_of_new = [&](const char* name) {
    CHECK(platform::write_whole(folder / name, "new").empty());
    struct stat status = {};
    REQUIRE(::stat((folder / name).c_str(), &status) == 0);
    return status.st_mode & 0777U;
  };
  const mode_t before = ::umask(0022);
  ::chmod((folder / "").c_str(), 0775);
  CHECK(mode_of_new("notice.toml") == 0664);
  ::chmod((folder / "").c_str(), 0755);
  CHECK(mode_of_new("mine.toml") == 0644);
  ::umask(before);
}

TEST_CASE("a link stays a link and the file that it names is replaced") {
  const TemporaryFolder folder;
  folder.write("shared/card.toml", "old");
  std::filesystem::create_symlink("shared/card.toml", folder / "card.toml");
  CHECK(platform::write_whole(folder / "card.toml", "new").empty());
  CHECK(std::filesystem::is_symlink(folder / "card.toml"));
  CHECK(read(folder / "shared/card.toml") == "new");
}

TEST_CASE("a file that may not be written is left as it is and the reason is said") {
  const TemporaryFolder folder;
  folder.write("card.toml", "old");
  ::chmod((folder / "card.toml").c_str(), 0444);
  CHECK(platform::write_whole(folder / "card.toml", "new") == "cannot be written: the file is write-protected");
  CHECK(read(folder / "card.toml") == "old");
  CHECK(platform::write_whole(folder / "none" / "card.toml", "new") == "cannot be written: there is no such folder");
}

TEST_CASE("a new file never replaces one that is there") {
  const TemporaryFolder folder;
  CHECK(platform::write_new(folder / "pack/cards/one.toml", "new").empty());
  CHECK(read(folder / "pack/cards/one.toml") == "new");
  CHECK(platform::write_new(folder / "pack/cards/one.toml", "newer") == "is there already, and is left as it is");
  CHECK(read(folder / "pack/cards/one.toml") == "new");
  std::filesystem::create_symlink("nowhere", folder / "dangling");
  CHECK_FALSE(platform::write_new(folder / "dangling", "new").empty());
}

TEST_CASE("a new file named without a folder is written into the working folder") {
  const TemporaryFolder folder;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder / "");
  const std::string fault = platform::write_new("settings.toml", "new");
  std::filesystem::current_path(before);
  CHECK(fault.empty());
  CHECK(read(folder / "settings.toml") == "new");
}

#include "runtime/seen_files.h"

#include "catch.h"
#include "paint/picture_file.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::runtime;

namespace {

// A pack and settings, and what a screen that has read them writes.
struct SeenPack {
  TemporaryFolder folder;
  std::string config = (folder / "kiosk.toml").string(), text;

  SeenPack() {
    for (const char* file : {"pack/pack.toml", "pack/cards/one.toml", "pack/pictures/one.svg", "kiosk.toml"}) {
      folder.write(file, "as it was");
    }
    read();
  }
  void read() {
    assembly::PackStamps stamps = assembly::stamps_of_pack(folder / "pack");
    stamps.emplace(config, paint::stamp_of(config));
    text = seen_text(folder / "pack", stamps);
  }
  std::vector<std::string> places() const {
    std::vector<std::string> all;
    for (const SavedFile& file : saved_since(text)) all.push_back(file.place + (file.changed_ns == 0 ? " gone" : ""));
    return all;
  }
};

}  // namespace

TEST_CASE("what has been saved since a screen read it is named until it reads it") {
  SeenPack pack;
  CHECK(pack.places().empty());
  pack.folder.write("pack/cards/one.toml", "as it is now");
  CHECK(pack.places() == std::vector<std::string>{"cards/one.toml"});
  pack.read();
  CHECK(pack.places().empty());
  pack.folder.write("pack/cards/two.toml", "new");
  CHECK(pack.places() == std::vector<std::string>{"cards/two.toml"});
  pack.read();
  pack.folder.write("kiosk.toml", "other settings");
  CHECK(pack.places() == std::vector<std::string>{pack.config});
}

TEST_CASE("a file that was removed is named, too") {
  SeenPack pack;
  std::filesystem::remove(pack.folder / "pack/pictures/one.svg");
  std::filesystem::remove(pack.config);
  CHECK(pack.places() == std::vector<std::string>{pack.config + " gone", "pictures/one.svg gone"});
}

TEST_CASE("a file that does not say what was read names nothing") {
  CHECK(saved_since("").empty());
  CHECK(saved_since("nonsense\n1 2 3 4 /etc/passwd\n").empty());
}

// A command reads each file of its content once, so that everything it says about a file refers to the same text, and a
// large pack is not read twice.
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "catch.h"
#include "commands/options.h"
#include "temporary_folder.h"

using namespace anteroom;
namespace fs = std::filesystem;

namespace {

// Counts how often each file below the watched folders is opened.
class Opened {
 public:
  void watch(const fs::path& folder) {
    folders_[inotify_add_watch(events_, folder.c_str(), IN_OPEN)] = folder.filename().string();
  }
  // How often each TOML file was opened since the last call: "cards/paper.toml" -> 1.
  std::map<std::string, int> take() {
    std::map<std::string, int> counts;
    alignas(inotify_event) std::array<char, 65536> bytes;
    for (ssize_t size = 0; (size = ::read(events_, bytes.data(), bytes.size())) > 0;) {
      for (ssize_t at = 0; at < size;) {
        inotify_event event;
        std::memcpy(&event, bytes.data() + at, sizeof event);
        const std::string name = event.len > 0 ? bytes.data() + at + sizeof event : "";
        if (name.ends_with(".toml")) ++counts[folders_[event.wd] + "/" + name];
        at += static_cast<ssize_t>(sizeof event + event.len);
      }
    }
    return counts;
  }
  Opened() = default;
  ~Opened() { ::close(events_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

 private:
  int events_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  std::map<int, std::string> folders_;
};

// Runs `command` and ignores its output.
template <typename Command>
void quietly(const Command& command) {
  const std::ostringstream nowhere;
  std::streambuf* out = std::cout.rdbuf(nowhere.rdbuf());
  command();
  std::cout.rdbuf(out);
}

std::map<std::string, int> files_of_pack(const fs::path& pack) {
  std::map<std::string, int> files{{"pack/pack.toml", 1},
                                   {"pack/claims.toml", 1},
                                   {"config/kiosk.toml", 1},
                                   {"config/clinic.toml", 1},
                                   {"interface/fr.toml", 1}};
  for (const auto& each : fs::directory_iterator(pack / "cards")) files["cards/" + each.path().filename().string()] = 1;
  return files;
}

}  // namespace

TEST_CASE("check opens each file of the settings and of the pack once") {
  const fs::path root = ANTEROOM_ROOT;
  const TemporaryFolder folder;
  fs::create_directories(folder / "config");
  fs::copy(root / "content/neuromodulators", folder / "pack", fs::copy_options::recursive);
  // Languages, variables and a character without a font: to find their positions, files were once reread.
  folder.write("config/kiosk.toml",
               "content = \"../pack\"\ninclude = \"clinic.toml\"\nlanguages = [\"en\", \"xx\"]\n"
               "[clinic.vars.en]\nunknown = \"x\"\n");
  folder.write("config/clinic.toml", "[clinic]\nname = \"Lake \U00018B00\"\n[clinic.vars.en]\nunused = \"x\"\n");
  {
    std::string card = bytes_of_file(folder / "pack/cards/paper.toml");
    card.replace(card.find("title = \"") + 9, 0, "\U00018B00 ");
    folder.write("pack/cards/paper.toml", card);
  }
  folder.write("pack/interface/fr.toml", "language = \"fr\"\n[words]\nback = \"\U00018B00\"\n");
  Opened opened;
  for (const char* each : {"config", "pack", "pack/cards", "pack/interface"}) opened.watch(folder / each);
  commands::CheckOptions options;
  options.source = {folder / "config/kiosk.toml", {}};
  quietly([&] { commands::check(options); });
  CHECK(opened.take() == files_of_pack(folder / "pack"));
}

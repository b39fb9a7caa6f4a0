// A pack with a fault of nearly every kind: all are reported in one run, and the valid cards are shown.
#include "catch.h"
#include "checks/check_pack.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::checks;
using namespace anteroom::content;
using namespace std::chrono_literals;

TEST_CASE("all faults of a pack are reported in one run and its valid cards stay") {
  const TemporaryFolder folder;
  folder.copy_from(ANTEROOM_ROOT "/tests/checks/faulty-pack");
  // Not every archive can contain a link that leads out of the pack.
  std::filesystem::create_symlink("/etc/hostname", folder / "pictures/linked.svg");
  const PackOptions options{{}, [](const std::filesystem::path& picture, const auto&) -> std::string {
                              return bytes_of_file(picture).ends_with("broken") ? "is not a picture" : "";
                            }};
  source::TomlFiles files;
  source::Diagnostics diagnostics;
  const Pack pack = check_pack(folder / "", options, {}, 2026y / 11 / 23, {}, files, diagnostics).pack;

  REQUIRE(pack.cards.size() == 5);
  CHECK(pack.languages == std::vector<std::string>{"en", "fr"});  // without the French of half.toml
  std::string named;
  for (const source::Diagnostic& d : diagnostics.sorted()) {
    named += d.path.substr(folder.name().size() + 1) + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) +
             " " + d.rule + "\n";
  }
  CHECK(named == bytes_of_file(ANTEROOM_ROOT "/tests/checks/faulty-pack.expected"));
}

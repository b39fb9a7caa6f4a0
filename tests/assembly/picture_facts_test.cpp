#include "assembly/load.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;

TEST_CASE("a picture that cannot be read changed how the pictures of other cards are laid out") {
  const TemporaryFolder folder;
  folder.write("sound.svg",
               R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M10 0h20v30h-20z"/></svg>)");
  folder.write("cut.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M10)");
  paint::Pictures pictures(assembly::picture_options(Settings{}, 0));
  const content::PictureFactsOf facts_of = assembly::picture_facts_by(pictures);
  CHECK_FALSE(facts_of(folder / "cut.svg", {"ground"}).ink);
  CHECK(facts_of(folder / "sound.svg", {"ground"}).ink);
}

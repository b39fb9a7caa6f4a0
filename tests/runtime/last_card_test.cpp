#include "runtime/last_card.h"

#include <filesystem>
#include <string>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom::runtime;

TEST_CASE("the next start knows the card that was on the screen") {
  const TemporaryFolder folder;
  {
    LastCard first(folder / "");
    CHECK(first.before().empty());
    first.keep("paper");
    first.keep("results");
  }
  LastCard second(folder / "");
  CHECK(second.before() == "results");
  second.keep("");
  CHECK(LastCard(folder / "").before().empty());
}

TEST_CASE("nothing is known of a last card without a folder or where its file is none of ours") {
  LastCard none{{}};
  none.keep("paper");
  CHECK(none.before().empty());
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "card");
  CHECK(LastCard(folder / "").before().empty());
  const TemporaryFolder other;
  other.write("card", std::string(100'000, 'x'));
  CHECK(LastCard(other / "").before().size() < 300);
}

#include "platform/video.h"

#include <sys/stat.h>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom::platform;

TEST_CASE("a graphics card of any number is a display") {
  struct Row {
    const char* name;
    bool is_card;
  };
  const Row row = GENERATE(Row{"card0", true}, Row{"card1", true}, Row{"card12", true}, Row{"card", false},
                           Row{"cards", false}, Row{"renderD128", false}, Row{"by-path", false});
  INFO(row.name);
  const anteroom::TemporaryFolder folder;
  folder.write(row.name, "");
  CHECK(has_kms_device(folder / "") == row.is_card);
}

TEST_CASE("without a folder of cards there is no graphics card") {
  const anteroom::TemporaryFolder folder;
  CHECK_FALSE(has_kms_device(folder / "none"));
}

#include "commands/options.h"

#include "catch.h"

using namespace anteroom;
using namespace anteroom::commands;

TEST_CASE("sizes are pixels that a screen can have") {
  CHECK(parse_size("1080x1920")->width == 1080);
  CHECK(parse_size("1080x1920")->height == 1920);
  for (const char* wrong :
       {"", "x", "1080", "1080x", "x1920", "0x0", "-5x100", "99999x10", "1080x1920p", "10 80x1920"}) {
    CHECK_FALSE(parse_size(wrong));
  }
}

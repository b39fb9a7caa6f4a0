// Which of the shipped pictures need a plate under them on the black background of high contrast.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "decode/vanishing.h"
#include "decoder/draw.h"

using namespace anteroom::decoder;

TEST_CASE("pictures with dark lines outside their light shapes need a plate on black") {
  struct Row {
    const char* name;
    bool needs_plate;
  };
  const Row row = GENERATE(values<Row>({
      {"injectables", true},
      {"results", false},  // its sky fills the board
      {"red-flags", true},
      {"medical-uses", true},
      {"questions", true},
      {"frozen", true},
      {"urgent-signs", true},
      {"when-to-start", true},
  }));
  const int width = GENERATE(200, 1000);
  CAPTURE(row.name, width);
  std::ifstream file(
      std::filesystem::path(ANTEROOM_ROOT) / "content/neuromodulators/pictures" / (std::string(row.name) + ".svg"),
      std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const Decoded drawn = draw(bytes, width, width, {});
  REQUIRE(drawn.fault.empty());
  constexpr std::uint32_t black = 0;
  CHECK((anteroom::decode::vanishing_share(drawn.texture, black) > anteroom::decode::max_vanishing_share) ==
        row.needs_plate);
}

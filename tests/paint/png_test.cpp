#include "paint/png.h"

#include <iterator>

#include "catch.h"
#include "drawing.h"

using namespace anteroom::paint;

namespace {

Layer picture(int width, int height) {
  Numbers numbers(5);
  Layer layer(width, height);
  for (std::uint32_t& pixel : layer.pixels) pixel = 0xFF000000 | numbers.bits();
  return layer;
}

std::string png_bytes(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a layer written as PNG comes back to the bit") {
  const TempFolder folder;
  const Layer layer = picture(GENERATE(1, 7, 200), GENERATE(1, 33));
  REQUIRE(write_png(layer, folder.path() / "a.png") == no_fault);
  CHECK(read_png(folder.path() / "a.png") == layer);
}

TEST_CASE("the same pixels give the same file") {
  const TempFolder folder;
  REQUIRE(write_png(picture(64, 48), folder.path() / "a.png") == no_fault);
  REQUIRE(write_png(picture(64, 48), folder.path() / "b.png") == no_fault);
  CHECK(!png_bytes(folder.file("a.png")).empty());
  CHECK(png_bytes(folder.file("a.png")) == png_bytes(folder.file("b.png")));
}

TEST_CASE("a PNG that cannot be written says why and makes no folder") {
  const TempFolder folder;
  CHECK(write_png(picture(2, 2), folder.path() / "none" / "a.png") == "No such file or directory");
  CHECK(!std::filesystem::exists(folder.path() / "none"));
  CHECK(write_png(picture(2, 2), "/dev/full") == "No space left on device");
  CHECK(write_png(Layer(), folder.path() / "a.png") == "there is no pixel to write");
}

TEST_CASE("what is not a PNG is an empty layer") {
  const TempFolder folder;
  CHECK(read_png(folder.path() / "missing.png") == Layer());
  CHECK(read_png(folder.write("text.png", "no picture")) == Layer());
}

// Bitmaps of every form are drawn as they are meant to be seen.
#include "decoder/bitmap.h"

#include <utility>

#include "catch.h"
#include "decoder/draw.h"
#include "samples.h"

using namespace anteroom::decoder;
using anteroom::decode::PixelSize;
using anteroom::decode::Remark;
using anteroom::decode::Texture;

namespace {

// Checks for quarters(), in a box of its own size or any other.
void check_quarters(const Decoded& drawn, PixelSize size, int slack) {
  CAPTURE(drawn.fault);
  REQUIRE(drawn.fault == no_fault);
  REQUIRE(drawn.whole == size);
  REQUIRE(drawn.texture.width == size.width);
  REQUIRE(drawn.texture.height == size.height);
  REQUIRE(drawn.texture.pixels.size() == static_cast<std::size_t>(size.width * size.height));
  const int left = size.width / 4, right = size.width - 1 - left, top = size.height / 4, bottom = size.height - 1 - top;
  CAPTURE(at(drawn.texture, left, top), at(drawn.texture, right, top), at(drawn.texture, left, bottom));
  CHECK(is_near(at(drawn.texture, left, top), red, slack));
  CHECK(is_near(at(drawn.texture, right, top), green, slack));
  CHECK(is_near(at(drawn.texture, left, bottom), blue, slack));
  CHECK(is_near(at(drawn.texture, right, bottom), white, slack));
}

// What must be stored so that quarters() is seen through `orientation`.
Texture stored_for(int orientation, int width, int height) {
  constexpr int back[] = {0, 1, 2, 3, 4, 5, 8, 7, 6};  // a quarter turn is undone by the other one
  return turned(quarters(width, height), back[orientation]);
}

constexpr int exact = 0, lossy = 12;

}  // namespace

TEST_CASE("a PNG of every form is drawn in its colours") {
  const int bits = GENERATE(8, 16);
  const int colour_type = GENERATE(2, 3, 6);
  const bool interlaced = GENERATE(false, true);
  if (bits == 16 && colour_type == 3) return;  // there are no such palettes
  CAPTURE(bits, colour_type, interlaced);
  const std::string png = png_of(quarters(24, 16), {bits, colour_type, interlaced, false, {}, {}});
  check_quarters(draw(png, 24, 16, {}), {24, 16}, exact);
  check_quarters(draw(png, 12, 12, {}), {12, 8}, exact);
  check_quarters(draw(png, 96, 96, {}), {96, 64}, exact);
  CHECK(draw(png, 24, 16, {}).texture.opaque);
}

TEST_CASE("a grey PNG is grey") {
  const int bits = GENERATE(8, 16);
  const int colour_type = GENERATE(0, 4);
  const bool interlaced = GENERATE(false, true);
  const Decoded drawn = draw(png_of(quarters(24, 16), {bits, colour_type, interlaced, false, {}, {}}), 24, 16, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(at(drawn.texture, 0, 0) == 0xFF545454);
  CHECK(at(drawn.texture, 23, 15) == 0xFFF0F0F0);
}

TEST_CASE("a PNG with alpha is premultiplied") {
  Texture half = quarters(24, 16);
  for (std::uint32_t& pixel : half.pixels) pixel = (pixel & 0xFFFFFF) | 0x80000000;
  const bool interlaced = GENERATE(false, true);
  const Decoded drawn = draw(png_of(half, {8, 6, interlaced, false, {}, {}}), 24, 16, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(at(drawn.texture, 0, 0) == 0x80640F1E);
  CHECK_FALSE(drawn.texture.opaque);
}

TEST_CASE("a colour that a PNG or GIF declares transparent is transparent") {
  const int colour_type = GENERATE(0, 2, 3);
  CAPTURE(colour_type);
  const Decoded drawn = draw(png_of(quarters(24, 16), {8, colour_type, false, true, {}, {}}), 24, 16, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(at(drawn.texture, 0, 0) == 0);
  CHECK(at(drawn.texture, 23, 15) == white);
  GifForm form;
  form.transparent_red = true;
  const Decoded gif = draw(gif_of(quarters(24, 16), form), 24, 16, {});
  REQUIRE(gif.fault == no_fault);
  CHECK(at(gif.texture, 0, 0) == 0);
  CHECK(at(gif.texture, 23, 15) == white);
}

TEST_CASE("the colours of a PNG stay as they are stored whatever it says about gamma and profiles") {
  const std::string gamma = png_chunk("gAMA", std::string("\0\1\x86\xA0", 4));  // 1.0, not the usual 0.45455
  const std::string broken_profile = png_chunk("iCCP", std::string("p\0\0garbage", 10));
  const std::string png = png_of(quarters(24, 16), {8, 2, false, false, gamma + broken_profile, {}});
  check_quarters(draw(png, 24, 16, {}), {24, 16}, exact);
}

TEST_CASE("a JPEG of every form is drawn in its colours") {
  JpegForm form;
  form.progressive = GENERATE(false, true);
  form.arithmetic = GENERATE(false, true);
  form.restart_rows = GENERATE(0, 1);
  CAPTURE(form.progressive, form.arithmetic, form.restart_rows);
  const std::string jpeg = jpeg_of(quarters(240, 160), form);
  check_quarters(draw(jpeg, 240, 160, {}), {240, 160}, lossy);
  check_quarters(draw(jpeg, 480, 480, {}), {480, 320}, lossy);
  CHECK(draw(jpeg, 240, 160, {}).texture.opaque);
}

TEST_CASE("a JPEG that is shown smaller keeps its colours and its shape at every size") {
  const std::string jpeg = jpeg_of(quarters(336, 224));
  const int width = GENERATE(range(3, 300, 11));
  CAPTURE(width);
  const Decoded drawn = draw(jpeg, width, 1000, {});
  check_quarters(drawn, {width, static_cast<int>(width * 224.0 / 336 + 0.5)}, lossy);
}

TEST_CASE("a grey JPEG is grey") {
  JpegForm form;
  form.grey = true;
  const Decoded drawn = draw(jpeg_of(quarters(240, 160), form), 240, 160, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(is_near(at(drawn.texture, 10, 10), 0xFF545454, 3));
}

TEST_CASE("the inks of a JPEG for print become light and are reported") {
  JpegForm form;
  form.print = GENERATE(JpegForm::Print::cmyk, JpegForm::Print::ycck, JpegForm::Print::cmyk_without_adobe);
  CAPTURE(static_cast<int>(form.print));
  const Decoded drawn = draw(jpeg_of(quarters(240, 160), form), 240, 160, {});
  check_quarters(drawn, {240, 160}, lossy);
  REQUIRE(drawn.remarks.size() == 1);
  CHECK(drawn.remarks[0].text == "has the colours of print (CMYK), which look different on a screen; save it as RGB");
}

TEST_CASE("a photograph stands upright however the camera was held") {
  const int orientation = GENERATE(range(1, 9));
  const bool big_endian = GENERATE(false, true);
  CAPTURE(orientation, big_endian);
  const Texture stored = stored_for(orientation, 240, 160);
  const std::string exif = exif_of(orientation, big_endian);
  JpegForm form;
  form.exif = exif;
  form.progressive = big_endian;
  const std::string jpeg = jpeg_of(stored, form);
  check_quarters(draw(jpeg, 240, 160, {}), {240, 160}, lossy);
  check_quarters(draw(jpeg, 60, 600, {}), {60, 40}, lossy);
  const std::string chunk = png_chunk("eXIf", exif);
  check_quarters(draw(png_of(stored, {8, 2, false, false, chunk, {}}), 240, 160, {}), {240, 160}, exact);
  check_quarters(draw(png_of(stored, {8, 2, false, false, {}, chunk}), 120, 160, {}), {120, 80}, exact);
  check_quarters(draw(webp_with_exif(stored, exif), 240, 160, {}), {240, 160}, exact);
  const PictureFacts known = facts(jpeg, {});
  CHECK(known.width == 240);
  CHECK(known.height == 160);
}

TEST_CASE("an orientation that says nothing useful is ignored") {
  struct Row {
    const char* name;
    std::string exif;
  };
  std::string long_directory = exif_of(6);
  long_directory[8] = '\xFF';  // more entries than there are bytes; the right one is among them
  std::string no_tiff = exif_of(6);
  no_tiff[2] = 'x';
  std::string far_away = exif_of(6);
  far_away[7] = '\x7F';
  const Row row = GENERATE_COPY(values<Row>({
      {"zero", exif_of(0)},
      {"nine", exif_of(9)},
      {"no TIFF", no_tiff},
      {"far away", far_away},
      {"cut", exif_of(6).substr(0, 20)},
      {"empty", "II"},
  }));
  CAPTURE(row.name);
  JpegForm form;
  form.exif = row.exif;
  check_quarters(draw(jpeg_of(quarters(240, 160), form), 240, 160, {}), {240, 160}, lossy);
  form.exif = long_directory;
  CHECK(draw(jpeg_of(quarters(240, 160), form), 240, 160, {}).whole == PixelSize{107, 160});
}

TEST_CASE("a WebP is drawn in its colours") {
  check_quarters(draw(webp_of(quarters(24, 16), true), 24, 16, {}), {24, 16}, exact);
  check_quarters(draw(webp_of(quarters(240, 160), false), 240, 160, {}), {240, 160}, lossy);
  Texture half = quarters(24, 16);
  for (std::uint32_t& pixel : half.pixels) pixel = (pixel & 0xFFFFFF) | 0x80000000;
  const Decoded drawn = draw(webp_of(half, true), 24, 16, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(at(drawn.texture, 0, 0) == 0x80640F1E);
}

TEST_CASE("of an animated picture the first frame is shown and it is reported") {
  const std::string moves = "moves; only its first frame is shown";
  const auto check_named = [&](const Decoded& drawn) {
    REQUIRE(drawn.fault == no_fault);
    REQUIRE(drawn.remarks.size() == 1);
    CHECK(drawn.remarks[0].text == moves);
  };
  const Decoded webp = draw(moving_webp(quarters(24, 16), clouds(24, 16)), 40, 30, {});
  check_named(webp);
  CHECK(at(webp.texture, 3, 2) == 0);  // the frame does not fill its canvas
  CHECK(at(webp.texture, 4, 2) == red);
  CHECK(at(webp.texture, 27, 17) == white);
  CHECK(at(webp.texture, 28, 17) == 0);
  GifForm form;
  form.frames = 3;
  const Decoded gif = draw(gif_of(quarters(24, 16), form), 24, 16, {});
  check_named(gif);
  check_quarters(gif, {24, 16}, exact);
  const std::string animation = png_chunk("acTL", std::string("\0\0\0\2\0\0\0\0", 8));
  const Decoded png = draw(png_of(quarters(24, 16), {8, 2, false, false, animation, {}}), 24, 16, {});
  check_named(png);
  check_quarters(png, {24, 16}, exact);
  CHECK(facts(gif_of(quarters(24, 16), form), {}).remarks.size() == 1);
}

TEST_CASE("a GIF is drawn in its colours") {
  GifForm form;
  form.interlaced = GENERATE(false, true);
  const std::string gif = gif_of(quarters(24, 16), form);
  const Decoded drawn = draw(gif, 24, 16, {});
  check_quarters(drawn, {24, 16}, exact);
  CHECK(drawn.remarks.empty());
  // Some programs leave out the end marker.
  check_quarters(draw(gif.substr(0, gif.size() - 1), 24, 16, {}), {24, 16}, exact);
}

TEST_CASE("the frame of a GIF lies where it says") {
  struct Row {
    int left, top, canvas_width, canvas_height;
    PixelSize whole;
  };
  const Row row = GENERATE(values<Row>({
      {6, 4, 40, 30, {40, 30}}, {0, 0, 40, 30, {40, 30}}, {6, 4, 10, 10, {30, 20}},  // beyond its canvas
  }));
  GifForm form{false, row.left, row.top, row.canvas_width, row.canvas_height, 1, false};
  const Decoded drawn = draw(gif_of(quarters(24, 16), form), 40, 30, {});
  REQUIRE(drawn.fault == no_fault);
  const PictureFacts known = facts(gif_of(quarters(24, 16), form), {});
  CHECK(known.width == row.whole.width);
  CHECK(known.height == row.whole.height);
  if (row.whole != PixelSize{40, 30}) return;
  CHECK(at(drawn.texture, row.left, row.top) == red);
  CHECK(at(drawn.texture, row.left + 23, row.top + 15) == white);
  CHECK(at(drawn.texture, 39, 29) == 0);
}

TEST_CASE("one pixel is a picture") {
  const Texture pixel{1, 1, true, {red}};
  for (const std::string& bytes : {png_of(pixel), webp_of(pixel), gif_of(pixel)}) {
    const Decoded drawn = draw(bytes, 50, 40, {});
    REQUIRE(drawn.fault == no_fault);
    CHECK(drawn.whole == PixelSize{40, 40});
    CHECK(at(drawn.texture, 39, 39) == red);
  }
  CHECK(is_near(at(draw(jpeg_of(pixel), 1, 1, {}).texture, 0, 0), red, lossy));
}

TEST_CASE("a bitmap that shrinks becomes the mean of what it showed") {
  Texture stripes{120, 90, true, {}};
  for (int i = 0; i < 120 * 90; ++i) {
    stripes.pixels.push_back((i + i / 120) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000);
  }
  for (const std::string& bytes : {png_of(stripes), webp_of(stripes), gif_of(stripes)}) {
    const Decoded small = draw(bytes, 20, 20, {});
    REQUIRE(small.texture.height == 15);
    for (const std::uint32_t pixel : small.texture.pixels) REQUIRE(pixel == 0xFF808080);
  }
}

TEST_CASE("a bitmap has no layers") {
  CHECK(draw(png_of(quarters(4, 4)), 20, 20, {"flap"}).fault == "has no element with the id \"flap\": it is no SVG");
  const std::vector<Decoded> both = draw_all(png_of(quarters(4, 4)), 20, 20, {{}, {"flap"}});
  REQUIRE(both.size() == 2);
  CHECK(both[0].fault == no_fault);
  CHECK(both[1].fault != no_fault);
}

TEST_CASE("every file that is cut anywhere or has a wrong byte is drawn or refused in words") {
  GifForm interlaced;
  interlaced.interlaced = true;
  JpegForm progressive;
  progressive.progressive = true;
  progressive.exif = exif_of(6);
  const std::string samples[] = {png_of(quarters(9, 7)),
                                 png_of(quarters(9, 7), {8, 3, true, true, {}, {}}),
                                 jpeg_of(clouds(40, 30)),
                                 jpeg_of(clouds(40, 30), progressive),
                                 webp_of(quarters(9, 7)),
                                 webp_of(clouds(40, 30), false),
                                 moving_webp(quarters(9, 7), clouds(9, 7)),
                                 gif_of(quarters(9, 7), interlaced)};
  const std::string& is_valid = samples[GENERATE(range(0, 8))];
  Numbers numbers(7);
  const std::size_t step = 1 + is_valid.size() / 400;
  for (std::size_t i = 0; i < is_valid.size(); i += step) {
    std::string bent = is_valid;
    bent[i] = static_cast<char>(numbers.bits());
    for (const std::string& bytes : {is_valid.substr(0, i), bent}) {
      CAPTURE(i, bytes.size());
      const Decoded drawn = draw(bytes, 20, 20, {});
      const bool has_pixels = drawn.texture.width > 0;
      REQUIRE(has_pixels == drawn.fault.empty());
      facts(bytes, {});
    }
  }
}

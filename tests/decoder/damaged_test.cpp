// Pictures that are damaged, cut short, too large or of another kind are refused in plain words.
#include <utility>

#include "catch.h"
#include "decoder/draw.h"
#include "decoder/kind.h"
#include "samples.h"

using namespace anteroom::decoder;
using namespace std::string_literals;
using anteroom::decode::Texture;

namespace {

std::string fault_of(std::string_view bytes) {
  return draw(bytes, 50, 50, {}).fault;
}

// `bytes` with zeros from `from` to `to`, both fractions of its length; its end marker stays.
std::string zeroed(std::string bytes, double from, double to) {
  const auto at = [&bytes](double share) {
    return bytes.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(bytes.size() - 2));
  };
  std::fill(at(from), at(to), '\0');
  return bytes;
}

std::string cut(const std::string& bytes, double share) {
  return bytes.substr(0, static_cast<std::size_t>(share * static_cast<double>(bytes.size())));
}

const std::string again = "; copy or export it again";

}  // namespace

TEST_CASE("a JPEG whose blocks were never written says how much of it can be read") {
  struct Row {
    double from, to;
    const char* part;
  };
  const Row row = GENERATE(values<Row>({
      {0.22, 1, ": only its upper quarter can be read"},
      {0.5, 1, ": only its upper half can be read"},
      {0.65, 1, ": only its upper two thirds can be read"},
      {0.8, 1, ": only its upper three quarters can be read"},
      {0.5, 0.6, ": only its upper half can be read"},
      {0.96, 1, ": its last rows cannot be read"},
  }));
  JpegForm form;
  form.restart_rows = GENERATE(0, 3);
  const std::string jpeg = jpeg_of(clouds(400, 300), form);
  CAPTURE(row.from, row.to, form.restart_rows);
  CHECK(fault_of(zeroed(jpeg, row.from, row.to)) == "is damaged" + std::string(row.part) + again);
}

TEST_CASE("a damaged photograph names the readable side as it is seen") {
  struct Row {
    int orientation;
    const char* side;
  };
  const Row row =
      GENERATE(values<Row>({{1, "upper"}, {3, "lower"}, {6, "right"}, {8, "left"}, {2, "upper"}, {5, "left"}}));
  JpegForm form;
  form.exif = exif_of(row.orientation);
  CHECK(fault_of(zeroed(jpeg_of(clouds(400, 300), form), 0.5, 1)) ==
        "is damaged: only its "s + row.side + " half can be read" + again);
}

TEST_CASE("damage inside a progressive or arithmetic JPEG is reported") {
  JpegForm form;
  form.progressive = true;
  CHECK(fault_of(zeroed(jpeg_of(clouds(400, 300), form), 0.5, 0.9)) == "is damaged" + again);
  CHECK(fault_of(cut(jpeg_of(clouds(400, 300), form), 0.7)) == "is cut short" + again);
}

TEST_CASE("a picture that is cut short says so and how much of it can be read") {
  const std::string half = ": only its upper half can be read";
  CHECK(fault_of(cut(jpeg_of(clouds(400, 300)), 0.5)) == "is cut short" + half + again);
  CHECK(fault_of(cut(png_of(clouds(400, 300)), 0.5)) == "is cut short" + half + again);
  CHECK(fault_of(cut(png_of(clouds(400, 300), {8, 2, true, false, {}, {}}), 0.5)) == "is cut short" + again);
  CHECK(fault_of(cut(webp_of(clouds(400, 300)), 0.5)) == "is cut short" + again);
  CHECK(fault_of(cut(webp_of(clouds(400, 300), false), 0.5)) == "is cut short" + again);
  CHECK(fault_of(cut(moving_webp(clouds(24, 16), clouds(24, 16)), 0.9)) == "is cut short" + again);
  Texture grey = clouds(400, 300);
  CHECK(fault_of(cut(gif_of(grey), 0.5)) == "is cut short" + again);
  GifForm form;
  form.frames = 2;
  CHECK(fault_of(cut(gif_of(grey, form), 0.9)) == "is cut short" + again);
  // The pixels may be complete all the same, but without its end the copy is not.
  const std::string png = png_of(clouds(40, 30)), jpeg = jpeg_of(clouds(40, 30));
  CHECK(fault_of(png.substr(0, png.size() - 12)) == "is cut short: its last rows cannot be read" + again);
  CHECK_THAT(fault_of(jpeg.substr(0, jpeg.size() - 2)), Catch::Matchers::StartsWith("is cut short"));
}

TEST_CASE("a stub of a picture says that nothing of it can be read") {
  const std::string header = "is damaged: its header cannot be read" + again;
  CHECK(fault_of(png_of(quarters(4, 4)).substr(0, 14)) == "is cut short" + again);
  CHECK(fault_of(jpeg_of(quarters(4, 4)).substr(0, 10)) == "is cut short" + again);
  CHECK(fault_of(webp_of(quarters(4, 4)).substr(0, 14)) == "is cut short" + again);
  CHECK(fault_of(gif_of(quarters(4, 4)).substr(0, 8)) == "is cut short" + again);
  std::string bent = png_of(quarters(4, 4));
  bent[20] = 'x';  // in the height: the checksum of the header is wrong
  CHECK(fault_of(bent) == header);
  CHECK(facts(bent, {}).fault == header);
}

TEST_CASE("a wrong byte among the pixels of a PNG is found") {
  std::string png = png_of(clouds(400, 300));
  png[png.size() / 2] = static_cast<char>(png[png.size() / 2] ^ 1);
  CHECK_THAT(fault_of(png), Catch::Matchers::StartsWith("is damaged"));
  CHECK_THAT(fault_of(zeroed(png_of(clouds(400, 300)), 0.5, 0.6)),
             Catch::Matchers::StartsWith("is damaged: only its upper half can be read"));
}

TEST_CASE("blocks of a WebP or GIF that were never written are found") {
  CHECK(fault_of(zeroed(webp_of(clouds(400, 300)), 0.5, 0.9)) == "is damaged" + again);
  CHECK(fault_of(zeroed(webp_of(clouds(400, 300), false), 0.5, 0.9)) == "is damaged" + again);
  CHECK_THAT(fault_of(zeroed(gif_of(clouds(400, 300)), 0.5, 0.9)), Catch::Matchers::StartsWith("is damaged"));
  // A picture of one colour has long runs of zeros and is valid.
  const Texture plain{2000, 1500, true, anteroom::decode::Pixels(2000 * 1500, 0xFFFFFFFF)};
  CHECK(fault_of(webp_of(plain, false)) == no_fault);
  CHECK(fault_of(webp_of(plain, true)) == no_fault);
  CHECK(fault_of(jpeg_of(plain)) == no_fault);
  CHECK(fault_of(gif_of(plain)) == no_fault);
}

TEST_CASE("odd bytes between the parts of a JPEG do no harm") {
  const std::string jpeg = jpeg_of(clouds(40, 30));
  const std::string end = jpeg.substr(jpeg.size() - 2);
  CHECK(fault_of(jpeg.substr(0, jpeg.size() - 2) + std::string(3, '\0') + end) == no_fault);
  CHECK(fault_of(jpeg + "what a camera adds behind the end") == no_fault);
}

TEST_CASE("a JPEG of a rare kind is reported") {
  const auto with_frame_byte = [](std::size_t offset, char byte) {
    std::string jpeg = jpeg_of(quarters(40, 30));
    jpeg[jpeg.find("\xFF\xC0") + offset] = byte;
    return fault_of(jpeg);
  };
  const std::string rare =
      "is a rare kind of JPEG (lossless or of an unknown colour space); save it as an ordinary JPEG";
  CHECK(with_frame_byte(4, 12) == "is a JPEG with more than 8 bits a colour; save it as an ordinary JPEG");
  CHECK(with_frame_byte(1, '\xC3') == rare);  // lossless
}

TEST_CASE("a JPEG of thousands of scans is refused") {
  JpegForm form;
  form.progressive = true;
  const std::string jpeg = jpeg_of(quarters(40, 30), form);
  const std::size_t scan = jpeg.find("\xFF\xDA"), next = jpeg.find("\xFF\xC4", scan);
  std::string many = jpeg.substr(0, scan);
  for (int i = 0; i < 1000; ++i) many += jpeg.substr(scan, next - scan);
  many += jpeg.substr(next);
  CHECK(fault_of(many) == "is a progressive JPEG of more than 200 scans; save it as an ordinary JPEG");
}

TEST_CASE("a bitmap of more pixels than a picture may have is refused before it is decoded") {
  // Nothing but headers: a decoder would fail with other words.
  const std::string png = png_of(quarters(4, 4)).substr(0, 8) +
                          png_chunk("IHDR", "\0\0\x2e\xe0\0\0\x23\x28\x08\x02\0\0\0"s) + png_chunk("IDAT", "");
  CHECK(fault_of(png) ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  CHECK(facts(png, {}).fault ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  std::string jpeg = jpeg_of(quarters(4, 4));
  const std::size_t size = jpeg.find("\xFF\xC0") + 5;
  jpeg.replace(size, 4, "\x23\x28\x2e\xe0");
  CHECK(fault_of(jpeg) ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  GifForm form;
  form.canvas_width = 12000;
  form.canvas_height = 9000;
  CHECK(fault_of(gif_of(quarters(4, 4), form)) ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  std::string webp = moving_webp(quarters(4, 4), quarters(4, 4));
  webp.replace(webp.find("VP8X") + 12, 6, std::string("\xDF\x2E\0\x27\x23\0", 6));
  CHECK(fault_of(webp) ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
}

TEST_CASE("a file that is not a picture for a screen is reported with what to do") {
  struct Row {
    std::string bytes, fault;
  };
  const std::string heic = "is a HEIC picture, as telephones store them; save it as JPEG";
  const Row row = GENERATE_COPY(values<Row>({
      {"", "is empty"},
      {std::string(5000, '\0'), "holds nothing but zeros: it was not copied to its end; copy it again"},
      {"\0\0\0\x18"s + "ftypheic", heic},
      {"\0\0\0\x18"s + "ftypmif1", heic},
      {"\0\0\0\x1C"s + "ftypavif", "is an AVIF picture; save it as JPEG or PNG"},
      {"\0\0\0\x20"s + "ftypmp42", "is a film, not a picture; save one of its frames as JPEG or PNG"},
      {"BM\x36\0\0\0"s, "is a BMP picture; save it as PNG"},
      {"II*\0\x08\0\0\0"s, "is a TIFF picture; save it as PNG or JPEG"},
      {"MM\0*\0\0\0\x08"s, "is a TIFF picture; save it as PNG or JPEG"},
      {"8BPS\0\1"s, "is a Photoshop file (PSD); export it as PNG or JPEG"},
      {"%PDF-1.7\n", "is a PDF; save it as SVG, or the page as PNG"},
      {"%!PS-Adobe-3.0", "is a PostScript file; save it as SVG"},
      {"\x1F\x8B\x08\0"s, "is compressed, as an SVGZ is; save it as plain SVG"},
      {"PK\x03\x04\x14\0"s, "is a ZIP or an office document, not a picture; export the picture as SVG, PNG or JPEG"},
      {"\0\0\0\x0CJXL \r\n\x87\n"s, "is a JPEG XL picture; save it as JPEG or PNG"},
      {"<!DOCTYPE html><p>", "is a web page, not a picture; save the picture itself"},
      {"\n<HTML><body>", "is a web page, not a picture; save the picture itself"},
      {"\xEF\xBB\xBF<html>", "is a web page, not a picture; save the picture itself"},
      {"Dear Sir,\nplease find the picture attached.", "is a text, not a picture"},
      {"\x7F"
       "ELF\2\1\1\0"s,
       "is not a picture that can be drawn: it is neither SVG, PNG, JPEG, WebP nor GIF"},
  }));
  CAPTURE(row.bytes);
  CHECK(kind_of(row.bytes) == PictureKind::other);
  CHECK(fault_of(row.bytes) == row.fault);
  CHECK(facts(row.bytes, {}).fault == row.fault);
}

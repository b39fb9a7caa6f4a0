#include "paint/pictures.h"

#include <cmath>
#include <thread>

#include "catch.h"
#include "drawing.h"
#include "paint/png.h"

using namespace anteroom::paint;
using anteroom::scene::Color;

namespace {

std::string svg(const std::string& attributes, const std::string& content) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes + ">" +
         content + "</svg>";
}

const std::string red_and_blue =
    svg("width=\"40\" height=\"20\"",
        "<rect width=\"20\" height=\"20\" fill=\"#ff0000\"/>"
        "<rect x=\"20\" width=\"20\" height=\"20\" fill=\"#0000ff\" fill-opacity=\"0.5\"/>");

// 4 x 2 pixels of rgb(200, 30, 60), lossless.
const std::string webp =
    std::string("RIFF\x1e\0\0\0WEBPVP8L\x11\0\0\0\x2f\x03\x40\0\0\x07\x50\x8f\x22\x97\xa7\xff\x81\x88\xe8\x7f\0\0", 38);

std::uint32_t at(const Texture& texture, int x, int y) {
  return texture
      .pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x)];
}

std::string picture_bytes(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string png_bytes(const TempFolder& folder, int width, int height) {
  write_png(blank(width, height, 0xFF336699), folder.file("made.png"));
  return picture_bytes(folder.file("made.png"));
}

// Why `file` cannot be drawn; empty: it can.
std::string fault_of(Pictures& pictures, const std::string& file) {
  return pictures.try_out(file, 64, 64).fault;
}

PictureFacts facts_of(const std::string& file, const std::vector<std::string>& ids) {
  return Pictures({}).facts(file, ids, {});
}

}  // namespace

TEST_CASE("an SVG is drawn at the largest size that fits and keeps its shape") {
  struct Row {
    const char* attributes;
    int box_width, box_height, width, height;
  };
  const Row row = GENERATE(values<Row>({
      {R"(width="40" height="20")", 100, 100, 100, 50},
      {R"(width="40" height="20")", 100, 10, 20, 10},
      {R"(viewBox="0 0 300 900")", 60, 60, 20, 60},
      {R"(width="100%" height="100%" viewBox="0 0 10 10")", 30, 50, 30, 30},
      {R"(width="10mm" height="20mm")", 50, 50, 25, 50},
      {R"(width="1000000" height="500000")", 50, 50, 50, 25},
      {R"(width="1000000" height="1")", 50, 50, 50, 1},
      {"", 50, 20, 50, 20},
  }));
  const TempFolder folder;
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto loaded = pictures.load({folder.write("a.svg", svg(row.attributes, "")), row.box_width, row.box_height});
  CAPTURE(row.attributes, loaded.fault);
  REQUIRE(loaded.texture);
  CHECK(loaded.fault == no_fault);
  CHECK(loaded.texture->width == row.width);
  CHECK(loaded.texture->height == row.height);
}

TEST_CASE("an SVG is premultiplied and can be mirrored and tinted") {
  const TempFolder folder;
  const std::string file = folder.write("a.svg", red_and_blue);
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto plain = pictures.load({file, 40, 20}).texture;
  REQUIRE(plain);
  CHECK(!plain->opaque);
  CHECK(at(*plain, 10, 10) == 0xFFFF0000);
  CHECK(at(*plain, 30, 10) == 0x80000080);
  const auto mirrored = pictures.load({file, 40, 20, {}, true}).texture;
  CHECK(at(*mirrored, 10, 10) == 0x80000080);
  CHECK(at(*mirrored, 30, 10) == 0xFFFF0000);
  const auto tinted = pictures.load({file, 40, 20, Color{10, 200, 30, 255}}).texture;
  CHECK(at(*tinted, 10, 10) == 0xFF0AC81E);
  CHECK(at(*tinted, 30, 10) == 0x8005640F);
  const auto faint = pictures.load({file, 40, 20, Color{255, 255, 255, 51}}).texture;
  CHECK(at(*faint, 10, 10) == 0x33333333);
}

TEST_CASE("a part of a picture is kept apart from the whole and may have round corners") {
  const TempFolder folder;
  const std::string file = folder.write("a.svg", red_and_blue);
  Pictures pictures({.cache_bytes = 1 << 20, .disk = folder.path() / "cache"});
  const PictureSource whole{file, 40, 20};
  PictureSource left = whole, right = whole;
  left.frame = {0, 0, 5000, 10'000};
  right.frame = {5000, 0, 5000, 10'000};
  const std::vector<Pictures::Loaded> loaded = pictures.load_all({whole, left, right});
  CHECK(at(*loaded[0].texture, 5, 10) == 0xFFFF0000);
  REQUIRE(loaded[1].texture->width == 20);
  CHECK(at(*loaded[1].texture, 15, 10) == 0xFFFF0000);
  CHECK(at(*loaded[2].texture, 15, 10) == 0x80000080);
  left.corner_px = 6;
  const auto round = pictures.load(left).texture;
  CHECK(at(*round, 0, 0) == 0);
  CHECK(at(*round, 19, 19) == 0);
  CHECK(at(*round, 10, 0) == 0xFFFF0000);
  CHECK_FALSE(round->opaque);
  CHECK(at(*pictures.load(whole).texture, 0, 0) == 0xFFFF0000);
  Pictures again({.cache_bytes = 1 << 20, .disk = folder.path() / "cache"});  // from the disk
  CHECK(at(*again.load(right).texture, 15, 10) == 0x80000080);
  // As large as the whole picture would be at this scale: more than is allowed.
  right.width_px = right.height_px = 5000;
  CHECK_THAT(pictures.load(right).fault, ContainsSubstring("more than a picture may have"));
}

TEST_CASE("PNG and WebP are drawn whatever their file is called") {
  const TempFolder folder;
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto png = pictures.load({folder.write("a.jpg", png_bytes(folder, 12, 8)), 12, 12});
  REQUIRE(png.texture);
  CHECK(png.texture->opaque);
  CHECK(png.texture->height == 8);
  CHECK(at(*png.texture, 11, 7) == 0xFF336699);
  const auto web = pictures.load({folder.write("a.png", webp), 4, 4});
  CHECK(web.fault == no_fault);
  REQUIRE(web.texture);
  CHECK(web.texture->height == 2);
  CHECK(at(*web.texture, 3, 1) == 0xFFC81E3C);
}

TEST_CASE("a bitmap that shrinks becomes the mean of what it showed") {
  const TempFolder folder;
  Layer stripes(120, 90);
  for (int y = 0; y < 90; ++y) {
    for (int x = 0; x < 120; ++x) stripes.row(y)[x] = (x + y) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
  }
  REQUIRE(write_png(stripes, folder.path() / "a.png") == no_fault);
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto small = pictures.load({folder.file("a.png"), 20, 20}).texture;
  REQUIRE(small);
  CHECK(small->height == 15);
  CHECK(small->opaque);
  for (const std::uint32_t pixel : small->pixels) REQUIRE(pixel == 0xFF808080);
}

TEST_CASE("a file that is not a picture is a fault in plain words") {
  const TempFolder folder;
  const std::string png = png_bytes(folder, 300, 200);
  struct Row {
    std::string name, bytes, fault;
  };
  const std::string cannot = "is not a picture that can be drawn: ";
  const std::vector<Row> rows = {
      {"empty.png", "", "is empty"},
      {"letter.svg", "Dear Sir", "is a text, not a picture"},
      {"short.png", png.substr(0, png.size() - 20), "is cut short: nothing of it can be read; copy or export it again"},
      {"stub.png", png.substr(0, 14), "is cut short; copy or export it again"},
      {"short.webp", webp.substr(0, 30), "is cut short; copy or export it again"},
      {"flat.svg", svg("width=\"0\" height=\"20\"", ""), cannot + "its width or height is zero"},
      {"flatbox.svg", svg("viewBox=\"0 0 0 10\"", ""), cannot + "its viewBox is empty"},
  };
  Pictures pictures({.cache_bytes = 1 << 20});
  for (const Row& row : rows) {
    const std::string file = folder.write(row.name, row.bytes);
    CAPTURE(row.name);
    CHECK(fault_of(pictures, file) == row.fault);
    const auto loaded = pictures.load({file, 50, 50});
    CHECK(!loaded.texture);
    CHECK(loaded.fault == row.fault);
  }
  CHECK(pictures.bytes() == 0);
  CHECK(fault_of(pictures, folder.file("none.svg")) == "does not exist");
  CHECK(fault_of(pictures, folder.path().string()) == "is not a file");
}

TEST_CASE("a broken SVG is a fault") {
  const TempFolder folder;
  Pictures pictures({.cache_bytes = 1 << 20});
  const std::string whole = svg("width=\"10\" height=\"10\"", "<rect width=\"5\" height=\"5\"/>");
  CHECK(fault_of(pictures, folder.write("a.svg", whole)) == no_fault);
  CHECK(fault_of(pictures, folder.write("a.svg", whole.substr(0, whole.size() - 4))) ==
        "is cut short; copy or export it again");
  CHECK(fault_of(pictures, folder.write("a.svg", "<rss/>")) ==
        "is not a picture: its first element is <rss>, not <svg>; export it again as SVG");
}

TEST_CASE("a picture above the limits is refused before it is decoded") {
  const TempFolder folder;
  // Nothing but a header: a decoder would fail with other words.
  const std::string header(
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x2e\xe0\0\0\x23\x28\x08\x02\0\0\0\x42\x4b\xe6\xbf\0\0\0\0IDAT", 41);
  Pictures pictures({.cache_bytes = 1 << 20});
  CHECK(fault_of(pictures, folder.write("wide.png", header)) ==
        "is 12000 x 9000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  CHECK(fault_of(pictures, folder.write("long.svg", std::string(20 << 20, ' '))) == "is 20 MB; at most 16 MB");
  CHECK(fault_of(pictures, folder.write("more.svg", std::string((16 << 20) + 1, ' '))) == "is 16.1 MB; at most 16 MB");
  Pictures strict({.cache_bytes = 1 << 20, .limits = {.file_bytes = 2000, .pixels = 99}});
  CHECK(strict.try_out(folder.write("b.svg", std::string(3000, ' ')), 9, 9).fault == "is 3 kB; at most 2 kB");
  CHECK(strict.load({folder.write("c.svg", red_and_blue), 10, 10}).fault ==
        "is to be drawn at 10 x 10 pixels, more than a picture may have");
}

TEST_CASE("an SVG that shows another file is refused") {
  const TempFolder folder;
  folder.write("secret.svg", svg("width=\"10\" height=\"10\"", "<rect width=\"10\" height=\"10\"/>"));
  Pictures pictures({.cache_bytes = 1 << 20});
  const std::string target = GENERATE("secret.svg", "/etc/passwd", "file:///etc/passwd", "https://example.org/a.png");
  const std::string element = GENERATE("image", "use", "feImage", "svg:image");
  const std::string attribute = GENERATE("href", "xlink:href");
  const std::string file =
      folder.write("a.svg", svg("width=\"10\" height=\"10\" xmlns:svg=\"http://www.w3.org/2000/svg\"",
                                "<" + element + " width=\"10\" height=\"10\" " + attribute + "='" + target + "'/>"));
  CHECK(fault_of(pictures, file) ==
        "is not a picture that can be drawn: it shows \"" + target + "\" from outside the file; embed it");
}

TEST_CASE("a second load is the same texture until the file changes") {
  const TempFolder folder;
  const std::string file = folder.write("a.svg", red_and_blue);
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto first = pictures.load({file, 40, 20}).texture;
  CHECK(pictures.load({file, 40, 20}).texture == first);
  CHECK(pictures.load({file, 40, 20, {}, true}).texture != first);
  CHECK(pictures.load({file, 20, 20}).texture != first);
  folder.write("a.svg", svg("width=\"40\" height=\"20\"", "<rect width=\"40\" height=\"20\" fill=\"#00ff00\"/>"));
  const auto changed = pictures.load({file, 40, 20}).texture;
  REQUIRE(changed);
  CHECK(at(*changed, 10, 10) == 0xFF00FF00);
}

TEST_CASE("the cache keeps what was used last and no more bytes than it may") {
  const TempFolder folder;
  Pictures pictures({.cache_bytes = 1200});  // three pictures of 10 x 10
  const auto file_of = [&](int which) {
    const std::string name = std::to_string(which);
    return folder.write(name + ".svg", svg("width=\"10\" height=\"10\" id=\"n" + name + "\"", ""));
  };
  const auto load = [&](int which) { return pictures.load({file_of(which), 10, 10}).texture; };
  const auto one = load(1), two = load(2);
  load(3);
  CHECK(pictures.bytes() == 1200);
  CHECK(load(1) == one);
  load(4);  // replaces the second, which was used longest ago
  CHECK(pictures.bytes() == 1200);
  CHECK(load(1) == one);
  CHECK(load(2) != two);
  const auto large = pictures.load({file_of(1), 100, 100});
  REQUIRE(large.texture);
  CHECK(pictures.bytes() == 1200);
}

TEST_CASE("layers are cropped to their ink") {
  const TempFolder folder;
  const std::string file =
      folder.write("a.svg", svg("viewBox=\"0 0 100 50\"",
                                "<rect width=\"100\" height=\"50\" fill=\"#00ff00\"/>"
                                "<g id=\"card\"><rect x=\"10\" y=\"20\" width=\"5\" height=\"4\" fill=\"#ff0000\"/></g>"
                                "<rect id=\"far\" x=\"90\" y=\"40\" width=\"5\" height=\"5\" fill=\"#0000ff\"/>"
                                "<g id=\"none\"/>"));
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto card = pictures.load({file, 200, 200, {}, false, {"card"}});
  REQUIRE(card.texture);
  CHECK(card.whole == PixelSize{200, 100});
  CHECK(card.texture->width == 10);
  CHECK(card.texture->height == 8);
  CHECK(card.left_px == 20);
  CHECK(card.top_px == 40);
  CHECK(card.texture->opaque);
  CHECK(pictures.bytes() == 320);
  const auto mirrored = pictures.load({file, 200, 200, {}, true, {"card"}});
  CHECK(mirrored.left_px == 170);
  CHECK(pictures.load({file, 200, 200, {}, false, {"card"}}).texture == card.texture);  // not drawn again
  const auto both = pictures.load({file, 200, 200, {}, false, {"card", "far"}});
  CHECK(both.texture->width == 170);
  CHECK(at(*both.texture, 165, 45) == 0xFF0000FF);
  const auto none = pictures.load({file, 200, 200, {}, false, {"none"}});
  CHECK(none.fault == no_fault);
  REQUIRE(none.texture);
  CHECK(none.texture->width == 0);
}

TEST_CASE("a layer that does not exist is reported") {
  const TempFolder folder;
  Pictures pictures({.cache_bytes = 1 << 20});
  const auto load = [&](const std::string& file, const std::string& id) {
    return pictures.load({file, 20, 20, {}, false, {id}}).fault;
  };
  CHECK(load(folder.write("a.svg", red_and_blue), "flap") == "has no element with the id \"flap\"");
  CHECK(load(folder.file("a.svg"), "") == "has no element with the id \"\"");
  CHECK(load(folder.write("a.png", png_bytes(folder, 4, 4)), "flap") ==
        "has no element with the id \"flap\": it is no SVG");
}

TEST_CASE("the facts of a picture are in its own units") {
  const TempFolder folder;
  const std::string content = "<rect id=\"r\" x=\"30\" y=\"15\" width=\"20\" height=\"10\"/>";
  const auto facts = [&](const std::string& attributes) {
    return facts_of(folder.write("a.svg", svg(attributes, content)), {"r", "none"});
  };
  const PictureFacts plain = facts("width=\"100mm\" height=\"50mm\" viewBox=\"10 5 200 100\"");
  CHECK(plain.fault == no_fault);
  CHECK(plain.width == Approx(200));
  CHECK(plain.height == Approx(100));
  REQUIRE(plain.elements.size() == 1);
  const anteroom::decode::Box box = plain.elements.at("r");  // from the picture's corner
  CHECK(box.x == Approx(20).margin(0.01));
  CHECK(box.y == Approx(10).margin(0.01));
  CHECK(box.w == Approx(20).margin(0.01));
  CHECK(box.h == Approx(10).margin(0.01));
  const PictureFacts barred = facts("width=\"100\" height=\"100\" viewBox=\"0 0 200 100\"");
  CHECK(barred.height == Approx(200));
  CHECK(barred.elements.at("r").y == Approx(65));
  CHECK(facts("width=\"60\" height=\"40\"").width == 60);
  CHECK(facts("").width == 20);  // as large as what it draws
  const PictureFacts bitmap = facts_of(folder.write("a.png", png_bytes(folder, 12, 8)), {"r"});
  CHECK(bitmap.width == 12);
  CHECK(bitmap.height == 8);
  CHECK(bitmap.elements.empty());
  CHECK(facts_of(folder.file("none.svg"), {}).fault == "does not exist");
  CHECK_FALSE(facts_of(folder.write("b.svg", "Dear Sir"), {}).fault.empty());
}

TEST_CASE("a picture that never ends to be drawn held up each reading of its facts") {
  const TempFolder folder;
  const std::string endless = folder.write("a.svg", "loop"), later = folder.write("b.svg", "end");
  const std::filesystem::path decoder = folder.path() / "decoder";
  const auto facts = [&](const std::string& file) {
    return Pictures({.disk = folder.path() / "cache", .decoder = decoder}).facts(file, {}, {.cpu_s = 1}).fault;
  };
  std::filesystem::copy_file(ROGUE_DECODER, decoder);
  const std::filesystem::file_time_type time = std::filesystem::last_write_time(decoder);
  // Kept is only that it used up its processor time: where other programs run, it may be ended before.
  const auto is_kept = [&] { return std::filesystem::exists(folder.path() / "cache"); };
  for (int tries = 0; tries < 15 && !is_kept(); ++tries) {
    CHECK_THAT(facts(endless), ContainsSubstring("takes longer than 1 s"));
  }
  if (!is_kept()) return;  // so busy a machine gave it no whole second of its processors
  folder.write("decoder", "");
  std::filesystem::last_write_time(decoder, time);  // taken for the same decoder
  CHECK_THAT(facts(endless), ContainsSubstring("takes longer than 1 s"));
  CHECK_THAT(facts(later), ContainsSubstring("cannot be started"));
  std::filesystem::remove(decoder);
  std::filesystem::copy_file(ROGUE_DECODER, decoder);
  std::filesystem::last_write_time(decoder, time);
  CHECK_THAT(facts(later), ContainsSubstring("cannot be read"));  // asked again
}

TEST_CASE("the facts of a picture with a ground say what of the board is drawn on and the ground's colour at its top") {
  const TempFolder folder;
  const auto facts = [&](const std::string& content, const std::vector<std::string>& ids) {
    return facts_of(folder.write("a.svg", svg("viewBox=\"0 0 400 300\"", content)), ids);
  };
  const std::string spot = "<rect x=\"100\" y=\"60\" width=\"200\" height=\"120\" fill=\"#fff\"/>";
  CHECK_FALSE(facts(spot, {"spot"}).ink);  // nobody asked
  const PictureFacts plain = facts(spot, {"ground"});
  REQUIRE(plain.ink);
  CHECK(plain.ink->x == Approx(100).margin(1));
  CHECK(plain.ink->y == Approx(60).margin(1));
  CHECK(plain.ink->w == Approx(200).margin(1));
  CHECK(plain.ink->h == Approx(120).margin(1));
  CHECK_FALSE(plain.ground_color);
  const std::string ground =
      "<g id=\"ground\"><rect x=\"-100\" y=\"-75\" width=\"600\" height=\"450\" fill=\"#084849\"/>"
      "<rect y=\"40\" width=\"400\" height=\"260\" fill=\"#fff\"/></g>";
  const PictureFacts wide = facts(ground + spot, {"ground"});
  CHECK(wide.ground_color == 0x084849U);
  CHECK(wide.elements.at("ground").x == Approx(-100).margin(1));
  CHECK(wide.elements.at("ground").h == Approx(450).margin(1));
  REQUIRE(wide.ink);
  CHECK(wide.ink->w == Approx(400).margin(1));
  CHECK_FALSE(facts("<g id=\"ground\"/>", {"ground"}).ink);
}

TEST_CASE("threads share the pictures") {
  const TempFolder folder;
  const std::string vector = folder.write("a.svg", red_and_blue),
                    bitmap = folder.write("a.png", png_bytes(folder, 64, 64));
  Pictures pictures({.cache_bytes = 20000});
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 1; i < 12; ++i) {
        const auto drawn = pictures.load({vector, 2 * (i % 5 + 1), 40}).texture;
        const auto decoded = pictures.load({bitmap, i, i}).texture;
        const bool is_valid = drawn && drawn->width == 2 * (i % 5 + 1) && decoded && at(*decoded, 0, 0) == 0xFF336699;
        if (!is_valid) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
  CHECK(pictures.bytes() <= 20000);
}

// SVGs are drawn as they are meant to be seen.
#include "decoder/svg.h"

#include <cairo/cairo.h>
#include <librsvg/rsvg.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "decoder/draw.h"
#include "decoder/exif.h"
#include "samples.h"
#include "svg_samples.h"

using namespace anteroom::decoder;
using anteroom::decode::Contrast;
using anteroom::decode::PixelSize;
using anteroom::decode::Texture;

namespace {

constexpr std::uint32_t pure_red = 0xFFFF0000, lime = 0xFF00FF00;

// The pixel in the middle of the left half and of the right half, drawn at 40 x 20.
struct Halves {
  std::uint32_t left, right;
  friend bool operator==(const Halves&, const Halves&) = default;
};

Halves halves(const Decoded& drawn) {
  CAPTURE(drawn.fault);
  REQUIRE(drawn.fault == no_fault);
  REQUIRE(drawn.texture.width == 40);
  REQUIRE(drawn.texture.height == 20);
  return {at(drawn.texture, 10, 10), at(drawn.texture, 30, 10)};
}

Halves halves(const std::string& document) {
  return halves(draw(document, 40, 20, {}));
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The file as librsvg itself draws it.
anteroom::decode::Pixels drawn_as_is(const std::string& bytes, int width, int height) {
  anteroom::decode::Pixels pixels(static_cast<std::size_t>(width * height));
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr);
  REQUIRE(handle != nullptr);
  rsvg_handle_set_dpi(handle, 96);
  cairo_surface_t* surface = cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, width, height, width * 4);
  cairo_t* context = cairo_create(surface);
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  CHECK(rsvg_handle_render_document(handle, context, &viewport, nullptr) != 0);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  g_object_unref(handle);
  return pixels;
}

std::string utf_16(const std::string& ascii, bool big_endian) {
  std::string wide = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char letter : ascii) {
    if (big_endian) wide.push_back('\0');
    wide.push_back(letter);
    if (!big_endian) wide.push_back('\0');
  }
  return wide;
}

}  // namespace

TEST_CASE("every shipped picture is drawn to the pixel as it was written") {
  const std::filesystem::path root = ANTEROOM_ROOT;
  int count = 0;
  for (const std::filesystem::path& folder : {root / "content", root / "assets"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".svg") continue;
      CAPTURE(entry.path());
      const std::string bytes = bytes_of(entry.path());
      const Decoded drawn = draw(bytes, 400, 300, {});
      REQUIRE(drawn.fault == no_fault);
      CHECK(drawn.remarks.empty());
      const bool same = drawn.texture.pixels == drawn_as_is(bytes, drawn.whole.width, drawn.whole.height);
      CHECK(same);
      ++count;
    }
  }
  CHECK(count >= 12);
}

TEST_CASE("a part of a picture fills the box like a picture of its own") {
  // Four columns: red, lime, blue, black.
  const std::string columns =
      "<rect id='a' width='100' height='100' fill='#f00'/><rect x='100' width='100' height='100' fill='#0f0'/>"
      "<rect id='c' x='200' width='100' height='100' fill='#00f'/><rect x='300' width='100' height='100'/>";
  const auto part = [](const std::string& document, const Frame& frame, const std::vector<std::string>& layers = {}) {
    return std::move(draw_all(document, 40, 20, {layers}, frame).front());
  };
  for (const std::string size : {R"(viewBox="0 0 400 100")", R"(width="800" height="200" viewBox="0 0 400 100")", ""}) {
    const std::string document = "<svg xmlns='http://www.w3.org/2000/svg' " + size + ">" + columns + "</svg>";
    CAPTURE(size);
    CHECK(halves(part(document, {2500, 0, 5000, Frame::whole})) == Halves{lime, 0xFF0000FF});
    // The part is twice as wide as high, whatever the shape of the whole.
    CHECK(part(document, {0, 0, 2500, 5000}).whole == PixelSize{40, 20});
    const Decoded layer = part(document, {2500, 0, 5000, Frame::whole}, {"c"});
    CHECK(layer.whole == PixelSize{40, 20});
    CHECK(layer.left_px == 20);
    CHECK(layer.texture.width == 20);
  }
  const std::string png = png_of(quarters(24, 16), {});
  const Decoded all = draw(png, 48, 32, {});
  const Decoded quarter = std::move(draw_all(png, 24, 16, {{}}, {5000, 0, 5000, 5000}).front());
  REQUIRE(quarter.fault == no_fault);
  REQUIRE(quarter.texture.width == 24);
  for (const auto& [x, y] : {std::pair(2, 2), {20, 12}}) CHECK(at(quarter.texture, x, y) == at(all.texture, 24 + x, y));
}

TEST_CASE("an element that is drawn alone is whole also where it reaches beyond the board") {
  const std::string document =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 100'>"
      "<g id='ball'><path d='M300 110h20' fill='none'/><rect x='350' y='60' width='80' height='60' "
      "fill='#00f'/></g></svg>";
  const auto ball = facts(document, {"ball"}).elements.at("ball");
  CHECK(ball.x == Approx(350).margin(3));
  CHECK(ball.y == Approx(60).margin(3));
  CHECK(ball.x + ball.w == Approx(430).margin(3));
  CHECK(ball.y + ball.h == Approx(120).margin(3));
  const Decoded drawn = std::move(draw_all(document, 100, 100, {{"ball"}}, {8500, 5000, 2500, 7500}).front());
  REQUIRE(drawn.fault == no_fault);
  CHECK(drawn.whole == PixelSize{100, 75});
  CHECK(drawn.left_px == 10);
  CHECK(drawn.texture.width == 80);
  CHECK(drawn.texture.height == 60);
}

TEST_CASE("a part of a bitmap that reaches beyond it is the part that is on it") {
  const std::string png = png_of(quarters(24, 16), {});
  const Decoded all = draw(png, 24, 16, {});
  const Decoded part = std::move(draw_all(png, 12, 8, {{}}, {7500, -2500, 5000, 7500}).front());
  REQUIRE(part.fault == no_fault);
  CHECK(part.texture.width > 0);
  CHECK(at(part.texture, part.texture.width - 1, 0) == at(all.texture, 23, 0));
}

TEST_CASE("the bounds of an element with a level line do not begin in the corner of the picture") {
  const std::string document =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 900'><g id='sheet' transform='translate(100 0)'>"
      "<rect x='600' y='200' width='200' height='100'/>"
      "<path d='M650 240H750M650 260H700' fill='none' stroke='#000' stroke-width='10'/></g></svg>";
  const auto sheet = facts(document, {"sheet"}).elements.at("sheet");
  CHECK(sheet.x == Approx(700).margin(4));
  CHECK(sheet.y == Approx(200).margin(4));
  CHECK(sheet.w == Approx(200).margin(4));
  CHECK(sheet.h == Approx(100).margin(4));
}

TEST_CASE("an element that draws nothing was said not to be there") {
  const std::string document =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='group'/><rect id='flat' width='3' height='0'/>"
      "<rect id='jaw' width='3' height='3'/></svg>";
  const PictureFacts known = facts(document, {"group", "jaw", "flat", "arm"});
  CHECK(known.empty == std::vector<std::string>{"group", "flat"});
  CHECK(known.elements.size() == 1);
}

TEST_CASE("the names in a picture are told where one that was asked for is not there") {
  const std::string document =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' "
      "viewBox='0 0 9 9'><g id='jaw' inkscape:label='Kiefer'><rect width='3' height='3'/></g></svg>";
  CHECK(facts(document, {"jaw"}).names.empty());
  CHECK(facts(document, {"jaws"}).names == std::vector<std::string>{"Kiefer", "jaw"});
}

TEST_CASE("an SVG is drawn at the largest size that fits and keeps its shape") {
  struct Row {
    const char* attributes;
    int box_width, box_height;
    PixelSize size;
  };
  const Row row = GENERATE(values<Row>({
      {R"(width="40" height="20")", 100, 100, {100, 50}},
      {R"(width="40" height="20")", 100, 10, {20, 10}},
      {R"(viewBox="0 0 300 900")", 60, 60, {20, 60}},
      {R"(width="100%" height="100%" viewBox="0 0 10 10")", 30, 50, {30, 30}},
      {R"(width="50%" viewBox="0 0 10 20")", 30, 50, {25, 50}},
      {R"(width="10mm" height="20mm")", 50, 50, {25, 50}},
      {R"(width="1in" height="96")", 50, 50, {50, 50}},
      {R"(width="10em" height="5em" font-size="20")", 50, 50, {50, 25}},
      {R"(width="1000000" height="500000")", 50, 50, {50, 25}},
      {R"(width="1e30" height="1e30")", 50, 50, {50, 50}},
      {R"(width="1000000" height="1")", 50, 50, {50, 1}},
      {R"(width="0.001" height="0.002")", 50, 50, {25, 50}},
      {"", 50, 20, {50, 20}},
  }));
  const Decoded drawn = draw(svg("", row.attributes), row.box_width, row.box_height, {});
  CAPTURE(row.attributes, drawn.fault);
  CHECK(drawn.fault == no_fault);
  CHECK(drawn.whole == row.size);
  CHECK(drawn.texture.width == row.size.width);
  CHECK(drawn.texture.height == row.size.height);
}

TEST_CASE("a drawing fills the page that its file declares whatever the size") {
  // A red left half and a lime right half of the page.
  struct Row {
    const char* attributes;
    double width, height;
  };
  const Row row = GENERATE(values<Row>({
      {R"(width="400" height="200")", 400, 200},
      {R"(width="8" height="4")", 8, 4},
      {R"(width="80mm" height="40mm")", 302.3622, 151.1811},
      {R"(width="20em" height="10em" font-size="10")", 200, 100},
      {R"(width="10" height="5" viewBox="0 0 400 200")", 400, 200},
      {R"(width="100%" height="100%" viewBox="0 0 400 200")", 400, 200},
      {R"(viewBox="0 0 6 3")", 6, 3},
  }));
  const auto half = [&](double x, const char* paint) {
    return "<rect x=\"" + std::to_string(x) + "\" width=\"" + std::to_string(row.width / 2) + "\" height=\"" +
           std::to_string(row.height) + "\" fill=\"" + paint + "\"/>";
  };
  const std::string document = svg(half(0, "red") + half(row.width / 2, "lime"), row.attributes);
  CAPTURE(row.attributes);
  for (const int width : {40, 400, 1000}) {
    const Decoded drawn = draw(document, width, width, {});
    REQUIRE(drawn.fault == no_fault);
    CHECK(drawn.remarks.empty());
    const Texture& texture = drawn.texture;
    REQUIRE(texture.width == width);
    CHECK(at(texture, width / 8, texture.height / 2) == pure_red);
    CHECK(at(texture, width - width / 8, texture.height - texture.height / 8) == lime);
    CHECK(at(texture, width - 2, texture.height - 2) == lime);
  }
}

TEST_CASE("a drawing that does not declare its size fills its box with what it draws") {
  const std::string document =
      svg("<rect id=\"l\" x=\"500\" y=\"300\" width=\"20\" height=\"20\" fill=\"red\"/>"
          "<rect id=\"r\" x=\"520\" y=\"300\" width=\"20\" height=\"20\" fill=\"lime\"/>",
          "");
  const Decoded drawn = draw(document, 40, 40, {});
  CHECK(halves(drawn) == Halves{pure_red, lime});
  REQUIRE(drawn.remarks.size() == 1);
  CHECK(drawn.remarks[0].text ==
        "says nothing of its size, so what it draws fills its place; give it a viewBox (a page size)");
  const PictureFacts known = facts(document, {"r"});
  CHECK(known.width == Approx(40));
  CHECK(known.height == Approx(20));
  CHECK(known.elements.at("r").x == Approx(20));
  CHECK(known.elements.at("r").y == Approx(0).margin(1e-6));
  const Decoded right = draw(document, 400, 400, {"r"});
  CHECK(right.left_px == 200);
  CHECK(right.texture.width == 200);
}

TEST_CASE("an SVG in any encoding is drawn") {
  const std::string body = svg("<!-- caf\xE9 \x93 --><rect id=\"caf\xE9\" width=\"40\" height=\"20\" fill=\"red\"/>");
  const std::string plain = svg(fill_with("red"));
  const std::string euro = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + body;
  const std::string documents[] = {
      plain,
      "\xEF\xBB\xBF" + plain,
      "\n  " + plain,
      "<?xml version='1.0' encoding='utf-8' standalone='no'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
      "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" +
          plain,
      utf_16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + plain, false),
      utf_16(plain, true),
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body,
      euro,
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + body,
      "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + plain,
      body,                                                 // says nothing, and is not UTF-8
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body,  // says what it is not
  };
  const std::string& document = documents[GENERATE(range(0, 12))];
  CAPTURE(document);
  CHECK(halves(document) == Halves{pure_red, pure_red});
  CHECK(facts(euro, {"caf\xC3\xA9"}).elements.size() == 1);
}

TEST_CASE("entities as drawing programs write them are expanded") {
  const std::string document =
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n"
      "<!ENTITY ns_svg \"http://www.w3.org/2000/svg\"><!ENTITY st0 \"fill:#FF0000;\">\n"
      "<!ENTITY half \"<rect x='20' width='20' height='20' style='fill:lime'/>\">\n"
      "<!ENTITY both \"<g>&half;</g>\"> ]>\n"
      "<svg xmlns=\"&ns_svg;\" viewBox=\"0 0 40 20\"><rect width=\"20\" height=\"20\" style=\"&st0;\"/>&both;</svg>";
  CHECK(halves(document) == Halves{pure_red, lime});
}

TEST_CASE("what is not a fault of a drawing is drawn") {
  const std::string content = GENERATE(
      as<std::string>{},
      // names that only look like links
      "<!-- traced from <image href=\"scan.png\"/> -->", "<!-- <<<<<<< \"'> -->",
      "<desc><![CDATA[<image href=\"scan.png\"/>]]></desc>", "<g id=\"image href=scan.png\" class=\"use\"/>",
      "<g data-note=\"&lt;image href='scan.png'/&gt;\"/>", "<use id=\"dot-href\" x=\"100\" xlink:href=\"#none\"/>",
      "<a href=\"https://example.org\" xlink:href=\"https://example.org\"/>",
      "<style>/* @import url(hands.css); fill: url(x.svg#y) */</style>",
      "<style>.note:after { content: \"@import url(hands.css)\" }</style>",
      "<style>@font-face { font-family: X; src: url(https://example.org/x.woff2) }</style>",
      "<style>.unused { fill: url(shared.svg#sky) }</style>",
      "<style type=\"text/less\">@import url(hands.css);</style>",
      "<image srcset=\"scan.png 2x\" width=\"1\" height=\"1\"/>", "<image xlink:href=\"\"/>",
      "<script href=\"https://example.org/x.js\">alert('<image href=\"a.png\"/>')</script>",
      "<metadata><image href=\"scan.png\"/></metadata>",
      // what is not seen
      "<image href=\"scan.png\" width=\"10\" height=\"10\" display=\"none\"/>",
      "<g style=\"display: none\"><image href=\"scan.png\" width=\"10\" height=\"10\"/><text>hidden</text></g>",
      "<g visibility=\"hidden\"><text>hidden</text></g>", "<g opacity=\"0\"><text>hidden</text></g>",
      "<style>.off { display: none } </style><g class=\"a off\"><text>hidden</text></g>",
      "<style>g &gt; .off, #x { visibility: hidden !important }</style><g><g class=\"off\"><text>hidden</text></g></g>",
      "<defs><text id=\"unused\">hidden</text><image href=\"scan.png\"/></defs>",
      "<symbol><text>hidden</text></symbol>", "<text fill=\"none\">hidden</text>",
      "<text/><text>  \n </text><text><tspan/></text><text><tspan style=\"display:none\">hidden</tspan></text>",
      "<flowRoot><flowRegion><rect width=\"5\" height=\"5\"/></flowRegion><flowPara/><flowPara> </flowPara></flowRoot>",
      "<foreignObject width=\"5\" height=\"5\"/>",
      "<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\"><style>p { color: red }</style> "
      "</div></foreignObject>",
      // Illustrator's own data, which no browser shows
      "<switch><foreignObject requiredExtensions=\"http://ns.adobe.com/AdobeIllustrator/10.0/\" width=\"1\" "
      "height=\"1\">"
      "<text>data</text></foreignObject><g/></switch>",
      // the last words of a diagram whose labels are paths
      "<switch><g requiredFeatures=\"http://www.w3.org/TR/SVG11/feature#Extensibility\"/><a "
      "xlink:href=\"https://www.diagrams.net\"><text>Text is not SVG - cannot display</text></a></switch>",
      // other namespaces
      "<x:image xmlns:x=\"urn:x\" href=\"scan.png\"/><x:text xmlns:x=\"urn:x\">hidden</x:text>",
      "<sodipodi:namedview xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "
      "xlink:href=\"scan.png\"/>");
  const std::string where = GENERATE(as<std::string>{}, "before", "after");
  CAPTURE(content);
  const Decoded drawn =
      draw(svg(where == "before" ? content + fill_with("red") : fill_with("red") + content), 40, 20, {});
  CHECK(halves(drawn) == Halves{pure_red, pure_red});
  CHECK(drawn.remarks.empty());
}

TEST_CASE("the child of a switch that browsers draw is drawn") {
  CHECK(halves(svg("<switch><rect width=\"40\" height=\"20\" fill=\"lime\" requiredExtensions=\"urn:x\"/>"
                   "<rect width=\"40\" height=\"20\" fill=\"red\" "
                   "requiredFeatures=\"http://www.w3.org/TR/SVG11/feature#Extensibility\"/>" +
                   fill_with("lime") + "</switch>")) == Halves{pure_red, pure_red});
}

TEST_CASE("variables of a style sheet have their values") {
  const std::string half = R"(<rect width="20" height="20" )", other = R"(<rect x="20" width="20" height="20" )";
  const std::string content = GENERATE_COPY(
      as<std::string>{},
      "<style>:root { --a: #f00; --b: lime }</style>" + half + "fill=\"var(--a)\"/>" + other + "fill=\"var( --b )\"/>",
      "<style>.l { fill: var(--a, blue) } .r { fill: var(--none, lime) } svg { --a: red }</style>" + half +
          "class=\"l\"/>" + other + "class=\"r\"/>",
      "<g style=\"--a: red; --b: var(--c); --c: lime\">" + half + "style=\"fill: var(--a)\"/>" + other +
          "style=\"stroke: none; fill: var(--b)\"/></g>",
      half + "style=\"fill: light-dark(red, blue)\"/>" + other + "fill=\"light-dark(var(--n, rgb(0,255,0)), #000)\"/>");
  CAPTURE(content);
  const Decoded drawn = draw(svg(content), 40, 20, {});
  CHECK(halves(drawn) == Halves{pure_red, lime});
  CHECK(drawn.remarks.empty());
}

TEST_CASE("a print colour gives way to the screen colour before it") {
  const std::string half = R"(<rect width="20" height="20" )", other = R"(<rect x="20" width="20" height="20" )";
  CHECK(halves(svg(half + "fill=\"#FF0000 icc-color(press, 0, 1, 1, 0)\"/>" + other +
                   "style=\"fill:#00FF00 icc-color(press, 1, 0, 1, 0);stroke:none\"/>")) == Halves{pure_red, lime});
}

TEST_CASE("whoever chose high contrast gets the colours that a drawing has for it") {
  struct Row {
    const char* sheet;
    std::uint32_t standard, high;
    bool knows;
  };
  const Row row = GENERATE(values<Row>({
      {"rect { fill: red } @media (prefers-contrast: more) { rect { fill: lime } }", pure_red, lime, true},
      {"@media screen and (Prefers-Contrast:MORE) { rect { fill: lime } } rect { stroke: none }", 0xFF000000, lime,
       true},
      {"rect { fill: lime } @media (prefers-contrast: no-preference) { rect { fill: red } }", pure_red, lime, true},
      {"rect { fill: red } @media (prefers-contrast: less) { rect { fill: lime } }", pure_red, pure_red, true},
      {"rect { fill: red }", pure_red, pure_red, false},
  }));
  CAPTURE(row.sheet);
  const std::string document = svg("<style>" + std::string(row.sheet) + "</style><rect width=\"40\" height=\"20\"/>");
  for (const Contrast contrast : {Contrast::standard, Contrast::high}) {
    const Decoded drawn = std::move(draw_all(document, 40, 20, {{}}, {}, contrast).front());
    const std::uint32_t colour = contrast == Contrast::high ? row.high : row.standard;
    CHECK(halves(drawn) == Halves{colour, colour});
    CHECK(drawn.remarks.empty());
  }
  CHECK(facts(document, {}).has_contrast_colors == row.knows);
}

TEST_CASE("a style element may be for high contrast as a whole") {
  const std::string sheet = "<style media=\"(prefers-contrast: more)\">rect { fill: lime }</style>";
  const std::string document = svg(sheet + fill_with("red"));
  CHECK(halves(std::move(draw_all(document, 40, 20, {{}}).front())) == Halves{pure_red, pure_red});
  CHECK(halves(std::move(draw_all(document, 40, 20, {{}}, {}, Contrast::high).front())) == Halves{lime, lime});
  CHECK(facts(document, {}).has_contrast_colors);
}

TEST_CASE("styles for screens are used and those for paper are not") {
  struct Row {
    const char* sheet;
    std::uint32_t colour;
    bool remark;
  };
  const Row row = GENERATE(values<Row>({
      {"@media screen { rect { fill: red } }", pure_red, false},
      {"@media all{rect{fill:red}}", pure_red, false},
      {"@media print, only screen { rect { fill: red } } ", pure_red, false},
      {"@media (prefers-color-scheme: light) { rect { fill: red } }", pure_red, false},
      {"@supports (fill: red) { @layer x { rect { fill: red } } }", pure_red, false},
      {"rect { fill: red } @media (prefers-color-scheme: dark) { rect { fill: lime } }", pure_red, false},
      {"rect { fill: red } @media print { rect { fill: lime } }", pure_red, false},
      {"rect { fill: red } @media not screen { rect { fill: lime } }", pure_red, false},
      {"@media not print { rect { fill: red } }", pure_red, false},
      {"@media (prefers-color-scheme :  LIGHT) { rect { fill: red } }", pure_red, false},
      {"rect { fill: red } @media screen and (max-width: 600px) { rect { fill: lime } }", pure_red, true},
      {"rect { fill: lime } @media screen { rect { fill: blue } } rect { fill: red }", pure_red, false},
  }));
  CAPTURE(row.sheet);
  const Decoded drawn =
      draw(svg("<style>" + std::string(row.sheet) + "</style><rect width=\"40\" height=\"20\"/>"), 40, 20, {});
  CHECK(halves(drawn) == Halves{row.colour, row.colour});
  CHECK(drawn.remarks.size() == (row.remark ? 1 : 0));
  if (row.remark) CHECK(drawn.remarks[0].text == "has styles for some screens only (@media), which are left out");
  CHECK(halves(svg("<style media=\"print\">rect { fill: lime }</style>" + fill_with("red"))) ==
        Halves{pure_red, pure_red});
}

TEST_CASE("a part is rotated about its own point") {
  const std::string half = R"(<rect width="20" height="20" fill="red" )";
  const std::string content = GENERATE_COPY(
      as<std::string>{}, half + "transform=\"rotate(180)\" transform-origin=\"20 10\"/>",
      half + "transform=\"scale(-1, 1)\" transform-origin=\"20,0\"/>",
      "<g transform=\"translate(0 -30)\">" + half + "transform=\"rotate(180)\" transform-origin=\" 20  25 \"/></g>",
      half + "transform=\"translate(20 0)\" style=\"transform-origin: center\"/>",
      half + "x=\"20\" transform=\"rotate(0)\" style=\"transform-origin: 0 0\"/>",
      half + "x=\"20\" style=\"transform-origin: center\"/>");
  CAPTURE(content);
  CHECK(halves(svg(fill_with("lime") + content)) == Halves{lime, pure_red});
}

TEST_CASE("style sheets of all forms are kept") {
  const std::string half = R"(<rect width="20" height="20" )", other = R"(<rect x="20" width="20" height="20" )";
  const std::string content = GENERATE_COPY(
      as<std::string>{}, "<style>.l{fill:red}.r{fill:lime}</style>" + half + "class=\"l\"/>" + other + "class=\"r\"/>",
      "<style type=\"text/css\"><![CDATA[ g > .l { fill: red } g .r { fill: lime } ]]></style><g>" + half +
          "class=\"l\"/>" + other + "class=\"r x\"/></g>",
      "<defs><style>#a { fill: red } rect[id=\"b\"] { fill: lime }</style></defs>" + half + "id=\"a\"/>" + other +
          "id=\"b\"/>",
      half + "class=\"l\"/>" + other +
          "class=\"r\"/><style>/* late */ .l, .q { fill: red } rect.r { fill: lime }</style>",
      "<title>first</title><style>rect:nth-child(3) { fill: red } rect:last-child { fill: lime }</style>" + half +
          "/>" + other + "/>");
  CAPTURE(content);
  CHECK(halves(svg(content)) == Halves{pure_red, lime});
}

TEST_CASE("a picture inside an SVG is drawn") {
  const Texture sample = quarters(240, 120);
  JpegForm print;
  print.print = JpegForm::Print::cmyk;
  JpegForm turned_jpeg;
  turned_jpeg.exif = exif_of(6);
  const Texture on_its_side = turned(quarters(240, 120), 8);
  struct Row {
    const char* name;
    std::string link;
  };
  const std::vector<Row> rows = {
      {"PNG", embedded("image/png", png_of(sample))},
      {"JPEG", embedded("image/jpeg", jpeg_of(sample))},
      {"misnamed", embedded("image/jpg", jpeg_of(sample))},
      {"named as something else", embedded("image/png", jpeg_of(sample))},
      {"without a name", "data:;base64," + base64(png_of(sample))},
      {"in capitals", "DATA:image/png;BASE64," + base64(png_of(sample))},
      {"in lines", "data:image/png;base64,\n " + base64(png_of(sample)).insert(40, "\n  ")},
      {"16 bits", embedded("image/png", png_of(sample, {16, 2, false, false, {}, {}}))},
      {"lying on its side", embedded("image/jpeg", jpeg_of(on_its_side, turned_jpeg))},
      {"in print colours", embedded("image/jpeg", jpeg_of(sample, print))},
      {"SVG", embedded("image/svg+xml", svg("<rect width='20' height='10' fill='#C81E3C'/><rect x='20' width='20' "
                                            "height='10' fill='#28A050'/><rect y='10' width='20' height='10' "
                                            "fill='#3246C8'/><rect x='20' y='10' width='20' height='10' "
                                            "fill='#F0F0F0'/>"))},
  };
  for (const Row& row : rows) {
    for (const char* name : {"href", "xlink:href"}) {
      CAPTURE(row.name, name);
      const Decoded drawn = draw(svg(image(row.link, name)), 400, 200, {});
      REQUIRE(drawn.fault == no_fault);
      constexpr int lossy = 14;
      CHECK(is_near(at(drawn.texture, 100, 50), red, lossy));
      CHECK(is_near(at(drawn.texture, 300, 50), green, lossy));
      CHECK(is_near(at(drawn.texture, 100, 150), blue, lossy));
      CHECK(is_near(at(drawn.texture, 300, 150), white, lossy));
    }
  }
}

TEST_CASE("a picture with alpha inside an SVG keeps it when it is turned") {
  Texture half = quarters(60, 120);
  for (std::uint32_t& pixel : half.pixels) pixel = (pixel & 0xFFFFFF) | 0x80000000;
  const std::string png = png_of(half, {8, 6, false, false, png_chunk("eXIf", exif_of(3)), {}});
  const Decoded drawn = draw(svg(image(embedded("image/png", png))), 40, 20, {});
  REQUIRE(drawn.fault == no_fault);
  CHECK(is_near(at(drawn.texture, 18, 5), 0x80787878, 2));  // the white quarter, upper left now
}

TEST_CASE("a picture without a visible pixel is reported") {
  Texture clear = quarters(4, 4);
  for (std::uint32_t& pixel : clear.pixels) pixel &= 0xFFFFFF;
  for (const std::string& bytes :
       {svg(""), svg("<rect x=\"90\" width=\"9\" height=\"9\"/>"), png_of(clear, {8, 6, false, false, {}, {}})}) {
    const Decoded drawn = draw(bytes, 40, 20, {});
    CHECK(drawn.fault == no_fault);
    REQUIRE(drawn.remarks.size() == 1);
    CHECK(drawn.remarks[0].text == "is empty: nothing of it can be seen");
  }
  // A layer may be empty.
  CHECK(draw(svg("<g id=\"none\"/>" + fill_with("red")), 40, 20, {"none"}).remarks.empty());
}

TEST_CASE("an SVG may refer to itself") {
  CHECK(halves(svg("<defs><rect id=\"r\" width=\"40\" height=\"20\" fill=\"red\"/></defs>"
                   "<a href=\"https://example.org\"><use xlink:href=\"#r\"/></a>")) == Halves{pure_red, pure_red});
  // The prefix of links is not always declared, nor always the same.
  CHECK(halves("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><defs><rect id=\"r\" width=\"40\" "
               "height=\"20\" fill=\"red\"/></defs><use xlink:href=\"#r\"/></svg>") == Halves{pure_red, pure_red});
  CHECK(
      halves("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:l=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 "
             "20\"><s:defs><s:rect id=\"r\" width=\"40\" height=\"20\" fill=\"red\"/></s:defs><s:use "
             "l:href=\"#r\"/></s:svg>") == Halves{pure_red, pure_red});
}

TEST_CASE("layers are cropped to their ink and are read once") {
  const std::string document =
      svg("<rect width=\"100\" height=\"50\" fill=\"#00ff00\"/>"
          "<g id=\"card\"><rect x=\"10\" y=\"20\" width=\"5\" height=\"4\" fill=\"#ff0000\"/></g>"
          "<rect id=\"far\" x=\"90\" y=\"40\" width=\"5\" height=\"5\" fill=\"#0000ff\"/><g id=\"none\"/>",
          "viewBox=\"0 0 100 50\"");
  const std::vector<Decoded> drawn =
      draw_all(document, 200, 200, {{}, {"card"}, {"card", "far"}, {"none"}, {"flap"}, {""}});
  REQUIRE(drawn.size() == 6);
  CHECK(drawn[0].texture.width == 200);
  CHECK(drawn[1].whole == PixelSize{200, 100});
  CHECK(drawn[1].texture.width == 10);
  CHECK(drawn[1].texture.height == 8);
  CHECK(drawn[1].left_px == 20);
  CHECK(drawn[1].top_px == 40);
  CHECK(drawn[1].texture.opaque);
  CHECK(drawn[2].texture.width == 170);
  CHECK(at(drawn[2].texture, 165, 45) == 0xFF0000FF);
  CHECK(drawn[3].fault == no_fault);
  CHECK(drawn[3].texture.width == 0);
  CHECK(drawn[4].fault == "has no element with the id \"flap\"");
  CHECK(drawn[5].fault == "has no element with the id \"\"");
}

TEST_CASE("layers cover each other as in the drawing, in whatever order a card lists them") {
  const std::string document =
      svg("<g id=\"back\"><rect width=\"20\" height=\"20\" fill=\"#ff0000\"/></g>"
          "<g id=\"middle\" display=\"none\"><rect width=\"10\" height=\"20\" fill=\"#00ff00\"/></g>"
          "<g id=\"front\"><rect width=\"5\" height=\"20\" fill=\"#0000ff\"/></g>",
          "viewBox=\"0 0 20 20\"");
  const auto layers = GENERATE(values<std::vector<std::string>>(
      {{"back", "middle", "front"}, {"front", "middle", "back"}, {"middle", "back", "front"}}));
  const Decoded drawn = std::move(draw_all(document, 20, 20, {layers}).front());
  CHECK(at(drawn.texture, 2, 10) == 0xFF0000FF);
  CHECK(at(drawn.texture, 7, 10) == 0xFF00FF00);
  CHECK(at(drawn.texture, 15, 10) == 0xFFFF0000);
  CHECK(facts(document, layers).order == std::vector<std::string>{"back", "middle", "front"});
}

TEST_CASE("an element of which the picture shows nothing is known as such") {
  const std::string document = svg(
      "<rect id=\"seen\" width=\"5\" height=\"5\"/><rect id=\"hidden\" display=\"none\" width=\"5\" height=\"5\"/>"
      "<rect id=\"glass\" opacity=\"0\" width=\"5\" height=\"5\"/>"
      "<rect id=\"bare\" fill=\"none\" width=\"5\" height=\"5\"/><rect id=\"away\" x=\"200\" width=\"5\" height=\"5\"/>"
      "<rect id=\"beside\" x=\"101\" width=\"5\" height=\"5\"/><rect id=\"line\" fill=\"none\" stroke=\"#000\" "
      "width=\"5\" height=\"5\"/>",
      "viewBox=\"0 0 100 50\"");
  const PictureFacts known = facts(document, {"seen", "hidden", "glass", "bare", "away", "beside", "line"});
  CHECK(known.unseen == std::vector<std::string>{"glass", "bare", "away", "beside"});
  CHECK(known.hidden == std::vector<std::string>{"hidden"});
  CHECK(known.empty.empty());
}

TEST_CASE("layers are found by the names that Inkscape gives them, and drawn even if they are hidden") {
  const std::string inkscape = "viewBox=\"0 0 100 50\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"";
  const auto box = [](const std::string& attributes, int x, const std::string& color) {
    return "<g " + attributes + "><rect x=\"" + std::to_string(x) + "\" y=\"20\" width=\"5\" height=\"4\" fill=\"" +
           color + "\"/></g>";
  };
  const std::string document =
      svg(box("id=\"layer1\" inkscape:label=\"base\"", 10, "#ff0000") +
              box("id=\"layer2\" inkscape:label=\"far\" style=\"display:none\"", 20, "#0000ff") +
              box("inkscape:label=\"no id\" display=\"none\"", 30, "#00ff00") +
              box("id=\"layer4\" inkscape:label=\"twice\"", 40, "#000000") +
              box("id=\"layer5\" inkscape:label=\"twice\"", 50, "#000000") + "<g display=\"none\">" +
              box("id=\"inner\" inkscape:label=\"layer1\"", 60, "#00ffff") + "</g><g style=\"visibility:hidden\">" +
              box("id=\"unseen\"", 70, "#ff00ff") + box("id=\"own\" visibility=\"collapse\"", 80, "#ffff00") + "</g>",
          inkscape);
  const std::vector<Decoded> drawn = draw_all(document, 100, 50,
                                              {{},
                                               {"base"},
                                               {"far"},
                                               {"no id"},
                                               {"base", "far"},
                                               {"inner"},
                                               {"layer1"},
                                               {"twice"},
                                               {"none"},
                                               {"unseen"},
                                               {"own", "unseen"}});
  const auto shows = [](const Decoded& each, int left, int width, std::uint32_t first) {
    CHECK(each.fault == no_fault);
    CHECK(each.left_px == left);
    REQUIRE(each.texture.width == width);
    CHECK(at(each.texture, 2, 2) == first);
  };
  CHECK(at(drawn[0].texture, 22, 22) == 0);  // hidden in the whole picture
  CHECK(at(drawn[0].texture, 72, 22) == 0);
  shows(drawn[1], 10, 5, 0xFFFF0000);
  shows(drawn[2], 20, 5, 0xFF0000FF);
  shows(drawn[3], 30, 5, 0xFF00FF00);
  shows(drawn[4], 10, 15, 0xFFFF0000);
  shows(drawn[5], 60, 5, 0xFF00FFFF);
  shows(drawn[6], 10, 5, 0xFFFF0000);  // an id comes before a name
  CHECK(drawn[7].fault == "has several layers with the name \"twice\"");
  CHECK(drawn[8].fault == "has no element with the id \"none\"");
  shows(drawn[9], 70, 5, 0xFFFF00FF);
  shows(drawn[10], 70, 15, 0xFFFF00FF);
  const PictureFacts known = facts(document, {"base", "far", "twice"});
  CHECK(known.elements.at("base").x == Approx(10).margin(0.01));
  CHECK(known.elements.at("far").x == Approx(20).margin(0.01));
  CHECK(known.ambiguous == std::vector<std::string>{"twice"});
}

TEST_CASE("what cannot be drawn in a hidden layer is a fault of that layer alone") {
  const auto layer = GENERATE(values<const char*>({"display=\"none\"", "visibility=\"hidden\""}));
  const std::string document = svg("<rect id=\"base\" width=\"9\" height=\"9\"/>\n<g id=\"day\" " + std::string(layer) +
                                       "><text>Day 2</text></g><g id=\"scan\" " + layer +
                                       "><image href=\"scan.png\" width=\"9\" height=\"9\"/></g>",
                                   "viewBox=\"0 0 100 50\"");
  const std::vector<Decoded> drawn = draw_all(document, 100, 50, {{}, {"base"}, {"base", "day"}, {"scan"}});
  CHECK(drawn[0].fault == no_fault);
  CHECK(drawn[1].fault == no_fault);
  CHECK(drawn[2].fault == "is not a picture that can be drawn: it has the text \"Day 2\"; convert text to paths");
  CHECK(drawn[2].fault_line == 2);
  CHECK(drawn[3].fault == "is not a picture that can be drawn: it shows \"scan.png\" from outside the file; embed it");
}

TEST_CASE("the facts of an SVG are in its own units") {
  const auto known = [](const std::string& attributes) {
    return facts(svg("<rect id=\"r\" x=\"30\" y=\"15\" width=\"20\" height=\"10\"/>", attributes), {"r", "none"});
  };
  const PictureFacts plain = known("width=\"100mm\" height=\"50mm\" viewBox=\"10 5 200 100\"");
  CHECK(plain.fault == no_fault);
  CHECK(plain.width == Approx(200));
  CHECK(plain.height == Approx(100));
  REQUIRE(plain.elements.size() == 1);
  const anteroom::decode::Box box = plain.elements.at("r");  // from the picture's corner
  CHECK(box.x == Approx(20).margin(0.01));
  CHECK(box.y == Approx(10).margin(0.01));
  CHECK(box.w == Approx(20).margin(0.01));
  CHECK(box.h == Approx(10).margin(0.01));
  const PictureFacts barred = known("width=\"100\" height=\"100\" viewBox=\"0 0 200 100\"");
  CHECK(barred.height == Approx(200));
  CHECK(barred.elements.at("r").y == Approx(65));
  CHECK(known("width=\"60\" height=\"40\"").width == 60);
}

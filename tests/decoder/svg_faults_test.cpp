// SVGs that cannot be drawn as intended say why, in which line, and what to do.
#include <ctime>
#include <utility>

#include "catch.h"
#include "decoder/draw.h"
#include "samples.h"
#include "svg_samples.h"

using namespace anteroom::decoder;
using namespace std::string_literals;

namespace {

const std::string cannot = "is not a picture that can be drawn: it ";

// `content` is in line 3.
Decoded drawn(const std::string& content, const std::vector<std::string>& layers = {}) {
  return draw(svg("\n\n" + content), 40, 20, layers);
}

void check_fault(const std::string& content, const std::string& fault) {
  const Decoded refused = drawn(content);
  CAPTURE(content);
  CHECK(refused.fault == cannot + fault);
  CHECK(refused.fault_line == 3);
  CHECK(refused.texture.width == 0);
  const PictureFacts known = facts(svg("\n\n" + content), {});
  CHECK(known.fault == refused.fault);
  CHECK(known.fault_line == 3);
}

void check_remark(const std::string& content, const std::string& text) {
  const Decoded shown = drawn(content);
  CAPTURE(content, shown.fault);
  CHECK(shown.fault == no_fault);
  REQUIRE(shown.remarks.size() == 1);
  CHECK(shown.remarks[0].text == text);
  CHECK(shown.remarks[0].line == 3);
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("whatever an SVG shows from outside the file is reported") {
  const std::string target = GENERATE("hands.svg", "hands.svg#sky", "/etc/passwd", "file:///etc/passwd",
                                      "https://example.org/a.png?b=1", "//example.org/a.png");
  const std::string content = GENERATE(
      as<std::string>{}, "<image width='9' height='9' href='@'/>", "<image width='9' height='9' xlink:href='@'/>",
      "<svg:image xmlns:svg='http://www.w3.org/2000/svg' href='@'/>",
      "<image xmlns:l='http://www.w3.org/1999/xlink' l:href='@'/>", "<use href='@'/>", "<use xlink:href = '@' />",
      "<filter id='f'><feImage href='@'/></filter><rect width='9' height='9' filter='url(#f)'/>",
      "<linearGradient id='g' href='@'/><rect width='9' height='9' fill='url(#g)'/>",
      "<rect width='9' height='9' fill='url(@)'/>",
      "<rect width='9' height='9' style='fill: url( &quot;@&quot; ) red'/>", "<g stroke='url(@)'/>",
      "<g mask='url(@)'/>", "<g clip-path='url(@)'/>", "<g filter='url(@)'/>", "<g style='marker-start:url(@)'/>",
      "<style>rect { fill: url(@) }</style><rect width='9' height='9'/>",
      "<style><![CDATA[ #a .b { mask: url('@') } ]]></style><g id='a'><g class='c b'/></g>",
      "<style>@import '@';</style>", "<style>@import url(@) screen;</style>",
      "<style>/* a */ @IMPORT url(\"@\");</style>", "<defs><style type='text/css'>@import url( @ );</style></defs>",
      "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='@'/>",
      "<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='@'/>",
      "<defs><symbol id='s'><image href='@'/></symbol></defs><use href='#s'/>",
      "<pattern id='p'><image href='@'/></pattern><g fill='url(#p)'><rect width='9' height='9'/></g>");
  std::string filled = content;
  for (std::size_t at = filled.find('@'); at != std::string::npos; at = filled.find('@', at + 1)) {
    if (filled.substr(at, 7) == "@import" || filled.substr(at, 7) == "@IMPORT") continue;
    filled.replace(at, 1, target);
  }
  check_fault(filled, "shows \"" + target + "\" from outside the file; embed it");
}

TEST_CASE("a style sheet referred to before the root is reported") {
  const std::string document =
      "<?xml version=\"1.0\"?>\n<?xml-stylesheet type='text/css' href='hands.css'?>\n" + svg(fill_with("red"));
  const Decoded refused = draw(document, 40, 20, {});
  CHECK(refused.fault == cannot + "shows \"hands.css\" from outside the file; embed it");
  CHECK(refused.fault_line == 2);
  CHECK(draw("<?xml-stylesheet href='#own'?>" + svg("<style id='own'/>"), 40, 20, {}).fault == no_fault);
}

TEST_CASE("an entity from outside the file is reported where it is used") {
  const std::string declared = "<!DOCTYPE svg [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n";
  const Decoded refused = draw(declared + svg("&x;"), 40, 20, {});
  CHECK(refused.fault == cannot + "shows \"file:///etc/passwd\" from outside the file; embed it");
  CHECK(refused.fault_line == 3);
  CHECK(draw(declared + svg(""), 40, 20, {}).fault == no_fault);
}

TEST_CASE("text is reported with its words and its font") {
  struct Row {
    std::string content, fault;
  };
  const std::string paths = "; convert text to paths";
  const Row row = GENERATE_COPY(values<Row>({
      {"<text>Soap</text>", "has the text \"Soap\"" + paths},
      {"<text font-family='MyriadPro-Bold'>Rinse\n  for <tspan>20 seconds</tspan></text>",
       "has the text \"Rinse for 20 seconds\" in the font \"MyriadPro-Bold\"" + paths},
      {"<g style=\"font-family: 'Gill Sans', sans-serif\"><text>A</text></g>",
       "has the text \"A\" in the font \"Gill Sans\"" + paths},
      {"<text style='font: italic bold 12px/30px Georgia, serif'>A</text>",
       "has the text \"A\" in the font \"Georgia\"" + paths},
      {"<style>.t { font-family: Lato }</style><g><text class='t'>A</text></g>",
       "has the text \"A\" in the font \"Lato\"" + paths},
      {"<text><tspan display='none'>no</tspan><tspan font-family='Lato'>A</tspan></text>",
       "has the text \"A\" in the font \"Lato\"" + paths},
      {"<text>A</text><text> </text><text>B</text>", "has the text \"A\" and another" + paths},
      {repeated("<text>A</text>", 5), "has the text \"A\" and 4 more" + paths},
      {repeated("<text>A</text>", 500), "has the text \"A\" and many more" + paths},
      {"<text><![CDATA[<b>]]></text>", "has the text \"<b>\"" + paths},
      {"<text>" + std::string(500, 'x') + "</text>", "has the text \"" + std::string(60, 'x') + "…\"" + paths},
      {"<text font-size='1e7'>A</text>", "has the text \"A\"" + paths},
      {"<defs><text id='t'>A</text></defs><use href='#t'/>", "has the text \"A\"" + paths},
      {"<mask id='m'><text>A</text></mask><g mask='url(#m)'/>", "has the text \"A\"" + paths},
      {"<g visibility='hidden'><text visibility='visible'>A</text></g>", "has the text \"A\"" + paths},
      {"<text fill='none' stroke='red'>A</text>", "has the text \"A\"" + paths},
      {"<style>.off { display: none } .on { display: inline !important }</style><text class='off on'>A</text>",
       "has the text \"A\"" + paths},
      {"<flowRoot><flowRegion/><flowPara>Wash</flowPara><flowPara>hands</flowPara></flowRoot>",
       "has the text \"Wash hands\" (<flowRoot>)" + paths},
      {"<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'><p>Wash</p><p>hands</p></div></foreignObject>",
       "has the text \"Wash hands\" (<foreignObject>)" + paths},
      {"<switch><foreignObject requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'><p "
       "xmlns='http://www.w3.org/1999/xhtml'>Wash</p></foreignObject><text>fallback</text></switch>",
       "has the text \"Wash\" (<foreignObject>)" + paths},
      {"<switch><text systemLanguage='fr'>Lavez</text><text>Wash</text></switch>",
       "has the text \"Lavez\" and another" + paths},
  }));
  check_fault(row.content, row.fault);
}

TEST_CASE("a long word in the message is not cut inside a character") {
  const Decoded refused = drawn("<text>x" + repeated("é", 100) + "</text>");
  CHECK(refused.fault == cannot + "has the text \"x" + repeated("é", 29) + "…\"; convert text to paths");
}

TEST_CASE("text that only a layer shows is reported where the layer is drawn") {
  const std::string content = "<defs><g id=\"sprite\"><text>A</text></g></defs>" + fill_with("red");
  CHECK(drawn(content).fault == no_fault);
  CHECK(drawn(content, {"sprite"}).fault == cannot + "has the text \"A\"; convert text to paths");
  CHECK(facts(svg(content), {"sprite"}).fault != no_fault);
}

TEST_CASE("other things that librsvg does not draw are reported") {
  check_fault("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='a.png'/></body></foreignObject>",
              "has a piece of a web page (<foreignObject>); export it again as plain SVG");
  check_fault("<foreignObject><svg width='5' height='5'><rect width='5' height='5'/></svg></foreignObject>",
              "has a piece of a web page (<foreignObject>); export it again as plain SVG");
  check_fault("<defs><meshgradient id='m'/></defs><rect width='9' height='9' fill='url(#m)'/>",
              "is painted with a <meshgradient>, which is not drawn; use a plain gradient");
  check_fault("<rect width='9' height='9' fill='var(--brand)'/>",
              "takes a colour or a size from the variable \"--brand\", which the file sets nowhere or more than once; "
              "export it with plain colours");
  check_fault("<style>.a { --c: red } .b { --c: blue } rect { fill: var(--c) }</style><rect width='9' height='9'/>",
              "takes a colour or a size from the variable \"--c\", which the file sets nowhere or more than once; "
              "export it with plain colours");
  check_fault("<g style='--a: var(--a) var(--a)'><rect width='var(--a)' height='9'/></g>",
              "takes a colour or a size from the variable \"--a\", which the file sets nowhere or more than once; "
              "export it with plain colours");
}

TEST_CASE("values in forms that librsvg ignores are reported") {
  struct Row {
    std::string content, fault;
  };
  const std::string not_drawn = ", which is not drawn; ", turns = "turns a part about its own point (transform-origin)";
  const Row row = GENERATE_COPY(values<Row>({
      {"<rect width='9' height='9' fill='oklch(62% 0.25 29)'/>",
       "has the colour \"oklch(62% 0.25 29)\"" + not_drawn + "export it with plain colours"},
      {"<g style='stroke: color-mix(in srgb, red, blue)'><path d='M0,0H9'/></g>",
       "has the colour \"color-mix(in srgb, red, blue)\"" + not_drawn + "export it with plain colours"},
      {"<rect width='9' height='9' style='clip-path: circle(4px)'/>",
       "is cut out by \"circle(4px)\"" + not_drawn + "cut it out by a shape"},
      {"<rect width='9' height='9' transform='rotate(9)' style='transform-origin: center'/>",
       turns + not_drawn + "export it with plain transforms"},
      {"<style>.a { transform: scale(2); transform-origin: 4px 4px }</style><g class='a'/>",
       turns + not_drawn + "export it with plain transforms"},
      {"<g transform='matrix(1 0 0 -1 0 0)' transform-origin='50% 50%'/>",
       turns + not_drawn + "export it with plain transforms"},
  }));
  check_fault(row.content, row.fault);
  check_remark("<path d='M0,0H9' stroke='red' vector-effect='non-scaling-stroke'/>",
               "has lines that should keep their width (vector-effect); they grow with the picture");
}

TEST_CASE("what moves is reported and shown still") {
  check_remark("<rect width='9' height='9'><animate attributeName='x' to='9' dur='1s'/></rect>",
               "moves (<animate>); it is shown still");
  check_remark(
      "<g><rect width='9' height='9'/><animateTransform attributeName='transform' type='rotate' to='9' dur='1s'/></g>",
      "moves (<animateTransform>); it is shown still");
  check_remark("<rect id='r' width='9' height='9'/><animateMotion href='#r' path='M0,0 9,9' dur='1s'/>",
               "moves (<animateMotion>); it is shown still");
  check_remark("<rect width='9' height='9'><set attributeName='fill' to='red' begin='1s'/></rect>",
               "moves (<set>); it is shown still");
  check_remark(
      "<style>@keyframes turn { to { transform: rotate(9deg) } } rect { animation: turn 1s }</style><rect width='9' "
      "height='9'/>",
      "moves (@keyframes); it is shown still");
}

TEST_CASE("a picture inside an SVG that cannot be drawn is reported") {
  const auto fault = [](const std::string& link) { return drawn(image(link)).fault; };
  const std::string has = cannot + "has an embedded ", that = " that cannot be drawn",
                    again = "; copy or export it again";
  const std::string png = png_of(clouds(400, 300)), jpeg = jpeg_of(clouds(400, 300));
  CHECK(fault(embedded("image/webp", webp_of(quarters(4, 4)))) ==
        has + "WebP picture" + that + ": it is neither PNG nor JPEG; embed it as one of these");
  CHECK(fault(embedded("image/png", webp_of(quarters(4, 4)))) ==
        has + "WebP picture" + that + ": it is neither PNG nor JPEG; embed it as one of these");
  CHECK(fault(embedded("image/gif", gif_of(quarters(4, 4)))) ==
        has + "GIF picture" + that + ": it is neither PNG nor JPEG; embed it as one of these");
  CHECK(fault(embedded("image/heic", "\0\0\0\x18"s + "ftypheic")) ==
        has + "picture" + that + ": it is a HEIC picture, as telephones store them; save it as JPEG");
  CHECK(fault(embedded("image/png", png.substr(0, png.size() / 2))) ==
        has + "PNG picture" + that + ": it is cut short: only its upper half can be read" + again);
  CHECK(fault(embedded("image/jpeg", jpeg.substr(0, jpeg.size() / 2))) ==
        has + "JPEG picture" + that + ": it is cut short: only its upper half can be read" + again);
  CHECK(fault("data:image/png;base64,") == has + "picture" + that + ": it is empty");
  CHECK(fault("data:image/png") == has + "picture" + that + ": it is empty");
  CHECK(fault("data:image/png;base64,@@@@") == has + "picture" + that + ": it is empty");
  CHECK(fault("data:text/plain,Dear%20Sir") == has + "picture" + that + ": it is a text, not a picture");
  const std::string large = png_of(quarters(4, 4)).substr(0, 8) +
                            png_chunk("IHDR", "\0\0\x2e\xe0\0\0\x2e\xe0\x08\x02\0\0\0"s) + png_chunk("IDAT", "");
  CHECK(fault(embedded("image/png", large)) ==
        has + "PNG picture" + that +
            ": it is 12000 x 12000 pixels, more than 40 megapixels; make it smaller, 2000 pixels wide is plenty");
  CHECK(fault(embedded("image/svg+xml", svg("<text>A</text>"))) ==
        has + "SVG picture" + that + ": it " + cannot + "has the text \"A\"; convert text to paths");
  std::string nested = svg(fill_with("red"));
  for (int i = 0; i < 6; ++i) nested = svg(image(embedded("image/svg+xml", nested)));
  CHECK_THAT(draw(nested, 40, 20, {}).fault, ContainsSubstring("has other SVGs inside more than 3 deep"));
}

TEST_CASE("the bitmaps of an SVG are limited together") {
  const anteroom::decode::Texture plain{5000, 3000, true, anteroom::decode::Pixels(15'000'000, 0xFFFFFFFF)};
  const std::string link = embedded("image/png", png_of(plain, {8, 0, false, false, {}, {}}));
  CHECK(drawn(image(link) + image(link)).fault == no_fault);
  CHECK(drawn(repeated(image(link), 9)).fault ==
        cannot + "has embedded pictures of 45 million pixels together; at most 40 million");
  // One that is shown nine times counts once.
  CHECK(drawn("<defs><g id='i'>" + image(link) + "</g></defs>" + repeated("<use href='#i'/>", 9)).fault == no_fault);
}

TEST_CASE("a file that is not a valid SVG says what is wrong and where") {
  struct Row {
    std::string document, fault;
    int line;
  };
  const std::string again = "; export it again";
  const std::string start = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>\n";
  const Row row = GENERATE_COPY(values<Row>({
      {start + "<rect/>\n</sv", "is cut short; copy or export it again", 3},
      {start + "<rect/>\n", "is cut short; copy or export it again", 3},
      {start + "<rect width='4", "is cut short; copy or export it again", 2},
      {start + "<!-- ", "is cut short; copy or export it again", 2},
      {start + "<g>\n</svg>", "is broken: <g> of line 2 ends with </svg>" + again, 3},
      {start + "&nbsp;</svg>", "is broken: &nbsp; means nothing in an SVG" + again, 2},
      {start + "<g a='\x01'/></svg>", "is broken: it has a character that is not allowed in an SVG" + again, 2},
      {"<html xmlns='http://www.w3.org/1999/xhtml'/>", "is a web page, not a picture; save the picture itself", 0},
      {"<?xml version='1.0'?>\n<html/>", "is a web page, not a picture; save the picture itself", 2},
      {"<rss/>", "is not a picture: its first element is <rss>, not <svg>; export it again as SVG", 1},
      {"<svg viewBox='0 0 4 2'/>",
       "is not a picture that can be drawn: its <svg> lacks xmlns=\"http://www.w3.org/2000/svg\"; export it again as "
       "SVG",
       1},
      {"<?xml version='1.0' encoding='latin-x'?><svg/>",
       "is written in the encoding \"latin-x\", which is not known; save it as UTF-8", 1},
      {svg("", "width='0' height='20'"), "is not a picture that can be drawn: its width or height is zero", 0},
      {svg("", "viewBox='0 0 0 10'"), "is not a picture that can be drawn: its viewBox is empty", 0},
  }));
  CAPTURE(row.document);
  const Decoded refused = draw(row.document, 40, 20, {});
  CHECK(refused.fault == row.fault);
  CHECK(refused.fault_line == row.line);
}

TEST_CASE("a fault in a tag of many lines is reported in its first") {
  const Decoded refused =
      draw(svg("\n<g>\n <image\n   id='a'\n   width='4'\n   height='4'\n   href='a.png' />\n</g>"), 40, 20, {});
  CHECK(refused.fault_line == 3);
}

TEST_CASE("every fault of an SVG is reported at once") {
  const Decoded refused =
      draw(svg("\n<text>A</text>\n<image href='a.png'/>\n<rect width='9' height='9'><animate/></rect>"
               "<use href='b.svg#c'/>"),
           40, 20, {});
  CHECK(refused.fault == cannot + "has the text \"A\"; convert text to paths");
  REQUIRE(refused.remarks.size() == 3);
  CHECK(refused.remarks[0].text == "shows \"a.png\" from outside the file; embed it");
  CHECK(refused.remarks[0].line == 3);
  CHECK(refused.remarks[1].text == "shows \"b.svg#c\" from outside the file; embed it");
  CHECK(refused.remarks[2].text == "moves (<animate>); it is shown still");
  std::string many;
  for (int i = 0; i < 100; ++i) many += image(std::to_string(i) + ".png");
  const Decoded long_list = drawn(many);
  REQUIRE(long_list.remarks.size() == 11);
  CHECK(long_list.remarks.back().text == "has 89 more such things");
}

TEST_CASE("an SVG beyond a limit is refused and not expanded") {
  const auto fault = [](const std::string& document) { return draw(document, 40, 20, {}).fault; };
  std::string laughs = "<!DOCTYPE svg [<!ENTITY l0 \"<g/>\">";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
  }
  CHECK_FALSE(fault(laughs + "]>" + svg("&l19;")).empty());
  const std::string block = "<!DOCTYPE svg [<!ENTITY a \"" + std::string(4000, 'x') + "\">]>";
  CHECK(fault(block + svg("<desc>" + repeated("&a;", 60'000) + "</desc>")) ==
        cannot.substr(0, cannot.size() - 3) +
            "its entities (&a;) unfold to more than 8 MB; export it again as plain SVG");
  CHECK(fault("<!DOCTYPE svg [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + svg("&a;")) ==
        "is broken: an entity contains itself, or grows too large; export it again");
  CHECK(fault(svg(repeated("<g>", 300) + repeated("</g>", 300))) ==
        cannot.substr(0, cannot.size() - 3) +
            "its elements are nested more than 256 deep; export it again as plain SVG");
  CHECK(fault(svg(repeated("<g/>", 200'000))) ==
        cannot + "has more than 200000 elements; make it simpler, or save it as PNG");
  std::string uses = "<defs><rect id=\"u0\" width=\"1\" height=\"1\"/>";
  for (int i = 1; i < 8; ++i) {
    uses += "<g id=\"u" + std::to_string(i) + "\">" + repeated("<use href=\"#u" + std::to_string(i - 1) + "\"/>", 10) +
            "</g>";
  }
  CHECK(fault(svg(uses + "</defs><use href=\"#u7\"/>")) ==
        cannot + "repeats its parts (<use>) to more than 500000 elements; make it simpler, or save it as PNG");
  std::string chain;
  for (int i = 0; i < 50'000; ++i) {
    chain += "<g id=\"u" + std::to_string(i) + "\"><use href=\"#u" + std::to_string(i + 1) + "\"/></g>";
  }
  CHECK(fault(svg("<defs>" + chain + "</defs><use href=\"#u0\"/>")) ==
        cannot + "uses parts inside parts (<use>) more than 1000 deep; export it again as plain SVG");
  CHECK(fault(svg("<image href=\"data:image/png;base64," + std::string(11'000'000, 'A') + "\"/>")) ==
        cannot + "has a value of more than 10 MB, such as an embedded picture; make it smaller");
}

TEST_CASE("a part that is too large to draw is reported") {
  CHECK(drawn("<pattern id='p' width='1e9' height='1e9' patternUnits='userSpaceOnUse'><rect width='1' height='1'/>"
              "</pattern><rect width='40' height='20' fill='url(#p)'/>")
            .fault == "has a part that is too large to draw; make it simpler, or save it as PNG");
}

TEST_CASE("links in a circle end") {
  for (const char* content : {"<g id='a'><use href='#a'/></g>", "<use id='a' href='#b'/><use id='b' href='#a'/>",
                              "<pattern id='p' href='#q'/><pattern id='q' href='#p'/><rect width='9' height='9' "
                              "fill='url(#p)'/>",
                              "<mask id='m'><g mask='url(#m)'/></mask><g mask='url(#m)'/>"}) {
    CAPTURE(content);
    const Decoded drawn_once = drawn(content);
    CHECK((drawn_once.texture.width > 0) != !drawn_once.fault.empty());
  }
}

TEST_CASE("the time to inspect an SVG grows with its length and no faster") {
  // Each would make a quadratic search take for ever.
  struct Row {
    const char *before, *part, *after;
  };
  const Row row = GENERATE(values<Row>({
      {"<!-- ", "<<<<<<<<", " -->"},
      {"<desc>", "&lt;&lt;", "</desc>"},
      {"<style>", "/*/*/*/*", "</style>"},
      {"<style>", "a{a{a{a{", "</style>"},
      {"<style>", "url(url(", "</style>"},
      {"<style>", "@import ", "</style>"},
      {"<style>", "@media{x", "</style>"},
      {"<style>", ".a.b>c,d", "</style>"},
      {"<g style=\"", "fill:url(;", "\"/>"},
      {"<g class=\"", "a b c d ", "\"/>"},
      {"<g style=\"", "a:var(; ", "\"/>"},
      {"<g id=\"", "hrefhref", "\"/>"},
      {"", "<g id='a'/>", ""},
      {"<g>", "<use href='#a'/>", "</g><g id='a'/>"},
  }));
  const auto seconds = [&](int count) {
    const std::string document = svg(row.before + repeated(row.part, count) + row.after);
    const std::clock_t begin = std::clock();
    draw(document, 40, 20, {});
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  CAPTURE(row.part);
  constexpr int count = 10'000, times = 10;
  // A quadratic search would take a hundred times as long.
  CHECK(seconds(count * times) < seconds(count) * times * 4 + 1);
}

TEST_CASE("every SVG that is cut anywhere or has a wrong byte is drawn or refused in words") {
  const std::string is_valid =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE svg [<!ENTITY c \"fill:red\">]>" +
      svg("<style>.a > rect, #b { fill: url(#g) var(--x, red) } :root { --x: lime }</style><linearGradient "
          "id=\"g\"><stop stop-color=\"red\"/></linearGradient><g class=\"a\"><rect id=\"b\" width=\"9\" height=\"9\" "
          "style=\"&c;\"/></g><use xlink:href=\"#b\"/>" +
          image(embedded("image/png", png_of(quarters(2, 2)))) +
          "<switch><g requiredExtensions=\"x\"/><g/></switch><text> </text><!-- - --><![CDATA[x]]>");
  REQUIRE(draw(is_valid, 40, 20, {}).fault == no_fault);
  Numbers numbers(7);
  for (std::size_t i = 0; i < is_valid.size(); ++i) {
    std::string bent = is_valid;
    bent[i] = static_cast<char>(numbers.bits());
    for (const std::string& bytes : {is_valid.substr(0, i), bent}) {
      CAPTURE(i, bytes);
      const Decoded result = draw(bytes, 20, 20, {});
      REQUIRE((result.texture.width > 0) != !result.fault.empty());
    }
  }
}

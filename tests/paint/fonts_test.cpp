// The fonts that are installed, as the program uses them.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "catch.h"
#include "paint/face_table.h"
#include "paint/ttf_fonts.h"
#include "text/layout.h"

namespace anteroom::paint {
namespace {

using Catch::Matchers::EndsWith;
using Catch::Matchers::WithinAbs;
using text::Weight;

constexpr scene::Color black_letters{0, 0, 0, 255};

struct Installed {
  FaceTable faces{{{"", {"Inter", "Noto Sans"}}, {"ar", {"Noto Sans Arabic"}}}, {"en", "fr"}};
  TtfFonts fonts{faces};

  text::FaceId inter(Weight weight = Weight::regular) { return fonts.face_for(U'a', "en", weight, -1); }
  double width(const std::string& utf8, Weight weight = Weight::regular) {
    return fonts.advance(inter(weight), utf8, "Latn", false);
  }
  TtfFonts::Drawn draw(const std::string& utf8, double size_px, scene::Color ink = black_letters) {
    return fonts.draw(text::Run{utf8, inter(), "Latn", false, 0, 0}, size_px, ink);
  }
};

std::uint32_t alpha(const Texture& texture, int x, int y) {
  return texture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) +
                        static_cast<std::size_t>(x)] >>
         24;
}

// The inked area, in pixels.
double inked(const Texture& texture) {
  double sum = 0;
  for (const std::uint32_t pixel : texture.pixels) sum += (pixel >> 24) / 255.0;
  return sum;
}

TEST_CASE("Latin letters are set in Inter") {
  Installed on;
  CHECK_THAT(on.faces.file(on.inter()), EndsWith("/Inter-Regular.otf"));
  CHECK_THAT(on.faces.file(on.inter(Weight::semibold)), EndsWith("/Inter-SemiBold.otf"));
  CHECK(on.faces.face_for(U'a', "fr-CA", Weight::regular, -1) == on.inter());
  CHECK(on.faces.face_for(U'\u0153', "fr", Weight::regular, -1) == on.inter());
  // A language that the table does not name.
  CHECK(on.faces.face_for(U'a', "xx", Weight::regular, -1) == on.inter());
  CHECK(on.faces.missing_families().empty());
}

TEST_CASE("letters of every script are as tall as the face says") {
  struct Sample {
    const char* language;
    const char* family;
    char32_t letter;
    const char* text;
    const char* script;
  };
  // One face for each script of assets/fonts.toml without an H; Thaana and Cherokee stand for scripts not foreseen.
  const Sample samples[] = {
      {"te", "Noto Sans Telugu", U'\u0C15', "\u0C15", "Telu"},
      {"kn", "Noto Sans Kannada", U'\u0C95', "\u0C95", "Knda"},
      {"ml", "Noto Sans Malayalam", U'\u0D15', "\u0D15", "Mlym"},
      {"si", "Noto Sans Sinhala", U'\u0D9A', "\u0D9A", "Sinh"},
      {"km", "Noto Sans Khmer", U'\u1780', "\u1780", "Khmr"},
      {"lo", "Noto Sans Lao", U'\u0E81', "\u0E81", "Laoo"},
      {"my", "Noto Sans Myanmar", U'\u1000', "\u1000", "Mymr"},
      {"am", "Noto Sans Ethiopic", U'\u1200', "\u1200", "Ethi"},
      {"hy", "Noto Sans Armenian", U'\u0531', "\u0531", "Armn"},
      {"ka", "Noto Sans Georgian", U'\u10D0', "\u10D0", "Geor"},
      {"dv", "Noto Sans Thaana", U'\u0780', "\u0780", "Thaa"},
      {"chr", "Noto Sans Cherokee", U'\u13A0', "\u13A0", "Cher"},
  };
  for (const Sample& sample : samples) {
    INFO(sample.family);
    const FaceTable faces({{"", {"Inter"}}, {sample.language, {sample.family}}}, {"en", sample.language});
    REQUIRE(faces.missing_families().empty());
    TtfFonts fonts(faces);
    const text::FaceId face = fonts.face_for(sample.letter, sample.language, Weight::regular, -1);
    constexpr double size_px = 100;
    const TtfFonts::Drawn drawn =
        fonts.draw(text::Run{sample.text, face, sample.script, false, 0, 0}, size_px, black_letters);
    const double promised = fonts.metrics(face).cap_height * size_px;
    CHECK(drawn.baseline_px >= 0.85 * promised);
    CHECK(drawn.baseline_px <= 1.3 * promised);
  }
}

TEST_CASE("families that are not installed are reported once") {
  const FaceTable faces(
      {{"", {"Inter", "No Such Family"}}, {"fr", {"Other Missing Family"}}, {"de", {"Unasked Family"}}}, {"en", "fr"});
  CHECK(faces.missing_families() == std::vector<std::string>{"No Such Family", "Other Missing Family"});
  CHECK_THAT(faces.file(faces.face_for(U'a', "fr", Weight::regular, -1)), EndsWith("/Inter-Regular.otf"));
}

TEST_CASE("text is set even when no family of the table is installed") {
  const FaceTable faces({{"", {"No Such Family"}}}, {"en"});
  const text::FaceId face = faces.face_for(U'a', "en", Weight::regular, -1);
  TtfFonts fonts(faces);
  CHECK(fonts.advance(face, "abc", "Latn", false) > 0.5);
}

TEST_CASE("spaces and punctuation keep the preceding face and letters return to their own") {
  Installed on;
  const text::FaceId arabic = on.faces.face_for(U'\u0628', "ar", Weight::regular, -1);
  REQUIRE(arabic != on.inter());
  CHECK(on.faces.face_for(U'\u0628', "en", Weight::regular, on.inter()) == arabic);
  CHECK(on.faces.face_for(U' ', "en", Weight::regular, arabic) == arabic);
  CHECK(on.faces.face_for(U'a', "en", Weight::regular, arabic) == on.inter());
  CHECK(on.faces.face_for(U'a', "ar", Weight::regular, arabic) == on.inter());
  CHECK(on.faces.face_for(U' ', "ar", Weight::regular, on.inter()) == on.inter());
  CHECK(on.faces.face_for(U' ', "ar", Weight::regular, -1) == arabic);
}

TEST_CASE("a character has a face that shows it or is reported missing") {
  Installed on;
  CHECK(on.fonts.covers(U'a', "en", Weight::regular));
  CHECK_FALSE(on.fonts.covers(U'\U00050000', "en", Weight::regular));  // never assigned
  CHECK(on.fonts.face_for(U'\U00050000', "en", Weight::regular, -1) == on.inter());
  const double missing = on.width("\U00050000");
  for (const char32_t character : {U'\u0628', U'\u05D0', U'\u4F60', U'\uD55C', U'\u0915'}) {
    INFO(static_cast<std::uint32_t>(character));
    const text::FaceId face = on.fonts.face_for(character, "en", Weight::regular, -1);
    if (on.fonts.covers(character, "en", Weight::regular)) {
      CHECK(face != on.inter());
    } else {
      CHECK(face == on.inter());
    }
  }
  CHECK(missing > 0);
}

TEST_CASE("measures are those of the font") {
  Installed on;
  const text::FaceMetrics metrics = on.fonts.metrics(on.inter());
  CHECK_THAT(metrics.cap_height, WithinAbs(0.727, 0.002));
  CHECK_THAT(metrics.ascent, WithinAbs(0.969, 0.002));
  CHECK_THAT(metrics.descent, WithinAbs(0.241, 0.002));
  const text::FaceId arabic = on.fonts.face_for(U'\u0628', "ar", Weight::regular, -1);
  CHECK(on.fonts.metrics(arabic).cap_height > 0.4);
  CHECK(on.fonts.metrics(arabic).cap_height < 1);
  // Half a capital; between the ink of signs above and below letters.
  CHECK_THAT(metrics.middle, WithinAbs(0.364, 0.002));
  CHECK_THAT(on.fonts.metrics(arabic).middle, WithinAbs(0.21, 0.05));
  const text::FaceId punjabi = on.fonts.face_for(U'\u0A15', "pa", Weight::regular, -1);
  CHECK_THAT(on.fonts.metrics(punjabi).middle, WithinAbs(0.355, 0.01));
}

TEST_CASE("letters are kerned and semibold ones are wider") {
  Installed on;
  CHECK(on.width("AV") < on.width("A") + on.width("V") - 0.02);
  CHECK_THAT(on.width("HH"), WithinAbs(2 * on.width("H"), 0.003));
  CHECK(on.width("Results show", Weight::semibold) > on.width("Results show") + 0.1);
  CHECK(on.width("") == 0);
  // Ink that extends beyond the advance, such as that of j to the left, does not count.
  CHECK_THAT(on.width("jjjjjjjjjj"), WithinAbs(10 * on.width("j"), 0.02));
}

TEST_CASE("a mark takes no room of its own") {
  Installed on;
  CHECK_THAT(on.width("e\u0301te\u0301"), WithinAbs(on.width("\u00E9t\u00E9"), 0.003));
}

TEST_CASE("Arabic letters join") {
  Installed on;
  const text::FaceId arabic = on.fonts.face_for(U'\u0628', "ar", Weight::regular, -1);
  const double joined = on.fonts.advance(arabic, "\u0628\u0628\u0628", "Arab", true);
  const double alone = on.fonts.advance(arabic, "\u0628", "Arab", true);
  CHECK(joined < 2.5 * alone);
  CHECK(joined > alone);
}

// Where the ink of the last letter ends, from the origin; a stem may cover only part of its last pixel.
double ink_end_px(const TtfFonts::Drawn& drawn) {
  std::uint32_t max = 0;
  for (int y = 0; y < drawn.texture.height; ++y) max = std::max(max, alpha(drawn.texture, drawn.texture.width - 1, y));
  return drawn.texture.width - 1 + max / 255.0 - drawn.left_px;
}

TEST_CASE("drawn text is as wide as it was laid out at every size") {
  Installed on;
  // The H at its end does not fill its advance.
  const std::string text = "Hamburgefonts, 48 to 72 hours, AVATAR. ToH";
  const double bearing = on.width("H") - ink_end_px(on.draw("H", 1000)) / 1000;
  for (const double size_px : {17.0, 23.4, 31.5, 40.27, 52.0, 63.81, 120.6}) {
    INFO(size_px);
    CHECK_THAT(ink_end_px(on.draw(text, size_px)), WithinAbs((on.width(text) - bearing) * size_px, 0.5));
  }
}

TEST_CASE("a run stands on its baseline") {
  Installed on;
  for (const double size_px : {20.3, 44.0, 71.7}) {
    INFO(size_px);
    const TtfFonts::Drawn flat = on.draw("HEI", size_px);
    CHECK(flat.baseline_px == flat.texture.height);
    CHECK_THAT(flat.texture.height, WithinAbs(0.727 * size_px, 1.0));
    const TtfFonts::Drawn deep = on.draw("Hg", size_px);
    CHECK(deep.baseline_px == flat.baseline_px);
    CHECK(deep.texture.height > deep.baseline_px);
    CHECK_THAT(deep.texture.height - deep.baseline_px, WithinAbs(0.205 * size_px, 1.5));
    // All ink is on or below the baseline, which is still inside the texture.
    const TtfFonts::Drawn low = on.draw("_", size_px);
    CHECK(low.baseline_px == 0);
  }
}

TEST_CASE("accents piled above the ascent do not push the text down") {
  Installed on;
  const int letter_px = on.draw("H", 60).baseline_px;
  const TtfFonts::Drawn piled = on.draw("HA\u0302\u0301\u0302\u0301\u0302\u0301\u0302\u0301", 60);
  REQUIRE(piled.baseline_px > on.fonts.metrics(on.inter()).ascent * 60 + 1);
  // Its H is found below the marks: the first column of ink, from the cap height down to the baseline.
  int top = 0;
  while (alpha(piled.texture, piled.left_px + 8, top) < 128) ++top;
  CHECK(piled.baseline_px - top == letter_px);
}

TEST_CASE("ink left of the origin is kept") {
  Installed on;
  const TtfFonts::Drawn j = on.draw("j", 80);
  CHECK(j.left_px > 0);
  CHECK(on.draw("H", 80).left_px == 0);
}

TEST_CASE("pixels are premultiplied ink") {
  Installed on;
  const TtfFonts::Drawn drawn = on.draw("M", 40, scene::Color{200, 100, 0, 128});
  CHECK(inked(drawn.texture) > 100);
  CHECK_FALSE(drawn.texture.opaque);
  std::uint32_t darkest = 0;
  for (const std::uint32_t pixel : drawn.texture.pixels) {
    const std::uint32_t a = pixel >> 24;
    darkest = std::max(darkest, a);
    const std::vector<std::uint32_t> channels{pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255};
    const std::vector<std::uint32_t> wanted{(200 * a + 127) / 255, (100 * a + 127) / 255, 0};
    if (channels != wanted) FAIL("pixel " << pixel);
  }
  CHECK(darkest == 128);
}

TEST_CASE("what has no ink is an empty texture") {
  Installed on;
  for (const char* text : {"", " ", "\u00A0", "\u200B"}) {
    const TtfFonts::Drawn drawn = on.draw(text, 40);
    CHECK(drawn.texture.width == 0);
    CHECK(drawn.texture.pixels.empty());
  }
}

TEST_CASE("the same run is drawn the same after other scripts and after a trim") {
  Installed on;
  const TtfFonts::Drawn before = on.draw("fold (1)", 33.3);
  const text::FaceId arabic = on.fonts.face_for(U'\u0628', "ar", Weight::regular, -1);
  on.fonts.draw(text::Run{"\u0628\u062A", arabic, "Arab", true, 0, 0}, 33.3, black_letters);
  on.fonts.draw(text::Run{"(", on.inter(), "Arab", true, 0, 0}, 33.3, black_letters);
  const TtfFonts::Drawn after = on.draw("fold (1)", 33.3);
  CHECK(before.texture.pixels == after.texture.pixels);
  CHECK(before.baseline_px == after.baseline_px);
  on.fonts.trim();
  on.fonts.trim();
  CHECK(on.draw("fold (1)", 33.3).texture.pixels == before.texture.pixels);
}

TEST_CASE("brackets are mirrored in text from right to left") {
  Installed on;
  const auto bracket = [&](const char* utf8, bool right_to_left) {
    return on.fonts.draw(text::Run{utf8, on.inter(), "Latn", right_to_left, 0, 0}, 40, black_letters).texture.pixels;
  };
  CHECK(bracket("(", true) == bracket(")", false));
  CHECK(bracket("(", true) != bracket("(", false));
}

TEST_CASE("a laid out paragraph fits its box to the pixel") {
  Installed on;
  text::Style style;
  style.size_mm = 10;
  const double size_px = 37.9;
  const text::Layout layout = text::lay_out(
      "A fold in paper stays. Starting before the fold stays means fewer injections later, say most people who ask.",
      style, 160, on.fonts);
  REQUIRE(layout.lines.size() >= 3);
  for (const text::Line& line : layout.lines) {
    INFO(line.text);
    REQUIRE(line.runs.size() == 1);
    CHECK(line.width_mm <= 160);
    const TtfFonts::Drawn drawn = on.fonts.draw(line.runs[0], size_px, black_letters);
    const double right_px = drawn.texture.width - drawn.left_px;
    CHECK(right_px <= line.width_mm / 10 * size_px + 1);
    CHECK(right_px >= line.width_mm / 10 * size_px - 0.12 * size_px);  // the last letter's own bearing
  }
}

}  // namespace
}  // namespace anteroom::paint

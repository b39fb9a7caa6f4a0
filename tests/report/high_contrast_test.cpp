// What pictures draw in ink stays visible on the black of high contrast, measured on pixels.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "assembly/load.h"
#include "assembly/screen_size.h"
#include "catch.h"
#include "model/card.h"
#include "paint/painter.h"
#include "paint/ttf_fonts.h"
#include "report/every_screen.h"
#include "scene/hit_test.h"
#include "scene/palette.h"
#include "screens/compose.h"
#include "shipped_fronts.h"
#include "temporary_folder.h"

using namespace anteroom;

namespace {

// The colours in which the pictures' outlines, signs and dark shapes are drawn.
constexpr std::array<std::uint32_t, 2> inks{0x1C2B33, 0x0B5D5E};
constexpr int least_pixels = 40;  // of a stroke or shape that means something
constexpr int beyond_rim = 3;     // pixels from the last one in full ink to the first one of what is beside it
constexpr double visible = 3;     // WCAG 2.2, 1.4.11

bool is_ink(std::uint32_t pixel, std::uint32_t ink) {
  for (unsigned shift = 0; shift < 24; shift += 8) {
    if (std::abs(static_cast<int>(pixel >> shift & 255) - static_cast<int>(ink >> shift & 255)) > 4) return false;
  }
  return true;
}

scene::Color color_of(std::uint32_t pixel) {
  return scene::rgb(pixel & 0xFFFFFF);
}

// The strokes and shapes of one ink in `layer`, and how many of them meet one of the grounds where their pixels differ
// too little from it to be seen.
struct Strokes {
  int all = 0, lost = 0;
};

class Inked {
 public:
  Inked(const paint::Layer& layer, std::uint32_t ink, const std::vector<std::uint32_t>& grounds)
      : layer_(layer), ink_(ink), grounds_(grounds), visited_(layer.pixels.size()) {}

  Strokes count() {
    Strokes strokes;
    for (int y = 0; y < layer_.height; ++y) {
      for (int x = 0; x < layer_.width; ++x) {
        if (!is_fresh(x, y)) continue;
        const Outline outline = follow(x, y);
        if (outline.pixels < least_pixels) continue;
        ++strokes.all;
        constexpr int negligible = 6;  // pixels of an outline
        if (outline.unseen > negligible) ++strokes.lost;
      }
    }
    return strokes;
  }

 private:
  // Of connected pixels: how many they are, and how often they meet a ground with too little contrast.
  struct Outline {
    int pixels = 0, unseen = 0;
  };

  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(layer_.width) + static_cast<std::size_t>(x);
  }
  bool holds(int x, int y) const { return x >= 0 && y >= 0 && x < layer_.width && y < layer_.height; }
  bool is_inked(int x, int y) const { return holds(x, y) && is_ink(layer_.pixels[index(x, y)], ink_); }
  bool is_fresh(int x, int y) const { return is_inked(x, y) && !visited_[index(x, y)]; }

  Outline follow(int from_x, int from_y) {
    constexpr std::array<std::pair<int, int>, 4> around{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    Outline outline;
    std::vector<std::pair<int, int>> open{{from_x, from_y}};
    visited_[index(from_x, from_y)] = true;
    while (!open.empty()) {
      const auto [x, y] = open.back();
      open.pop_back();
      ++outline.pixels;
      for (const auto& [dx, dy] : around) {
        const int beside_x = x + beyond_rim * dx, beside_y = y + beyond_rim * dy;
        if (is_fresh(x + dx, y + dy)) {
          visited_[index(x + dx, y + dy)] = true;
          open.emplace_back(x + dx, y + dy);
        } else if (!is_inked(x + dx, y + dy) && is_ground(beside_x, beside_y)) {
          if (contrast_of(x, y, beside_x, beside_y) < visible) ++outline.unseen;
        }
      }
    }
    return outline;
  }
  bool is_ground(int x, int y) const {
    return holds(x, y) &&
           std::find(grounds_.begin(), grounds_.end(), layer_.pixels[index(x, y)] & 0xFFFFFF) != grounds_.end();
  }
  double contrast_of(int x, int y, int other_x, int other_y) const {
    return scene::contrast(color_of(layer_.pixels[index(x, y)]), color_of(layer_.pixels[index(other_x, other_y)]));
  }

  const paint::Layer& layer_;
  std::uint32_t ink_;
  const std::vector<std::uint32_t>& grounds_;
  std::vector<bool> visited_;
};

// `field`: the colour of the field behind the picture, if there is one.
Strokes strokes_of(const paint::Layer& layer, std::optional<scene::Color> field = {}) {
  std::vector<std::uint32_t> grounds{0};
  if (field) grounds.push_back(static_cast<std::uint32_t>(field->r << 16 | field->g << 8 | field->b));
  Strokes all;
  for (const std::uint32_t ink : inks) {
    const Strokes some = Inked(layer, ink, grounds).count();
    all.all += some.all;
    all.lost += some.lost;
  }
  return all;
}

// The part of `layer`, which shows `scene`, that is in `box`.
paint::Layer part_of(const paint::Layer& layer, const scene::Scene& scene, const scene::Rect& box) {
  const double scale = layer.width / scene.width_mm;
  const auto left = static_cast<int>(std::ceil(box.x * scale)), right = static_cast<int>(box.right() * scale);
  const auto top = static_cast<int>(std::ceil(box.y * scale)), bottom = static_cast<int>(box.bottom() * scale);
  paint::Layer part;
  part.width = right - left;
  part.height = bottom - top;
  for (int y = top; y < bottom; ++y) {
    const auto row = layer.pixels.begin() + static_cast<std::ptrdiff_t>(y) * layer.width;
    part.pixels.insert(part.pixels.end(), row + left, row + right);
  }
  return part;
}

assembly::Loaded shipped() {
  source::Diagnostics diagnostics;
  assembly::Loaded loaded = assembly::load({std::string(ANTEROOM_ROOT) + "/config/kiosk.toml", {}}, diagnostics);
  loaded.content.settings.screen = assembly::resized(loaded.content.settings.screen, {1280, 720});
  return loaded;
}

// The same pack if its pictures had no colours of their own for high contrast, as most packs' have none.
void use_white_lines(Content& content) {
  for (Card& card : content.pack.cards) card.has_contrast_colors = false;
}

}  // namespace

TEST_CASE("what a shipped picture draws in ink is seen on the black of high contrast") {
  assembly::Loaded loaded = shipped();
  use_white_lines(loaded.content);
  paint::TtfFonts fonts(*loaded.faces);
  paint::Pictures pictures(assembly::picture_options(loaded.content.settings, 8U << 20));
  paint::Painter painter(*loaded.faces, pictures);
  State state = start(loaded.content, {MonoTime{}, report::time_of_all_cards(loaded.content)});
  state.hello = false;
  state.open = true;
  state.session.high_contrast = true;
  int strokes = 0;
  for (const std::size_t card : report::shown_cards(loaded.content, 0)) {
    state.card = card;
    const scene::Scene scene = screens::compose(state, loaded.content, fonts);
    REQUIRE(scene.ground == scene::palette::black);
    const scene::Picture* picture = tests::picture_of(scene);
    REQUIRE(picture != nullptr);
    const Strokes found = strokes_of(part_of(painter.paint(scene, 1280, 720), scene, picture->box));
    INFO(loaded.content.pack.cards[card].id << ": " << found.lost << " of " << found.all << " vanish");
    CHECK(found.lost == 0);
    strokes += found.all;
  }
  CHECK(strokes > 50);  // otherwise the test would have looked at nothing
}

// How many pixels of flat colours that are hardly seen on black, though not black themselves, lie beside black.
int faint_pixels(const paint::Layer& layer) {
  const auto at = [&](int x, int y) {
    return layer.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(layer.width) +
                        static_cast<std::size_t>(x)] &
           0xFFFFFF;
  };
  int faint = 0;
  for (int y = beyond_rim; y < layer.height - beyond_rim; ++y) {
    for (int x = beyond_rim; x < layer.width - beyond_rim; ++x) {
      const std::uint32_t pixel = at(x, y);
      if (pixel == 0 || scene::contrast(color_of(pixel), scene::palette::black) >= visible) continue;
      // Of a rim that fades out no two pixels in a row are alike.
      const bool is_flat =
          (at(x - 1, y) == pixel || at(x + 1, y) == pixel) && (at(x, y - 1) == pixel || at(x, y + 1) == pixel);
      const bool is_beside = at(x - beyond_rim, y) == 0 || at(x + beyond_rim, y) == 0 || at(x, y - beyond_rim) == 0 ||
                             at(x, y + beyond_rim) == 0;
      if (is_flat && is_beside) ++faint;
    }
  }
  return faint;
}

TEST_CASE("a shipped picture with colours of its own for high contrast has none that is lost on black") {
  const assembly::Loaded loaded = shipped();
  paint::Pictures pictures(assembly::picture_options(loaded.content.settings, 8U << 20));
  paint::Painter painter(*loaded.faces, pictures);
  int count = 0;
  for (const Card& card : loaded.content.pack.cards) {
    if (!card.has_contrast_colors) continue;
    scene::Scene scene;
    scene.width_mm = 476;
    scene.height_mm = 268;
    scene.ground = scene::palette::black;
    scene.items.emplace_back(
        scene::Picture{.box = {10, 10, 456, 248}, .file = card.picture, .alt = "x", .high_contrast = true});
    INFO(card.id);
    CHECK(faint_pixels(painter.paint(scene, 1280, 720)) < least_pixels);
    // Half hidden it would have: the test can fail.
    std::get<scene::Picture>(scene.items.back()).opacity = 0.3;
    CHECK(faint_pixels(painter.paint(scene, 1280, 720)) >= least_pixels);
    ++count;
  }
  CHECK(count > 0);
}

TEST_CASE("ink that vanishes on black would be found") {
  const assembly::Loaded loaded = shipped();
  paint::Pictures pictures(assembly::picture_options(loaded.content.settings, 8U << 20));
  paint::Painter painter(*loaded.faces, pictures);
  const TemporaryFolder folder;
  const auto vanishing = [&](const std::string& name, const std::string& drawn) {
    folder.write(name, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 900\">" + drawn + "</svg>");
    scene::Scene scene;
    scene.width_mm = 476;
    scene.height_mm = 268;
    scene.ground = scene::palette::black;
    scene.items.emplace_back(scene::Picture{.box = {50, 20, 280, 210}, .file = (folder / name).string(), .alt = "x"});
    return strokes_of(painter.paint(scene, 1280, 720));
  };
  const std::string disc = "<circle cx=\"600\" cy=\"450\" r=\"400\" fill=\"#DCE9E6\"/>";
  const std::string inside = "<circle cx=\"600\" cy=\"450\" r=\"60\" fill=\"#1C2B33\"/>";
  const std::string line = "<path d=\"M20 450H1180\" stroke=\"#1C2B33\" stroke-width=\"14\"/>";
  // On the disc it is seen; across its edge only on a plate, which the painter adds.
  CHECK(vanishing("on-disc.svg", disc + inside).lost == 0);
  CHECK(vanishing("on-disc-2.svg", disc + inside).all == 1);
  CHECK(vanishing("across.svg", disc + line).lost == 0);
  // The same line on a black rectangle of the picture itself, which no plate can help.
  const std::string night = "<rect width=\"1200\" height=\"900\" fill=\"#000000\"/>";
  CHECK(vanishing("night.svg", night + line).lost == 1);
  // On a field that is too dark, as the screen's panels are.
  const scene::Color dark = scene::rgb(0x505050);
  const std::string panel = "<rect width=\"1200\" height=\"900\" fill=\"#505050\"/>";
  folder.write("panel.svg",
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 900\">" + panel + line + "</svg>");
  scene::Scene scene;
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.ground = scene::palette::black;
  scene.items.emplace_back(
      scene::Picture{.box = {50, 20, 280, 210}, .file = (folder / "panel.svg").string(), .alt = "x"});
  CHECK(strokes_of(painter.paint(scene, 1280, 720), dark).lost == 1);
}

// The keys of `scene` whose word is less than `least_mm` from the key's sides.
std::vector<std::string> tight_keys(const scene::Scene& scene, double least_mm) {
  std::vector<std::string> tight;
  for (const scene::Item& item : scene.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    const scene::Target* key = nullptr;
    for (const scene::Target* target : scene::focus_order(scene)) {
      if (text != nullptr && !target->ground && target->box.encloses(text->box)) key = target;
    }
    if (key == nullptr) continue;
    for (const text::Line& line : text->layout.lines) {
      const double from = text->box.x + line.x_mm;
      if (std::min(from - key->box.x, key->box.right() - from - line.width_mm) < least_mm)
        tight.push_back(key->id + ": " + text->layout.text);
    }
  }
  return tight;
}

TEST_CASE("without its white line, a shipped picture's ink vanishes on the black of high contrast") {
  assembly::Loaded loaded = shipped();
  use_white_lines(loaded.content);
  paint::TtfFonts fonts(*loaded.faces);
  paint::Pictures pictures(assembly::picture_options(loaded.content.settings, 8U << 20));
  paint::Painter painter(*loaded.faces, pictures);
  State state = start(loaded.content, {MonoTime{}, report::time_of_all_cards(loaded.content)});
  state.hello = false;
  state.open = true;
  state.session.high_contrast = true;
  int lost = 0;
  for (const std::size_t card : report::shown_cards(loaded.content, 0)) {
    state.card = card;
    scene::Scene scene = screens::compose(state, loaded.content, fonts);
    const scene::Rect box = tests::picture_of(scene)->box;
    for (scene::Item& item : scene.items) {
      auto* picture = std::get_if<scene::Picture>(&item);
      if (picture != nullptr && picture->outline_mm > 0) picture->tint = scene::palette::black;
    }
    lost += strokes_of(part_of(painter.paint(scene, 1280, 720), scene, box)).lost;
  }
  CHECK(lost > 5);
}

TEST_CASE(
    "in high contrast a front's picture has a white edge or its own colours, and the number to call is not in the "
    "colour "
    "of a touch") {
  int edges = 0, numbers = 0;
  for (const assembly::Size size : {assembly::Size{1920, 1080}, {1080, 1920}}) {
    tests::ShippedPack shipped("kiosk.toml", size);
    for (const int percent : {100, 200}) {
      if (percent == 200) use_white_lines(shipped.loaded.content);
      for (const scene::Scene& front : shipped.loop("", percent, true).fronts) {
        INFO(size.width << " " << percent << "% " << front.card << " " << front.language);
        const scene::Picture* picture = tests::picture_of(front);
        REQUIRE(picture != nullptr);
        std::optional<scene::Color> number;
        scene::Color behind = front.ground;
        bool has_edge = false, has_invitation = false;
        CHECK(front.ground == scene::palette::black);
        CHECK(tight_keys(front, 2) == std::vector<std::string>());  // a millimetre from the line
        for (const scene::Item& item : front.items) {
          const auto* text = std::get_if<scene::Text>(&item);
          if (text != nullptr && text->layout.text.find("911") != std::string::npos &&
              text->role == scene::TextRole::title) {
            number = text->ink;
          }
          if (const auto* line = std::get_if<scene::Picture>(&item); line != nullptr && line->outline_mm >= 1) {
            has_edge |= line->box == picture->box && line->frame == picture->frame && line < picture &&
                        line->tint == scene::palette::white;
          }
          const auto* fill = std::get_if<scene::Fill>(&item);
          if (fill == nullptr) continue;
          has_invitation |= fill->color == scene::palette::high_contrast.chosen ||
                            (fill->edge_mm > 0 && fill->edge == scene::palette::high_contrast.chosen);
          if (fill->box.encloses(picture->box) && fill->color.a > 0) behind = fill->color;
        }
        CHECK(behind == scene::palette::black);  // nothing glares behind it
        CHECK(has_edge != picture->high_contrast);
        CHECK(has_invitation);
        ++edges;
        if (!number) continue;
        CHECK(*number == scene::palette::white);  // not black on yellow
        ++numbers;
      }
    }
  }
  CHECK(edges == 2 * 2 * 11 * 6);
  CHECK(numbers == 2 * 2 * 6);
}

TEST_CASE("in high contrast what can be touched in a picture is marked in the colour of a touch, on black") {
  tests::ShippedPack shipped("kiosk.toml", {1920, 1080});
  use_white_lines(shipped.loaded.content);
  const Content& content = shipped.loaded.content;
  const WallTime time = std::chrono::local_days(content.pack.review.on) + std::chrono::hours(9);
  Session look;
  look.high_contrast = true;
  int marked = 0, edged = 0;
  for (const scene::Scene& scene : report::every_screen(content, shipped.fonts, time, look)) {
    for (const scene::Item& item : scene.items) {
      const auto* picture = std::get_if<scene::Picture>(&item);
      if (picture == nullptr || picture->outline_mm <= 0) continue;
      const scene::palette::Colors& colors = scene::palette::high_contrast;
      REQUIRE(picture->tint);
      if (*picture->tint == colors.ink) {  // around the whole picture: seen on black also where that is dim
        const auto dimmed = static_cast<std::uint8_t>(255 * picture->opacity);
        CHECK(scene::contrast({dimmed, dimmed, dimmed, 255}, colors.ground) >= visible);
        ++edged;
        continue;
      }
      CHECK((*picture->tint == colors.chosen || *picture->tint == colors.ground));
      if (*picture->tint == colors.chosen) ++marked;
    }
  }
  CHECK(marked > 50);
  CHECK(edged > 50);
  CHECK(scene::contrast(scene::palette::high_contrast.chosen, scene::palette::high_contrast.ground) >= visible);
}

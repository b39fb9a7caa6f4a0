#include "paint/painter.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <variant>

#include "paint/imgui.h"
#include "paint/qr_code.h"
#include "paint/rasteriser.h"
#include "paint/shapes.h"
#include "paint/ttf_fonts.h"

namespace anteroom::paint {
namespace {

ImU32 color_of(scene::Color color) {
  return IM_COL32(color.r, color.g, color.b, color.a);
}

// Beyond this no pixel of any screen lies; it keeps whole numbers whole in ImGui's floats.
constexpr double far = 1 << 20;

double bounded(double px) {
  return px > -far ? std::min(px, far) : -far;
}  // NaN: far away
int whole(double px) {
  return static_cast<int>(std::floor(bounded(px) + 0.5));
}

bool sound(const scene::Rect& box) {
  return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.w) && std::isfinite(box.h) && box.w > 0 &&
         box.h > 0;
}

// A box on whole pixels, where neighbours meet without a seam; never less than one pixel.
struct PixelBox {
  int x0, y0, x1, y1;
  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

}  // namespace

struct Painter::Data {
  Data(const FaceTable& faces, Pictures& pictures_used) : fonts(faces), pictures(pictures_used) {}

  TtfFonts fonts;
  Pictures& pictures;
  DrawListData draw_list_data;
  ImDrawList list{draw_list_data.get()};
  std::vector<std::string> faults;

  // Of the paint that runs: pixels a millimetre, and what the list points to.
  double scale = 1;
  std::deque<Texture> drawn_runs;
  std::vector<std::shared_ptr<const Texture>> shown_pictures;

  PixelBox pixel_box(const scene::Rect& box) const {
    PixelBox result{whole(box.x * scale), whole(box.y * scale), whole(box.right() * scale),
                    whole(box.bottom() * scale)};
    result.x1 = std::max(result.x1, result.x0 + 1);
    result.y1 = std::max(result.y1, result.y0 + 1);
    return result;
  }

  void add_image(const Texture& texture, int x, int y) {
    list.AddImage(texture_id(&texture), ImVec2(static_cast<float>(x), static_cast<float>(y)),
                  ImVec2(static_cast<float>(x + texture.width), static_cast<float>(y + texture.height)));
  }

  RoundBox round_box(const scene::Fill& fill) const {
    const double radius = std::min({fill.radius_mm, fill.box.w / 2, fill.box.h / 2}) * scale;
    const bool circle = fill.radius_mm * 2 >= std::max(fill.box.w, fill.box.h) * 0.999;
    if (circle) {
      // Rounded to pixels, dots of one size would differ.
      return {bounded(fill.box.x * scale), bounded(fill.box.y * scale), bounded(fill.box.right() * scale),
              bounded(fill.box.bottom() * scale), radius};
    }
    const PixelBox box = pixel_box(fill.box);
    const double half = std::min(box.width(), box.height()) / 2.0;
    return {static_cast<double>(box.x0), static_cast<double>(box.y0), static_cast<double>(box.x1),
            static_cast<double>(box.y1), std::clamp(radius > 0 ? radius : 0.0, 0.0, half)};
  }

  void add(const scene::Fill& fill) {
    if (!sound(fill.box)) return;
    const RoundBox box = round_box(fill);
    const bool edged = fill.edge_mm > 0 && fill.edge.a > 0;
    const double edge = edged ? std::max(1.0, std::floor(bounded(fill.edge_mm * scale) + 0.5)) : 0;
    // Below an opaque edge the fill ends halfway, so that it neither shows outside nor leaves a seam.
    add_box(list, edged && fill.edge.a == 255 ? box.grown(-edge / 2) : box, color_of(fill.color));
    if (edged) add_ring(list, box, edge, color_of(fill.edge));
  }

  void add(const scene::Picture& picture) {
    if (!sound(picture.box)) return;
    const PixelBox box = pixel_box(picture.box);
    Pictures::Loaded loaded = pictures.load(picture.file, box.width(), box.height(), picture.tint, picture.mirrored);
    if (!loaded.texture) {
      faults.push_back(picture.file + ": " + loaded.fault);
      return;
    }
    const Texture& texture = *loaded.texture;
    shown_pictures.push_back(loaded.texture);
    add_image(texture, box.x0 + (box.width() - texture.width) / 2, box.y0 + (box.height() - texture.height) / 2);
  }

  void add(const scene::Text& text) {
    constexpr double largest_px = 4096;  // an em taller than any screen
    const double size_px = text.layout.style.size_mm * scale;
    if (!std::isfinite(text.box.x) || !std::isfinite(text.box.y) || !(size_px > 0 && size_px < largest_px)) return;
    for (const text::Line& line : text.layout.lines) {
      const int baseline = whole((text.box.y + line.baseline_mm) * scale);
      for (const text::Run& run : line.runs) {
        TtfFonts::Drawn drawn = fonts.draw(run, size_px, text.ink);
        if (drawn.texture.width == 0) continue;
        drawn_runs.push_back(std::move(drawn.texture));
        add_image(drawn_runs.back(), whole((text.box.x + run.x_mm) * scale) - drawn.left_px,
                  baseline - drawn.baseline_px);
      }
    }
  }

  void add(const scene::Code& code) {
    if (!sound(code.box)) return;
    constexpr int quiet = 4;  // modules on every side: ISO/IEC 18004
    const PixelBox box = pixel_box(code.box);
    const QrCode qr = qr_code(code.content);
    const int module = qr.size > 0 ? std::min(box.width(), box.height()) / (qr.size + 2 * quiet) : 0;
    if (qr.size > 0 && module == 0) return;  // too few pixels here: no fault of the content
    if (module == 0) {
      faults.push_back("QR code of \"" + code.content + "\": the content is empty or too long");
      return;
    }
    const auto fill = [this](int x, int y, int w, int h, ImU32 color) {
      list.AddRectFilled(ImVec2(static_cast<float>(x), static_cast<float>(y)),
                         ImVec2(static_cast<float>(x + w), static_cast<float>(y + h)), color);
    };
    fill(box.x0, box.y0, box.width(), box.height(), IM_COL32_WHITE);
    const int left = box.x0 + (box.width() - qr.size * module) / 2,
              top = box.y0 + (box.height() - qr.size * module) / 2;
    for (int y = 0; y < qr.size; ++y) {
      for (int x = 0; x < qr.size; ++x) {
        if (qr.at(x, y)) fill(left + x * module, top + y * module, module, module, IM_COL32_BLACK);
      }
    }
  }

  void add(const scene::Target&) {}  // shown by the items before it
};

Painter::Painter(const FaceTable& faces, Pictures& pictures) : data_(std::make_unique<Data>(faces, pictures)) {}
Painter::~Painter() = default;

Layer Painter::paint(const scene::Scene& scene, int width_px, int height_px) {
  Layer layer(std::max(width_px, 0), std::max(height_px, 0));
  paint(scene, layer);
  return layer;
}

void Painter::paint(const scene::Scene& scene, Layer& onto) {
  data_->faults.clear();
  data_->scale = onto.width / scene.width_mm;
  const scene::Color ground = scene.ground;
  std::fill(
      onto.pixels.begin(), onto.pixels.end(),
      0xFF000000U | static_cast<std::uint32_t>(ground.r) << 16 | static_cast<std::uint32_t>(ground.g) << 8 | ground.b);
  if (!(scene.width_mm > 0) || onto.width <= 0 || onto.height <= 0) return;
  start_list(data_->list, onto.width, onto.height);
  for (const scene::Item& item : scene.items) {
    std::visit([this](const auto& each) { data_->add(each); }, item);
  }
  rasterise(data_->list, onto);
  data_->drawn_runs.clear();
  data_->shown_pictures.clear();
  data_->fonts.trim();
}

const std::vector<std::string>& Painter::faults() const {
  return data_->faults;
}

}  // namespace anteroom::paint

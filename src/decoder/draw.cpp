#include "decoder/draw.h"

#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "decoder/bitmap.h"
#include "decoder/kind.h"
#include "decoder/svg.h"
#include "decoder/svg_facts.h"

namespace anteroom::decoder {
namespace {

Decoded faulty(std::string fault) {
  Decoded decoded;
  decoded.fault = std::move(fault);
  return decoded;
}

// A picture without a visible pixel is usually a mistake.
void remark_on_nothing(Decoded& whole) {
  const auto& pixels = whole.texture.pixels;
  const bool empty = std::all_of(pixels.begin(), pixels.end(), [](std::uint32_t pixel) { return pixel >> 24 == 0; });
  if (whole.fault.empty() && empty) whole.remarks.push_back({0, "is empty: nothing of it can be seen"});
}

}  // namespace

void prepare() {
  // librsvg spreads SVG filters over threads, and each thread's heap reserves more of the jail's address space than it
  // uses.
  constexpr int max = 2;
  ::setenv("RAYON_NUM_THREADS", std::to_string(max).c_str(), 0);
  ::mallopt(M_ARENA_MAX, max);
}

Decoded draw(std::string_view bytes, int width_px, int height_px, const std::vector<std::string>& layers) {
  return std::move(draw_all(bytes, width_px, height_px, {layers}).front());
}

std::vector<Decoded> draw_all(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets, const Frame& frame,
                              decode::Contrast contrast) {
  const PictureKind kind = kind_of(bytes);
  std::vector<Decoded> drawn;
  if (kind == PictureKind::svg) drawn = draw_svg(bytes, width_px, height_px, layer_sets, frame, contrast);
  for (std::size_t i = 0; i < layer_sets.size(); ++i) {
    const std::vector<std::string>& layers = layer_sets[i];
    if (kind == PictureKind::other) {
      drawn.push_back(faulty(why_not(bytes)));
    } else if (kind != PictureKind::svg && !layers.empty()) {
      drawn.push_back(faulty("has no element with the id \"" + layers.front() + "\": it is no SVG"));
    } else if (kind != PictureKind::svg) {
      drawn.push_back(decode_bitmap(bytes, kind, width_px, height_px, frame));
    }
    if (layers.empty()) remark_on_nothing(drawn[i]);
  }
  return drawn;
}

PictureFacts facts(std::string_view bytes, const std::vector<std::string>& ids) {
  const PictureKind kind = kind_of(bytes);
  if (kind == PictureKind::svg) return svg_facts(bytes, ids);
  if (kind != PictureKind::other) return bitmap_facts(bytes, kind);
  PictureFacts none;
  none.fault = why_not(bytes);
  return none;
}

}  // namespace anteroom::decoder

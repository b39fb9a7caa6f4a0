#include "decoder/draw.h"

#include <optional>

#include "decoder/bitmap.h"
#include "decoder/svg.h"

namespace anteroom::decoder {
namespace {

constexpr const char* unknown_kind = "is not a picture that can be drawn: it is neither SVG, PNG, JPEG nor WebP";

}  // namespace

void prepare() {}

Decoded draw(std::string_view bytes, int width_px, int height_px, const std::vector<std::string>& layers) {
  if (bytes.empty()) return {{}, "is empty"};
  const std::optional<PictureKind> kind = kind_of(bytes);
  if (!kind) return {{}, unknown_kind};
  if (*kind == PictureKind::svg) return draw_svg(bytes, width_px, height_px, layers);
  if (!layers.empty()) return {{}, "has no element with the id \"" + layers.front() + "\": it is no SVG"};
  return decode_bitmap(bytes, *kind, width_px, height_px, decode::most_pixels);
}

std::vector<Decoded> draw_all(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets) {
  std::vector<Decoded> drawn;
  drawn.reserve(layer_sets.size());
  for (const auto& layers : layer_sets) drawn.push_back(draw(bytes, width_px, height_px, layers));
  return drawn;
}

PictureFacts facts(std::string_view bytes, const std::vector<std::string>& ids) {
  PictureFacts known;
  const std::optional<PictureKind> kind = kind_of(bytes);
  if (bytes.empty() || !kind) {
    known.fault = bytes.empty() ? "is empty" : unknown_kind;
  } else if (*kind == PictureKind::svg) {
    return svg_facts(bytes, ids);
  } else if (const std::optional<StoredSize> size = stored_size(bytes, *kind)) {
    known.width = size->width;
    known.height = size->height;
  } else {
    known.fault = "is not a picture that can be drawn: its header is broken";
  }
  return known;
}

}  // namespace anteroom::decoder

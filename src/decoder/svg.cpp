#include "decoder/svg.h"

#include <optional>
#include <utility>

#include "decoder/drawable_svg.h"
#include "decoder/svg_layers.h"

namespace anteroom::decoder {

using decode::PixelSize;

namespace {

// What a set of layers stands for, if it is no elements.
std::optional<decode::Between> between_of(const std::vector<std::string>& layers) {
  return layers.size() == 1 ? decode::between_in(layers.front()) : std::nullopt;
}

}  // namespace

std::vector<Decoded> draw_svg(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets, const Frame& frame,
                              decode::Contrast contrast, int depth) {
  std::vector<std::string> all_layers;
  for (const auto& layers : layer_sets) {
    if (!between_of(layers)) all_layers.insert(all_layers.end(), layers.begin(), layers.end());
  }
  const DrawableSvg document = open_svg(bytes, all_layers, {}, contrast, depth);
  std::vector<Decoded> drawn(layer_sets.size());
  if (!document.fault.empty() && layer_sets.size() > 1) {
    // What one layer has must not keep the others from being drawn.
    for (std::size_t i = 0; i < layer_sets.size(); ++i) {
      drawn[i] = std::move(draw_svg(bytes, width_px, height_px, {layer_sets[i]}, frame, contrast, depth).front());
    }
    return drawn;
  }
  const SvgPage& page = document.page;
  const PixelSize size = is_valid_side(page.width) && is_valid_side(page.height)
                             ? decode::fitted(page.width * frame.share_of_width(),
                                              page.height * frame.share_of_height(), width_px, height_px)
                             : PixelSize{width_px, height_px};
  for (std::size_t i = 0; i < layer_sets.size(); ++i) {
    if (const auto between = between_of(layer_sets[i])) {
      drawn[i] = draw_cropped(open_svg(bytes, {}, {}, contrast, depth, between), size, frame);
    } else if (document.fault.empty() && hides_one_of(document, layer_sets[i])) {
      // Prepared for this set alone: what it reveals may be a part of another set's layers.
      drawn[i] =
          draw_layers(open_svg(bytes, layer_sets[i], layer_sets[i], contrast, depth), size, frame, layer_sets[i]);
    } else {
      drawn[i] = draw_layers(document, size, frame, layer_sets[i]);
    }
    drawn[i].remarks = document.remarks;
  }
  return drawn;
}

}  // namespace anteroom::decoder

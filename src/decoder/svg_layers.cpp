#include "decoder/svg_layers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace anteroom::decoder {

namespace {

using decode::Area;
using decode::Decoded;
using decode::Frame;
using decode::PixelSize;
using decode::Texture;

bool render_on(const DrawableSvg& document, cairo_t* context, const RsvgRectangle& viewport,
               const std::vector<std::string>& layers, GError** error) {
  RsvgHandle* handle = document.handle.get();
  if (layers.empty()) return rsvg_handle_render_document(handle, context, &viewport, error);
  const std::vector<std::string> sorted = in_drawing_order(document, layers);
  return std::all_of(sorted.begin(), sorted.end(), [&](const std::string& layer) {
    return rsvg_handle_render_layer(handle, context, fragment_of(document, layer).c_str(), &viewport, error);
  });
}

Decoded render(const DrawableSvg& document, PixelSize size, const Frame& frame,
               const std::vector<std::string>& layers) {
  Decoded drawn;
  drawn.whole = size;
  // Drawn directly into the texture: copying several megabytes would take as long as drawing.
  Texture texture{.width = size.width, .height = size.height};
  texture.pixels.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  const Owned<cairo_surface_t> surface(
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(texture.pixels.data()), CAIRO_FORMAT_ARGB32,
                                          size.width, size.height, size.width * 4));
  const Owned<cairo_t> context(cairo_create(surface.get()));
  // The whole picture at the scale of its part, which begins in the texture's corner.
  RsvgRectangle viewport{0, 0, size.width / frame.share_of_width(), size.height / frame.share_of_height()};
  cairo_translate(context.get(), -frame.share_x() * viewport.width, -frame.share_y() * viewport.height);
  if (document.page.by_ink) {
    cairo_scale(context.get(), viewport.width / document.page.width, viewport.height / document.page.height);
    cairo_translate(context.get(), -document.page.x, -document.page.y);
    viewport = usual_viewport;
  }
  GError* error = nullptr;
  if (!render_on(document, context.get(), viewport, layers, &error)) {
    drawn.fault = why_not_drawable(error);
    return drawn;
  }
  cairo_surface_flush(surface.get());
  if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
    drawn.fault = undrawable(cairo_status_to_string(status));
    return drawn;
  }
  texture.opaque = decode::all_opaque(texture);
  drawn.texture = std::move(texture);
  return drawn;
}

// `drawn` cropped to the rows and columns that have ink.
Decoded cut_to_ink(Decoded drawn) {
  const Texture& all = drawn.texture;
  const Area ink = decode::ink_in(all, 1);
  Texture cut{.width = ink.width, .height = ink.height};
  cut.pixels.reserve(static_cast<std::size_t>(ink.width) * static_cast<std::size_t>(ink.height));
  for (int y = ink.y; y < ink.bottom(); ++y) {
    const auto from = all.pixels.begin() + static_cast<std::ptrdiff_t>(y) * all.width + ink.x;
    cut.pixels.insert(cut.pixels.end(), from, from + ink.width);
  }
  cut.opaque = !ink.empty() && decode::all_opaque(cut);
  drawn.texture = std::move(cut);
  drawn.left_px = ink.x;
  drawn.top_px = ink.y;
  return drawn;
}

}  // namespace

Decoded draw_cropped(const DrawableSvg& document, PixelSize size, const Frame& frame) {
  Decoded drawn = draw_layers(document, size, frame, {});
  return drawn.fault.empty() ? cut_to_ink(std::move(drawn)) : drawn;
}

Decoded draw_layers(const DrawableSvg& document, PixelSize size, const Frame& frame,
                    const std::vector<std::string>& layers) {
  if (!document.fault.empty()) {
    Decoded none;
    none.fault = document.fault;
    none.fault_line = document.fault_line;
    return none;
  }
  const auto missing =
      std::find_if(layers.begin(), layers.end(), [&](const std::string& id) { return !has_element(document, id); });
  if (missing != layers.end()) {
    Decoded none;
    const bool is_ambiguous =
        std::find(document.ambiguous.begin(), document.ambiguous.end(), *missing) != document.ambiguous.end();
    none.fault = is_ambiguous ? "has several layers with the name \"" + *missing + "\""
                              : "has no element with the id \"" + *missing + "\"";
    return none;
  }
  Decoded drawn = render(document, size, frame, layers);
  return layers.empty() || !drawn.fault.empty() ? drawn : cut_to_ink(std::move(drawn));
}

}  // namespace anteroom::decoder

#include "decoder/svg.h"

#include <cairo/cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace anteroom::decoder {
namespace {

using decode::Area;
using decode::fitted;
using decode::PixelSize;
using decode::Texture;

constexpr const char* not_drawable = "is not a picture that can be drawn: ";

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string words(GError* error) {
  const Owned<GError> owned(error);
  std::string text = owned ? owned->message : "librsvg gives no reason";
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool ends_with_name(std::string_view tag, std::string_view name) {
  return tag == name ||
         (tag.size() > name.size() && tag.substr(tag.size() - name.size() - 1) == ":" + std::string(name));
}

// The value of the attribute href or xlink:href inside `element`; empty: none.
std::string_view href(std::string_view element) {
  const std::size_t name = element.find("href");
  if (name == std::string_view::npos) return {};
  const std::size_t quote = element.find_first_of("\"'", name);
  if (quote == std::string_view::npos) return {};
  const std::size_t end = element.find(element[quote], quote + 1);
  return element.substr(quote + 1, end == std::string_view::npos ? end : end - quote - 1);
}

// What the document shows from outside itself; empty: nothing. librsvg leaves such a thing out without a word, and
// whoever drew the picture would look for it in vain. It is librsvg, not this search, that keeps the program from
// opening it.
std::string_view outside_reference(std::string_view document) {
  for (std::size_t at = document.find('<'); at != std::string_view::npos; at = document.find('<', at + 1)) {
    const std::string_view element = document.substr(at + 1, document.find('>', at) - at - 1);
    const std::string_view tag = element.substr(0, element.find_first_of(" \t\r\n/"));
    const bool shows = ends_with_name(tag, "image") || ends_with_name(tag, "feImage") || ends_with_name(tag, "use") ||
                       ends_with_name(tag, "include");
    const std::string_view target = shows ? href(element) : std::string_view{};
    if (!target.empty() && target.front() != '#' && target.substr(0, 5) != "data:") return target;
  }
  return {};
}

struct Shape {
  double width, height;
};

bool sound(double side) {
  return std::isfinite(side) && side > 0;
}

// The document's shape: its size in pixels, else its view box; nothing: it takes any. A size of zero is reported in
// `fault`.
std::optional<Shape> shape_of(RsvgHandle* handle, std::string& fault) {
  double width = 0, height = 0;
  gboolean has_width = 0, has_height = 0, has_view_box = 0;
  RsvgLength ignored_width, ignored_height;
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &ignored_width, &has_height, &ignored_height, &has_view_box,
                                       &view_box);
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height)) {
    if (sound(width) && sound(height)) return Shape{width, height};
    fault = std::string(not_drawable) + "its width or height is zero";
    return {};
  }
  if (!has_view_box) return {};
  if (sound(view_box.width) && sound(view_box.height)) return Shape{view_box.width, view_box.height};
  fault = std::string(not_drawable) + "its viewBox is empty";
  return {};
}

// The id as librsvg wants it.
std::string fragment(const std::string& id) {
  return "#" + id;
}

bool has_element(RsvgHandle* handle, const std::string& id) {
  return !id.empty() && rsvg_handle_has_sub(handle, fragment(id).c_str());
}

bool render_on(RsvgHandle* handle, cairo_t* context, const RsvgRectangle& viewport,
               const std::vector<std::string>& layers, GError** error) {
  if (layers.empty()) return rsvg_handle_render_document(handle, context, &viewport, error);
  return std::all_of(layers.begin(), layers.end(), [&](const std::string& id) {
    return rsvg_handle_render_layer(handle, context, fragment(id).c_str(), &viewport, error);
  });
}

Decoded render(RsvgHandle* handle, PixelSize size, const std::vector<std::string>& layers) {
  // Drawn straight into the texture: a copy of several megabytes would cost as much as the drawing.
  Texture texture{size.width, size.height, false, {}};
  texture.pixels.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  const Owned<cairo_surface_t> surface(
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(texture.pixels.data()), CAIRO_FORMAT_ARGB32,
                                          size.width, size.height, size.width * 4));
  const Owned<cairo_t> context(cairo_create(surface.get()));
  const RsvgRectangle viewport{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
  GError* error = nullptr;
  if (!render_on(handle, context.get(), viewport, layers, &error)) return {{}, not_drawable + words(error)};
  cairo_surface_flush(surface.get());
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
    return {{}, std::string(not_drawable) + cairo_status_to_string(cairo_status(context.get()))};
  }
  texture.opaque = all_opaque(texture);
  return {std::move(texture), {}, size};
}

// Only the rows and columns of `drawn` that have ink.
Decoded cut_to_ink(const Decoded& drawn) {
  const Texture& all = drawn.texture;
  Area ink;
  for (int y = 0; y < all.height; ++y) {
    const auto row = all.pixels.begin() + static_cast<std::ptrdiff_t>(y) * all.width, end = row + all.width;
    const auto inked = [](std::uint32_t pixel) { return pixel != 0; };
    const auto first = std::find_if(row, end, inked);
    if (first == end) continue;
    const auto past = std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(first), inked).base();
    ink = ink.around({static_cast<int>(first - row), y, static_cast<int>(past - first), 1});
  }
  Texture cut{ink.width, ink.height, false, {}};
  cut.pixels.reserve(static_cast<std::size_t>(ink.width) * static_cast<std::size_t>(ink.height));
  for (int y = ink.y; y < ink.bottom(); ++y) {
    const auto from = all.pixels.begin() + static_cast<std::ptrdiff_t>(y) * all.width + ink.x;
    cut.pixels.insert(cut.pixels.end(), from, from + ink.width);
  }
  cut.opaque = !ink.empty() && all_opaque(cut);
  return {std::move(cut), {}, drawn.whole, ink.x, ink.y};
}

// The document ready to be drawn, or in `fault` why it cannot be.
Owned<RsvgHandle> opened(std::string_view bytes, std::string& fault) {
  if (const std::string_view outside = outside_reference(bytes); !outside.empty()) {
    fault = std::string(not_drawable) + "it shows \"" + std::string(outside.substr(0, 80)) +
            "\" from outside the file; embed it";
    return nullptr;
  }
  GError* error = nullptr;
  // Read from memory it has no address of its own, and librsvg refuses every reference.
  Owned<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
  if (!handle) {
    fault = not_drawable + words(error);
  } else {
    rsvg_handle_set_dpi(handle.get(), 96);
  }
  return handle;
}

// How many pixels of `shape` a unit of the document's view box takes; 1 without one.
double pixels_a_unit(RsvgHandle* handle, const Shape& shape) {
  gboolean has_width = 0, has_height = 0, has_view_box = 0;
  RsvgLength ignored_width, ignored_height;
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &ignored_width, &has_height, &ignored_height, &has_view_box,
                                       &box);
  if (!has_view_box || !sound(box.width) || !sound(box.height)) return 1;
  return std::min(shape.width / box.width, shape.height / box.height);
}

}  // namespace

Decoded draw_svg(std::string_view bytes, int width_px, int height_px, const std::vector<std::string>& layers) {
  std::string fault;
  const Owned<RsvgHandle> handle = opened(bytes, fault);
  if (!handle) return {{}, fault};
  const std::optional<Shape> shape = shape_of(handle.get(), fault);
  if (!fault.empty()) return {{}, fault};
  for (const std::string& id : layers) {
    if (!has_element(handle.get(), id)) return {{}, "has no element with the id \"" + id + "\""};
  }
  Decoded drawn =
      render(handle.get(),
             shape ? fitted(shape->width, shape->height, width_px, height_px) : PixelSize{width_px, height_px}, layers);
  return layers.empty() || !drawn.fault.empty() ? drawn : cut_to_ink(drawn);
}

PictureFacts svg_facts(std::string_view bytes, const std::vector<std::string>& ids) {
  PictureFacts facts;
  const Owned<RsvgHandle> handle = opened(bytes, facts.fault);
  if (!handle) return facts;
  const std::optional<Shape> shape = shape_of(handle.get(), facts.fault);
  if (!shape) return facts;
  const double unit = pixels_a_unit(handle.get(), *shape);
  facts.width = shape->width / unit;
  facts.height = shape->height / unit;
  // At any other size librsvg would measure some documents in its own pixels and others in those asked for.
  const RsvgRectangle viewport{0, 0, shape->width, shape->height};
  for (const std::string& id : ids) {
    RsvgRectangle ink{}, ignored{};
    if (!has_element(handle.get(), id) ||
        !rsvg_handle_get_geometry_for_layer(handle.get(), fragment(id).c_str(), &viewport, &ink, &ignored, nullptr)) {
      continue;
    }
    if (ink.width > 0 && ink.height > 0) {
      facts.elements[id] = {ink.x / unit, ink.y / unit, ink.width / unit, ink.height / unit};
    }
  }
  return facts;
}

}  // namespace anteroom::decoder

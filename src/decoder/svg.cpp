#include "decoder/svg.h"

#include <cairo/cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "decoder/clean_svg.h"

namespace anteroom::decoder {
namespace {

using decode::Area;
using decode::Box;
using decode::PixelSize;
using decode::Texture;

const std::string not_drawable = "is not a picture that can be drawn: ";

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

// Why librsvg cannot draw a document.
std::string words(GError* error) {
  const Owned<GError> owned(error);
  std::string text = owned ? owned->message : "librsvg gives no reason";
  if (text.find("NoMemory") != std::string::npos) {
    return "takes too much memory to draw; make it simpler, or save it as PNG";
  }
  if (text.find("InvalidSize") != std::string::npos) {
    return "has a part that is too large to draw; make it simpler, or save it as PNG";
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return not_drawable + text.substr(0, text.find_last_not_of(' ') + 1);
}

bool is_valid(double side) {
  return std::isfinite(side) && side > 0;
}

// What the document itself says about its size.
struct Intrinsic {
  bool has_size = false, has_view_box = false;
  double width = 0, height = 0;  // in pixels
  RsvgRectangle view_box{};
};

Intrinsic intrinsic(RsvgHandle* handle) {
  Intrinsic said;
  gboolean has_width = 0, has_height = 0, has_view_box = 0;
  RsvgLength ignored_width, ignored_height;
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &ignored_width, &has_height, &ignored_height, &has_view_box,
                                       &said.view_box);
  said.has_view_box = has_view_box != 0;
  said.has_size = rsvg_handle_get_intrinsic_size_in_pixels(handle, &said.width, &said.height) != 0;
  return said;
}

// The rectangle of the document that is the picture.
struct Page {
  double x = 0, y = 0, width = 0, height = 0;  // in pixels of the document; width 0: it takes any shape and is empty
  double unit = 1;                             // pixels per unit of its view box
  bool by_ink = false;                         // it does not say how large it is, so it is as large as what it draws
};

// The page of a document without a size and view box: its ink. Percentages refer to this viewport.
constexpr RsvgRectangle usual_viewport{0, 0, 1200, 900};

Page page_of_ink(RsvgHandle* handle) {
  RsvgRectangle ink{}, ignored{};
  if (!rsvg_handle_get_geometry_for_layer(handle, nullptr, &usual_viewport, &ink, &ignored, nullptr)) return {};
  if (!is_valid(ink.width) || !is_valid(ink.height)) return {};
  return {ink.x, ink.y, ink.width, ink.height, 1, true};
}

Page page_of(RsvgHandle* handle, std::string& fault) {
  const Intrinsic said = intrinsic(handle);
  const bool has_box = is_valid(said.view_box.width) && is_valid(said.view_box.height);
  if (said.has_size) {
    if (!is_valid(said.width) || !is_valid(said.height)) fault = not_drawable + "its width or height is zero";
    const bool scales = said.has_view_box && has_box;
    return {0,
            0,
            said.width,
            said.height,
            scales ? std::min(said.width / said.view_box.width, said.height / said.view_box.height) : 1,
            false};
  }
  if (!said.has_view_box) return page_of_ink(handle);
  if (!has_box) fault = not_drawable + "its viewBox is empty";
  return {0, 0, said.view_box.width, said.view_box.height, 1, false};
}

// A document ready to be drawn, or why it cannot be.
struct Opened {
  Owned<RsvgHandle> handle;
  Page page;
  std::string fault;
  int fault_line = 0;
  std::vector<decode::Remark> remarks;
  std::map<std::string, std::string> ids;  // of layers, by their names
  std::map<std::string, int> places;       // of the same layers in the order in which the file draws them
  std::set<std::string> hidden;            // layers that the file hides
  std::vector<std::string> ambiguous;
  std::vector<std::string> names;
};

Opened opened(std::string_view bytes, const std::vector<std::string>& layers, const std::vector<std::string>& revealed,
              int depth) {
  CleanSvg clean = clean_svg(bytes, layers, revealed, depth);
  Opened document{nullptr,
                  {},
                  std::move(clean.fault),
                  clean.fault_line,
                  std::move(clean.remarks),
                  std::move(clean.ids),
                  std::move(clean.places),
                  std::move(clean.hidden),
                  std::move(clean.ambiguous),
                  std::move(clean.names)};
  if (!document.fault.empty()) return document;
  GError* error = nullptr;
  // Read from memory, it has no base address, so librsvg refuses every reference.
  document.handle.reset(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(clean.text.data()), clean.text.size(), &error));
  if (!document.handle) {
    document.fault = words(error);
    return document;
  }
  constexpr double css_dpi = 96;
  rsvg_handle_set_dpi(document.handle.get(), css_dpi);
  document.page = page_of(document.handle.get(), document.fault);
  if (document.page.by_ink) {
    document.remarks.push_back(
        {1, "says nothing of its size, so what it draws fills its place; give it a viewBox (a page size)"});
  }
  return document;
}

// The id as librsvg expects it.
std::string fragment(const std::string& id) {
  return "#" + id;
}

bool has_element(const Opened& document, const std::string& layer) {
  const auto id = document.ids.find(layer);
  return id != document.ids.end() && rsvg_handle_has_sub(document.handle.get(), fragment(id->second).c_str());
}

bool hides_one_of(const Opened& document, const std::vector<std::string>& layers) {
  return std::any_of(layers.begin(), layers.end(),
                     [&](const std::string& layer) { return document.hidden.contains(layer); });
}

// `layers` from back to front, as the file draws them, whatever the order in which a card lists them. Requires: the
// document has all of them.
std::vector<std::string> in_drawing_order(const Opened& document, std::vector<std::string> layers) {
  std::stable_sort(layers.begin(), layers.end(), [&](const std::string& one, const std::string& other) {
    return document.places.at(one) < document.places.at(other);
  });
  return layers;
}

bool render_on(const Opened& document, cairo_t* context, const RsvgRectangle& viewport,
               const std::vector<std::string>& layers, GError** error) {
  RsvgHandle* handle = document.handle.get();
  if (layers.empty()) return rsvg_handle_render_document(handle, context, &viewport, error);
  const std::vector<std::string> sorted = in_drawing_order(document, layers);
  return std::all_of(sorted.begin(), sorted.end(), [&](const std::string& layer) {
    return rsvg_handle_render_layer(handle, context, fragment(document.ids.at(layer)).c_str(), &viewport, error);
  });
}

Decoded render(const Opened& document, PixelSize size, const Frame& frame, const std::vector<std::string>& layers) {
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
    drawn.fault = words(error);
    return drawn;
  }
  cairo_surface_flush(surface.get());
  if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
    drawn.fault = not_drawable + cairo_status_to_string(status);
    return drawn;
  }
  texture.opaque = decode::all_opaque(texture);
  drawn.texture = std::move(texture);
  return drawn;
}

// `drawn` cropped to the rows and columns that have ink.
Decoded cut_to_ink(Decoded drawn) {
  const Texture& all = drawn.texture;
  Area ink;
  for (int y = 0; y < all.height; ++y) {
    const auto row = all.pixels.begin() + static_cast<std::ptrdiff_t>(y) * all.width, end = row + all.width;
    const auto inked = [](std::uint32_t pixel) { return pixel != 0; };
    const auto first = std::find_if(row, end, inked);
    if (first == end) continue;
    const auto past = std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(first), inked).base();
    ink = ink.united({static_cast<int>(first - row), y, static_cast<int>(past - first), 1});
  }
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

Decoded draw_layers(const Opened& document, PixelSize size, const Frame& frame,
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

// The part of a picture in which elements are measured: also what reaches beyond the board, as far as it can be drawn.
constexpr int beyond = Frame::beyond, with_beyond = Frame::whole + 2 * beyond;
constexpr Frame around{-beyond, -beyond, with_beyond, with_beyond};

// The element `id` in `around`.
Decoded drawn_alone(const Opened& document, const std::string& id) {
  constexpr int side_px = 900;
  const PixelSize size = decode::fitted(document.page.width * around.share_of_width(),
                                        document.page.height * around.share_of_height(), side_px, side_px);
  return draw_layers(document, size, around, {id});
}

// True if some of `drawn`, an element in `around`, is on the board.
bool is_on_board(const Decoded& drawn) {
  const double left = -around.share_x() / around.share_of_width() * drawn.whole.width;
  const double top = -around.share_y() / around.share_of_height() * drawn.whole.height;
  const Texture& ink = drawn.texture;
  return ink.width > 0 && drawn.left_px < drawn.whole.width - left && drawn.left_px + ink.width > left &&
         drawn.top_px < drawn.whole.height - top && drawn.top_px + ink.height > top;
}

// `box`, in pixels of the document, without a side that is nowhere near `drawn`, the element in `around`: librsvg
// counts the origin as a part of every path that has no area, such as a horizontal line.
Box shrunk_to_ink(const Box& box, const Opened& document, const Decoded& drawn) {
  constexpr double slack_px = 2;
  if (!drawn.fault.empty() || drawn.texture.width == 0) return box;
  const PixelSize size = drawn.whole;
  const double width = document.page.width, height = document.page.height;
  const double across = width * around.share_of_width() / size.width;
  const double down = height * around.share_of_height() / size.height;
  const double x = width * around.share_x(), y = height * around.share_y();
  // What is farther outside cannot be seen here.
  const auto from = [](double edge, double ink, double first, double pixel) {
    return ink > std::max(edge, first) + slack_px * pixel ? ink : edge;
  };
  const auto to = [](double edge, double ink, double last, double pixel) {
    return ink < std::min(edge, last) - slack_px * pixel ? ink : edge;
  };
  const double left = from(box.x, x + drawn.left_px * across, x, across);
  const double top = from(box.y, y + drawn.top_px * down, y, down);
  const double right = to(box.x + box.w, x + (drawn.left_px + drawn.texture.width) * across, width - x, across);
  const double bottom = to(box.y + box.h, y + (drawn.top_px + drawn.texture.height) * down, height - y, down);
  return {left, top, right - left, bottom - top};
}

}  // namespace

std::vector<Decoded> draw_svg(std::string_view bytes, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layer_sets, const Frame& frame, int depth) {
  std::vector<std::string> all_layers;
  for (const auto& layers : layer_sets) all_layers.insert(all_layers.end(), layers.begin(), layers.end());
  const Opened document = opened(bytes, all_layers, {}, depth);
  std::vector<Decoded> drawn(layer_sets.size());
  if (!document.fault.empty() && layer_sets.size() > 1) {
    // What one layer has must not keep the others from being drawn.
    for (std::size_t i = 0; i < layer_sets.size(); ++i) {
      drawn[i] = std::move(draw_svg(bytes, width_px, height_px, {layer_sets[i]}, frame, depth).front());
    }
    return drawn;
  }
  const Page& page = document.page;
  const PixelSize size = is_valid(page.width) && is_valid(page.height)
                             ? decode::fitted(page.width * frame.share_of_width(),
                                              page.height * frame.share_of_height(), width_px, height_px)
                             : PixelSize{width_px, height_px};
  for (std::size_t i = 0; i < layer_sets.size(); ++i) {
    if (document.fault.empty() && hides_one_of(document, layer_sets[i])) {
      // Prepared for this set alone: what it reveals may be a part of another set's layers.
      drawn[i] = draw_layers(opened(bytes, layer_sets[i], layer_sets[i], depth), size, frame, layer_sets[i]);
    } else {
      drawn[i] = draw_layers(document, size, frame, layer_sets[i]);
    }
    drawn[i].remarks = document.remarks;
  }
  return drawn;
}

PictureFacts svg_facts(std::string_view bytes, const std::vector<std::string>& ids) {
  PictureFacts facts;
  Opened document = opened(bytes, ids, {}, 0);
  if (document.fault.empty() && hides_one_of(document, ids)) document = opened(bytes, ids, ids, 0);
  facts.fault = document.fault;
  facts.fault_line = document.fault_line;
  facts.remarks = document.remarks;
  facts.ambiguous = document.ambiguous;
  facts.names = document.names;
  for (const std::string& id : ids) {
    if (document.places.contains(id)) facts.order.push_back(id);
  }
  facts.order = in_drawing_order(document, std::move(facts.order));
  const Page& page = document.page;
  if (!facts.fault.empty() || page.width <= 0) return facts;
  facts.width = page.width / page.unit;
  facts.height = page.height / page.unit;
  // At any other size librsvg would measure some documents in its own pixels and others in those requested.
  const RsvgRectangle viewport = page.by_ink ? usual_viewport : RsvgRectangle{0, 0, page.width, page.height};
  for (const std::string& id : ids) {
    RsvgRectangle ink{}, ignored{};
    if (!has_element(document, id) ||
        !rsvg_handle_get_geometry_for_layer(document.handle.get(), fragment(document.ids.at(id)).c_str(), &viewport,
                                            &ink, &ignored, nullptr)) {
      continue;
    }
    if (ink.width <= 0 || ink.height <= 0) {
      facts.empty.push_back(id);
      continue;
    }
    const Decoded drawn = drawn_alone(document, id);
    if (drawn.fault.empty() && !is_on_board(drawn)) facts.unseen.push_back(id);
    const Box box = shrunk_to_ink({ink.x - page.x, ink.y - page.y, ink.width, ink.height}, document, drawn);
    facts.elements[id] = {box.x / page.unit, box.y / page.unit, box.w / page.unit, box.h / page.unit};
  }
  return facts;
}

}  // namespace anteroom::decoder

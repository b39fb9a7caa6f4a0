#include "decoder/drawable_svg.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "decoder/clean_svg.h"

namespace anteroom::decoder {

namespace {

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

SvgPage page_of_ink(RsvgHandle* handle) {
  RsvgRectangle ink{}, ignored{};
  if (!rsvg_handle_get_geometry_for_layer(handle, nullptr, &usual_viewport, &ink, &ignored, nullptr)) return {};
  if (!is_valid_side(ink.width) || !is_valid_side(ink.height)) return {};
  return {ink.x, ink.y, ink.width, ink.height, 1, true};
}

SvgPage page_of(RsvgHandle* handle, std::string& fault) {
  const Intrinsic said = intrinsic(handle);
  const bool has_box = is_valid_side(said.view_box.width) && is_valid_side(said.view_box.height);
  if (said.has_size) {
    if (!is_valid_side(said.width) || !is_valid_side(said.height)) fault = undrawable("its width or height is zero");
    const bool scales = said.has_view_box && has_box;
    return {0,
            0,
            said.width,
            said.height,
            scales ? std::min(said.width / said.view_box.width, said.height / said.view_box.height) : 1,
            false};
  }
  if (!said.has_view_box) return page_of_ink(handle);
  if (!has_box) fault = undrawable("its viewBox is empty");
  return {0, 0, said.view_box.width, said.view_box.height, 1, false};
}

std::string as_fragment(const std::string& id) {
  return "#" + id;
}

}  // namespace

std::string undrawable(std::string_view why) {
  return "is not a picture that can be drawn: " + std::string(why);
}

std::string why_not_drawable(GError* error) {
  const Owned<GError> owned(error);
  std::string text = owned ? owned->message : "librsvg gives no reason";
  if (text.find("NoMemory") != std::string::npos) {
    return "takes too much memory to draw; make it simpler, or save it as PNG";
  }
  if (text.find("InvalidSize") != std::string::npos) {
    return "has a part that is too large to draw; make it simpler, or save it as PNG";
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return undrawable(text.substr(0, text.find_last_not_of(' ') + 1));
}

bool is_valid_side(double side) {
  return std::isfinite(side) && side > 0;
}

DrawableSvg open_svg(std::string_view bytes, const std::vector<std::string>& layers,
                     const std::vector<std::string>& revealed, decode::Contrast contrast, int depth,
                     const std::optional<decode::Between>& only) {
  CleanSvg clean = clean_svg(bytes, layers, revealed, contrast, depth, only);
  DrawableSvg document{nullptr,
                       {},
                       std::move(clean.fault),
                       clean.fault_line,
                       std::move(clean.remarks),
                       std::move(clean.ids),
                       std::move(clean.places),
                       std::move(clean.hidden),
                       std::move(clean.ambiguous),
                       std::move(clean.names),
                       clean.has_contrast_colors};
  if (!document.fault.empty()) return document;
  GError* error = nullptr;
  // Read from memory, it has no base address, so librsvg refuses every reference.
  document.handle.reset(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(clean.text.data()), clean.text.size(), &error));
  if (!document.handle) {
    document.fault = why_not_drawable(error);
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

bool has_element(const DrawableSvg& document, const std::string& layer) {
  const auto id = document.ids.find(layer);
  return id != document.ids.end() && rsvg_handle_has_sub(document.handle.get(), as_fragment(id->second).c_str());
}

bool hides_one_of(const DrawableSvg& document, const std::vector<std::string>& layers) {
  return std::any_of(layers.begin(), layers.end(),
                     [&](const std::string& layer) { return document.hidden.contains(layer); });
}

std::vector<std::string> in_drawing_order(const DrawableSvg& document, std::vector<std::string> layers) {
  std::stable_sort(layers.begin(), layers.end(), [&](const std::string& one, const std::string& other) {
    return document.places.at(one) < document.places.at(other);
  });
  return layers;
}

std::string fragment_of(const DrawableSvg& document, const std::string& layer) {
  return as_fragment(document.ids.at(layer));
}

}  // namespace anteroom::decoder

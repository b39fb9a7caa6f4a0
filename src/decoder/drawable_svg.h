// An SVG document as librsvg is given it.
#pragma once

#include <cairo/cairo.h>
#include <librsvg/rsvg.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"

namespace anteroom::decoder {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

// The rectangle of the document that is the picture.
struct SvgPage {
  double x = 0, y = 0, width = 0, height = 0;  // in pixels of the document; width 0: it takes any shape and is empty
  double unit = 1;                             // pixels per unit of its view box
  bool by_ink = false;                         // it does not say how large it is, so it is as large as what it draws
};

// The page of a document without a size and view box: its ink. Percentages refer to this viewport.
constexpr RsvgRectangle usual_viewport{0, 0, 1200, 900};

// A document ready to be drawn, or why it cannot be.
struct DrawableSvg {
  Owned<RsvgHandle> handle;
  SvgPage page;
  std::string fault;
  int fault_line = 0;
  std::vector<decode::Remark> remarks;
  std::map<std::string, std::string> ids;  // of layers, by their names
  std::map<std::string, int> places;       // of the same layers in the order in which the file draws them
  std::set<std::string> hidden;            // layers that the file hides
  std::vector<std::string> ambiguous;
  std::vector<std::string> names;
  bool has_contrast_colors = false;
};

// `bytes` cleaned of all that librsvg should not see, see clean_svg(), and read. `layers`: names that will be asked
// for; `revealed`: those of them that are shown though the document hides them; `contrast`: that of the screen;
// `depth`: how many SVGs it is nested in; `only`: what is drawn of it, if not all.
DrawableSvg open_svg(std::string_view bytes, const std::vector<std::string>& layers,
                     const std::vector<std::string>& revealed, decode::Contrast contrast, int depth,
                     const std::optional<decode::Between>& only = {});

bool has_element(const DrawableSvg& document, const std::string& layer);
bool hides_one_of(const DrawableSvg& document, const std::vector<std::string>& layers);
// `layers` from back to front, as the file draws them, whatever the order in which a card lists them. Requires: the
// document has all of them.
std::vector<std::string> in_drawing_order(const DrawableSvg& document, std::vector<std::string> layers);
// The id of `layer` as librsvg expects it. Requires: the document has it.
std::string fragment_of(const DrawableSvg& document, const std::string& layer);

// The fault of a document that cannot be drawn, for the reason `why`.
std::string undrawable(std::string_view why);
// Why librsvg cannot draw a document. Frees `error`, which may be null.
std::string why_not_drawable(GError* error);

// True for a finite side > 0.
bool is_valid_side(double side);

}  // namespace anteroom::decoder

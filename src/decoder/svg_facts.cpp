#include "decoder/svg_facts.h"

#include <algorithm>
#include <utility>

#include "decoder/drawable_svg.h"
#include "decoder/svg_layers.h"

namespace anteroom::decoder {

namespace {

using decode::Box;
using decode::Decoded;
using decode::Frame;
using decode::PixelSize;
using decode::Texture;

// The part of a picture in which elements are measured: also what reaches beyond the board, as far as it can be drawn.
constexpr int beyond = Frame::beyond, with_beyond = Frame::whole + 2 * beyond;
constexpr Frame around{-beyond, -beyond, with_beyond, with_beyond};

// The element `id` in `around`.
Decoded drawn_alone(const DrawableSvg& document, const std::string& id) {
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
Box shrunk_to_ink(const Box& box, const DrawableSvg& document, const Decoded& drawn) {
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

PictureFacts svg_facts(std::string_view bytes, const std::vector<std::string>& ids) {
  PictureFacts facts;
  DrawableSvg document = open_svg(bytes, ids, {}, 0);
  if (document.fault.empty() && hides_one_of(document, ids)) document = open_svg(bytes, ids, ids, 0);
  facts.fault = document.fault;
  facts.fault_line = document.fault_line;
  facts.remarks = document.remarks;
  facts.ambiguous = document.ambiguous;
  facts.names = document.names;
  for (const std::string& id : ids) {
    if (document.places.contains(id)) facts.order.push_back(id);
  }
  facts.order = in_drawing_order(document, std::move(facts.order));
  const SvgPage& page = document.page;
  if (!facts.fault.empty() || page.width <= 0) return facts;
  facts.width = page.width / page.unit;
  facts.height = page.height / page.unit;
  // At any other size librsvg would measure some documents in its own pixels and others in those requested.
  const RsvgRectangle viewport = page.by_ink ? usual_viewport : RsvgRectangle{0, 0, page.width, page.height};
  for (const std::string& id : ids) {
    RsvgRectangle ink{}, ignored{};
    if (!has_element(document, id) ||
        !rsvg_handle_get_geometry_for_layer(document.handle.get(), fragment_of(document, id).c_str(), &viewport, &ink,
                                            &ignored, nullptr)) {
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

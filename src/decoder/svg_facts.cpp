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

// The part of the board that is drawn on, in the units of its view box; none: there is nothing that is seen.
std::optional<Box> ink_on_board(const DrawableSvg& document) {
  constexpr int side_px = 900;
  constexpr std::uint32_t seen = 16;  // of 255
  const SvgPage& page = document.page;
  const PixelSize size = decode::fitted(page.width, page.height, side_px, side_px);
  const Decoded drawn = draw_layers(document, size, {}, {});
  const decode::Area ink = drawn.fault.empty() ? decode::ink_in(drawn.texture, seen) : decode::Area{};
  if (ink.empty()) return std::nullopt;
  const double across = page.width / page.unit / size.width, down = page.height / page.unit / size.height;
  return Box{ink.x * across, ink.y * down, ink.width * across, ink.height * down};
}

// The mean colour of `ground`, the element in `around`, in the uppermost eighth of the board; none: it is not there.
std::optional<std::uint32_t> color_at_top(const Decoded& ground) {
  const auto left = static_cast<int>(-around.share_x() / around.share_of_width() * ground.whole.width);
  const auto top = static_cast<int>(-around.share_y() / around.share_of_height() * ground.whole.height);
  const Texture& ink = ground.texture;
  const decode::Area part = decode::Area{left - ground.left_px, top - ground.top_px, ground.whole.width - 2 * left,
                                         (ground.whole.height - 2 * top) / 8}
                                .intersection({0, 0, ink.width, ink.height});
  std::uint64_t red = 0, green = 0, blue = 0, count = 0;
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto row = ink.pixels.begin() + static_cast<std::ptrdiff_t>(y) * ink.width;
    std::for_each(row + part.x, row + part.right(), [&](std::uint32_t pixel) {
      if (pixel >> 24 != 255) return;
      red += pixel >> 16 & 255;
      green += pixel >> 8 & 255;
      blue += pixel & 255;
      ++count;
    });
  }
  if (count == 0) return std::nullopt;
  return static_cast<std::uint32_t>(red / count << 16 | green / count << 8 | blue / count);
}

}  // namespace

PictureFacts svg_facts(std::string_view bytes, const std::vector<std::string>& ids) {
  PictureFacts facts;
  DrawableSvg document = open_svg(bytes, ids, {}, decode::Contrast::standard, 0);
  for (const std::string& id : ids) {
    if (document.hidden.contains(id)) facts.hidden.push_back(id);
  }
  if (document.fault.empty() && !facts.hidden.empty())
    document = open_svg(bytes, ids, ids, decode::Contrast::standard, 0);
  facts.fault = document.fault;
  facts.fault_line = document.fault_line;
  facts.remarks = document.remarks;
  facts.ambiguous = document.ambiguous;
  facts.names = document.names;
  facts.has_contrast_colors = document.has_contrast_colors;
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
    if (id == decode::ground_id && drawn.fault.empty()) facts.ground_color = color_at_top(drawn);
  }
  if (std::find(ids.begin(), ids.end(), decode::ground_id) != ids.end()) facts.ink = ink_on_board(document);
  return facts;
}

}  // namespace anteroom::decoder

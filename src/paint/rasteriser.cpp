#include "paint/rasteriser.h"

#include <algorithm>
#include <thread>

#include "paint/blend.h"
#include "paint/quad.h"
#include "paint/sample.h"
#include "paint/triangle.h"

namespace anteroom::paint {
namespace {

// Requires: `part` lies inside the layer.
Canvas clipped(Layer& layer, const Area& part, const ImVec4& clip) {
  Canvas canvas{layer, first_pixel(clip.x, part.x, part.right()), first_pixel(clip.y, part.y, part.bottom()),
                first_pixel(clip.z, part.x, part.right()), first_pixel(clip.w, part.y, part.bottom())};
  const bool is_valid = clip.x < clip.z && clip.y < clip.w;  // false for NaN
  if (!is_valid) canvas.x1 = canvas.x0;
  return canvas;
}

// The vertices and indices of one command, checked against the actual size of the list.
class Elements {
 public:
  Elements(const ImDrawList& list, const ImDrawCmd& command) {
    const auto vertices = static_cast<std::size_t>(list.VtxBuffer.Size);
    const auto indices = static_cast<std::size_t>(list.IdxBuffer.Size);
    if (command.VtxOffset >= vertices || command.IdxOffset >= indices) return;
    vertices_ = list.VtxBuffer.Data + command.VtxOffset;
    vertex_count_ = vertices - command.VtxOffset;
    indices_ = list.IdxBuffer.Data + command.IdxOffset;
    count_ = std::min<std::size_t>(command.ElemCount, indices - command.IdxOffset);
  }

  std::size_t count() const { return count_; }
  const ImDrawVert& vertex(std::size_t element) const { return vertices_[indices_[element]]; }

  bool has_triangle(std::size_t first) const {
    return first + 3 <= count_ && indices_[first] < vertex_count_ && indices_[first + 1] < vertex_count_ &&
           indices_[first + 2] < vertex_count_;
  }
  // Two triangles a b c and a c d, as ImGui writes every rectangle.
  bool has_quad(std::size_t first) const {
    return has_triangle(first) && has_triangle(first + 3) && indices_[first] == indices_[first + 3] &&
           indices_[first + 2] == indices_[first + 4];
  }

 private:
  const ImDrawVert* vertices_ = nullptr;
  const ImDrawIdx* indices_ = nullptr;
  std::size_t vertex_count_ = 0, count_ = 0;
};

void draw(const Elements& elements, const Canvas& canvas, const Texture* texture) {
  for (std::size_t i = 0; i + 3 <= elements.count(); i += 3) {
    if (elements.has_quad(i) && fill_quad(canvas, elements.vertex(i), elements.vertex(i + 1), elements.vertex(i + 2),
                                          elements.vertex(i + 5), texture)) {
      i += 3;
    } else if (elements.has_triangle(i)) {
      fill_triangle(canvas, elements.vertex(i), elements.vertex(i + 1), elements.vertex(i + 2), texture);
    }
  }
}

void draw_list(const ImDrawList& list, Layer& layer, const Area& inside) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback) continue;
    const Canvas canvas = clipped(layer, inside, command.ClipRect);
    if (canvas.empty()) continue;
    const Texture* texture = texture_of(command);
    if (texture && !usable(*texture)) continue;
    draw(Elements(list, command), canvas, texture);
  }
}

// True if two threads may paint halves of `areas`, and gain by it.
bool worth_a_thread(const std::vector<Area>& areas) {
  constexpr std::int64_t least = 300'000;
  constexpr std::size_t few = 4;  // of a few, each is large: rasterise divides them
  if (areas.size() <= few || pixels_of(areas) < least || std::thread::hardware_concurrency() < 2) return false;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (areas[i].intersects(areas[k])) return false;
    }
  }
  return true;
}

}  // namespace

void rasterise(const ImDrawList& list, Layer& layer) {
  rasterise(list, layer, layer.bounds());
}

void rasterise(const ImDrawList& list, Layer& layer, const Area& part) {
  // Below this, starting a thread costs more than it saves.
  constexpr int pixels_worth_a_thread = 150'000;
  const Area inside = part.intersection(layer.bounds());
  const int half = inside.height / 2;
  if (inside.width * half < pixels_worth_a_thread || std::thread::hardware_concurrency() < 2) {
    draw_list(list, layer, inside);
    return;
  }
  // A clip changes no pixel inside it, so two bands give the same pixels as one area.
  const Area upper{inside.x, inside.y, inside.width, half};
  const Area lower{inside.x, inside.y + half, inside.width, inside.height - half};
  const std::jthread other([&] { draw_list(list, layer, lower); });
  draw_list(list, layer, upper);
}

void rasterise(const ImDrawList& list, Layer& layer, const std::vector<Area>& areas, std::uint32_t ground) {
  const auto paint_some = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      fill_area(layer, areas[i], ground);
      rasterise(list, layer, areas[i]);
    }
  };
  if (!worth_a_thread(areas)) {
    paint_some(0, areas.size());
    return;
  }
  const std::int64_t half = pixels_of(areas) / 2;
  std::size_t middle = 0;
  for (std::int64_t sum = 0; sum < half; ++middle) sum += std::int64_t{areas[middle].width} * areas[middle].height;
  const std::jthread other([&] { paint_some(middle, areas.size()); });
  paint_some(0, middle);
}

}  // namespace anteroom::paint

// Small layers and draw lists for the tests of paint/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "paint/imgui.h"
#include "paint/pixels.h"

namespace anteroom::paint {

inline constexpr std::uint32_t black = 0xFF000000, white = 0xFFFFFFFF;

inline const std::string no_fault;

inline Layer blank(int width, int height, std::uint32_t pixel = black) {
  Layer layer(width, height);
  layer.pixels.assign(layer.pixels.size(), pixel);
  return layer;
}

inline std::uint32_t at(const Layer& layer, int x, int y) {
  return layer.row(y)[x];
}

// A draw list without a context, for a screen the size of a layer.
struct Drawing {
  explicit Drawing(const Layer& layer) { start_list(list, layer.width, layer.height); }
  DrawListData data;
  ImDrawList list{data.get()};
};

inline ImDrawVert vertex(float x, float y, ImU32 color, float u = 0, float v = 0) {
  return {ImVec2(x, y), ImVec2(u, v), color};
}

// Adds one triangle as it is, without ImGui's own arithmetic.
inline void add_triangle(ImDrawList& list, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  list.PrimReserve(3, 3);
  const unsigned first = list._VtxCurrentIdx;
  for (unsigned i = 0; i < 3; ++i) list.PrimWriteIdx(static_cast<ImDrawIdx>(first + i));
  for (const ImDrawVert& each : {a, b, c}) list.PrimWriteVtx(each.pos, each.uv, each.col);
}

// Random numbers that are the same with every standard library.
class Numbers {
 public:
  explicit Numbers(unsigned seed) : engine_(seed) {}
  std::uint32_t bits() { return static_cast<std::uint32_t>(engine_()); }
  int between(int low, int high) { return low + static_cast<int>(bits() % static_cast<unsigned>(high - low + 1)); }
  float fraction(int low, int high) { return static_cast<float>(between(low * 256, high * 256)) / 256; }

 private:
  std::mt19937 engine_;
};

// A texture with a different premultiplied pixel everywhere.
inline Texture noise(int width, int height, bool opaque, Numbers& numbers) {
  Texture texture{width, height, opaque, {}};
  for (int i = 0; i < width * height; ++i) {
    const std::uint32_t alpha = opaque ? 255 : numbers.bits() & 255;
    std::uint32_t pixel = alpha;
    for (int k = 0; k < 3; ++k) pixel = pixel << 8 | numbers.bits() % (alpha + 1);
    texture.pixels.push_back(pixel);
  }
  return texture;
}

// A fresh folder, removed with everything in it.
class TempFolder {
 public:
  TempFolder() {
    std::random_device random;
    path_ = std::filesystem::temp_directory_path() / ("anteroom-paint-" + std::to_string(random()));
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return file(name);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace anteroom::paint

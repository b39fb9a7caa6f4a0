// Bitmap files of every kind, made for the tests of decoder/ by the libraries' own encoders.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded.h"

namespace anteroom::decoder {

inline const std::string no_fault;

// Random numbers that are the same with every standard library.
class Numbers {
 public:
  explicit Numbers(unsigned seed) : engine_(seed) {}
  std::uint32_t bits() { return static_cast<std::uint32_t>(engine_()); }
  int between(int low, int high) { return low + static_cast<int>(bits() % static_cast<unsigned>(high - low + 1)); }

 private:
  std::mt19937 engine_;
};

inline std::uint32_t at(const decode::Texture& texture, int x, int y) {
  return texture
      .pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x)];
}

// True if no channel of the two pixels differs by more than `slack`.
bool is_near(std::uint32_t one, std::uint32_t other, int slack);

inline constexpr std::uint32_t red = 0xFFC81E3C, green = 0xFF28A050, blue = 0xFF3246C8, white = 0xFFF0F0F0;

// Straight pixels, 0xAARRGGBB: a quarter each of red (upper left), green (upper right), blue (lower left) and white.
decode::Texture quarters(int width, int height);

// Soft noise that compresses to about a byte per pixel.
decode::Texture clouds(int width, int height);

struct PngForm {
  int bits = 8;
  int colour_type = 2;  // as in the file: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
  bool interlaced = false;
  bool transparent_red = false;  // the colour red is declared transparent (tRNS)
  std::string chunks;            // put before the pixels, from png_chunk()
  std::string chunks_after;
};
std::string png_of(const decode::Texture& straight, const PngForm& form = {});
std::string png_chunk(std::string_view type, std::string_view data);

struct JpegForm {
  bool progressive = false, arithmetic = false, grey = false;
  int restart_rows = 0;
  enum class Print { no, cmyk, ycck, cmyk_without_adobe } print = Print::no;
  std::string exif;  // as from exif_of()
};
std::string jpeg_of(const decode::Texture& straight, const JpegForm& form = {});

// EXIF data with that orientation.
std::string exif_of(int orientation, bool big_endian = false);

std::string webp_of(const decode::Texture& straight, bool lossless = true);
// An extended WebP with EXIF data.
std::string webp_with_exif(const decode::Texture& straight, std::string_view exif);
// Two frames; the first lies at (4, 2) of a canvas of 40 x 30.
std::string moving_webp(const decode::Texture& first, const decode::Texture& second);

struct GifForm {
  bool interlaced = false;
  int left = 0, top = 0, canvas_width = 0, canvas_height = 0;  // 0: the frame's
  int frames = 1;
  bool transparent_red = false;
};
std::string gif_of(const decode::Texture& straight, const GifForm& form = {});

}  // namespace anteroom::decoder

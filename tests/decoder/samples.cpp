#include "samples.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <gif_lib.h>
#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace anteroom::decoder {
namespace {

using decode::Texture;
using namespace std::string_literals;

std::uint8_t red_of(std::uint32_t pixel) {
  return static_cast<std::uint8_t>(pixel >> 16);
}
std::uint8_t green_of(std::uint32_t pixel) {
  return static_cast<std::uint8_t>(pixel >> 8);
}
std::uint8_t blue_of(std::uint32_t pixel) {
  return static_cast<std::uint8_t>(pixel);
}
std::uint8_t alpha_of(std::uint32_t pixel) {
  return static_cast<std::uint8_t>(pixel >> 24);
}
std::uint8_t grey_of(std::uint32_t pixel) {
  return static_cast<std::uint8_t>((red_of(pixel) * 299 + green_of(pixel) * 587 + blue_of(pixel) * 114) / 1000);
}

std::string big_endian_32(std::size_t number) {
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
          static_cast<char>(number)};
}
std::string little_endian(std::size_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text.push_back(static_cast<char>(number >> (8 * i)));
  return text;
}

// The colours of quarters(), and others in order of appearance.
std::vector<std::uint32_t> palette_of(const Texture& straight) {
  std::vector<std::uint32_t> colours{red};
  for (const std::uint32_t pixel : straight.pixels) {
    if (std::find(colours.begin(), colours.end(), pixel) == colours.end()) colours.push_back(pixel);
  }
  if (colours.size() > 256) throw std::logic_error("more colours than a palette holds");
  return colours;
}
std::uint8_t number_in(const std::vector<std::uint32_t>& palette, std::uint32_t pixel) {
  return static_cast<std::uint8_t>(std::find(palette.begin(), palette.end(), pixel) - palette.begin());
}

std::string png_row(const Texture& straight, int y, const PngForm& form, const std::vector<std::uint32_t>& palette) {
  std::string row;
  const auto put = [&](std::uint8_t sample) {
    row.push_back(static_cast<char>(sample));
    if (form.bits == 16) row.push_back(static_cast<char>(sample));
  };
  for (int x = 0; x < straight.width; ++x) {
    const std::uint32_t pixel = at(straight, x, y);
    if (form.colour_type == PNG_COLOR_TYPE_PALETTE) {
      put(number_in(palette, pixel));
      continue;
    }
    if ((form.colour_type & PNG_COLOR_MASK_COLOR) != 0) {
      put(red_of(pixel));
      put(green_of(pixel));
      put(blue_of(pixel));
    } else {
      put(grey_of(pixel));
    }
    if ((form.colour_type & PNG_COLOR_MASK_ALPHA) != 0) put(alpha_of(pixel));
  }
  return row;
}

}  // namespace

bool is_near(std::uint32_t one, std::uint32_t other, int slack) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    if (std::abs(static_cast<int>(one >> shift & 255) - static_cast<int>(other >> shift & 255)) > slack) return false;
  }
  return true;
}

Texture quarters(int width, int height) {
  Texture texture{width, height, true, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = x < width / 2, upper = y < height / 2;
      texture.pixels.push_back(upper ? (left ? red : green) : (left ? blue : white));
    }
  }
  return texture;
}

Texture clouds(int width, int height) {
  Texture texture{width, height, true, {}};
  Numbers numbers(5);
  for (int i = 0; i < width * height; ++i) {
    const std::uint32_t grey = 100 + numbers.bits() % 64;
    texture.pixels.push_back(0xFF000000 | grey << 16 | grey << 8 | grey);
  }
  return texture;
}

std::string png_chunk(std::string_view type, std::string_view data) {
  const std::string checked = std::string(type) + std::string(data);
  std::uint32_t sum = ~0U;
  for (const char byte : checked) {
    sum ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320U : sum >> 1;
  }
  return big_endian_32(data.size()) + checked + big_endian_32(~sum);
}

std::string png_of(const Texture& straight, const PngForm& form) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &bytes,
      [](png_structp to, png_bytep data, std::size_t size) {
        static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<const char*>(data), size);
      },
      nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(straight.width), static_cast<png_uint_32>(straight.height),
               form.bits, form.colour_type, form.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  const bool has_palette = form.colour_type == PNG_COLOR_TYPE_PALETTE;
  const std::vector<std::uint32_t> palette = has_palette ? palette_of(straight) : std::vector<std::uint32_t>{};
  if (has_palette) {
    std::vector<png_color> colours;
    for (const std::uint32_t pixel : palette) colours.push_back({red_of(pixel), green_of(pixel), blue_of(pixel)});
    png_set_PLTE(png, info, colours.data(), static_cast<int>(colours.size()));
  }
  if (form.transparent_red) {
    png_byte number_alpha = 0;
    const png_color_16 colour{0, red_of(red), green_of(red), blue_of(red), grey_of(red)};
    png_set_tRNS(png, info, has_palette ? &number_alpha : nullptr, has_palette ? 1 : 0, &colour);
  }
  png_write_info(png, info);
  bytes += form.chunks;
  std::vector<std::string> rows;
  std::vector<png_bytep> pointers;
  for (int y = 0; y < straight.height; ++y) rows.push_back(png_row(straight, y, form, palette));
  for (std::string& row : rows) pointers.push_back(reinterpret_cast<png_bytep>(row.data()));
  png_write_image(png, pointers.data());
  bytes += form.chunks_after;
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::string jpeg_of(const Texture& straight, const JpegForm& form) {
  jpeg_compress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* memory = nullptr;
  unsigned long size = 0;  // NOLINT(google-runtime-int): libjpeg's type
  jpeg_mem_dest(&jpeg, &memory, &size);
  const bool print = form.print != JpegForm::Print::no;
  jpeg.image_width = static_cast<JDIMENSION>(straight.width);
  jpeg.image_height = static_cast<JDIMENSION>(straight.height);
  jpeg.input_components = form.grey ? 1 : print ? 4 : 3;
  jpeg.in_color_space = form.grey ? JCS_GRAYSCALE : print ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  if (form.print == JpegForm::Print::ycck) jpeg_set_colorspace(&jpeg, JCS_YCCK);
  if (form.print == JpegForm::Print::cmyk_without_adobe) jpeg.write_Adobe_marker = FALSE;
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (form.progressive) jpeg_simple_progression(&jpeg);
  jpeg.arith_code = form.arithmetic ? TRUE : FALSE;
  jpeg.restart_in_rows = form.restart_rows;
  jpeg_start_compress(&jpeg, TRUE);
  if (!form.exif.empty()) {
    const std::string marker = "Exif\0\0"s + form.exif;
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                      static_cast<unsigned>(marker.size()));
  }
  for (int y = 0; y < straight.height; ++y) {
    std::vector<JSAMPLE> row;
    for (int x = 0; x < straight.width; ++x) {
      const std::uint32_t pixel = at(straight, x, y);
      if (form.grey) {
        row.push_back(grey_of(pixel));
        continue;
      }
      for (const std::uint8_t light : {red_of(pixel), green_of(pixel), blue_of(pixel)}) {
        row.push_back(form.print == JpegForm::Print::cmyk_without_adobe ? static_cast<JSAMPLE>(255 - light) : light);
      }
      // No black ink.
      if (print) row.push_back(form.print == JpegForm::Print::cmyk_without_adobe ? 0 : 255);
    }
    JSAMPROW samples = row.data();
    jpeg_write_scanlines(&jpeg, &samples, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string bytes(reinterpret_cast<const char*>(memory), size);
  std::free(memory);
  return bytes;
}

std::string exif_of(int orientation, bool big_endian) {
  const auto number = [big_endian](std::size_t value, int bytes) {
    std::string text = little_endian(value, bytes);
    if (big_endian) std::reverse(text.begin(), text.end());
    return text;
  };
  // A directory of two entries: the picture's description, as an obstacle, and the orientation.
  return (big_endian ? "MM\0*"s : "II*\0"s) + number(8, 4) + number(2, 2) + number(0x010E, 2) + number(2, 2) +
         number(3, 4) + "ab\0\0"s + number(0x0112, 2) + number(3, 2) + number(1, 4) +
         number(static_cast<std::size_t>(orientation), 2) + "\0\0"s + number(0, 4);
}

std::string webp_of(const Texture& straight, bool lossless) {
  std::uint8_t* memory = nullptr;
  const auto* pixels = reinterpret_cast<const std::uint8_t*>(straight.pixels.data());
  const std::size_t size =
      lossless ? WebPEncodeLosslessBGRA(pixels, straight.width, straight.height, straight.width * 4, &memory)
               : WebPEncodeBGRA(pixels, straight.width, straight.height, straight.width * 4, 90, &memory);
  std::string bytes(reinterpret_cast<const char*>(memory), size);
  WebPFree(memory);
  return bytes;
}

namespace {

std::string riff_chunk(std::string_view type, std::string data) {
  const std::size_t size = data.size();
  if (size % 2 == 1) data.push_back('\0');
  return std::string(type) + little_endian(size, 4) + data;
}

std::string extended_webp(int width, int height, int flags, const std::string& chunks) {
  const std::string header = riff_chunk("VP8X", little_endian(static_cast<std::size_t>(flags), 4) +
                                                    little_endian(static_cast<std::size_t>(width - 1), 3) +
                                                    little_endian(static_cast<std::size_t>(height - 1), 3));
  return riff_chunk("RIFF", "WEBP" + header + chunks);
}

constexpr std::size_t riff_header = 12;

std::string webp_frame(const Texture& straight, int left, int top) {
  const auto number = [](int value, int bytes) { return little_endian(static_cast<std::size_t>(value), bytes); };
  return riff_chunk("ANMF", number(left / 2, 3) + number(top / 2, 3) + number(straight.width - 1, 3) +
                                number(straight.height - 1, 3) + number(100, 3) + number(0, 1) +
                                webp_of(straight).substr(riff_header));
}

}  // namespace

std::string webp_with_exif(const Texture& straight, std::string_view exif) {
  constexpr int has_exif = 8;
  return extended_webp(straight.width, straight.height, has_exif,
                       webp_of(straight).substr(riff_header) + riff_chunk("EXIF", std::string(exif)));
}

std::string moving_webp(const Texture& first, const Texture& second) {
  constexpr int moves = 2, has_alpha = 16;
  return extended_webp(40, 30, moves | has_alpha,
                       riff_chunk("ANIM", little_endian(0xFFFFFFFF, 4) + little_endian(0, 2)) +
                           webp_frame(first, 4, 2) + webp_frame(second, 0, 0));
}

std::string gif_of(const Texture& straight, const GifForm& form) {
  std::string bytes;
  int error = 0;
  GifFileType* gif = EGifOpen(
      &bytes,
      [](GifFileType* to, const GifByteType* data, int size) {
        static_cast<std::string*>(to->UserData)
            ->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
        return size;
      },
      &error);
  EGifSetGifVersion(gif, true);
  std::vector<std::uint32_t> palette = palette_of(straight);
  int count = 2;
  while (count < static_cast<int>(palette.size())) count *= 2;
  palette.resize(static_cast<std::size_t>(count));
  std::vector<GifColorType> colours;
  for (const std::uint32_t pixel : palette) colours.push_back({red_of(pixel), green_of(pixel), blue_of(pixel)});
  ColorMapObject* map = GifMakeMapObject(count, colours.data());
  EGifPutScreenDesc(gif, form.canvas_width > 0 ? form.canvas_width : straight.width,
                    form.canvas_height > 0 ? form.canvas_height : straight.height, 8, 0, map);
  GifFreeMapObject(map);
  for (int frame = 0; frame < form.frames; ++frame) {
    GraphicsControlBlock control{DISPOSE_DO_NOT, false, 10, form.transparent_red ? 0 : NO_TRANSPARENT_COLOR};
    std::array<GifByteType, 4> extension{};
    EGifGCBToExtension(&control, extension.data());
    EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, extension.size(), extension.data());
    EGifPutImageDesc(gif, form.left, form.top, straight.width, straight.height, form.interlaced, nullptr);
    std::vector<int> order;
    for (const auto& [first, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
      for (int y = first; form.interlaced && y < straight.height; y += step) order.push_back(y);
    }
    for (int y = 0; !form.interlaced && y < straight.height; ++y) order.push_back(y);
    for (const int y : order) {
      std::vector<GifPixelType> row;
      for (int x = 0; x < straight.width; ++x) {
        // Later frames have other colours than the first.
        row.push_back(static_cast<GifPixelType>((number_in(palette, at(straight, x, y)) + frame) % count));
      }
      EGifPutLine(gif, row.data(), straight.width);
    }
  }
  EGifCloseFile(gif, &error);
  return bytes;
}

}  // namespace anteroom::decoder

#include "paint/png.h"

#include <png.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

namespace anteroom::paint {
namespace {

constexpr std::size_t bytes_a_pixel = 3;  // red, green, blue

std::vector<std::uint8_t> rgb_of(const Layer& layer) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(layer.pixels.size() * bytes_a_pixel);
  for (const std::uint32_t pixel : layer.pixels) {
    for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(pixel >> shift));
  }
  return bytes;
}

png_image image_of(int width, int height) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGB;
  return image;
}

}  // namespace

std::string write_png(const Layer& layer, const std::filesystem::path& file) {
  if (layer.width <= 0 || layer.height <= 0) return "there is no pixel to write";
  png_image image = image_of(layer.width, layer.height);
  const std::vector<std::uint8_t> rgb = rgb_of(layer);
  // Into memory first: libpng would leave half a file when the disk is full.
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t size = bytes.size();
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0) return image.message;
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(size));
  out.close();
  if (out) return {};
  return errno != 0 ? std::strerror(errno) : "it could not be written";
}

Layer read_png(const std::filesystem::path& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return {};
  image.format = PNG_FORMAT_RGB;
  std::vector<std::uint8_t> rgb(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, rgb.data(), 0, nullptr) == 0) return {};
  Layer layer(static_cast<int>(image.width), static_cast<int>(image.height));
  for (std::size_t i = 0; i < layer.pixels.size(); ++i) {
    const std::uint8_t* pixel = rgb.data() + i * bytes_a_pixel;
    layer.pixels[i] =
        0xFF000000U | static_cast<std::uint32_t>(pixel[0]) << 16 | static_cast<std::uint32_t>(pixel[1]) << 8 | pixel[2];
  }
  return layer;
}

}  // namespace anteroom::paint

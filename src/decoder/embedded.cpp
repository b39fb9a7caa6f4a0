#include "decoder/embedded.h"

#include <glib.h>
#include <png.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>

#include "decoder/bitmap.h"
#include "decoder/svg.h"

namespace anteroom::decoder {
namespace {

using decode::Texture;

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

std::string without_percents(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto digit = [&](std::size_t i) { return i < text.size() ? g_ascii_xdigit_value(text[i]) : -1; };
    if (text[at] == '%' && digit(at + 1) >= 0 && digit(at + 2) >= 0) {
      plain.push_back(static_cast<char>(digit(at + 1) * 16 + digit(at + 2)));
      at += 2;
    } else {
      plain.push_back(text[at]);
    }
  }
  return plain;
}

// The content of the data: address (RFC 2397).
std::string bytes_in(std::string_view link) {
  const std::size_t comma = link.find(',');
  if (comma == std::string_view::npos) return {};
  std::string head(link.substr(0, comma));
  head.erase(std::remove(head.begin(), head.end(), ' '), head.end());
  std::string data = without_percents(link.substr(comma + 1));
  constexpr std::string_view base64 = ";base64";
  if (head.size() < base64.size() || !starts_with_ignoring_case(head.substr(head.size() - base64.size()), base64)) {
    return data;
  }
  std::size_t size = 0;
  // Not g_base64_decode_inplace(), which never gives an empty picture.
  const std::unique_ptr<guchar, decltype(&g_free)> bytes(g_base64_decode(data.c_str(), &size), g_free);
  return {reinterpret_cast<const char*>(bytes.get()), size};
}

std::string data_link(const char* type, std::string_view bytes) {
  const std::unique_ptr<gchar, decltype(&g_free)> text(
      g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()), g_free);
  return std::string("data:") + type + ";base64," + text.get();
}

std::uint32_t straight(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0 || alpha == 255) return pixel;
  const auto channel = [&](unsigned shift) {
    return std::min<std::uint32_t>(((pixel >> shift & 255) * 255 + alpha / 2) / alpha, 255) << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

std::string png_of(Texture texture) {
  std::transform(texture.pixels.begin(), texture.pixels.end(), texture.pixels.begin(), straight);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(texture.width);
  image.height = static_cast<png_uint_32>(texture.height);
  image.format = PNG_FORMAT_BGRA;
  image.flags = PNG_IMAGE_FLAG_FAST;
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t size = bytes.size();
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, texture.pixels.data(), 0, nullptr) == 0) return {};
  bytes.resize(size);
  return bytes;
}

// Redrawn pictures are no larger than this, since no screen shows more of them.
constexpr int max_side_px = 2048;

void embed(Texture texture, EmbeddedPicture& picture) {
  const std::string png = png_of(std::move(texture));
  if (png.empty()) picture.fault = "takes too much memory to read; save it smaller";
  picture.link = data_link("image/png", png);
}

// Redraws a bitmap that librsvg would show sideways or in wrong colours.
void redraw(std::string_view bytes, PictureKind kind, const BitmapHeader& header, EmbeddedPicture& picture) {
  const auto [width, height] = header.stored;
  const int side = std::min(std::max(width, height), max_side_px);
  Decoded drawn = decode_bitmap(bytes, kind, side, side);
  picture.fault = drawn.fault;
  if (!picture.fault.empty()) return;
  embed(std::move(drawn.texture), picture);
}

EmbeddedPicture embedded_bitmap(std::string_view bytes, PictureKind kind) {
  EmbeddedPicture picture;
  const BitmapHeader header = bitmap_header(bytes, kind);
  picture.fault = header.fault;
  if (!picture.fault.empty()) return picture;
  picture.pixels = static_cast<std::size_t>(header.stored.width) * static_cast<std::size_t>(header.stored.height);
  if (header.orientation != as_stored || header.print_colours) {
    redraw(bytes, kind, header, picture);
  } else {
    // Read completely, to check that it is valid.
    picture.fault = decode_bitmap(bytes, kind, 1, 1).fault;
    picture.link = data_link(kind == PictureKind::png ? "image/png" : "image/jpeg", bytes);
  }
  return picture;
}

// For an SVG inside another, librsvg needs a plug-in, which is a file.
EmbeddedPicture embedded_svg(std::string_view bytes, decode::Contrast contrast, int depth) {
  EmbeddedPicture picture;
  Decoded drawn = std::move(draw_svg(bytes, max_side_px, max_side_px, {{}}, {}, contrast, depth + 1).front());
  picture.fault = drawn.fault;
  for (const decode::Remark& remark : drawn.remarks) {
    picture.remarks.push_back({0, "an embedded SVG that " + remark.text});
  }
  picture.pixels = drawn.texture.pixels.size();
  if (picture.fault.empty()) embed(std::move(drawn.texture), picture);
  return picture;
}

}  // namespace

bool is_embedded(std::string_view link) {
  return starts_with_ignoring_case(link, "data:");
}

EmbeddedPicture embedded_picture(std::string_view link, decode::Contrast contrast, int depth) {
  constexpr int max_depth = 3;
  const std::string bytes = bytes_in(link);
  const PictureKind kind = kind_of(bytes);
  EmbeddedPicture picture;
  if (kind == PictureKind::png || kind == PictureKind::jpeg) {
    picture = embedded_bitmap(bytes, kind);
  } else if (kind == PictureKind::svg && depth < max_depth) {
    picture = embedded_svg(bytes, contrast, depth);
  } else if (kind == PictureKind::svg) {
    picture.fault = "has other SVGs inside more than " + std::to_string(max_depth) + " deep; embed its shapes";
  } else if (kind == PictureKind::other) {
    picture.fault = why_not(bytes);
  } else {
    picture.fault = "is neither PNG nor JPEG; embed it as one of these";
  }
  if (picture.fault.empty()) return picture;
  const std::string name = kind == PictureKind::other ? "picture" : std::string(name_of(kind)) + " picture";
  picture.fault = "an embedded " + name + " that cannot be drawn: it " + picture.fault;
  return picture;
}

}  // namespace anteroom::decoder

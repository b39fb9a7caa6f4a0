#include "decoder/bitmap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "decoder/gif.h"
#include "decoder/jpeg.h"
#include "decoder/png.h"
#include "decoder/webp.h"

namespace anteroom::decoder {
namespace {

using decode::max_pixels;
using decode::PixelSize;
using decode::Remark;
using decode::Texture;

BitmapHeader read_header(std::string_view bytes, PictureKind kind) {
  switch (kind) {
    case PictureKind::png:
      return png_header(bytes);
    case PictureKind::jpeg:
      return jpeg_header(bytes);
    case PictureKind::webp:
      return webp_header(bytes);
    default:
      return gif_header(bytes);
  }
}

std::string read_pixels(std::string_view bytes, PictureKind kind, const BitmapHeader& header, PixelSize target,
                        Texture& texture) {
  switch (kind) {
    case PictureKind::png:
      return read_png(bytes, header, target, texture);
    case PictureKind::jpeg:
      return read_jpeg(bytes, header, target, texture);
    case PictureKind::webp:
      return read_webp(bytes, header, target, texture);
    default:
      return read_gif(bytes, header, target, texture);
  }
}

PixelSize swapped_if(bool sideways, PixelSize size) {
  return sideways ? PixelSize{size.height, size.width} : size;
}

// The size of a picture of which `frame` is as large as `part`.
PixelSize whole_of(PixelSize part, const Frame& frame) {
  return {static_cast<int>(std::lround(part.width / frame.share_of_width())),
          static_cast<int>(std::lround(part.height / frame.share_of_height()))};
}

// The part of `all` that `frame` begins in, of the size `part`.
Texture cut(const Texture& all, PixelSize part, const Frame& frame) {
  const int left = std::min(static_cast<int>(std::lround(frame.share_x() * all.width)), all.width - part.width);
  const int top = std::min(static_cast<int>(std::lround(frame.share_y() * all.height)), all.height - part.height);
  Texture texture{.width = part.width, .height = part.height};
  texture.pixels.reserve(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height));
  for (int y = 0; y < part.height; ++y) {
    const auto from = all.pixels.begin() + (static_cast<std::ptrdiff_t>(top) + y) * all.width + left;
    texture.pixels.insert(texture.pixels.end(), from, from + part.width);
  }
  texture.opaque = decode::all_opaque(texture);
  return texture;
}

std::vector<Remark> remarks_of(const BitmapHeader& header) {
  std::vector<Remark> remarks;
  if (header.moves) remarks.push_back({0, "moves; only its first frame is shown"});
  if (header.print_colours) {
    remarks.push_back({0, "has the colours of print (CMYK), which look different on a screen; save it as RGB"});
  }
  return remarks;
}

}  // namespace

BitmapHeader bitmap_header(std::string_view bytes, PictureKind kind) {
  BitmapHeader header = read_header(bytes, kind);
  if (!header.fault.empty()) return header;
  const auto [width, height] = header.stored;
  if (static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) > max_pixels) {
    constexpr std::size_t million = 1'000'000;
    header.fault = "is " + std::to_string(width) + " x " + std::to_string(height) + " pixels, more than " +
                   std::to_string(max_pixels / million) + " megapixels; make it smaller, 2000 pixels wide is plenty";
  }
  return header;
}

Decoded decode_bitmap(std::string_view bytes, PictureKind kind, int width_px, int height_px, const Frame& asked) {
  const Frame frame = asked.on_board();  // beyond it there is nothing
  Decoded decoded;
  const BitmapHeader header = bitmap_header(bytes, kind);
  decoded.fault = header.fault;
  if (!decoded.fault.empty()) return decoded;
  const bool sideways = is_sideways(header.orientation);
  const PixelSize seen = swapped_if(sideways, header.stored);
  decoded.whole =
      decode::fitted(seen.width * frame.share_of_width(), seen.height * frame.share_of_height(), width_px, height_px);
  const PixelSize all = whole_of(decoded.whole, frame);
  Texture stored;
  decoded.fault = read_pixels(bytes, kind, header, swapped_if(sideways, all), stored);
  if (decoded.fault.empty()) decoded.texture = turned(std::move(stored), header.orientation);
  if (decoded.fault.empty() && frame != Frame{}) decoded.texture = cut(decoded.texture, decoded.whole, frame);
  decoded.remarks = remarks_of(header);
  return decoded;
}

PictureFacts bitmap_facts(std::string_view bytes, PictureKind kind) {
  PictureFacts facts;
  const BitmapHeader header = bitmap_header(bytes, kind);
  facts.fault = header.fault;
  if (!facts.fault.empty()) return facts;
  const PixelSize seen = swapped_if(is_sideways(header.orientation), header.stored);
  facts.width = seen.width;
  facts.height = seen.height;
  facts.remarks = remarks_of(header);
  return facts;
}

const char* name_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::svg:
      return "SVG";
    case PictureKind::png:
      return "PNG";
    case PictureKind::jpeg:
      return "JPEG";
    case PictureKind::webp:
      return "WebP";
    case PictureKind::gif:
      return "GIF";
    case PictureKind::other:
      break;
  }
  return "unknown";
}

}  // namespace anteroom::decoder

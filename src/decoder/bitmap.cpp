#include "decoder/bitmap.h"

#include <SDL.h>
#include <SDL_image.h>

#include <algorithm>
#include <memory>
#include <string>

#include "decode/pixels.h"
#include "decoder/resample.h"

namespace anteroom::decoder {
namespace {

using decode::fitted;
using decode::PixelSize;
using decode::premultiplied;
using decode::Texture;
using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;

constexpr const char* not_drawable = "is not a picture that can be drawn: ";

const char* name_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png:
      return "PNG";
    case PictureKind::jpeg:
      return "JPG";
    case PictureKind::webp:
      return "WEBP";
    case PictureKind::svg:
      break;
  }
  return "SVG";
}

// SDL_image loads its decoders when the first picture comes, without a lock of its own.
void load_decoders() {
  [[maybe_unused]] static const int loaded = IMG_Init(IMG_INIT_PNG | IMG_INIT_JPG | IMG_INIT_WEBP);
}

std::string too_large(StoredSize size, std::size_t most_pixels) {
  constexpr std::size_t million = 1'000'000;
  const std::string most =
      most_pixels % million == 0 ? std::to_string(most_pixels / million) + " million" : std::to_string(most_pixels);
  return "is " + std::to_string(size.width) + " x " + std::to_string(size.height) + " pixels; at most " + most;
}

Texture premultiplied_texture(const SDL_Surface& surface) {
  Texture texture{surface.w, surface.h, false, {}};
  texture.pixels.reserve(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h));
  for (int y = 0; y < surface.h; ++y) {
    const auto* bytes =
        static_cast<const std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
    const auto* row = reinterpret_cast<const std::uint32_t*>(bytes);
    std::transform(row, row + surface.w, std::back_inserter(texture.pixels), [](std::uint32_t pixel) {
      return premultiplied(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, pixel >> 24);
    });
  }
  texture.opaque = all_opaque(texture);
  return texture;
}

}  // namespace

Decoded decode_bitmap(std::string_view bytes, PictureKind kind, int width_px, int height_px, std::size_t most_pixels) {
  const std::optional<StoredSize> size = stored_size(bytes, kind);
  if (!size) return {{}, std::string(not_drawable) + "its header is broken"};
  if (std::uint64_t{size->width} * size->height > most_pixels) return {{}, too_large(*size, most_pixels)};
  if (kind == PictureKind::jpeg && !jpeg_complete(bytes)) return {{}, std::string(not_drawable) + "it is cut short"};
  load_decoders();
  SDL_ClearError();
  SDL_RWops* stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  if (!stream) return {{}, std::string(not_drawable) + SDL_GetError()};
  const Surface stored(IMG_LoadTyped_RW(stream, 1, name_of(kind)), SDL_FreeSurface);
  const Surface straight(stored ? SDL_ConvertSurfaceFormat(stored.get(), SDL_PIXELFORMAT_ARGB8888, 0) : nullptr,
                         SDL_FreeSurface);
  if (!straight) return {{}, std::string(not_drawable) + SDL_GetError()};
  const PixelSize target = fitted(straight->w, straight->h, width_px, height_px);
  return {resampled(premultiplied_texture(*straight), target.width, target.height), {}, target};
}

}  // namespace anteroom::decoder

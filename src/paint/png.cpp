#include "paint/png.h"

#include <SDL.h>
#include <SDL_image.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

namespace anteroom::paint {
namespace {

using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;

std::size_t append(SDL_RWops* stream, const void* data, std::size_t size, std::size_t count) {
  static_cast<std::string*>(stream->hidden.unknown.data1)->append(static_cast<const char*>(data), size * count);
  return count;
}

// SDL_image ignores a write that fails, so it writes to memory and the file is checked here.
bool encode(SDL_Surface* surface, std::string& bytes) {
  const std::unique_ptr<SDL_RWops, decltype(&SDL_FreeRW)> stream(SDL_AllocRW(), SDL_FreeRW);
  if (!stream) return false;
  stream->type = SDL_RWOPS_UNKNOWN;
  stream->hidden.unknown.data1 = &bytes;
  stream->size = [](SDL_RWops* self) {
    return static_cast<Sint64>(static_cast<std::string*>(self->hidden.unknown.data1)->size());
  };
  stream->seek = [](SDL_RWops* self, Sint64, int) { return self->size(self); };  // where a writer always is
  stream->read = [](SDL_RWops*, void*, std::size_t, std::size_t) -> std::size_t { return 0; };
  stream->write = append;
  stream->close = [](SDL_RWops*) { return 0; };
  return IMG_SavePNG_RW(surface, stream.get(), 0) == 0;
}

}  // namespace

std::string write_png(const Layer& layer, const std::filesystem::path& file) {
  if (layer.width <= 0 || layer.height <= 0) return "there is no pixel to write";
  // SDL wants a pointer that it could write to, and does not.
  auto* pixels = const_cast<std::uint32_t*>(layer.pixels.data());
  const Surface wide(SDL_CreateRGBSurfaceWithFormatFrom(pixels, layer.width, layer.height, 32, layer.width * 4,
                                                        SDL_PIXELFORMAT_XRGB8888),
                     SDL_FreeSurface);
  const Surface surface(wide ? SDL_ConvertSurfaceFormat(wide.get(), SDL_PIXELFORMAT_RGB24, 0) : nullptr,
                        SDL_FreeSurface);
  std::string bytes;
  if (!surface || !encode(surface.get(), bytes)) return SDL_GetError();
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) return {};
  return errno != 0 ? std::strerror(errno) : "it could not be written";
}

Layer read_png(const std::filesystem::path& file) {
  SDL_RWops* stream = SDL_RWFromFile(file.c_str(), "rb");
  const bool png = stream && IMG_isPNG(stream);  // libpng would complain on standard error
  const Surface stored(png ? IMG_LoadPNG_RW(stream) : nullptr, SDL_FreeSurface);
  if (stream) SDL_RWclose(stream);
  const Surface surface(stored ? SDL_ConvertSurfaceFormat(stored.get(), SDL_PIXELFORMAT_ARGB8888, 0) : nullptr,
                        SDL_FreeSurface);
  if (!surface) return {};
  Layer layer(surface->w, surface->h);
  for (int y = 0; y < layer.height; ++y) {
    const auto* row =
        static_cast<const std::uint8_t*>(surface->pixels) + static_cast<std::ptrdiff_t>(y) * surface->pitch;
    std::memcpy(layer.row(y), row, static_cast<std::size_t>(layer.width) * sizeof(std::uint32_t));
    std::transform(layer.row(y), layer.row(y) + layer.width, layer.row(y),
                   [](std::uint32_t pixel) { return pixel | 0xFF000000U; });
  }
  return layer;
}

}  // namespace anteroom::paint

#include <lz4.h>

#include "document/document.h"

namespace anteroom::document {

Picture picture_of(int width_px, int height_px, std::span<const std::uint32_t> argb, double width_mm,
                   std::string described) {
  const auto size = static_cast<int>(argb.size_bytes());
  std::string bytes(static_cast<std::size_t>(LZ4_compressBound(size)), '\0');
  const int packed = LZ4_compress_default(reinterpret_cast<const char*>(argb.data()), bytes.data(), size,
                                          static_cast<int>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(packed));
  bytes.shrink_to_fit();
  return {width_px, height_px, std::move(bytes), width_mm, std::move(described)};
}

std::vector<std::uint32_t> pixels_of(const Picture& picture) {
  // LZ4 never packs more than 255 bytes into one: no few bytes make us take much memory.
  const std::uint64_t bytes =
      std::uint64_t(picture.width_px) * std::uint64_t(picture.height_px) * sizeof(std::uint32_t);
  if (bytes / 255 > picture.lz4.size()) return {};
  std::vector<std::uint32_t> argb(std::size_t(picture.width_px) * std::size_t(picture.height_px));
  const auto size = static_cast<int>(argb.size() * sizeof(std::uint32_t));
  const int unpacked = LZ4_decompress_safe(picture.lz4.data(), reinterpret_cast<char*>(argb.data()),
                                           static_cast<int>(picture.lz4.size()), size);
  if (unpacked != size) argb.clear();
  return argb;
}

}  // namespace anteroom::document

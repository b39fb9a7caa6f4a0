#include "decoder/exif.h"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace anteroom::decoder {
namespace {

using namespace std::string_view_literals;

// Numbers in TIFF, the format of EXIF; zero beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.substr(0, 2) == "MM") {}

  bool valid() const { return bytes_.substr(0, 4) == "II*\0"sv || bytes_.substr(0, 4) == "MM\0*"sv; }
  std::uint32_t number_16(std::size_t at) const {
    return big_endian_ ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
  }
  std::uint32_t number_32(std::size_t at) const {
    return big_endian_ ? number_16(at) << 16 | number_16(at + 2) : number_16(at + 2) << 16 | number_16(at);
  }

 private:
  std::uint32_t byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }

  std::string_view bytes_;
  bool big_endian_;
};

}  // namespace

Orientation exif_orientation(std::string_view bytes) {
  if (bytes.substr(0, 6) == "Exif\0\0"sv) bytes.remove_prefix(6);
  const Tiff tiff(bytes);
  if (!tiff.valid()) return as_stored;
  constexpr std::uint32_t orientation_tag = 0x0112, short_type = 3, long_type = 4;
  constexpr std::size_t entry_bytes = 12;
  const std::size_t directory = tiff.number_32(4);
  const std::size_t count = tiff.number_16(directory);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * entry_bytes;
    if (tiff.number_16(entry) != orientation_tag) continue;
    const std::uint32_t type = tiff.number_16(entry + 2);
    std::uint32_t value = 0;
    if (type == short_type) value = tiff.number_16(entry + 8);
    if (type == long_type) value = tiff.number_32(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<Orientation>(value) : as_stored;
  }
  return as_stored;
}

decode::Texture turned(decode::Texture stored, Orientation orientation) {
  if (orientation == as_stored) return stored;
  const bool sideways = is_sideways(orientation);
  // Where the first stored row and the first stored column are seen: 0 at the beginning (top or left), 1 at the end.
  const bool rows_from_end = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const bool columns_from_end = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  decode::Texture seen{
      sideways ? stored.height : stored.width, sideways ? stored.width : stored.height, stored.opaque, {}};
  seen.pixels.resize(stored.pixels.size());
  const auto width = static_cast<std::size_t>(seen.width);
  const std::uint32_t* pixel = stored.pixels.data();
  for (int row = 0; row < stored.height; ++row) {
    const auto row_at = static_cast<std::size_t>(rows_from_end ? stored.height - 1 - row : row);
    for (int column = 0; column < stored.width; ++column) {
      const auto column_at = static_cast<std::size_t>(columns_from_end ? stored.width - 1 - column : column);
      seen.pixels[sideways ? column_at * width + row_at : row_at * width + column_at] = *pixel++;
    }
  }
  return seen;
}

}  // namespace anteroom::decoder

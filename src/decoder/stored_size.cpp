#include "decoder/stored_size.h"

#include <cstddef>

namespace anteroom::decoder {
namespace {

using namespace std::string_view_literals;

// Numbers in a file's header; zero beyond its end.
class Header {
 public:
  explicit Header(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
  std::uint32_t big_endian_16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  std::uint32_t big_endian_32(std::size_t at) const { return big_endian_16(at) << 16 | big_endian_16(at + 2); }
  std::uint32_t little_endian_16(std::size_t at) const { return byte(at + 1) << 8 | byte(at); }
  std::uint32_t little_endian_24(std::size_t at) const { return byte(at + 2) << 16 | little_endian_16(at); }
  std::uint32_t little_endian_32(std::size_t at) const { return byte(at + 3) << 24 | little_endian_24(at); }
  bool has(std::size_t at, std::string_view text) const {
    return at <= bytes_.size() && bytes_.substr(at, text.size()) == text;
  }

 private:
  std::string_view bytes_;
};

StoredSize png_size(const Header& header) {
  if (!header.has(12, "IHDR")) return {};
  return {header.big_endian_32(16), header.big_endian_32(20)};
}

// WebP container specification (RFC 9649): lossy, lossless and extended files keep their size in three ways.
StoredSize webp_size(const Header& header) {
  if (header.has(12, "VP8X")) return {header.little_endian_24(24) + 1, header.little_endian_24(27) + 1};
  if (header.has(12, "VP8L")) {
    const std::uint32_t bits = header.little_endian_32(21);
    return {(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
  }
  if (header.has(12, "VP8 ")) return {header.little_endian_16(26) & 0x3FFF, header.little_endian_16(28) & 0x3FFF};
  return {};
}

// The frame header of a JPEG, and where the first scan begins.
struct JpegFrame {
  StoredSize size;
  std::size_t scan = 0;  // 0: there is none
};

JpegFrame jpeg_frame(std::string_view bytes) {
  const Header header(bytes);
  JpegFrame frame;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && header.byte(at) == 0xFF) {
    const std::uint32_t marker = header.byte(at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (marker == 0xDA) {
      frame.scan = at;
      break;
    }
    // SOF0 to SOF15 without the tables DHT, JPG and DAC among them.
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      frame.size = {header.big_endian_16(at + 7), header.big_endian_16(at + 5)};
    }
    const bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    at += 2 + (alone ? 0 : header.big_endian_16(at + 2));
  }
  return frame;
}

}  // namespace

std::optional<PictureKind> kind_of(std::string_view bytes) {
  const Header header(bytes);
  if (header.has(0, "\x89PNG\r\n\x1a\n"sv)) return PictureKind::png;
  if (header.has(0, "\xFF\xD8\xFF"sv)) return PictureKind::jpeg;
  if (header.has(0, "RIFF") && header.has(8, "WEBP")) return PictureKind::webp;
  if (header.has(0, "\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && bytes[start] == '<') return PictureKind::svg;
  return {};
}

std::optional<StoredSize> stored_size(std::string_view bytes, PictureKind kind) {
  StoredSize size;
  if (kind == PictureKind::png) size = png_size(Header(bytes));
  if (kind == PictureKind::jpeg) size = jpeg_frame(bytes).size;
  if (kind == PictureKind::webp) size = webp_size(Header(bytes));
  if (size.width == 0 || size.height == 0) return {};
  return size;
}

bool jpeg_complete(std::string_view bytes) {
  const std::size_t scan = jpeg_frame(bytes).scan;
  return scan != 0 && bytes.find("\xFF\xD9"sv, scan) != std::string_view::npos;
}

}  // namespace anteroom::decoder

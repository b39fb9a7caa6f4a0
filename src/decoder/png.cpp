#include "decoder/png.h"

#include <png.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <vector>

#include "decoder/resample.h"

namespace anteroom::decoder {
namespace {

using namespace std::string_view_literals;

constexpr const char* broken_header = "is damaged: its header cannot be read; copy or export it again";

// One PNG in memory. libpng reports an error by jumping to its caller's setjmp, so every method that calls it has its
// own, and no objects that the jump would leave undestroyed.
class PngReader {
 public:
  explicit PngReader(std::string_view bytes) : rest_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, jump_back, ignore);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  // Reads everything before the pixels. False: it cannot be read; the same for the other methods.
  bool read_header() {
    if (info_ == nullptr || setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_read_fn(png_, this, [](png_structp png, png_bytep to, std::size_t size) {
      static_cast<PngReader*>(png_get_io_ptr(png))->give(png, to, size);
    });
    // Colour profiles and texts can be decompression bombs, and nothing here uses them.
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, unused_chunks, unused_count);
    png_read_info(png_, info_);
    return true;
  }

  // Rows come as B, G, R, A from here on.
  bool start() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_gray_to_rgb(png_);
    png_set_add_alpha(png_, 0xFF, PNG_FILLER_AFTER);
    png_set_bgr(png_);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return png_get_rowbytes(png_, info_) == std::size_t{4} * width();
  }

  // Reads the next row into `row`, of 4 bytes per pixel. An interlaced picture gives all of its rows once per pass,
  // each on top of what was there before.
  bool read_row(png_bytep row) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_read_row(png_, row, nullptr);
    return true;
  }

  bool read_end() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_read_end(png_, nullptr);
    return true;
  }

  png_uint_32 width() const { return png_get_image_width(png_, info_); }
  png_uint_32 height() const { return png_get_image_height(png_, info_); }
  int passes() const { return passes_; }
  bool at_end() const { return at_end_; }  // more was requested than there is

 private:
  static constexpr png_byte unused_chunks[] = "iCCP\0zTXt\0iTXt\0tEXt\0sPLT\0hIST\0pCAL\0eXIf";
  static constexpr int unused_count = 8;

  [[noreturn]] static void jump_back(png_structp png, png_const_charp) { png_longjmp(png, 1); }
  static void ignore(png_structp, png_const_charp) {}

  void give(png_structp png, png_bytep to, std::size_t size) {
    if (size > rest_.size()) {
      at_end_ = true;
      png_error(png, "");
    }
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }

  std::string_view rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  int passes_ = 1;
  bool at_end_ = false;
};

std::size_t big_endian_32(std::string_view bytes, std::size_t at) {
  std::size_t number = 0;
  for (const char byte : bytes.substr(std::min(at, bytes.size()), 4)) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  return number;
}

// The content of the first chunk of the type `name`, wherever it is; empty: there is none.
std::string_view chunk(std::string_view bytes, std::string_view name) {
  constexpr std::size_t signature = 8, size_and_type = 8, checksum = 4;
  for (std::size_t at = signature; at + size_and_type <= bytes.size();) {
    const std::size_t size = big_endian_32(bytes, at);
    if (bytes.substr(at + 4, 4) == name) return bytes.substr(at + size_and_type, size);
    at += size_and_type + size + checksum;
  }
  return {};
}

// Premultiplies a row of straight colours in place.
void premultiply(std::vector<std::uint32_t>& row) {
  std::transform(row.begin(), row.end(), row.begin(), [](std::uint32_t pixel) {
    return decode::premultiplied(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, pixel >> 24);
  });
}

png_bytep bytes_of(std::uint32_t* pixels) {
  return reinterpret_cast<png_bytep>(pixels);
}

// Rows of an interlaced picture are complete only after the last pass. Returns how many passes were read.
int read_interlaced(PngReader& reader, std::vector<std::uint32_t>& pixels) {
  for (int pass = 0; pass < reader.passes(); ++pass) {
    for (std::size_t y = 0; y < reader.height(); ++y) {
      if (!reader.read_row(bytes_of(pixels.data() + y * reader.width()))) return pass;
    }
  }
  return reader.passes();
}

}  // namespace

BitmapHeader png_header(std::string_view bytes) {
  BitmapHeader header;
  PngReader reader(bytes);
  if (!reader.read_header()) {
    header.fault = reader.at_end() ? cut_short(header) : broken_header;
    return header;
  }
  header.stored = {static_cast<int>(reader.width()), static_cast<int>(reader.height())};
  header.moves = big_endian_32(chunk(bytes, "acTL"), 0) > 1;
  header.orientation = exif_orientation(chunk(bytes, "eXIf"));
  return header;
}

std::string read_png(std::string_view bytes, const BitmapHeader& header, decode::PixelSize target,
                     decode::Texture& texture) {
  PngReader reader(bytes);
  if (!reader.read_header() || !reader.start()) return broken_header;
  const auto fault = [&](std::optional<int> rows) {
    return reader.at_end() ? cut_short(header, rows) : damaged(header, rows);
  };
  Resampler resampler(header.stored, target);
  std::vector<std::uint32_t> row(reader.width()), all;
  if (reader.passes() > 1) {
    all.resize(std::size_t{reader.width()} * reader.height());
    if (read_interlaced(reader, all) < reader.passes()) return fault(std::nullopt);
  }
  for (std::size_t y = 0; y < reader.height(); ++y) {
    if (reader.passes() > 1) {
      std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(y * row.size()), row.size(), row.begin());
    } else if (!reader.read_row(bytes_of(row.data()))) {
      return fault(static_cast<int>(y));
    }
    premultiply(row);
    resampler.add_row(row.data());
  }
  if (!reader.read_end()) return fault(header.stored.height);
  texture = resampler.take();
  return {};
}

}  // namespace anteroom::decoder

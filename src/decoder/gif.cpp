#include "decoder/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "decoder/resample.h"

namespace anteroom::decoder {
namespace {

// One GIF in memory.
class GifReader {
 public:
  explicit GifReader(std::string_view bytes) : rest_(bytes) {
    int ignored = 0;
    gif_ = DGifOpen(
        this,
        [](GifFileType* gif, GifByteType* to, int size) {
          return static_cast<GifReader*>(gif->UserData)->give(to, static_cast<std::size_t>(size));
        },
        &ignored);
  }
  ~GifReader() {
    int ignored = 0;
    if (gif_ != nullptr) DGifCloseFile(gif_, &ignored);
  }
  GifReader(const GifReader&) = delete;
  GifReader& operator=(const GifReader&) = delete;

  bool valid() const { return gif_ != nullptr; }
  const GifFileType& file() const { return *gif_; }
  int transparent() const { return control_.TransparentColor; }  // of the frame; negative: no colour is
  bool cut_short() const { return cut_short_; }

  // Advances to the next frame. False: there is none, or the file is broken there.
  bool next_frame() {
    control_.TransparentColor = NO_TRANSPARENT_COLOR;
    for (;;) {
      // Some programs leave out the end marker.
      if (rest_.empty()) return false;
      GifRecordType type = UNDEFINED_RECORD_TYPE;
      if (DGifGetRecordType(gif_, &type) != GIF_OK) return false;
      if (type == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif_) == GIF_OK;
      if (type != EXTENSION_RECORD_TYPE || !read_extension()) return false;
    }
  }

  bool read_row(GifPixelType* row) { return DGifGetLine(gif_, row, gif_->Image.Width) == GIF_OK; }

  // Skips the pixels of the frame.
  bool skip_frame() {
    int ignored = 0;
    GifByteType* block = nullptr;
    if (DGifGetCode(gif_, &ignored, &block) != GIF_OK) return false;
    while (block != nullptr) {
      if (DGifGetCodeNext(gif_, &block) != GIF_OK) return false;
    }
    return true;
  }

 private:
  bool read_extension() {
    int code = 0;
    GifByteType* block = nullptr;  // its first byte is the number of bytes that follow
    if (DGifGetExtension(gif_, &code, &block) != GIF_OK) return false;
    while (block != nullptr) {
      if (code == GRAPHICS_EXT_FUNC_CODE) DGifExtensionToGCB(block[0], block + 1, &control_);
      if (DGifGetExtensionNext(gif_, &block) != GIF_OK) return false;
    }
    return true;
  }

  int give(GifByteType* to, std::size_t size) {
    cut_short_ = cut_short_ || size > rest_.size();
    const std::size_t given = std::min(size, rest_.size());
    if (given > 0) std::memcpy(to, rest_.data(), given);
    rest_.remove_prefix(given);
    return static_cast<int>(given);
  }

  std::string_view rest_;
  GifFileType* gif_ = nullptr;
  GraphicsControlBlock control_{};
  bool cut_short_ = false;
};

// Colour numbers of the frame, row by row from the top. An interlaced frame stores every eighth row first, then those
// between. Returns how many stored rows could be read.
int read_numbers(GifReader& reader, std::vector<GifPixelType>& numbers) {
  const GifImageDesc& frame = reader.file().Image;
  struct Pass {
    int first, step;
  };
  constexpr Pass interlaced[] = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
  constexpr Pass all[] = {{0, 1}};
  int rows = 0;
  for (const Pass& pass : frame.Interlace ? std::span<const Pass>(interlaced) : std::span<const Pass>(all)) {
    for (int y = pass.first; y < frame.Height; y += pass.step) {
      if (!reader.read_row(numbers.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.Width))) {
        return rows;
      }
      ++rows;
    }
  }
  return rows;
}

// The pixel for each colour number of the frame; numbers that its table lacks are transparent.
std::vector<std::uint32_t> colours(const GifReader& reader) {
  constexpr std::size_t numbers = 256;
  std::vector<std::uint32_t> pixels(numbers);
  const ColorMapObject* table =
      reader.file().Image.ColorMap != nullptr ? reader.file().Image.ColorMap : reader.file().SColorMap;
  for (int i = 0; table != nullptr && i < table->ColorCount; ++i) {
    const GifColorType& colour = table->Colors[i];
    pixels[static_cast<std::size_t>(i)] = decode::premultiplied(colour.Red, colour.Green, colour.Blue, 255);
  }
  if (reader.transparent() >= 0) pixels[static_cast<std::size_t>(reader.transparent()) % numbers] = 0;
  return pixels;
}

}  // namespace

BitmapHeader gif_header(std::string_view bytes) {
  BitmapHeader header;
  GifReader reader(bytes);
  const bool has_frame = reader.valid() && reader.next_frame();
  if (has_frame) {
    const GifImageDesc& frame = reader.file().Image;
    // A first frame that reaches beyond the canvas makes it larger, as in browsers.
    header.stored = {std::max(reader.file().SWidth, frame.Left + frame.Width),
                     std::max(reader.file().SHeight, frame.Top + frame.Height)};
  }
  const bool empty = header.stored.width <= 0 || header.stored.height <= 0;
  if (!has_frame || empty || !reader.skip_frame()) {
    header.fault = reader.cut_short() ? cut_short(header) : damaged(header);
    return header;
  }
  while (reader.next_frame()) {
    header.moves = true;
    if (!reader.skip_frame()) break;
  }
  if (reader.cut_short()) header.fault = cut_short(header);
  return header;
}

std::string read_gif(std::string_view bytes, const BitmapHeader& header, decode::PixelSize target,
                     decode::Texture& texture) {
  GifReader reader(bytes);
  if (!reader.valid() || !reader.next_frame()) return damaged(header);
  const GifImageDesc frame = reader.file().Image;
  std::vector<GifPixelType> numbers(static_cast<std::size_t>(frame.Width) * static_cast<std::size_t>(frame.Height));
  if (const int rows = read_numbers(reader, numbers); rows < frame.Height) {
    return damaged(header, frame.Interlace ? std::nullopt : std::optional(frame.Top + rows));
  }
  const std::vector<std::uint32_t> pixels = colours(reader);
  Resampler resampler(header.stored, target);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(header.stored.width));
  for (int y = 0; y < header.stored.height; ++y) {
    std::fill(row.begin(), row.end(), 0);
    if (y >= frame.Top && y < frame.Top + frame.Height) {
      const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(y - frame.Top) * frame.Width;
      std::transform(from, from + frame.Width, row.begin() + frame.Left,
                     [&pixels](GifPixelType number) { return pixels[number]; });
    }
    resampler.add_row(row.data());
  }
  texture = resampler.take();
  return {};
}

}  // namespace anteroom::decoder

#include "decoder/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "decoder/resample.h"

namespace anteroom::decoder {
namespace {

struct Delete {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, Delete>;

Demuxer opened(std::string_view bytes, WebPDemuxState& state) {
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  return Demuxer(WebPDemuxPartial(&data, &state));
}

std::string_view exif(const WebPDemuxer* demuxer) {
  WebPChunkIterator chunk;
  std::string_view found;
  // The iterator points into the file's bytes.
  if (WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk) != 0) {
    found = {reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size};
  }
  WebPDemuxReleaseChunkIterator(&chunk);
  return found;
}

// True if a frame has a run of zeros that no encoder writes, lossy or lossless: blocks of the disk that were never
// written. The file has no checksum, and the decoder takes them for pixels. Data of the alpha channel, which may be
// uniform, comes before the rest.
bool is_unwritten(std::string_view frame) {
  constexpr std::size_t run = 1024;
  const std::size_t lossy = frame.find("VP8 ");
  const std::size_t pixels = lossy != std::string_view::npos ? lossy : frame.find("VP8L");
  return frame.find(std::string(run, '\0'), pixels) != std::string_view::npos;
}

// The pixels of one frame, straight.
struct StillFrame {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<std::uint32_t> pixels;
};

// Reads the first frame into `frame`. Returns libwebp's status.
VP8StatusCode read_frame(const WebPIterator& first, StillFrame& frame) {
  frame = {first.x_offset, first.y_offset, first.width, first.height, {}};
  frame.pixels.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height));
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0) return VP8_STATUS_INVALID_PARAM;
  config.output.colorspace = MODE_BGRA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = reinterpret_cast<std::uint8_t*>(frame.pixels.data());
  config.output.u.RGBA.stride = frame.width * 4;
  config.output.u.RGBA.size = frame.pixels.size() * sizeof(std::uint32_t);
  return WebPDecode(first.fragment.bytes, first.fragment.size, &config);
}

// Row y of the canvas, premultiplied.
void canvas_row(const StillFrame& frame, int y, std::vector<std::uint32_t>& row) {
  std::fill(row.begin(), row.end(), 0);
  if (y < frame.top || y >= frame.top + frame.height || frame.left >= static_cast<int>(row.size())) return;
  const auto from = frame.pixels.begin() + static_cast<std::ptrdiff_t>(y - frame.top) * frame.width;
  const auto count = std::min<std::ptrdiff_t>(frame.width, static_cast<std::ptrdiff_t>(row.size()) - frame.left);
  std::transform(from, from + count, row.begin() + frame.left, [](std::uint32_t pixel) {
    return decode::premultiplied(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, pixel >> 24);
  });
}

}  // namespace

BitmapHeader webp_header(std::string_view bytes) {
  BitmapHeader header;
  WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
  const Demuxer demuxer = opened(bytes, state);
  // A file that is shorter than it claims was cut short, even if its pixels are complete.
  if (!demuxer || state != WEBP_DEMUX_DONE) {
    header.fault = state == WEBP_DEMUX_PARSE_ERROR ? damaged(header) : cut_short(header);
    return header;
  }
  header.stored = {static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                   static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
  header.moves = WebPDemuxGetI(demuxer.get(), WEBP_FF_FRAME_COUNT) > 1;
  header.orientation = exif_orientation(exif(demuxer.get()));
  return header;
}

std::string read_webp(std::string_view bytes, const BitmapHeader& header, decode::PixelSize target,
                      decode::Texture& texture) {
  WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
  const Demuxer demuxer = opened(bytes, state);
  WebPIterator first;
  StillFrame frame;
  VP8StatusCode status = VP8_STATUS_BITSTREAM_ERROR;
  bool unwritten = false;
  if (demuxer && WebPDemuxGetFrame(demuxer.get(), 1, &first) != 0) {
    unwritten = is_unwritten({reinterpret_cast<const char*>(first.fragment.bytes), first.fragment.size});
    status = read_frame(first, frame);
    WebPDemuxReleaseIterator(&first);
  }
  if (status == VP8_STATUS_OUT_OF_MEMORY) return "takes too much memory to read; save it smaller";
  if (status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED) return cut_short(header);
  if (status != VP8_STATUS_OK || unwritten) return damaged(header);
  Resampler resampler(header.stored, target);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(header.stored.width));
  for (int y = 0; y < header.stored.height; ++y) {
    canvas_row(frame, y, row);
    resampler.add_row(row.data());
  }
  texture = resampler.take();
  return {};
}

}  // namespace anteroom::decoder

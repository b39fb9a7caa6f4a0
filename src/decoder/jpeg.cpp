#include "decoder/jpeg.h"

#include <csetjmp>
#include <cstdint>
#include <cstdio>  // jpeglib.h wants it

#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "decoder/resample.h"

namespace anteroom::decoder {
namespace {

using decode::PixelSize;

// A progressive JPEG has about ten scans. Each costs as much as the whole picture, so thousands are an attack.
constexpr int max_scans = 200;
constexpr int too_many_scans = -1;

// Where libjpeg reports: an error jumps back to the method that called it, a warning is recorded.
struct Report {
  jpeg_error_mgr base;  // first, so that a pointer to it is one to the report
  std::jmp_buf landing;
  int error = 0;  // its code
  bool cut_short = false;
  bool damaged = false;
};

Report& report_of(j_common_ptr jpeg) {
  return *reinterpret_cast<Report*>(jpeg->err);
}

[[noreturn]] void jump_back(j_common_ptr jpeg) {
  Report& report = report_of(jpeg);
  report.error = report.base.msg_code;
  std::longjmp(report.landing, 1);
}

// Warnings mean damaged pixels, except those about markers and about scans in an unusual order, all of which are
// decoded. Some cameras write a few stray bytes before a marker.
void note_warning(j_common_ptr jpeg, int level) {
  if (level >= 0) return;  // a trace
  Report& report = report_of(jpeg);
  constexpr int few_bytes = 16;
  switch (report.base.msg_code) {
    case JWRN_JPEG_EOF:
      report.cut_short = true;
      break;
    case JWRN_EXTRANEOUS_DATA:
      report.damaged = report.damaged || report.base.msg_parm.i[0] > few_bytes;
      break;
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_NOT_SEQUENTIAL:
      break;
    default:
      report.damaged = true;
  }
}

void stop_at_many_scans(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= max_scans) return;
  jpeg->err->msg_code = too_many_scans;
  jump_back(jpeg);
}

// One JPEG in memory. Every method that calls libjpeg has its own setjmp, and no objects that a jump would leave
// undestroyed.
class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {
    jpeg_.err = jpeg_std_error(&report_.base);
    report_.base.error_exit = jump_back;
    report_.base.emit_message = note_warning;
    report_.base.output_message = [](j_common_ptr) {};
    if (setjmp(report_.landing) != 0) return;
    jpeg_create_decompress(&jpeg_);
    made_ = true;
  }
  ~JpegReader() {
    if (made_) jpeg_destroy_decompress(&jpeg_);
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  // Reads everything before the pixels. False: it cannot be read.
  bool read_header() {
    if (!made_ || setjmp(report_.landing) != 0) return false;
    monitor_.progress_monitor = stop_at_many_scans;
    jpeg_.progress = &monitor_;
    jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    constexpr unsigned max_marker_bytes = 0xFFFF;
    jpeg_save_markers(&jpeg_, JPEG_APP0 + 1, max_marker_bytes);
    jpeg_read_header(&jpeg_, TRUE);
    // Damaged markers before the pixels do not affect them.
    report_.damaged = false;
    return true;
  }

  // From here on rows come as CMYK or as B, G, R, A, scaled down if the whole picture is much larger than `target`.
  // Reads all of a progressive one.
  bool start(PixelSize target) {
    if (setjmp(report_.landing) != 0) return false;
    jpeg_.out_color_space = print_colours() ? JCS_CMYK : JCS_EXT_BGRA;
    for (const unsigned part : {8u, 4u, 2u}) {
      if (jpeg_.image_width / part < static_cast<unsigned>(target.width)) continue;
      if (jpeg_.image_height / part < static_cast<unsigned>(target.height)) continue;
      jpeg_.scale_num = 1;
      jpeg_.scale_denom = part;
      break;
    }
    return jpeg_start_decompress(&jpeg_) == TRUE;
  }

  // The next row into `row`, of 4 bytes a pixel.
  bool read_row(std::uint32_t* row) {
    if (setjmp(report_.landing) != 0) return false;
    auto* samples = reinterpret_cast<JSAMPROW>(row);
    return jpeg_read_scanlines(&jpeg_, &samples, 1) == 1;
  }

  bool finish() {
    if (setjmp(report_.landing) != 0) return false;
    return jpeg_finish_decompress(&jpeg_) == TRUE;
  }

  std::string_view exif() const {
    for (jpeg_saved_marker_ptr marker = jpeg_.marker_list; marker != nullptr; marker = marker->next) {
      const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
      if (data.substr(0, 4) == "Exif") return data;  // XMP data uses the same marker
    }
    return {};
  }

  PixelSize stored() const { return {static_cast<int>(jpeg_.image_width), static_cast<int>(jpeg_.image_height)}; }
  PixelSize given() const { return {static_cast<int>(jpeg_.output_width), static_cast<int>(jpeg_.output_height)}; }
  bool print_colours() const { return jpeg_.jpeg_color_space == JCS_CMYK || jpeg_.jpeg_color_space == JCS_YCCK; }
  // Adobe's programs store ink inverted (255 is none), others do not.
  bool inverted() const { return jpeg_.saw_Adobe_marker == TRUE; }
  bool in_one_scan() const { return jpeg_.progressive_mode == FALSE && jpeg_.comps_in_scan == jpeg_.num_components; }
  std::size_t at() const { return bytes_.size() - jpeg_.src->bytes_in_buffer; }
  const Report& report() const { return report_; }

 private:
  std::string_view bytes_;
  jpeg_decompress_struct jpeg_{};
  jpeg_progress_mgr monitor_{};
  Report report_;
  bool made_ = false;
};

// The message for an error of libjpeg; `otherwise` for those without one of their own.
std::string words(const Report& report, const std::string& otherwise) {
  switch (report.error) {
    case JERR_BAD_PRECISION:
      return "is a JPEG with more than 8 bits a colour; save it as an ordinary JPEG";
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
      return "is a rare kind of JPEG (lossless or of an unknown colour space); save it as an ordinary JPEG";
    case JERR_OUT_OF_MEMORY:
      return "takes too much memory to read; save it smaller";
    case too_many_scans:
      return "is a progressive JPEG of more than " + std::to_string(max_scans) + " scans; save it as an ordinary JPEG";
    default:
      return otherwise;
  }
}

// Converts ink on paper to light, without the colour profile of the press.
void print_to_screen(std::vector<std::uint32_t>& row, bool inverted) {
  std::transform(row.begin(), row.end(), row.begin(), [inverted](std::uint32_t pixel) {
    if (!inverted) pixel = ~pixel;
    const std::uint32_t c = pixel & 255, m = pixel >> 8 & 255, y = pixel >> 16 & 255, k = pixel >> 24;
    return 0xFF000000U | decode::times(c, k) << 16 | decode::times(m, k) << 8 | decode::times(y, k);
  });
}

// Where the first run of zeros begins that is too long for valid data, in a picture that is known to be damaged: blocks
// of the disk that were never written. The end of the file if there is none.
std::size_t unwritten_from(std::string_view bytes) {
  constexpr std::size_t run = 64;
  return std::min(bytes.find(std::string(run, '\0')), bytes.size());
}

}  // namespace

BitmapHeader jpeg_header(std::string_view bytes) {
  BitmapHeader header;
  JpegReader reader(bytes);
  if (!reader.read_header()) {
    const std::string otherwise = reader.report().cut_short
                                      ? cut_short(header)
                                      : "is damaged: its header cannot be read; copy or export it again";
    header.fault = words(reader.report(), otherwise);
    return header;
  }
  header.stored = reader.stored();
  header.orientation = exif_orientation(reader.exif());
  header.print_colours = reader.print_colours();
  return header;
}

std::string read_jpeg(std::string_view bytes, const BitmapHeader& header, PixelSize target, decode::Texture& texture) {
  JpegReader reader(bytes);
  int rows = 0;                 // at full size, before the first sign of damage
  std::vector<std::size_t> at;  // position in the file after reading each row
  const Report& report = reader.report();
  const auto fault = [&] {
    const auto written = static_cast<int>(std::lower_bound(at.begin(), at.end(), unwritten_from(bytes)) - at.begin());
    rows = std::min(rows, written);
    if (reader.given().height > 0) rows = rows * header.stored.height / reader.given().height;
    const std::optional<int> known = reader.in_one_scan() ? std::optional(rows) : std::nullopt;
    return words(report, report.cut_short ? cut_short(header, known) : damaged(header, known));
  };
  if (!reader.read_header() || !reader.start(target)) return fault();
  const PixelSize given = reader.given();
  Resampler resampler(given, target);
  std::vector<std::uint32_t> row(static_cast<std::size_t>(given.width));
  for (int y = 0; y < given.height; ++y) {
    if (!reader.read_row(row.data())) return fault();
    if (!report.cut_short && !report.damaged) rows = y;
    at.push_back(reader.at());
    if (header.print_colours) print_to_screen(row, reader.inverted());
    resampler.add_row(row.data());
  }
  if (!reader.finish() || report.cut_short || report.damaged) return fault();
  texture = resampler.take();
  return {};
}

}  // namespace anteroom::decoder

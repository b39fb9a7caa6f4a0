// Picture files -> textures. Every file is drawn by anteroom-decode, a separate process, and the drawings are kept in
// memory and on disk. Thread-safe; one thread at a time waits for a drawing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decode/decoded.h"
#include "decode/request.h"
#include "paint/interrupt.h"
#include "paint/picture_file.h"
#include "paint/pixels.h"
#include "scene/geometry.h"

namespace anteroom::paint {

using decode::PictureFacts;
using decode::PixelSize;

// What a picture file may cost. Exceeding it is a fault, not a reason to be slow.
struct PictureLimits {
  std::size_t file_bytes = 16u << 20;
  std::size_t pixels = 40'000'000;         // as drawn
  std::chrono::milliseconds time{10'000};  // to draw one file
  std::uint64_t memory_mb = 768;           // to draw one file
};

// A picture as it is to be shown.
struct PictureSource {
  std::string file;
  int width_px = 0, height_px = 0;        // the box that it is fitted into, keeping its aspect ratio
  std::optional<scene::Color> tint = {};  // replaces every colour and keeps the alpha
  bool mirrored = false;
  std::vector<std::string> layers =
      {};                    // only the elements of an SVG with these ids, from back to front in the file's order
  decode::Frame frame = {};  // only this part of the picture, which then fills the box
  int corner_px = 0;         // the radius of the corners
  int outline_px = 0;        // > 0: only a line so wide around what is drawn
  decode::Contrast contrast = decode::Contrast::standard;
  bool rimmed = false;  // with a transparent rim of one pixel, so that its edges are smooth when it is turned
};

// How long load_all() may wait for pictures that are not drawn yet.
struct Patience {
  Interrupt* interrupt = nullptr;  // raised: stop waiting
  // Counted from this call, or from the start of the drawing if that was earlier: nothing is waited for twice.
  std::optional<std::chrono::milliseconds> time = {};
  // True: drawings that this call did not ask for continue unless their slot is needed. False: they are stopped.
  bool keeps_others = false;
};

// The cost of drawing a file from scratch.
struct PictureCost {
  std::string fault;   // in words; empty: it can be drawn
  int fault_line = 0;  // in the file, from 1; 0: the fault concerns the whole file
  std::vector<decode::Remark> remarks = {};
  double seconds = 0;    // of processor time
  double memory_mb = 0;  // peak of the drawing process, as in DecoderCost
};

// When Pictures::facts() gives up.
struct FactsLimits {
  std::optional<std::uint64_t> cpu_s = {};  // processor time
  std::chrono::steady_clock::time_point latest = std::chrono::steady_clock::time_point::max();
};

class Pictures {
 public:
  struct Options {
    std::size_t cache_bytes = 0;      // in memory
    std::filesystem::path disk = {};  // folder of the cache on disk; empty: none
    PictureLimits limits = {};
    std::filesystem::path decoder = {};  // the program that draws; empty: anteroom-decode, see decoder_program()
  };
  explicit Pictures(Options options);
  ~Pictures();
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

  struct Loaded {
    std::shared_ptr<const Texture> texture;  // null: see fault; without a fault it is not drawn yet
    std::string fault;                       // in words, for a log and for `check`
    PixelSize whole = {};                    // of the picture or its frame, of which layers may cover only a part
    int left_px = 0, top_px = 0;             // position of the texture in it; layers are cropped to their ink
    bool waits() const { return !texture && fault.empty(); }
  };
  // The drawings for `sources`, in the same order. A bitmap has no layers: a fault. For layers without ink the
  // texture's width is 0. Drawings that are unfinished when `patience` ends continue; the next load_all() asks for them
  // or stops them.
  std::vector<Loaded> load_all(const std::vector<PictureSource>& sources, const Patience& patience = {});
  Loaded load(const PictureSource& source);
  // The same without drawing anything: of what is neither in memory nor on disk, `waits()` is true.
  std::vector<Loaded> known(const std::vector<PictureSource>& sources);

  // From now on a file in `files` is drawn only while it has the stamp given there, that of the version its card was
  // read with: once changed, it is shown from the cache, or is a fault, until it is pinned again. Layers that could not
  // be drawn are tried again.
  void pin(std::map<std::string, FileStamp> files);

  // The size of the picture in `file`, and the bounds of the ink of its elements with the ids `ids` (SVG only; an id
  // that the file lacks is left out).
  // `limits`: when it is given up, besides the limits of all pictures. A result is kept on disk, also that there is
  // none within so much processor time.
  PictureFacts facts(const std::string& file, const std::vector<std::string>& ids, const FactsLimits& limits);

  // Draws `file` into a box of width_px x height_px, once for each of `layers` (as in PictureSource), and keeps
  // nothing. The cost is that of all; the fault is the first one's.
  PictureCost try_out(const std::string& file, int width_px, int height_px,
                      const std::vector<std::vector<std::string>>& layers = {{}});

  std::size_t bytes() const;  // held in memory

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint

// Picture files -> textures. Every file is drawn by anteroom-decode, a process of its own, and what it drew is kept in
// memory and on disk. Thread-safe; one thread at a time waits for a drawing.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decode/decoded.h"
#include "paint/interrupt.h"
#include "paint/picture_file.h"
#include "paint/pixels.h"
#include "scene/geometry.h"

namespace anteroom::paint {

using decode::PictureFacts;
using decode::PixelSize;

// What a picture file may cost. A file above it is a fault, not a reason to be slow.
struct PictureLimits {
  std::size_t file_bytes = 16u << 20;
  std::size_t pixels = 40'000'000;         // drawn
  std::chrono::milliseconds time{10'000};  // to draw one file
  std::uint64_t memory_mb = 768;           // that drawing one file may take
};

// A picture as it is to be shown.
struct PictureSource {
  std::string file;
  int width_px = 0, height_px = 0;        // the box that it fits into without changing its shape
  std::optional<scene::Color> tint = {};  // replaces every colour and keeps the alpha
  bool mirrored = false;
  std::vector<std::string> layers = {};  // only the elements of an SVG with these ids, one after the other
};

// How long load() may wait for what is not drawn yet.
struct Patience {
  Interrupt* interrupt = nullptr;  // raised: do not wait any longer
  // Counted from when drawing it was begun, but at most from this call: what has been waited for once is not waited for
  // again.
  std::optional<std::chrono::milliseconds> time = {};
  // What is being drawn for nobody here goes on as long as nothing here needs its place; else it is stopped.
  bool keeps_others = false;
};

// What drawing a file took, without anything kept from before.
struct PictureCost {
  std::string fault;   // in words; empty: it can be drawn
  int fault_line = 0;  // of the file, from 1; 0: the fault is of the whole file
  std::vector<decode::Remark> remarks = {};
  double seconds = 0;    // of processor time
  double memory_mb = 0;  // most that the drawing process held
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
    PixelSize whole = {};                    // of the whole picture, of which layers may cover only a part
    int left_px = 0, top_px = 0;             // where the texture lies in it; it holds no more than the ink of layers
    bool waits() const { return !texture && fault.empty(); }
  };
  // `sources` drawn, in their order. A bitmap has no layers: a fault. With layers that have no ink the texture's width
  // is 0. What is still being drawn when `patience` ends goes on, and the next load_all() asks for it or stops it.
  std::vector<Loaded> load_all(const std::vector<PictureSource>& sources, const Patience& patience = {});
  Loaded load(const PictureSource& source);

  // From now on a file of `files` is drawn only as it is when it has the stamp given there, since its words were read
  // with it: changed, it comes from what was kept, else it is a fault until it is pinned anew.
  void pin(std::map<std::string, FileStamp> files);

  // The size of the picture in `file`, and where the ink of its elements with the ids `ids` lies (SVG only; an id that
  // the file lacks is left out).
  PictureFacts facts(const std::string& file, const std::vector<std::string>& ids);

  // Draws `file` into a box of width_px x height_px and keeps nothing.
  PictureCost try_out(const std::string& file, int width_px, int height_px);

  std::size_t bytes() const;  // held in memory

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint

// Picture files -> textures, bounded in bytes and pixels, with a small cache. Thread-safe.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decode/decoded.h"
#include "paint/pixels.h"
#include "scene/geometry.h"

namespace anteroom::paint {

using decode::PictureFacts;
using decode::PixelSize;

// What a picture file may cost. A file above it is a fault, not a reason to be slow.
struct PictureLimits {
  std::size_t file_bytes = 16u << 20;
  std::size_t pixels = decode::most_pixels;  // of a PNG, JPEG or WebP as stored
};

class Pictures {
 public:
  explicit Pictures(std::size_t cache_bytes, PictureLimits limits = {});
  ~Pictures();
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

  struct Loaded {
    std::shared_ptr<const Texture> texture;  // null: see fault
    std::string fault;                       // in words, for a log and for `check`
    PixelSize whole = {};                    // of the whole picture, of which layers may cover only a part
    int left_px = 0, top_px = 0;             // where the texture lies in it
    bool decoded = false;                    // just now: it was not in the cache
  };
  // The picture in `file`, as large as fits into width_px x height_px without changing its shape. SVG is drawn at that
  // size; others are scaled with an area filter when they shrink. `tint` replaces every colour and keeps the alpha.
  // With `layers`, only the elements of an SVG with these ids, one after the other; the texture holds no more than
  // their ink (width 0: they have none). A bitmap has no layers: a fault.
  Loaded load(const std::string& file, int width_px, int height_px, std::optional<scene::Color> tint = {},
              bool mirrored = false, const std::vector<std::string>& layers = {});

  // Why `file` cannot be drawn, in words; empty: it can. Reads and decodes it, keeps nothing.
  std::string fault(const std::string& file);

  std::size_t bytes() const;  // held by the cache

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

// The size of the picture in `file`, and where the ink of its elements with the ids `ids` lies (SVG only; an id that
// the file lacks is left out). Draws nothing.
PictureFacts picture_facts(const std::string& file, const std::vector<std::string>& ids);

}  // namespace anteroom::paint

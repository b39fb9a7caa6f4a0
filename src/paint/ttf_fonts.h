// text::Fonts using SDL_ttf, and the drawing of a run. One object belongs to one thread; the FaceTable is shared.
#pragma once

#include <memory>

#include "paint/face_table.h"
#include "paint/pixels.h"
#include "scene/geometry.h"
#include "text/layout.h"

namespace anteroom::paint {

class TtfFonts : public text::Fonts {
 public:
  // Requires: `faces` outlives this object.
  explicit TtfFonts(const FaceTable& faces);
  ~TtfFonts() override;
  TtfFonts(const TtfFonts&) = delete;
  TtfFonts& operator=(const TtfFonts&) = delete;

  text::FaceId face_for(char32_t character, std::string_view language, text::Weight weight,
                        text::FaceId current) override;
  bool covers(char32_t character, std::string_view language, text::Weight weight) override;
  double advance(text::FaceId face, std::string_view utf8, std::string_view script, bool right_to_left) override;
  text::FaceMetrics metrics(text::FaceId face) override;

  // `run` drawn in `ink` at `size_px` pixels per em. The texture's left edge belongs left_px (>= 0) left of the run's
  // x, its row `baseline_px` on the baseline. Returns an empty texture (width 0) for a run without ink.
  struct Drawn {
    Texture texture;
    int left_px = 0;
    int baseline_px = 0;
  };
  Drawn draw(const text::Run& run, double size_px, scene::Color ink);

  // Where draw() would put the ink of `run`; not drawn again if it was drawn before.
  struct Extent {
    int width = 0, height = 0;  // of the texture; 0: no ink
    int left_px = 0;
    int baseline_px = 0;
  };
  Extent extent(const text::Run& run, double size_px);

  // SDL_ttf does not report the memory of its glyph caches; this closes the fonts of sizes not used since the last
  // call.
  void trim();

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace anteroom::paint

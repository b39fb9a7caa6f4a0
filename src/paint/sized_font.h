// One font file at one size, using SDL_ttf.
#pragma once

#include <SDL_ttf.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "paint/pixels.h"
#include "scene/geometry.h"
#include "text/fonts.h"

namespace anteroom::paint {

// Keeps SDL_ttf initialised. All instances share one FreeType library, which is why opening and closing a font takes a
// lock.
class TtfLibrary {
 public:
  TtfLibrary();
  ~TtfLibrary();
  TtfLibrary(const TtfLibrary&) = delete;
  TtfLibrary& operator=(const TtfLibrary&) = delete;
};

// A text as one shaped run. SDL_ttf keeps script and direction on the font, so they are set each time.
struct ShapedText {
  const std::string& utf8;
  const std::string& script;  // ISO 15924
  bool right_to_left = false;
};

// The inked part of a text, and the position of its origin inside it.
struct TextPicture {
  Texture texture;  // width 0: no ink
  int left_px = 0;
  int baseline_px = 0;
};

class SizedFont {
 public:
  enum class Use { measuring, drawing };

  // Any size from 1 pixel per em, met to within 1/144 pixel. `bytes`: the content of the file, or null to read from the
  // file on demand, which doubles the cost of drawing. Requires: a TtfLibrary outlives this object. Errors: throws
  // std::runtime_error when the file cannot be opened as a font.
  SizedFont(const std::string& file, std::shared_ptr<const std::vector<char>> bytes, int index, double size_px,
            Use use);

  double size_px() const { return size_px_; }

  // The advance of `text` in pixels, to within one.
  int advance_px(const ShapedText& text);

  // Ascent and descent as set by the font's designer, the height of its capitals and the middle of its lines as drawn;
  // in em.
  text::FaceMetrics metrics();

  // `text` drawn in `ink`, cropped to its ink.
  TextPicture draw(const ShapedText& text, scene::Color ink);

 private:
  struct Close {
    void operator()(TTF_Font* font) const;
  };
  std::string padded(const ShapedText& text) const;
  int baseline_row(const ShapedText& text, int height);
  int underline_row(const ShapedText& text);
  double capital_px() const;
  double middle_px() const;
  int top_px(std::uint32_t letter) const;

  std::shared_ptr<const std::vector<char>> bytes_;
  std::unique_ptr<TTF_Font, Close> font_;
  double size_px_;
  int left_spaces_;           // em spaces, see padded
  int origin_px_;             // of a text's origin from the left edge of what SDL_ttf draws
  int spaces_px_;             // of all padding, as measured on an empty text
  int plain_underline_ = -1;  // see baseline_row; -1: not needed so far
};

}  // namespace anteroom::paint

// The running text of a page: paragraphs, and lists whose entries hang from their dots.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scene/flow.h"
#include "screens/view.h"

namespace anteroom::screens {

// True if `paragraph` is an entry of a list: it begins with a bullet (U+2022) and a space.
bool is_listed(std::string_view paragraph);

// How far the words of a list in `style` are from the side where they start, in mm.
double list_indent_mm(const text::Style& style);

// A whole text, or one of the pieces that one was cut into: not the last, or the last.
enum class Piece { whole, goes_on, last };

// Text laid out as lay_out_body does it, but for lists: an entry's bullet is drawn as a dot, and all its lines begin at
// one distance from it. Behind the last word of a piece that goes on there is room for the sign that says so (see
// continuation), and a piece of one line, which would look like a leftover, is set in two.
class Body {
 public:
  // '\n' ends a paragraph. Requires: width_mm > 0, style.size_mm > 0.
  Body(const View& view, const std::string& utf8, const text::Style& style, double width_mm,
       Piece piece = Piece::whole);

  double height() const { return height_; }
  // The least height in which it can be set: that of a piece of one line is half as much.
  double least_height() const { return lone_ ? line_.height_mm : height_; }
  bool has_broken_word() const;
  // How many lines the text has, but for a piece of one line that is set in two.
  std::size_t lines() const { return lines_; }
  // True of a piece that would have one line.
  bool is_lone() const { return lone_; }
  // The text taken off the top of `column`; a piece of one line is not set in two where these have no room.
  std::vector<scene::Item> take_from(scene::Column& column) const;

 private:
  // Paragraphs that are all entries of a list, or none of them.
  struct Block {
    text::Layout layout;
    bool listed = false;
  };
  std::vector<scene::Item> list_in(const scene::Rect& area, const text::Layout& layout) const;

  View view_;
  bool lone_ = false;
  std::size_t lines_ = 0;
  text::Layout line_;  // of a piece of one line
  double gap_ = 0, indent_ = 0, height_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace anteroom::screens

// Boxes laid out in rows, columns and grids, in millimetres. Left and right are decided here and nowhere else: screens
// say start and end, and which direction a row runs in.
#pragma once

#include <cstddef>
#include <vector>

#include "scene/geometry.h"

namespace anteroom::scene {

// Where a row starts.
enum class Direction { left_to_right, right_to_left };

enum class Align { start, centre, end };

struct Size {
  double w = 0, h = 0;
};

// A box of `size` inside `area`; its start side is where a row of `direction` starts. A larger one hangs out of the
// area.
Rect placed(Size size, const Rect& area, Direction direction, Align across = Align::start, Align down = Align::start);

Point middle(const Rect& box);

// A box of `size` with the same middle as `area`.
Rect centred(Size size, const Rect& area);
// A box of `size` around `middle`.
Rect around(Point middle, Size size);
// The largest box of this `ratio` (width to height) inside `area`, in its middle. Requires: ratio > 0.
Rect fitted(double ratio, const Rect& area);

// The x at `share` (0 to 1) of the way across `area`.
double x_at(const Rect& area, double share, Direction direction);

// `area` without so much of each side.
Rect inset(const Rect& area, double across, double down);

// The smallest box around both.
Rect joined(const Rect& one, const Rect& other);

// Cuts boxes as high as `area` off a row, from both of its ends inwards, `gap` apart.
class Row {
 public:
  Row(const Rect& area, Direction direction, double gap = 0)
      : area_(area), direction_(direction), gap_(gap), from_(area.x), to_(area.right()) {}

  Rect take(double width);           // the next box from the start
  Rect take_from_end(double width);  // the next one from the end
  Rect rest() const;                 // what nobody has taken
  double room() const { return to_ - from_; }
  // The rest as boxes side by side, as wide as their shares of it say.
  std::vector<Rect> shared(const std::vector<double>& shares) const;

 private:
  Rect box(double x, double width) const;

  Rect area_;
  Direction direction_;
  double gap_;
  double from_, to_;  // as if it ran from left to right
};

// Cuts boxes as wide as `area` off a column, from its top and from its bottom, `gap` apart.
class Column {
 public:
  explicit Column(const Rect& area, double gap = 0) : area_(area), gap_(gap), from_(area.y), to_(area.bottom()) {}

  Rect take(double height);           // the next box from the top
  Rect take_from_end(double height);  // the next one from the bottom
  void skip(double height) { from_ += height; }
  void skip_to(double y);  // nothing if the next box is lower anyway
  void skip_from_end(double height) { to_ -= height; }
  Rect rest() const { return {area_.x, from_, area_.w, room()}; }
  double room() const { return to_ - from_; }
  double width() const { return area_.w; }

 private:
  Rect area_;
  double gap_;
  double from_, to_;
};

// Equal cells that fill an area, counted row by row from the side where a row starts.
struct Grid {
  std::size_t columns = 1, rows = 1;
  double gap = 0;
  Direction direction = Direction::left_to_right;

  // As many rows as `count` cells need. Requires: columns > 0.
  static Grid of(std::size_t count, std::size_t columns, double gap, Direction direction);

  double cell_width(double width) const;    // in an area so wide
  double cell_height(double height) const;  // in an area so high
  double height(double cell_height) const;  // of an area with such cells
  Rect cell(std::size_t i, const Rect& area) const;
};

}  // namespace anteroom::scene

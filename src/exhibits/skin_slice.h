// The shape of a slice of skin at a contraction of the muscle under it: where each of its layers is. For pull_view.
#pragma once

#include <cstddef>
#include <vector>

#include "scene/geometry.h"

namespace anteroom::exhibits {

// Places on the front of the slice, in units of its width: x from its left to its right side, y downwards from its
// surface when that is flat. `u` is a place in the skin itself: its x while nothing is pulled.
class SkinSlice {
 public:
  static constexpr double height = 0.44;         // of the front
  static constexpr double back_x = 0.085;        // where its back edge is, from the front one
  static constexpr double back_y = -0.145;       // likewise
  static constexpr double highest_fold = 0.060;  // above the flat surface, at the most
  static constexpr double bone_y = 0.375;
  static constexpr double epidermis = 0.012, dermis = 0.075;  // how deep they reach
  static constexpr std::size_t folds = 4;

  // `contraction`: of the muscle, 0 to 1.
  explicit SkinSlice(double contraction) : c_(contraction) {}

  // Where the skin at `u` is now.
  double x(double u) const;
  // How high its surface is there above the flat one.
  double rise(double u) const;
  // The slope of the surface beside `u`: to its right, or to its left. Positive: it rises to the right.
  double slope(double u, bool to_the_right) const;
  // True if the surface has an edge at `u`: the slopes on both sides differ.
  bool is_sharp(double u) const { return slope(u, true) - slope(u, false) > 0.1; }
  // How deep `u` is between two folds, 0 to 1: 1 on the line of a valley.
  double valley(double u) const;
  // A layer that lies flat at `depth`: deeper ones follow the surface less.
  double layer(double u, double depth) const { return depth - rise(u) * follows(depth); }

  // The part of the slice in which anything moves: its skin folds, and stretches to the right of the muscle's end.
  static constexpr double moves_from = 0.12, moves_to = 0.88;
  // The places in the skin of that part between which each is straight enough, left to right; the last lies flat.
  std::vector<double> columns() const;
  // Those of the lines between folds.
  static std::vector<double> lines();

  // The muscle at the share `s` of its length, from the bone to its end in the dermis, which it pulls: its middle, and
  // half of how thick it is.
  scene::Point muscle(double s) const;
  double half_thickness(double s) const;
  // A fibre of its tendon in the dermis, from where the muscle comes in to where it ends below the surface.
  struct Fibre {
    scene::Point from, to;
  };
  std::vector<Fibre> fibres() const;

 private:
  static double follows(double depth);
  double c_;
};

}  // namespace anteroom::exhibits

#include "exhibits/skin_slice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/pull.h"

namespace anteroom::exhibits {

namespace {

// The part of the skin that folds: from above the muscle's hold on the bone to its free end.
constexpr double folds_from = SkinSlice::moves_from, folds_to = 0.84;
constexpr double half_turn = std::numbers::pi;

// The place of `u` in that part, 0 to 1; outside of it the nearer end.
double share_of(double u) {
  return std::clamp((u - folds_from) / (folds_to - folds_from), 0.0, 1.0);
}

// Folds are highest in the middle and go out towards both ends.
double swell(double s) {
  return std::pow(std::max(0.0, std::sin(half_turn * s)), 0.7);
}

// Of a fold: round above, and a sharp valley between two of them.
double round_top(double s) {
  return std::abs(std::sin(static_cast<double>(SkinSlice::folds) * half_turn * s));
}

// From 0 to 1 without a bend at either end.
double smoother_step(double t) {
  t = std::clamp(t, 0.0, 1.0);
  return t * t * t * (t * (6 * t - 15) + 10);
}

}  // namespace

double SkinSlice::x(double u) const {
  const double end = folds_to - pull_travel * c_;
  if (u <= folds_from || u >= moves_to) return u;
  if (u >= folds_to) return end + (u - folds_to) * (moves_to - end) / (moves_to - folds_to);
  return folds_from + (u - folds_from) * (end - folds_from) / (folds_to - folds_from);
}

double SkinSlice::rise(double u) const {
  const double s = share_of(u);
  return c_ * swell(s) * (0.010 + 0.062 * (round_top(s) - 0.36));
}

double SkinSlice::slope(double u, bool to_the_right) const {
  constexpr double step = 2e-3;
  const double one = to_the_right ? u : u - step, other = one + step;
  return (rise(other) - rise(one)) / std::max(1e-9, x(other) - x(one));
}

double SkinSlice::valley(double u) const {
  const double s = share_of(u);
  return swell(s) * (1 - round_top(s));
}

std::vector<double> SkinSlice::columns() const {
  constexpr int in_folds = 8 * static_cast<int>(folds);
  std::vector<double> all;
  for (int i = 0; i <= in_folds; ++i) all.push_back(folds_from + (folds_to - folds_from) * i / in_folds);
  all.push_back(moves_to);
  return all;
}

std::vector<double> SkinSlice::lines() {
  std::vector<double> all;
  for (std::size_t i = 1; i < folds; ++i) {
    all.push_back(folds_from + (folds_to - folds_from) * static_cast<double>(i) / static_cast<double>(folds));
  }
  return all;
}

scene::Point SkinSlice::muscle(double s) const {
  constexpr double start_x = 0.05, middle_y = 0.285, into_bone = 0.105, into_skin = 0.248;
  const double end_x = x(folds_to);
  // It still rises where it comes into the dermis: a flat end would lie below the skin instead of holding it.
  constexpr double bend = 0.62;
  const double down = 1 - smoother_step(s / 0.36), t = std::clamp((s - 0.54) / 0.46, 0.0, 1.0);
  const double up = (1 - bend) * smoother_step(t) + bend * t * t * t;
  return {start_x + (end_x - start_x) * s, middle_y + into_bone * down - into_skin * up};
}

double SkinSlice::half_thickness(double s) const {
  constexpr double tendon = 0.009, belly = 0.050, fan = 0.012;
  const double round = std::pow(std::max(0.0, std::sin(half_turn * std::clamp((s - 0.04) / 0.90, 0.0, 1.0))), 0.85);
  const double spread = smoother_step((s - 0.86) / 0.14);  // where it holds on to the skin
  return tendon + (belly * (1 + 0.5 * c_) - tendon) * round + fan * spread;
}

std::vector<SkinSlice::Fibre> SkinSlice::fibres() const {
  constexpr int count = 5;
  constexpr double in_dermis = 0.965;  // of the muscle's length: about there it comes into the dermis
  constexpr double fanned = 0.080, deepest = 0.040, nearest = 0.026;
  std::vector<Fibre> all;
  const scene::Point root = muscle(in_dermis);
  for (int i = 0; i < count; ++i) {
    const double side = 2.0 * i / (count - 1) - 1;
    const double beside = 0.011 * side;
    all.push_back({{root.x + beside, dermis - 0.002},
                   {root.x + 0.018 + 0.5 * fanned * side, nearest + (deepest - nearest) * side * side}});
  }
  return all;
}

double SkinSlice::follows(double depth) {
  constexpr double unmoved = 0.27;
  return std::max(0.0, 1 - depth / unmoved);
}

}  // namespace anteroom::exhibits

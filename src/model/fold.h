// How a sheet of paper behaves: it folds where the finger leads it, and every fold leaves a crease.
#pragma once

#include <optional>
#include <vector>

#include "model/time.h"

namespace anteroom {

// A place on the sheet: x from 0 (left) to 1 (right), y from 0 (top) to `sheet_height` (bottom), so that both are in
// the same unit, the sheet's width.
struct SheetPoint {
  double x = 0, y = 0;
  friend bool operator==(const SheetPoint&, const SheetPoint&) = default;
};
inline constexpr double sheet_height = 0.7;
// How far the turned part may reach past the sheet's sides, and past its top and bottom: the table's room.
inline constexpr double table_beside = 0.09, table_above = 0.17;

// All points p with nx * p.x + ny * p.y == offset. (nx, ny) has length 1 and points to the part that turns over.
struct FoldLine {
  double nx = 1, ny = 0, offset = 0;
  friend bool operator==(const FoldLine&, const FoldLine&) = default;

  // How far `p` lies on the turning side; negative: on the side that stays.
  double distance(SheetPoint p) const { return nx * p.x + ny * p.y - offset; }
};

struct Crease {
  FoldLine line;
  double depth = 0;  // 0 (none) to 1 (sharp)
  friend bool operator==(const Crease&, const Crease&) = default;
};

// The order of a fold's parts in ExhibitText.
enum class FoldStage { flat, folded, opened, smoothed };

struct FoldState {
  std::vector<Crease> creases;   // at most `most_creases`
  std::optional<FoldLine> line;  // where the sheet is folded now, or being folded; none: it lies open
  double turn = 0;               // of the part beyond `line`: 0 lies flat as before, 1 lies over, its back up
  double lift = 0;               // 1 while a hand holds the turned part above the sheet, 0 when it lies pressed flat
  bool smoothed = false;         // the last thing done was to smooth it

  // A hand that holds a corner. The point under the finger keeps its distance to the corner.
  struct Hand {
    SheetPoint corner;    // which corner, where it is when the sheet is open
    SheetPoint point;     // where that corner is now
    SheetPoint grip;      // finger minus corner, when it was taken
    bool hinged = false;  // the sheet was folded when it was taken: it turns about its crease
    friend bool operator==(const Hand&, const Hand&) = default;
  };
  std::optional<Hand> hand;

  // A movement that ends by itself: `turn`, `lift`, the depth of the crease at `line` and the held corner's place go
  // from what they were to what they will be, eased.
  struct Settle {
    MonoTime began{};
    double turn_from = 0, turn_to = 0;
    double lift_from = 0, lift_to = 0;
    // The corner travels, and the fold line with it (folding by a tap, or a corner let go too early).
    bool travels = false;
    SheetPoint corner, from, to;
    // Creases change their depth (smoothing).
    std::vector<double> depth_from, depth_to;
    friend bool operator==(const Settle&, const Settle&) = default;
  };
  std::optional<Settle> settle;

  friend bool operator==(const FoldState&, const FoldState&) = default;
};
inline constexpr std::size_t max_creases = 3;
inline constexpr Millis settle_time{350};  // standards: Time and motion at most 400 ms

// What the sheet is now, for the words beside it. While a hand or an ease moves it, what it will be.
FoldStage stage(const FoldState& state);

// A finger takes the sheet at `finger`: the nearest corner of the sheet as it lies.
FoldState grab(FoldState state, SheetPoint finger, MonoTime now);
// The finger moves. A free corner follows it exactly, kept on the sheet; near a crease the fold is drawn into it.
FoldState drag(FoldState state, SheetPoint finger, MonoTime now);
// The finger lets go: what was hardly folded springs back, the rest is pressed flat and creased.
FoldState let_go(FoldState state, MonoTime now);

// The taps that do what a drag does. Each does nothing where it makes no sense (see can_...).
FoldState fold_sheet(FoldState state, MonoTime now);    // along its deepest crease, else the lower corner at the end
FoldState open_sheet(FoldState state, MonoTime now);    // the crease stays
FoldState smooth_sheet(FoldState state, MonoTime now);  // creases get shallower and never vanish
bool can_fold(const FoldState& state);
bool can_open(const FoldState& state);
bool can_smooth(const FoldState& state);

// The state at `now` of a movement that goes on by itself; the same state when none does.
FoldState settle(FoldState state, MonoTime now);
bool settling(const FoldState& state);

}  // namespace anteroom

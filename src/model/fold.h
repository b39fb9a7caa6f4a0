// How a sheet of paper behaves: it folds where the finger leads it, and every fold leaves a crease.
#pragma once

#include <optional>
#include <vector>

#include "model/time.h"

namespace anteroom {

// A point on the sheet: x from 0 (left) to 1 (right), y from 0 (top) to `sheet_height` (bottom), so that both are in
// units of the sheet's width.
struct SheetPoint {
  double x = 0, y = 0;
  friend bool operator==(const SheetPoint&, const SheetPoint&) = default;
};
inline constexpr double sheet_height = 0.7;
// How far the turned part may extend past the sheet's sides, and past its top and bottom: the free table around it.
inline constexpr double table_beside = 0.04, table_above = 0.05;

// All points p with nx * p.x + ny * p.y == offset. (nx, ny) has length 1 and points to the part that turns over.
struct FoldLine {
  double nx = 1, ny = 0, offset = 0;
  friend bool operator==(const FoldLine&, const FoldLine&) = default;

  // The distance of `p` from the line: positive on the side that turns over, negative on the side that stays.
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
  std::vector<Crease> creases;   // at most `max_creases`
  std::optional<FoldLine> line;  // where the sheet is folded, or being folded; none: it is open
  double turn = 0;               // of the part beyond `line`: 0 not turned, 1 turned over, its back up
  double lift = 0;               // 1 while a finger holds the turned part above the sheet, 0 when it is pressed flat
  bool smoothed = false;         // the last action was smoothing

  // A finger that holds a corner. It keeps its offset from the corner.
  struct Hand {
    SheetPoint corner;    // its position on the open sheet
    SheetPoint point;     // its position now
    SheetPoint grip;      // finger minus corner, when grabbed
    bool hinged = false;  // the sheet was folded when grabbed: it turns about its crease
    friend bool operator==(const Hand&, const Hand&) = default;
  };
  std::optional<Hand> hand;

  // A movement that ends by itself: `turn`, `lift`, the depth of the crease at `line` and the position of the held
  // corner ease from their old values to their new ones.
  struct Settle {
    MonoTime began{};
    double turn_from = 0, turn_to = 0;
    double lift_from = 0, lift_to = 0;
    // The corner moves, and the fold line with it (a fold by a tap, or a corner let go).
    bool travels = false;
    SheetPoint corner, from, to;
    // Creases change in depth (smoothing).
    std::vector<double> depth_from, depth_to;
    friend bool operator==(const Settle&, const Settle&) = default;
  };
  std::optional<Settle> settle;

  friend bool operator==(const FoldState&, const FoldState&) = default;
};
// The corner that asks to be taken: a fold of it crosses the forehead of the face on the sheet.
inline constexpr SheetPoint inviting_corner{1, 0};
inline constexpr std::size_t max_creases = 3;
inline constexpr Millis settle_time{350};  // standards: Time and motion at most 400 ms

// The stage of the sheet, for the text beside it. While an ease moves it, the stage that it will reach. While a finger
// holds it, the one that it had; a folded part that is more than half open is no longer folded.
FoldStage stage(const FoldState& state);

// A finger grabs the sheet at `finger`: the corner nearest to it, as the sheet lies now.
FoldState grab(FoldState state, SheetPoint finger, MonoTime now);
// The finger moves. A free corner follows it exactly, within the sheet; near a crease the fold is pulled into it.
FoldState drag(FoldState state, SheetPoint finger, MonoTime now);
// The finger lets go: a slight fold springs back, any other is pressed flat and creased.
FoldState let_go(FoldState state, MonoTime now);

// The taps that do what a drag does. Each does nothing where it makes no sense (see can_...).
FoldState fold_sheet(FoldState state, MonoTime now);    // along its deepest crease, else from its upper right corner
FoldState open_sheet(FoldState state, MonoTime now);    // the crease stays
FoldState smooth_sheet(FoldState state, MonoTime now);  // creases get shallower but never vanish
bool can_fold(const FoldState& state);
bool can_open(const FoldState& state);
bool can_smooth(const FoldState& state);

// The state at `now`: advances a movement that runs by itself.
FoldState settle(FoldState state, MonoTime now);
bool settling(const FoldState& state);

}  // namespace anteroom

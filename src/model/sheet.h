// The geometry of a sheet of paper: corners, lines, and what may be folded where. For `fold.cpp`.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "model/fold.h"

namespace anteroom::sheet {

inline constexpr std::array<SheetPoint, 4> corners{{{0, 0}, {1, 0}, {1, sheet_height}, {0, sheet_height}}};

inline constexpr double tiny = 1e-6;
inline constexpr double min_travel = 0.08;  // of a held corner; a fold let go earlier springs back

double mix(double from, double to, double share);
SheetPoint mix(SheetPoint from, SheetPoint to, double share);
SheetPoint minus(SheetPoint one, SheetPoint other);
double length(SheetPoint p);

// The position of `p`, seen from above, once its part has turned about `line` by `turn`.
SheetPoint turned(SheetPoint p, const FoldLine& line, double turn);
SheetPoint mirrored(SheetPoint p, const FoldLine& line);

// The fold line that brings `corner` to `place`; none if they coincide.
std::optional<FoldLine> fold_between(SheetPoint corner, SheetPoint place);

// `place` clamped to the sheet.
SheetPoint kept_on_sheet(SheetPoint place);
// `place` of a held corner, brought so near to `corner` that what turns over stays on the table.
// Continuous: it moves no further than a small multiple of how far `place` moves.
SheetPoint kept_on_table(SheetPoint corner, SheetPoint place);

FoldLine reversed(const FoldLine& line);
// `line` with `corner` on its turning side.
FoldLine facing(const FoldLine& line, SheetPoint corner);

// Whether a held `corner` can be folded along `line`, which faces it: the fold is not too slight, and everything stays
// on the table.
bool suits(const FoldLine& line, SheetPoint corner);

struct Nearest {
  FoldLine line;                                         // of the crease, facing the held corner
  double far = std::numeric_limits<double>::infinity();  // below 1: so near that the fold is pulled into it
};

// The suitable crease nearest to the fold that brings `corner` to `place`; `far` is infinite if none is suitable.
Nearest nearest_crease(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place);

// The line of the fold that brings `corner` to `place`: that of a crease which does exactly that, if any; none if they
// coincide.
std::optional<FoldLine> line_at(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place);

}  // namespace anteroom::sheet

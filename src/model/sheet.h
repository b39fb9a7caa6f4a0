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

// Where `p` lies when its part has turned about `line` by `turn`, seen from above.
SheetPoint turned(SheetPoint p, const FoldLine& line, double turn);
SheetPoint mirrored(SheetPoint p, const FoldLine& line);

// The line that lays `corner` on `place`; none where they are one.
std::optional<FoldLine> fold_between(SheetPoint corner, SheetPoint place);

// `place` moved onto the sheet.
SheetPoint kept_on_sheet(SheetPoint place);
// `place` for a held corner, so near to `corner` that what turns over stays on the table.
// Continuous: it moves no further than a small multiple of what `place` does.
SheetPoint kept_on_table(SheetPoint corner, SheetPoint place);

FoldLine reversed(const FoldLine& line);
// `line` with `corner` on its turning side.
FoldLine facing(const FoldLine& line, SheetPoint corner);

// Whether a hand that holds `corner` can fold along `line`, which faces it: everything stays on the table.
bool suits(const FoldLine& line, SheetPoint corner);

struct Nearest {
  FoldLine line;                                         // of the crease, facing the held corner
  double far = std::numeric_limits<double>::infinity();  // below 1: so near that the fold is drawn into it
};

// The crease nearest to the fold that lays `corner` on `place`, of those that suit; `far` is infinite when none does.
Nearest nearest_crease(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place);

// The line of a fold that lays `corner` on `place`: a crease's own, where it does exactly that; none where they are
// one.
std::optional<FoldLine> line_at(const std::vector<Crease>& creases, SheetPoint corner, SheetPoint place);

}  // namespace anteroom::sheet

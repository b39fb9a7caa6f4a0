// One line of text in a PDF, so that it can be searched and copied.
#pragma once

#include <pango/pangocairo.h>

namespace anteroom::pdf {

// Draws `line` of a layout of `text` with its baseline's left end at x, y, as pango_cairo_show_layout_line does. That
// one gives each letter of a script whose letters join or stack a text of its own, and programs that read the file tear
// such words apart. Here a word of such a script is one piece that says what it stands for, and the pieces are in the
// order in which they are read. Lengths in points.
void show_line(cairo_t* cairo, PangoLayoutLine* line, const char* text, double x, double y);

// Draws all lines of `layout`, whose upper left corner is at x, y.
void show_layout(cairo_t* cairo, PangoLayout* layout, double x, double y);

}  // namespace anteroom::pdf

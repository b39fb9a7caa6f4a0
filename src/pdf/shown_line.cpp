#include "pdf/shown_line.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace anteroom::pdf {

namespace {

// What is drawn by one call of Cairo.
struct Piece {
  int at = 0;  // where its text begins in the layout's, in bytes
  cairo_scaled_font_t* font = nullptr;
  std::string text;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
};

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

// The characters of `text` from the last to the first. Readers of PDF take text from right to left to be in the order
// in which it stands on the page, as most programs write it, and turn it around.
std::string turned_around(const std::string& text) {
  std::string turned;
  const char* const begin = text.data();
  for (const char* end = begin + text.size(); end > begin;) {
    const char* const last = g_utf8_prev_char(end);
    turned.append(last, end);
    end = last;
  }
  return turned;
}

// One of the runs of which a line consists: text of one font and direction, with its glyphs from left to right.
class Run {
 public:
  Run(const PangoGlyphItem& item, const char* text, double x, double y)
      : item_(*item.item), glyphs_(*item.glyphs), text_(text + item.item->offset), y_(y) {
    for (int i = 0; i < glyphs_.num_glyphs; ++i) {
      left_.push_back(x);
      x += points(glyphs_.glyphs[i].geometry.width);
    }
    end_ = x;
  }

  double end() const { return end_; }

  // True if a font lacks one of its characters, for which Pango draws a box.
  bool has_boxes() const {
    for (int i = 0; i < glyphs_.num_glyphs; ++i) {
      if ((glyphs_.glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return true;
    }
    return false;
  }

  // The whole run if each of its glyphs stands for a text of its own, one after the other; else its words.
  void add_pieces(std::vector<Piece>& pieces) const {
    if (!is_rtl() && each_glyph_has_its_text()) {
      pieces.push_back(piece(0, glyphs_.num_glyphs));
      return;
    }
    for (int from = 0; from < glyphs_.num_glyphs;) {
      int to = from + 1;
      while (!is_space(from) && to < glyphs_.num_glyphs && !is_space(to)) ++to;
      Piece word = piece(from, to);
      if (is_rtl()) word.text = turned_around(word.text);
      word.clusters = {{static_cast<int>(word.text.size()), static_cast<int>(word.glyphs.size())}};
      pieces.push_back(std::move(word));
      from = to;
    }
  }

 private:
  bool is_rtl() const { return item_.analysis.level % 2 != 0; }
  bool is_space(int glyph) const { return text_[glyphs_.log_clusters[glyph]] == ' '; }

  bool each_glyph_has_its_text() const {
    for (int i = 1; i < glyphs_.num_glyphs; ++i) {
      if (glyphs_.log_clusters[i] <= glyphs_.log_clusters[i - 1]) return false;
    }
    return true;
  }

  // Where the text of glyph `i` ends, which is the first of its cluster in the order of reading.
  int text_end(int i) const {
    if (is_rtl()) return i > 0 ? glyphs_.log_clusters[i - 1] : item_.length;
    return i + 1 < glyphs_.num_glyphs ? glyphs_.log_clusters[i + 1] : item_.length;
  }

  // Glyphs [from, to), each with its own text.
  Piece piece(int from, int to) const {
    const int first = is_rtl() ? to - 1 : from, last = is_rtl() ? from : to - 1;
    const int begin = glyphs_.log_clusters[first], end = text_end(last);
    Piece piece;
    piece.at = item_.offset + begin;
    piece.font = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item_.analysis.font));
    piece.text.assign(text_ + begin, static_cast<std::size_t>(end - begin));
    for (int i = from; i < to; ++i) {
      const PangoGlyphInfo& glyph = glyphs_.glyphs[i];
      const int drawn = glyph.glyph == PANGO_GLYPH_EMPTY ? 0 : 1;
      piece.clusters.push_back({text_end(i) - glyphs_.log_clusters[i], drawn});
      if (drawn == 0) continue;
      piece.glyphs.push_back({glyph.glyph, left_[static_cast<std::size_t>(i)] + points(glyph.geometry.x_offset),
                              y_ + points(glyph.geometry.y_offset)});
    }
    return piece;
  }

  const PangoItem& item_;
  const PangoGlyphString& glyphs_;
  const char* text_;
  std::vector<double> left_;  // of each glyph
  double y_, end_ = 0;
};

bool has_attribute(const PangoGlyphItem& item, PangoAttrType type) {
  for (const GSList* each = item.item->analysis.extra_attrs; each != nullptr; each = each->next) {
    if (static_cast<const PangoAttribute*>(each->data)->klass->type == type) return true;
  }
  return false;
}

// The lines through and under the text of a run, from `left` to `right` with its baseline at `y`.
void draw_lines(cairo_t* cairo, const PangoGlyphItem& item, double left, double right, double y) {
  const bool is_struck = has_attribute(item, PANGO_ATTR_STRIKETHROUGH);
  const bool is_underlined = has_attribute(item, PANGO_ATTR_UNDERLINE);
  if (!is_struck && !is_underlined) return;
  PangoFontMetrics* metrics = pango_font_get_metrics(item.item->analysis.font, item.item->analysis.language);
  const auto draw_line = [&](int above_baseline, int thickness) {
    cairo_rectangle(cairo, left, y - points(above_baseline), right - left, points(thickness));
    cairo_fill(cairo);
  };
  if (is_struck) {
    draw_line(pango_font_metrics_get_strikethrough_position(metrics),
              pango_font_metrics_get_strikethrough_thickness(metrics));
  }
  if (is_underlined) {
    draw_line(pango_font_metrics_get_underline_position(metrics), pango_font_metrics_get_underline_thickness(metrics));
  }
  pango_font_metrics_unref(metrics);
}

void draw(cairo_t* cairo, const Piece& piece) {
  if (piece.glyphs.empty()) return;
  cairo_set_scaled_font(cairo, piece.font);
  cairo_show_text_glyphs(cairo, piece.text.data(), static_cast<int>(piece.text.size()), piece.glyphs.data(),
                         static_cast<int>(piece.glyphs.size()), piece.clusters.data(),
                         static_cast<int>(piece.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
}

}  // namespace

void show_line(cairo_t* cairo, PangoLayoutLine* line, const char* text, double x, double y) {
  std::vector<Piece> pieces;
  for (const GSList* each = line->runs; each != nullptr; each = each->next) {
    const auto& item = *static_cast<const PangoGlyphItem*>(each->data);
    const Run run(item, text, x, y);
    if (run.has_boxes()) {
      cairo_move_to(cairo, x, y);
      pango_cairo_show_glyph_item(cairo, text, const_cast<PangoGlyphItem*>(&item));
    } else {
      run.add_pieces(pieces);
    }
    draw_lines(cairo, item, x, run.end(), y);
    x = run.end();
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.at < b.at; });
  for (const Piece& piece : pieces) draw(cairo, piece);
}

void show_layout(cairo_t* cairo, PangoLayout* layout, double x, double y) {
  const char* const text = pango_layout_get_text(layout);
  PangoLayoutIter* line = pango_layout_get_iter(layout);
  do {
    PangoRectangle box;
    pango_layout_iter_get_line_extents(line, nullptr, &box);
    show_line(cairo, pango_layout_iter_get_line_readonly(line), text, x + points(box.x),
              y + points(pango_layout_iter_get_baseline(line)));
  } while (pango_layout_iter_next_line(line) != FALSE);
  pango_layout_iter_free(line);
}

}  // namespace anteroom::pdf

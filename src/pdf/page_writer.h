// The pages of one PDF, from top to bottom.
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "document/document.h"

namespace anteroom::pdf {

// Lengths in points (1/72 inch) from the page's upper left corner.
class PageWriter {
 public:
  // Writes to `out`, which outlives this. `pages`: how many the document has, for their numbers; 0: not known yet.
  PageWriter(const document::Document& document, int pages, std::string& out);
  ~PageWriter();
  PageWriter(const PageWriter&) = delete;
  PageWriter& operator=(const PageWriter&) = delete;

  void add(const document::Heading& heading);
  void add(const document::Paragraph& paragraph);
  void add(const document::Table& table);
  void add(const document::Picture& picture);

  // Ends the last page and the file. Returns what went wrong, in words; empty: nothing. Requires: called once, last.
  std::string finish();
  // How many pages have been begun.
  int pages() const { return page_; }

 private:
  struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  using Layout = std::unique_ptr<PangoLayout, Unref>;
  struct Ink {
    double red, green, blue;
  };

  Layout laid_out(const std::string& text, double width, double size, bool bold, document::Look look,
                  const std::string& language, const std::vector<document::Edited>& edits = {}) const;
  double width() const { return right_ - left_; }
  void begin_page();
  void end_page();
  void draw_footer();
  // Begins another page unless `height` is left on this one.
  void need(double height);
  void set_ink(Ink ink) { cairo_set_source_rgb(cairo_, ink.red, ink.green, ink.blue); }
  // Draws line by line at y_, over as many pages as it takes.
  void flow(PangoLayout* layout, double x);
  std::vector<Layout> row_of(const document::Table& table, const std::vector<document::Cell>& cells, bool head) const;
  void draw_row(const document::Table& table, const std::vector<document::Cell>& cells,
                const std::vector<Layout>& layouts, bool head);
  static double height_of(const std::vector<Layout>& layouts);

  const document::Document& document_;
  const int pages_known_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  double left_ = 0, right_ = 0, bottom_ = 0, y_ = 0;
  int page_ = 0;
  std::vector<int> outline_;  // the last bookmark of each level
};

}  // namespace anteroom::pdf

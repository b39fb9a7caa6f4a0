#include "pdf/page_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "pdf/shown_line.h"

namespace anteroom::pdf {

namespace {

using document::Cell;
using document::Look;
using document::Mark;

constexpr double points_per_mm = 72 / 25.4;
constexpr double margin_left = 20 * points_per_mm, margin_right = 16 * points_per_mm;  // holes are punched on the left
constexpr double margin_top = 18 * points_per_mm, margin_bottom = 22 * points_per_mm;
constexpr double footer_space = 12 * points_per_mm;  // from the page's lower edge to the footer's baseline
constexpr double body_size = 9.5, small_size = 8, footer_size = 7;
constexpr std::array heading_sizes{20.0, 13.0, 10.5};
constexpr double line_spacing = 1.3;
constexpr double cell_padding = 3.5, row_line = 0.4, after_block = 8;
constexpr const char* fixed_families = "Noto Sans Mono, DejaVu Sans Mono, monospace";

constexpr PangoWrapMode wraps = PANGO_WRAP_WORD_CHAR;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

double size_of(Look look) {
  return look == Look::plain ? body_size : small_size;
}

double height_of_layout(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

// Inter, like other fonts, makes a multiplication sign of an x before a digit, also in "x86_64".
void keep_letters(PangoAttrList* attributes) {
  pango_attr_list_insert(attributes, pango_attr_font_features_new("calt=0"));
}

void mark_edits(PangoAttrList* attributes, const std::vector<document::Edited>& edits) {
  for (const document::Edited& each : edits) {
    PangoAttribute* attribute = each.edit == document::Edit::struck_out
                                    ? pango_attr_strikethrough_new(TRUE)
                                    : pango_attr_underline_new(PANGO_UNDERLINE_SINGLE);
    attribute->start_index = each.begin;
    attribute->end_index = each.end;
    pango_attr_list_insert(attributes, attribute);
  }
}

// True if no character is beyond Latin script, whose letters do not depend on their neighbours.
bool is_latin(const std::string& text) {
  constexpr unsigned char beyond = 0xCA;  // begins U+0280
  return std::all_of(text.begin(), text.end(), [](unsigned char byte) { return byte < beyond || byte == 0xE2; });
}

// For Pango, which takes them one after the other and then asks fontconfig: of the longest tag that `language` begins
// with, then those for all other languages.
std::string families_for(const std::string& language, const std::vector<document::FontChoice>& choices) {
  const document::FontChoice* best = nullptr;
  std::string list, others;
  for (const document::FontChoice& each : choices) {
    std::string joined;
    for (const std::string& family : each.families) joined += family + ", ";
    const bool fits = language == each.language || language.starts_with(each.language + "-");
    if (each.language.empty()) {
      others += joined;
    } else if (fits && (best == nullptr || each.language.size() > best->language.size())) {
      best = &each;
      list = joined;
    }
  }
  return list + others + "sans-serif";
}

// Text that Pango would refuse as a whole for one wrong byte.
std::string valid(const std::string& text) {
  char* made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  std::string result(made);
  g_free(made);
  return result;
}

}  // namespace

PageWriter::PageWriter(const document::Document& document, int pages, std::string& out)
    : document_(document), pages_known_(pages) {
  const double page_width = document.page_width_mm * points_per_mm;
  const double page_height = document.page_height_mm * points_per_mm;
  surface_ = cairo_pdf_surface_create_for_stream(append, &out, page_width, page_height);
  cairo_ = cairo_create(surface_);
  left_ = margin_left;
  right_ = page_width - margin_right;
  bottom_ = page_height - margin_bottom;
  const auto say = [this](cairo_pdf_metadata_t what, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface_, what, valid(text).c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, document.title);
  say(CAIRO_PDF_METADATA_SUBJECT, document.subject);
  say(CAIRO_PDF_METADATA_CREATOR, document.creator);
  say(CAIRO_PDF_METADATA_CREATE_DATE, document.created);
  say(CAIRO_PDF_METADATA_MOD_DATE, document.created);
  cairo_tag_begin(cairo_, "Document", nullptr);
  begin_page();
}

PageWriter::~PageWriter() {
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

PageWriter::Layout PageWriter::laid_out(const std::string& text, double width, double size, bool bold, Look look,
                                        const std::string& language, const std::vector<document::Edited>& edits) const {
  Layout layout(pango_cairo_create_layout(cairo_));
  PangoFontDescription* font = pango_font_description_new();
  const std::string families = look == Look::fixed_width ? fixed_families : families_for(language, document_.fonts);
  pango_font_description_set_family(font, families.c_str());
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_context_set_language(pango_layout_get_context(layout.get()), pango_language_from_string(language.c_str()));
  pango_layout_context_changed(layout.get());
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), wraps);
  pango_layout_set_line_spacing(layout.get(), static_cast<float>(line_spacing));
  pango_layout_set_auto_dir(layout.get(), TRUE);
  PangoAttrList* attributes = pango_attr_list_new();
  if (is_latin(text)) keep_letters(attributes);
  const std::string shown = valid(text);
  if (shown == text) mark_edits(attributes, edits);  // else they would be elsewhere
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_text(layout.get(), shown.c_str(), -1);
  return layout;
}

void PageWriter::begin_page() {
  ++page_;
  y_ = margin_top;
}

void PageWriter::end_page() {
  draw_footer();
  cairo_show_page(cairo_);
}

void PageWriter::draw_footer() {
  std::string number = "Page " + std::to_string(page_);
  if (pages_known_ > 0) number += " of " + std::to_string(pages_known_);
  const double line = bottom_ + margin_bottom - footer_space;
  set_ink({0.6, 0.6, 0.6});
  cairo_set_line_width(cairo_, row_line);
  cairo_move_to(cairo_, left_, line - 4);
  cairo_line_to(cairo_, right_, line - 4);
  cairo_stroke(cairo_);
  set_ink({0.25, 0.25, 0.25});
  const Layout count = laid_out(number, 0, footer_size, false, Look::plain, "en");
  int number_width = 0;
  pango_layout_get_size(count.get(), &number_width, nullptr);
  const double number_left = right_ - static_cast<double>(number_width) / PANGO_SCALE;
  const Layout said = laid_out(document_.footer, number_left - left_ - 12, footer_size, false, Look::plain, "en");
  show_layout(cairo_, said.get(), left_, line);
  show_layout(cairo_, count.get(), number_left, line);
}

void PageWriter::need(double height) {
  if (y_ + height <= bottom_ || y_ <= margin_top) return;
  end_page();
  begin_page();
}

void PageWriter::flow(PangoLayout* layout, double x) {
  PangoLayoutIter* line = pango_layout_get_iter(layout);
  do {
    PangoRectangle box;
    int top = 0, end = 0;
    pango_layout_iter_get_line_extents(line, nullptr, &box);
    pango_layout_iter_get_line_yrange(line, &top, &end);
    const double height = static_cast<double>(end - top) / PANGO_SCALE;
    need(height);
    const double baseline = static_cast<double>(pango_layout_iter_get_baseline(line) - top) / PANGO_SCALE;
    show_line(cairo_, pango_layout_iter_get_line_readonly(line), pango_layout_get_text(layout),
              x + static_cast<double>(box.x) / PANGO_SCALE, y_ + baseline);
    y_ += height;
  } while (pango_layout_iter_next_line(line) != FALSE);
  pango_layout_iter_free(line);
}

void PageWriter::add(const document::Heading& heading) {
  const int level = std::clamp(heading.level, 1, static_cast<int>(heading_sizes.size()));
  const double size = heading_sizes[static_cast<std::size_t>(level - 1)];
  const Layout layout = laid_out(heading.text, width(), size, true, Look::plain, "en");
  if (y_ > margin_top) y_ += size * 0.7;
  constexpr double follows = 5 * body_size;  // a heading stands with what it is the heading of
  need(height_of_layout(layout.get()) + follows);
  std::array<char, 96> place{};
  std::snprintf(place.data(), place.size(), "page=%d pos=[%d %d]", page_, static_cast<int>(left_),
                static_cast<int>(std::max(0.0, y_ - 6)));
  outline_.resize(static_cast<std::size_t>(level), CAIRO_PDF_OUTLINE_ROOT);
  const int parent = level > 1 ? outline_[static_cast<std::size_t>(level - 2)] : CAIRO_PDF_OUTLINE_ROOT;
  outline_.back() = cairo_pdf_surface_add_outline(surface_, parent, valid(heading.text).c_str(), place.data(),
                                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  const std::string tag = "H" + std::to_string(level);
  cairo_tag_begin(cairo_, tag.c_str(), nullptr);
  set_ink({0, 0, 0});
  flow(layout.get(), left_);
  cairo_tag_end(cairo_, tag.c_str());
  y_ += size * 0.3;
}

void PageWriter::add(const document::Paragraph& paragraph) {
  const Layout layout =
      laid_out(paragraph.text, width(), size_of(paragraph.look), false, paragraph.look, paragraph.language);
  cairo_tag_begin(cairo_, "P", nullptr);
  set_ink({0.1, 0.1, 0.1});
  flow(layout.get(), left_);
  cairo_tag_end(cairo_, "P");
  y_ += after_block;
}

std::vector<PageWriter::Layout> PageWriter::row_of(const document::Table& table, const std::vector<Cell>& cells,
                                                   bool head) const {
  std::vector<Layout> layouts;
  for (std::size_t i = 0; i < std::min(cells.size(), table.widths.size()); ++i) {
    const Cell& cell = cells[i];
    const bool bold = head || cell.mark == Mark::good || cell.mark == Mark::bad;
    const double inner = std::max(1.0, table.widths[i] * width() - 2 * cell_padding);
    layouts.push_back(
        laid_out(cell.text, inner, head ? small_size : size_of(cell.look), bold, cell.look, cell.language, cell.edits));
  }
  return layouts;
}

double PageWriter::height_of(const std::vector<Layout>& layouts) {
  double height = body_size;
  for (const Layout& layout : layouts) height = std::max(height, height_of_layout(layout.get()));
  return height + 2 * cell_padding;
}

void PageWriter::draw_row(const document::Table& table, const std::vector<Cell>& cells,
                          const std::vector<Layout>& layouts, bool head) {
  const double height = height_of(layouts);
  double x = left_;
  cairo_tag_begin(cairo_, "TR", nullptr);
  if (head) {
    set_ink({0.92, 0.93, 0.95});
    cairo_rectangle(cairo_, left_, y_, width(), height);
    cairo_fill(cairo_);
  }
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    const double cell_width = table.widths[i] * width();
    const Mark mark = cells[i].mark;
    if (mark == Mark::bad) {
      set_ink({0.99, 0.89, 0.88});
      cairo_rectangle(cairo_, x, y_, cell_width, height);
      cairo_fill(cairo_);
    }
    set_ink(mark == Mark::good    ? Ink{0.0, 0.35, 0.14}
            : mark == Mark::bad   ? Ink{0.62, 0.0, 0.0}
            : mark == Mark::muted ? Ink{0.35, 0.35, 0.35}
                                  : Ink{0.1, 0.1, 0.1});
    const char* tag = head ? "TH" : "TD";
    cairo_tag_begin(cairo_, tag, nullptr);
    show_layout(cairo_, layouts[i].get(), x + cell_padding, y_ + cell_padding);
    cairo_tag_end(cairo_, tag);
    x += cell_width;
  }
  cairo_tag_end(cairo_, "TR");
  y_ += height;
  set_ink({0.72, 0.72, 0.74});
  cairo_set_line_width(cairo_, row_line);
  cairo_move_to(cairo_, left_, y_);
  cairo_line_to(cairo_, right_, y_);
  cairo_stroke(cairo_);
}

void PageWriter::add(const document::Table& table) {
  cairo_tag_begin(cairo_, "Table", nullptr);
  const std::vector<Layout> head = row_of(table, table.head, true);
  bool has_head = false;
  for (const std::vector<Cell>& cells : table.rows) {
    const std::vector<Layout> row = row_of(table, cells, false);
    const int before = page_;
    need(height_of(row) + (has_head || head.empty() ? 0 : height_of(head)));
    if ((!std::exchange(has_head, true) || page_ != before) && !head.empty()) {
      draw_row(table, table.head, head, true);
    }
    draw_row(table, cells, row, false);
  }
  cairo_tag_end(cairo_, "Table");
  y_ += after_block;
}

void PageWriter::add(const document::Picture& picture) {
  const double scale = std::min({std::max(1.0, picture.width_mm) * points_per_mm / picture.width_px,
                                 width() / picture.width_px, (bottom_ - margin_top) / picture.height_px});
  need(picture.height_px * scale);
  // Cairo's own copy, whose rows it may have wider than ours.
  const std::vector<std::uint32_t> pixels = document::pixels_of(picture);
  cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width_px, picture.height_px);
  if (cairo_surface_status(image) == CAIRO_STATUS_SUCCESS && !pixels.empty()) {
    cairo_surface_flush(image);
    const int stride = cairo_image_surface_get_stride(image);
    unsigned char* rows = cairo_image_surface_get_data(image);
    for (int y = 0; y < picture.height_px; ++y) {
      const std::uint32_t* row = pixels.data() + std::size_t(y) * std::size_t(picture.width_px);
      std::copy_n(reinterpret_cast<const unsigned char*>(row), std::size_t(picture.width_px) * sizeof(std::uint32_t),
                  rows + std::ptrdiff_t(y) * stride);
    }
    cairo_surface_mark_dirty(image);
    // Without a tag of its own: Cairo 1.16 refuses pictures inside of one. Its description is below it.
    cairo_save(cairo_);
    cairo_translate(cairo_, left_, y_);
    cairo_scale(cairo_, scale, scale);
    cairo_set_source_surface(cairo_, image, 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }
  cairo_surface_destroy(image);
  y_ += picture.height_px * scale + after_block / 2;
  if (!picture.described.empty()) add(document::Paragraph{picture.described, Look::small});
}

std::string PageWriter::finish() {
  draw_footer();
  // For Cairo 1.18 the end of the document would be something on another page. For Cairo 1.16 it may not be on a page
  // with a picture.
  const bool ends_on_page = cairo_version() >= CAIRO_VERSION_ENCODE(1, 18, 0);
  if (ends_on_page) cairo_tag_end(cairo_, "Document");
  cairo_show_page(cairo_);
  if (!ends_on_page) cairo_tag_end(cairo_, "Document");
  cairo_surface_finish(surface_);
  cairo_status_t status = cairo_status(cairo_);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface_);
  return status == CAIRO_STATUS_SUCCESS ? "" : cairo_status_to_string(status);
}

}  // namespace anteroom::pdf

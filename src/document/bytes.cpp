#include "bytes/bytes.h"
#include "document/document.h"

namespace anteroom::document {

namespace {

constexpr std::uint32_t document_magic = 0x32'44'52'41;  // "ARD2"
constexpr int max_side_px = 1 << 14;

using bytes::Reader;
using bytes::Writer;

void write(Writer& out, const Cell& cell) {
  out.text(cell.text);
  out.plain(static_cast<std::uint8_t>(cell.mark));
  out.plain(static_cast<std::uint8_t>(cell.look));
  out.text(cell.language);
  out.count(cell.edits.size());
  for (const Edited& each : cell.edits) {
    out.plain(each.begin);
    out.plain(each.end);
    out.plain(static_cast<std::uint8_t>(each.edit));
  }
}

void write(Writer& out, const std::vector<Cell>& cells) {
  out.count(cells.size());
  for (const Cell& cell : cells) write(out, cell);
}

void write(Writer& out, const Heading& heading) {
  out.plain(static_cast<std::int32_t>(heading.level));
  out.text(heading.text);
}

void write(Writer& out, const Paragraph& paragraph) {
  out.text(paragraph.text);
  out.plain(static_cast<std::uint8_t>(paragraph.look));
  out.text(paragraph.language);
}

void write(Writer& out, const Table& table) {
  out.count(table.widths.size());
  for (const double width : table.widths) out.plain(width);
  write(out, table.head);
  out.count(table.rows.size());
  for (const std::vector<Cell>& row : table.rows) write(out, row);
}

void write(Writer& out, const Picture& picture) {
  out.plain(static_cast<std::int32_t>(picture.width_px));
  out.plain(static_cast<std::int32_t>(picture.height_px));
  out.plain(picture.width_mm);
  out.text(picture.described);
  out.text(picture.lz4);
}

Cell read_cell(Reader& in) {
  Cell cell;
  cell.text = in.text();
  cell.mark = in.one_of(Mark::muted);
  cell.look = in.one_of(Look::fixed_width);
  cell.language = in.text();
  constexpr std::size_t edit_bytes = 4 + 4 + 1;
  for (std::uint32_t left = in.count(edit_bytes); left > 0 && !in.failed(); --left) {
    Edited& each = cell.edits.emplace_back();
    each.begin = in.plain<std::uint32_t>();
    each.end = in.plain<std::uint32_t>();
    each.edit = in.one_of(Edit::underlined);
    if (each.begin > each.end || each.end > cell.text.size()) in.fail();
  }
  return cell;
}

std::vector<Cell> read_cells(Reader& in) {
  std::vector<Cell> cells;
  constexpr std::size_t cell_bytes = 4 + 1 + 1 + 4 + 4;
  for (std::uint32_t left = in.count(cell_bytes); left > 0 && !in.failed(); --left) cells.push_back(read_cell(in));
  return cells;
}

Heading read_heading(Reader& in) {
  Heading heading;
  heading.level = in.plain<std::int32_t>();
  heading.text = in.text();
  if (heading.level < 1 || heading.level > 3) in.fail();
  return heading;
}

Paragraph read_paragraph(Reader& in) {
  Paragraph paragraph;
  paragraph.text = in.text();
  paragraph.look = in.one_of(Look::fixed_width);
  paragraph.language = in.text();
  return paragraph;
}

Table read_table(Reader& in) {
  Table table;
  for (std::uint32_t left = in.count(sizeof(double)); left > 0 && !in.failed(); --left) {
    table.widths.push_back(in.plain<double>());
  }
  table.head = read_cells(in);
  for (std::uint32_t left = in.count(sizeof(std::uint32_t)); left > 0 && !in.failed(); --left) {
    table.rows.push_back(read_cells(in));
  }
  if (table.widths.empty()) in.fail();
  return table;
}

Picture read_picture(Reader& in) {
  Picture picture;
  picture.width_px = in.plain<std::int32_t>();
  picture.height_px = in.plain<std::int32_t>();
  picture.width_mm = in.plain<double>();
  picture.described = in.text();
  const auto is_side = [](int side) { return side > 0 && side <= max_side_px; };
  if (!is_side(picture.width_px) || !is_side(picture.height_px)) in.fail();
  if (in.failed()) return {};
  picture.lz4 = in.text();
  if (!in.failed() && pixels_of(picture).empty()) in.fail();
  return picture;
}

Block read_block(Reader& in) {
  switch (in.plain<std::uint8_t>()) {
    case 0:
      return read_heading(in);
    case 1:
      return read_paragraph(in);
    case 2:
      return read_table(in);
    case 3:
      return read_picture(in);
    default:
      in.fail();
      return Paragraph{};
  }
}

}  // namespace

std::string to_bytes(const Document& document) {
  Writer out;
  out.plain(document_magic);
  for (const std::string* text :
       {&document.title, &document.subject, &document.creator, &document.created, &document.footer}) {
    out.text(*text);
  }
  out.plain(document.page_width_mm);
  out.plain(document.page_height_mm);
  out.count(document.fonts.size());
  for (const FontChoice& choice : document.fonts) {
    out.text(choice.language);
    out.count(choice.families.size());
    for (const std::string& family : choice.families) out.text(family);
  }
  out.count(document.blocks.size());
  for (const Block& block : document.blocks) {
    out.plain(static_cast<std::uint8_t>(block.index()));
    std::visit([&out](const auto& each) { write(out, each); }, block);
  }
  return out.take();
}

std::optional<Document> from_bytes(std::string_view bytes) {
  Reader in(bytes);
  if (in.plain<std::uint32_t>() != document_magic) return std::nullopt;
  Document document;
  for (std::string* text :
       {&document.title, &document.subject, &document.creator, &document.created, &document.footer}) {
    *text = in.text();
  }
  document.page_width_mm = in.plain<double>();
  document.page_height_mm = in.plain<double>();
  constexpr double least_mm = 100, most_mm = 2000;
  const auto is_length = [](double mm) { return mm >= least_mm && mm <= most_mm; };  // false for NaN
  constexpr std::size_t text_bytes = 4;
  for (std::uint32_t left = in.count(text_bytes); left > 0 && !in.failed(); --left) {
    FontChoice& choice = document.fonts.emplace_back();
    choice.language = in.text();
    for (std::uint32_t more = in.count(text_bytes); more > 0 && !in.failed(); --more) {
      choice.families.push_back(in.text());
    }
  }
  for (std::uint32_t left = in.count(1); left > 0 && !in.failed(); --left) document.blocks.push_back(read_block(in));
  if (!in.is_done() || !is_length(document.page_width_mm) || !is_length(document.page_height_mm)) return std::nullopt;
  return document;
}

}  // namespace anteroom::document

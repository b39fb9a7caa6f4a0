#include <cstring>

#include "document/document.h"

namespace anteroom::document {

namespace {

constexpr std::uint32_t document_magic = 0x31'44'52'41;  // "ARD1"
constexpr int max_side_px = 1 << 14;

class BytesOut {
 public:
  template <typename Value>
  void plain(Value value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void count(std::size_t count) { plain(static_cast<std::uint32_t>(count)); }
  void text(std::string_view text) {
    count(text.size());
    bytes_.append(text);
  }
  void add(const Cell& cell) {
    text(cell.text);
    plain(static_cast<std::uint8_t>(cell.mark));
    plain(static_cast<std::uint8_t>(cell.look));
    text(cell.language);
  }
  void add(const std::vector<Cell>& cells) {
    count(cells.size());
    for (const Cell& cell : cells) add(cell);
  }
  void add(const Heading& heading) {
    plain(static_cast<std::int32_t>(heading.level));
    text(heading.text);
  }
  void add(const Paragraph& paragraph) {
    text(paragraph.text);
    plain(static_cast<std::uint8_t>(paragraph.look));
    text(paragraph.language);
  }
  void add(const Table& table) {
    count(table.widths.size());
    for (const double width : table.widths) plain(width);
    add(table.head);
    count(table.rows.size());
    for (const std::vector<Cell>& row : table.rows) add(row);
  }
  void add(const Picture& picture) {
    plain(static_cast<std::int32_t>(picture.width_px));
    plain(static_cast<std::int32_t>(picture.height_px));
    plain(picture.width_mm);
    text(picture.described);
    text({reinterpret_cast<const char*>(picture.argb.data()), picture.argb.size() * sizeof(std::uint32_t)});
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first value that is missing or cannot be, `failed` is true and all values are empty.
class BytesIn {
 public:
  explicit BytesIn(std::string_view bytes) : rest_(bytes) {}

  template <typename Value>
  Value plain() {
    Value value{};
    const std::string_view bytes = take(sizeof(value));
    if (!failed_) std::memcpy(&value, bytes.data(), sizeof(value));
    return value;
  }
  // The number of items that follow, each of at least `size` bytes.
  std::uint32_t count(std::size_t size) {
    const auto count = plain<std::uint32_t>();
    if (count > rest_.size() / size) failed_ = true;
    return failed_ ? 0 : count;
  }
  std::string text() { return std::string(take(plain<std::uint32_t>())); }
  template <typename Kind>
  Kind one_of(Kind last) {
    const auto value = plain<std::uint8_t>();
    if (value > static_cast<std::uint8_t>(last)) failed_ = true;
    return failed_ ? Kind{} : static_cast<Kind>(value);
  }
  Cell cell() {
    Cell cell;
    cell.text = text();
    cell.mark = one_of(Mark::muted);
    cell.look = one_of(Look::fixed_width);
    cell.language = text();
    return cell;
  }
  std::vector<Cell> cells() {
    std::vector<Cell> cells;
    constexpr std::size_t cell_bytes = 4 + 1 + 1 + 4;
    for (std::uint32_t left = count(cell_bytes); left > 0 && !failed_; --left) cells.push_back(cell());
    return cells;
  }
  Heading heading() {
    Heading heading;
    heading.level = plain<std::int32_t>();
    heading.text = text();
    if (heading.level < 1 || heading.level > 3) failed_ = true;
    return heading;
  }
  Paragraph paragraph() {
    Paragraph paragraph;
    paragraph.text = text();
    paragraph.look = one_of(Look::fixed_width);
    paragraph.language = text();
    return paragraph;
  }
  Table table() {
    Table table;
    for (std::uint32_t left = count(sizeof(double)); left > 0 && !failed_; --left) {
      table.widths.push_back(plain<double>());
    }
    table.head = cells();
    for (std::uint32_t left = count(sizeof(std::uint32_t)); left > 0 && !failed_; --left) table.rows.push_back(cells());
    if (table.widths.empty()) failed_ = true;
    return table;
  }
  Picture picture() {
    Picture picture;
    picture.width_px = plain<std::int32_t>();
    picture.height_px = plain<std::int32_t>();
    picture.width_mm = plain<double>();
    picture.described = text();
    const std::string_view pixels = take(plain<std::uint32_t>());
    const auto is_side = [](int side) { return side > 0 && side <= max_side_px; };
    const bool fits = is_side(picture.width_px) && is_side(picture.height_px) &&
                      pixels.size() / sizeof(std::uint32_t) == std::size_t(picture.width_px) * picture.height_px;
    if (!fits) failed_ = true;
    if (failed_) return {};
    picture.argb.resize(pixels.size() / sizeof(std::uint32_t));
    std::memcpy(picture.argb.data(), pixels.data(), picture.argb.size() * sizeof(std::uint32_t));
    return picture;
  }
  Block block() {
    switch (plain<std::uint8_t>()) {
      case 0:
        return heading();
      case 1:
        return paragraph();
      case 2:
        return table();
      case 3:
        return picture();
      default:
        failed_ = true;
        return Paragraph{};
    }
  }
  bool is_done() const { return !failed_ && rest_.empty(); }
  bool failed() const { return failed_; }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) failed_ = true;
    if (failed_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::string to_bytes(const Document& document) {
  BytesOut out;
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
    std::visit([&out](const auto& each) { out.add(each); }, block);
  }
  return out.take();
}

std::optional<Document> from_bytes(std::string_view bytes) {
  BytesIn in(bytes);
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
  for (std::uint32_t left = in.count(1); left > 0 && !in.failed(); --left) document.blocks.push_back(in.block());
  if (!in.is_done() || !is_length(document.page_width_mm) || !is_length(document.page_height_mm)) return std::nullopt;
  return document;
}

}  // namespace anteroom::document

#include "decode/reply.h"

#include <cmath>
#include <cstdint>
#include <cstring>

#include "decode/plain_words.h"

namespace anteroom::decode {
namespace {

constexpr std::uint32_t magic = 0x35'52'44'41;  // "ADR5"
constexpr int max_side_px = 1 << 16;

class Writer {
 public:
  template <typename Value>
  void plain(Value value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void text(std::string_view text) {
    plain(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
  }
  void pixels(const Pixels& pixels) {
    bytes_.append(reinterpret_cast<const char*>(pixels.data()), pixels.size() * sizeof(std::uint32_t));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads from the front; after the first value that is missing, `failed` is set and all values are zero.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename Value>
  Value plain() {
    Value value{};
    const std::string_view bytes = take(sizeof(value));
    if (!failed_) std::memcpy(&value, bytes.data(), sizeof(value));
    return value;
  }
  std::string text() { return std::string(take(plain<std::uint32_t>())); }
  std::string words() { return plain_words(take(plain<std::uint32_t>())); }
  // The number of items that follow, each of at least `size` bytes.
  std::uint32_t count(std::size_t size) {
    const auto count = plain<std::uint32_t>();
    if (count > rest_.size() / size) failed_ = true;
    return failed_ ? 0 : count;
  }
  Pixels pixels(std::uint64_t count) {
    if (count > rest_.size() / sizeof(std::uint32_t)) failed_ = true;
    if (failed_) return {};
    const std::string_view bytes = take(static_cast<std::size_t>(count) * sizeof(std::uint32_t));
    Pixels pixels(static_cast<std::size_t>(count));
    if (count > 0) std::memcpy(pixels.data(), bytes.data(), bytes.size());
    return pixels;
  }
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }
  bool at_end() const { return rest_.empty(); }

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

void write(Writer& out, const std::vector<Remark>& remarks) {
  out.plain(static_cast<std::uint32_t>(remarks.size()));
  for (const Remark& remark : remarks) {
    out.plain(static_cast<std::int32_t>(remark.line));
    out.text(remark.text);
  }
}

std::vector<Remark> read_remarks(ByteReader& in) {
  std::vector<Remark> remarks;
  constexpr std::size_t remark_bytes = 4 + 4;
  for (std::uint32_t left = in.count(remark_bytes); left > 0 && !in.failed(); --left) {
    Remark& remark = remarks.emplace_back();
    remark.line = in.plain<std::int32_t>();
    remark.text = in.words();
  }
  return remarks;
}

void write(Writer& out, const PictureFacts& facts) {
  out.plain(facts.width);
  out.plain(facts.height);
  out.text(facts.fault);
  out.plain(static_cast<std::int32_t>(facts.fault_line));
  write(out, facts.remarks);
  out.plain(static_cast<std::uint32_t>(facts.elements.size()));
  for (const auto& [id, box] : facts.elements) {
    out.text(id);
    for (const double value : {box.x, box.y, box.w, box.h}) out.plain(value);
  }
  out.plain(static_cast<std::uint32_t>(facts.ambiguous.size()));
  for (const std::string& name : facts.ambiguous) out.text(name);
  out.plain(static_cast<std::uint32_t>(facts.names.size()));
  for (const std::string& name : facts.names) out.text(name);
  for (const std::vector<std::string>* names : {&facts.empty, &facts.unseen, &facts.order, &facts.hidden}) {
    out.plain(static_cast<std::uint32_t>(names->size()));
    for (const std::string& name : *names) out.text(name);
  }
  out.plain(static_cast<std::uint8_t>(facts.ink.has_value()));
  const Box ink = facts.ink.value_or(Box{});
  for (const double value : {ink.x, ink.y, ink.w, ink.h}) out.plain(value);
  out.plain(static_cast<std::uint8_t>(facts.ground_color.has_value()));
  out.plain(facts.ground_color.value_or(0));
}

double read_length(ByteReader& in) {
  const auto value = in.plain<double>();
  if (!std::isfinite(value)) in.fail();
  return value;
}

PictureFacts read_facts(ByteReader& in) {
  PictureFacts facts;
  facts.width = read_length(in);
  facts.height = read_length(in);
  facts.fault = in.words();
  facts.fault_line = in.plain<std::int32_t>();
  facts.remarks = read_remarks(in);
  constexpr std::size_t element_bytes = 4 + 4 * sizeof(double);
  for (std::uint32_t left = in.count(element_bytes); left > 0 && !in.failed(); --left) {
    std::string id = in.text();
    Box& box = facts.elements[std::move(id)];
    for (double* value : {&box.x, &box.y, &box.w, &box.h}) *value = read_length(in);
  }
  for (std::uint32_t left = in.count(4); left > 0 && !in.failed(); --left) facts.ambiguous.push_back(in.text());
  for (std::uint32_t left = in.count(4); left > 0 && !in.failed(); --left) facts.names.push_back(in.words());
  for (std::vector<std::string>* names : {&facts.empty, &facts.unseen, &facts.order, &facts.hidden}) {
    for (std::uint32_t left = in.count(4); left > 0 && !in.failed(); --left) names->push_back(in.text());
  }
  const bool has_ink = in.plain<std::uint8_t>() != 0;
  Box ink;
  for (double* value : {&ink.x, &ink.y, &ink.w, &ink.h}) *value = read_length(in);
  if (has_ink) facts.ink = ink;
  const bool has_color = in.plain<std::uint8_t>() != 0;
  const auto color = in.plain<std::uint32_t>();
  if (has_color) facts.ground_color = color;
  return facts;
}

void write(Writer& out, const Decoded& drawing) {
  out.text(drawing.fault);
  out.plain(static_cast<std::int32_t>(drawing.fault_line));
  write(out, drawing.remarks);
  for (const int value : {drawing.whole.width, drawing.whole.height, drawing.left_px, drawing.top_px,
                          drawing.texture.width, drawing.texture.height}) {
    out.plain(static_cast<std::int32_t>(value));
  }
  out.plain(static_cast<std::uint8_t>(drawing.texture.opaque));
  out.pixels(drawing.texture.pixels);
}

Decoded read_drawing(ByteReader& in) {
  Decoded drawing;
  drawing.fault = in.words();
  drawing.fault_line = in.plain<std::int32_t>();
  drawing.remarks = read_remarks(in);
  Texture& texture = drawing.texture;
  for (int* value : {&drawing.whole.width, &drawing.whole.height, &drawing.left_px, &drawing.top_px, &texture.width,
                     &texture.height}) {
    *value = in.plain<std::int32_t>();
    if (*value < 0 || *value > max_side_px) in.fail();
  }
  const bool inside =
      drawing.left_px + texture.width <= drawing.whole.width && drawing.top_px + texture.height <= drawing.whole.height;
  if (!inside || (texture.width == 0) != (texture.height == 0)) in.fail();
  texture.opaque = in.plain<std::uint8_t>() != 0;
  texture.pixels = in.pixels(static_cast<std::uint64_t>(texture.width) * static_cast<std::uint64_t>(texture.height));
  return drawing;
}

}  // namespace

std::string to_bytes(const Reply& reply) {
  Writer out;
  out.plain(magic);
  out.text(reply.refused);
  out.plain(static_cast<std::uint8_t>(reply.facts.has_value()));
  if (reply.facts) write(out, *reply.facts);
  out.plain(static_cast<std::uint32_t>(reply.drawings.size()));
  for (const Decoded& drawing : reply.drawings) write(out, drawing);
  return out.take();
}

std::optional<Reply> reply_from(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.plain<std::uint32_t>() != magic) return {};
  Reply reply;
  reply.refused = in.words();
  if (in.plain<std::uint8_t>() != 0) reply.facts = read_facts(in);
  constexpr std::size_t drawing_bytes = 4 + 4 + 4 + 6 * 4 + 1;
  for (std::uint32_t left = in.count(drawing_bytes); left > 0 && !in.failed(); --left) {
    reply.drawings.push_back(read_drawing(in));
  }
  if (in.failed() || !in.at_end()) return {};
  return reply;
}

}  // namespace anteroom::decode

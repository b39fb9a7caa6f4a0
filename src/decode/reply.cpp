#include "decode/reply.h"

#include <cmath>
#include <cstdint>

#include "bytes/bytes.h"
#include "decode/plain_words.h"

namespace anteroom::decode {
namespace {

constexpr std::uint32_t magic = 0x36'52'44'41;  // "ADR6"
constexpr int max_side_px = 1 << 16;

using bytes::Reader;
using bytes::Writer;

std::string words(Reader& in) {
  return plain_words(in.view());
}

void write(Writer& out, const std::vector<Remark>& remarks) {
  out.count(remarks.size());
  for (const Remark& remark : remarks) {
    out.plain(static_cast<std::int32_t>(remark.line));
    out.text(remark.text);
  }
}

std::vector<Remark> read_remarks(Reader& in) {
  std::vector<Remark> remarks;
  constexpr std::size_t remark_bytes = 4 + 4;
  for (std::uint32_t left = in.count(remark_bytes); left > 0 && !in.failed(); --left) {
    Remark& remark = remarks.emplace_back();
    remark.line = in.plain<std::int32_t>();
    remark.text = words(in);
  }
  return remarks;
}

void write(Writer& out, const PictureFacts& facts) {
  out.plain(facts.width);
  out.plain(facts.height);
  out.text(facts.fault);
  out.plain(static_cast<std::int32_t>(facts.fault_line));
  write(out, facts.remarks);
  out.count(facts.elements.size());
  for (const auto& [id, box] : facts.elements) {
    out.text(id);
    for (const double value : {box.x, box.y, box.w, box.h}) out.plain(value);
  }
  out.count(facts.ambiguous.size());
  for (const std::string& name : facts.ambiguous) out.text(name);
  out.count(facts.names.size());
  for (const std::string& name : facts.names) out.text(name);
  for (const std::vector<std::string>* names : {&facts.empty, &facts.unseen, &facts.order, &facts.hidden}) {
    out.count(names->size());
    for (const std::string& name : *names) out.text(name);
  }
  out.plain(static_cast<std::uint8_t>(facts.ink.has_value()));
  const Box ink = facts.ink.value_or(Box{});
  for (const double value : {ink.x, ink.y, ink.w, ink.h}) out.plain(value);
  out.plain(static_cast<std::uint8_t>(facts.ground_color.has_value()));
  out.plain(facts.ground_color.value_or(0));
  out.plain(static_cast<std::uint8_t>(facts.has_contrast_colors));
}

double read_length(Reader& in) {
  const auto value = in.plain<double>();
  if (!std::isfinite(value)) in.fail();
  return value;
}

PictureFacts read_facts(Reader& in) {
  PictureFacts facts;
  facts.width = read_length(in);
  facts.height = read_length(in);
  facts.fault = words(in);
  facts.fault_line = in.plain<std::int32_t>();
  facts.remarks = read_remarks(in);
  constexpr std::size_t element_bytes = 4 + 4 * sizeof(double);
  for (std::uint32_t left = in.count(element_bytes); left > 0 && !in.failed(); --left) {
    std::string id = in.text();
    Box& box = facts.elements[std::move(id)];
    for (double* value : {&box.x, &box.y, &box.w, &box.h}) *value = read_length(in);
  }
  for (std::uint32_t left = in.count(4); left > 0 && !in.failed(); --left) facts.ambiguous.push_back(in.text());
  for (std::uint32_t left = in.count(4); left > 0 && !in.failed(); --left) facts.names.push_back(words(in));
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
  facts.has_contrast_colors = in.plain<std::uint8_t>() != 0;
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
  out.items(drawing.texture.pixels);
}

Decoded read_drawing(Reader& in) {
  Decoded drawing;
  drawing.fault = words(in);
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
  texture.pixels =
      in.items<Pixels>(static_cast<std::uint64_t>(texture.width) * static_cast<std::uint64_t>(texture.height));
  return drawing;
}

}  // namespace

std::string to_bytes(const Reply& reply) {
  Writer out;
  out.plain(magic);
  out.text(reply.refused);
  out.plain(static_cast<std::uint8_t>(reply.facts.has_value()));
  if (reply.facts) write(out, *reply.facts);
  out.count(reply.drawings.size());
  for (const Decoded& drawing : reply.drawings) write(out, drawing);
  return out.take();
}

std::optional<Reply> reply_from(std::string_view bytes) {
  Reader in(bytes);
  if (in.plain<std::uint32_t>() != magic) return {};
  Reply reply;
  reply.refused = words(in);
  if (in.plain<std::uint8_t>() != 0) reply.facts = read_facts(in);
  constexpr std::size_t drawing_bytes = 4 + 4 + 4 + 6 * 4 + 1;
  for (std::uint32_t left = in.count(drawing_bytes); left > 0 && !in.failed(); --left) {
    reply.drawings.push_back(read_drawing(in));
  }
  if (!in.is_done()) return {};
  return reply;
}

}  // namespace anteroom::decode

#include "screens/body_block.h"

#include <algorithm>
#include <utility>

#include "screens/continuation.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

constexpr std::string_view bullet = "\u2022 ";
// In sizes of the letters: a dot as wide as a bold full stop, in the middle of the small letters.
constexpr double indent = 1.0, dot = 0.3, dot_above_baseline = 0.27;

}  // namespace

bool is_listed(std::string_view paragraph) {
  return paragraph.starts_with(bullet);
}

double list_indent_mm(const text::Style& style) {
  return indent * style.size_mm;
}

namespace {

// `line`, the only one of `utf8`, in two lines of about the same width; itself if it is short.
text::Layout in_two_lines(const View& view, const std::string& utf8, const text::Layout& line) {
  constexpr double least_ems = 8;
  if (line.width_mm < least_ems * line.style.size_mm) return line;
  for (const double share : {0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85}) {
    text::Layout two = text::lay_out(utf8, line.style, share * line.width_mm, view.fonts);
    if (two.lines.size() == 2 && !two.has_broken_word()) return two;
  }
  return line;
}

}  // namespace

Body::Body(const View& view, const std::string& utf8, const text::Style& style, double width_mm, Piece piece)
    : view_(view), gap_(style.paragraph_gap * style.size_mm), indent_(list_indent_mm(style)) {
  struct Paragraphs {
    std::string text;
    bool listed;
  };
  std::vector<Paragraphs> all;
  for (std::size_t from = 0; from < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', from), utf8.size());
    const std::string_view paragraph = std::string_view(utf8).substr(from, end - from);
    const bool listed = is_listed(paragraph);
    if (all.empty() || all.back().listed != listed) {
      all.push_back({{}, listed});
    } else {
      all.back().text += '\n';
    }
    all.back().text += paragraph.substr(listed ? bullet.size() : 0);
    from = end + 1;
  }
  for (const Paragraphs& each : all) {
    const double width = each.listed ? std::max(width_mm - indent_, style.size_mm) : width_mm;
    blocks_.push_back({lay_out_body(view, each.text, style, width), each.listed});
    const text::Layout& layout = blocks_.back().layout;
    const double least = width - sign_room_mm(style);
    const bool is_last = &each == &all.back() && piece == Piece::goes_on;
    if (is_last && !layout.lines.empty() && layout.lines.back().width_mm > least && least > style.size_mm) {
      blocks_.back().layout = lay_out_body(view, each.text, style, least);
    }
    lines_ += layout.lines.size();
    lone_ = piece != Piece::whole && all.size() == 1 && layout.lines.size() == 1;
    if (lone_) {
      line_ = layout;
      blocks_.back().layout = in_two_lines(view, each.text, line_);
    }
    height_ += blocks_.back().layout.height_mm + (blocks_.size() > 1 ? gap_ : 0);
  }
}

bool Body::has_broken_word() const {
  return std::any_of(blocks_.begin(), blocks_.end(), [](const Block& block) { return block.layout.has_broken_word(); });
}

std::vector<scene::Item> Body::list_in(const scene::Rect& area, const text::Layout& layout) const {
  const scene::Rect box = scene::placed({indent_ + layout.available_mm, layout.height_mm}, area, view_.direction());
  scene::Row row(box, view_.reading());
  const scene::Rect dots = row.take(indent_);
  const double size = layout.style.size_mm;
  std::vector<scene::Item> items;
  int paragraph = -1;
  for (const text::Line& line : layout.lines) {
    if (line.paragraph == paragraph) continue;
    paragraph = line.paragraph;
    const double y = dots.y + line.baseline_mm - dot_above_baseline * size;
    const scene::Rect cell{dots.x, y - dot * size / 2, dots.w, dot * size};
    const scene::Rect place = scene::placed({dot * size, dot * size}, cell, view_.reading());
    items.emplace_back(scene::Fill{.box = place, .color = view_.colors().accent, .radius_mm = dot * size / 2});
  }
  items.emplace_back(scene::Text{row.rest(), layout, TextRole::body, view_.colors().ink});
  return items;
}

std::vector<scene::Item> Body::take_from(scene::Column& column) const {
  std::vector<scene::Item> items;
  for (const Block& block : blocks_) {
    if (&block != &blocks_.front()) column.skip(gap_);
    constexpr double slack = 1e-6;
    const text::Layout& layout = lone_ && block.layout.height_mm > column.room() + slack ? line_ : block.layout;
    const scene::Rect area = column.take(layout.height_mm);
    if (block.listed) {
      append(items, list_in(area, layout));
    } else if (!layout.lines.empty()) {
      items.emplace_back(text_in(view_, area, {layout, TextRole::body, view_.colors().ink}));
    }
  }
  return items;
}

}  // namespace anteroom::screens

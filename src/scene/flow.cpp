#include "scene/flow.h"

#include <algorithm>
#include <numeric>

namespace anteroom::scene {

namespace {

double offset(double size, double room, Align align) {
  switch (align) {
    case Align::start:
      return 0;
    case Align::centre:
      return (room - size) / 2;
    case Align::end:
      return room - size;
  }
  return 0;
}

// The only place where left and right are exchanged.
Rect in_direction(Rect box, const Rect& area, Direction direction) {
  if (direction == Direction::right_to_left) box.x = area.x + area.right() - box.right();
  return box;
}

// The size of one of `count` equal parts of `room`.
double part(double room, std::size_t count, double gap) {
  if (count == 0) return room;
  return (room - gap * static_cast<double>(count - 1)) / static_cast<double>(count);
}

}  // namespace

Rect placed(Size size, const Rect& area, Direction direction, Align across, Align down) {
  const Rect box{area.x + offset(size.w, area.w, across), area.y + offset(size.h, area.h, down), size.w, size.h};
  return in_direction(box, area, direction);
}

Point middle(const Rect& box) {
  return {box.x + box.w / 2, box.y + box.h / 2};
}

Rect centred(Size size, const Rect& area) {
  return {area.x + (area.w - size.w) / 2, area.y + (area.h - size.h) / 2, size.w, size.h};
}

Rect around(Point middle, Size size) {
  return {middle.x - size.w / 2, middle.y - size.h / 2, size.w, size.h};
}

Rect fitted(double ratio, const Rect& area) {
  const double width = std::min(area.w, area.h * ratio);
  return centred({width, width / ratio}, area);
}

double x_at(const Rect& area, double share, Direction direction) {
  return area.x + area.w * (direction == Direction::right_to_left ? 1 - share : share);
}

Rect inset(const Rect& area, double across, double down) {
  return {area.x + across, area.y + down, area.w - 2 * across, area.h - 2 * down};
}

Rect joined(const Rect& one, const Rect& other) {
  const double x = std::min(one.x, other.x), y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

Rect Row::box(double x, double width) const {
  return in_direction({x, area_.y, width, area_.h}, area_, direction_);
}

Rect Row::take(double width) {
  const double x = from_;
  from_ += width + gap_;
  return box(x, width);
}

Rect Row::take_from_end(double width) {
  const double x = to_ - width;
  to_ = x - gap_;
  return box(x, width);
}

Rect Row::rest() const {
  return box(from_, room());
}

std::vector<Rect> Row::shared(const std::vector<double>& shares) const {
  std::vector<Rect> boxes;
  if (shares.empty()) return boxes;
  const double gaps = gap_ * static_cast<double>(shares.size() - 1);
  const double whole = (room() - gaps) / std::accumulate(shares.begin(), shares.end(), 0.0);
  Row row = *this;
  for (const double share : shares) boxes.push_back(row.take(share * whole));
  return boxes;
}

void Column::skip_to(double y) {
  from_ = std::max(from_, y);
}

Rect Column::take(double height) {
  const double y = from_;
  from_ += height + gap_;
  return {area_.x, y, area_.w, height};
}

Rect Column::take_from_end(double height) {
  const double y = to_ - height;
  to_ = y - gap_;
  return {area_.x, y, area_.w, height};
}

Grid Grid::of(std::size_t count, std::size_t columns, double gap, Direction direction) {
  return {.columns = columns, .rows = (count + columns - 1) / columns, .gap = gap, .direction = direction};
}

double Grid::cell_width(double width) const {
  return part(width, columns, gap);
}

double Grid::cell_height(double height) const {
  return part(height, rows, gap);
}

double Grid::height(double cell_height) const {
  return static_cast<double>(rows) * (cell_height + gap) - gap;
}

Rect Grid::cell(std::size_t i, const Rect& area) const {
  const double w = cell_width(area.w), h = cell_height(area.h);
  const std::size_t column = i % columns, row = i / columns;
  const Rect box{area.x + static_cast<double>(column) * (w + gap), area.y + static_cast<double>(row) * (h + gap), w, h};
  return in_direction(box, area, direction);
}

}  // namespace anteroom::scene

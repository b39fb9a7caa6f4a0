#include "screens/wall_head.h"

#include <algorithm>
#include <utility>

namespace anteroom::screens {

namespace {

Words small(const View& view, const std::string& utf8, double width_mm, const HeadColors& colors) {
  return {text::lay_out_tight(utf8, type_scale(view).label, width_mm, view.fonts), scene::TextRole::label,
          colors.words};
}

// The same in all languages, so that what is below is at one height.
double line_height(const View& view) {
  constexpr double caps = 2.15;  // more than a label's line has in any script that ships
  return caps * cap_height_mm(view, type_scale(view).label);
}

// `start` and `end` at both ends of `line`, and what is left between them; the start gives way to the end.
scene::Rect put_at_ends(std::vector<scene::Item>& items, const View& view, const scene::Rect& line,
                        const std::string& start, const std::string& end, const HeadColors& colors) {
  constexpr double slack_mm = 0.1;
  const double gap = measures(view).gap;
  scene::Row row(line, view.direction(), gap);
  const auto put = [&](const std::string& utf8, bool at_end) {
    if (utf8.empty() || row.room() <= gap) return;
    Words words = small(view, utf8, row.room(), colors);
    if (!fits(words.layout, line.h + slack_mm)) return;
    const double width = words.layout.available_mm;
    const scene::Rect box = at_end ? row.take_from_end(width) : row.take(width);
    items.emplace_back(text_in(view, box, std::move(words)));
  };
  put(end, true);
  put(start, false);
  return row.rest();
}

// `name` and `time` from the start of `line`, with a rule between them, and what is left of the line; of the two, the
// time stays where there is no room for both.
scene::Rect put_at_start(std::vector<scene::Item>& items, const View& view, const scene::Rect& line,
                         const std::string& name, const std::string& time, const HeadColors& colors) {
  constexpr double slack_mm = 0.1, rule_share = 0.06;
  const double cap = cap_height_mm(view, type_scale(view).label), gap = 0.9 * cap, rule = rule_share * cap;
  std::vector<Words> parts;
  double width = 0;
  for (const std::string& utf8 : {time, name}) {
    if (utf8.empty()) continue;
    Words words = small(view, utf8, line.w, colors);
    const double wider = width + words.layout.available_mm + (parts.empty() ? 0 : 2 * gap + rule);
    if (!fits(words.layout, line.h + slack_mm) || wider > line.w) continue;
    width = wider;
    parts.push_back(std::move(words));
  }
  scene::Row row(line, view.direction(), gap);
  for (std::size_t i = parts.size(); i-- > 0;) {
    const double wide = parts[i].layout.available_mm;
    items.emplace_back(text_in(view, row.take(wide), std::move(parts[i])));
    if (i == 0) break;
    // As high as capitals, and where they are.
    const scene::Text& name_text = std::get<scene::Text>(items.back());
    const double baseline = name_text.box.y + name_text.layout.lines.front().baseline_mm;
    const scene::Rect at = row.take(rule);
    items.emplace_back(scene::Fill{.box = {at.x, baseline - cap, rule, cap}, .color = colors.quiet});
  }
  return row.rest();
}

std::string words_of(const View& view, Position position) {
  return view.say("position", {{"n", view.number(position.index + 1)}, {"total", view.number(position.count)}});
}

std::vector<scene::Item> still_head(const View& view, Position position, const std::string& clock,
                                    const scene::Rect& area, const HeadColors& colors) {
  scene::Column column(area);
  std::vector<scene::Item> items;
  const scene::Rect first = column.take(line_height(view));
  const scene::Rect free = view.portrait() ? put_at_ends(items, view, first, view.clinic_name(), clock, colors)
                                           : put_at_start(items, view, first, view.clinic_name(), clock, colors);
  if (position.count < 2) return items;
  const scene::Rect line = view.portrait() ? column.take(line_height(view)) : free;
  const double dots_mm = dots_width(view, position.count);
  const DotColors used{colors.current, colors.quiet};
  const double widest = line.w - measures(view).gap;
  constexpr double least_dots = 0.75;  // of their usual size; smaller ones could not be told apart from the chairs
  if (view.portrait()) {
    const scene::Rect left = put_at_ends(items, view, line, {}, words_of(view, position), colors);
    if (dots_mm > left.w) return items;
    scene::Row row(left, view.direction());
    append(items, dots(view, position, scene::middle(row.take(dots_mm)), dots_mm, used));
  } else if (least_dots * dots_mm <= widest) {
    append(items, dots(view, position, scene::middle(line), std::min(dots_mm, widest), used));
  } else if (Words words = small(view, words_of(view, position), std::max(1.0, line.w), colors);
             fits(words.layout, line.h)) {
    items.emplace_back(text_in(view, line, std::move(words), scene::Align::centre));
  }
  return items;
}

}  // namespace

double wall_head_height(const View& view) {
  return (view.portrait() ? 2 : 1) * line_height(view);
}

std::vector<scene::Item> wall_head(const View& view, Position position, const std::string& clock,
                                   const scene::Rect& area, const HeadColors& colors) {
  std::vector<scene::Item> items = still_head(view, position, clock, area, colors);
  move_by(items, view.drift_mm());
  return items;
}

}  // namespace anteroom::screens

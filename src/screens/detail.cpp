#include "screens/detail.h"

#include <algorithm>

#include "model/names.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"
#include "screens/illustration.h"
#include "screens/link_block.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// For large letters: the source at the foot of `area`, and the link's code above it where there is room.
std::vector<scene::Item> source_at_foot(const View& view, const Card& card, const scene::Rect& area) {
  scene::Column column(area, measures(view).gap);
  text::Layout source = source_layout(view, column.width());
  const scene::Rect foot = column.take_from_end(source.height_mm);
  std::vector<scene::Item> items;
  const double code = code_size_mm(view.content.settings);
  if (!card.link.empty() && column.room() >= code)
    append(items, link_block(view, card.link, column.take_from_end(code)));
  items.emplace_back(text_in(view, foot, {std::move(source), TextRole::label, view.colors().ink}));
  return items;
}

// Picture on top, then the question, the link's code and the source, from the foot upwards as far as there is room.
std::vector<scene::Item> side_column(const View& view, const Card& card, const CardText& text, const DetailPart& part,
                                     bool last, const scene::Rect& area) {
  scene::Column column(area, measures(view).gap);
  std::vector<scene::Item> below;
  text::Layout source = source_layout(view, area.w);
  const scene::Rect foot = column.take_from_end(source.height_mm);
  if (foot.y >= area.y)
    below.emplace_back(text_in(view, foot, {std::move(source), TextRole::label, view.colors().ink}));
  if (part.ask) append(below, ask_panel(view, text, column));
  const double code = code_size_mm(view.content.settings);
  if (last && !card.link.empty() && column.room() >= code) {
    append(below, link_block(view, card.link, column.take_from_end(code)));
  }
  constexpr double min_picture_mm = 30;  // in a smaller one nobody sees what it shows
  std::vector<scene::Item> items;
  text::Layout mark = language_mark(view, text, area.w);
  const double above_picture = mark.height_mm + measures(view).gap;
  if (!mark.lines.empty() && column.room() >= above_picture + min_picture_mm) {
    const scene::Rect head = column.take(mark.height_mm);
    items.emplace_back(text_in(view, head, {std::move(mark), TextRole::label, view.colors().ink}));
  }
  const double height = std::min(column.room(), area.w * picture_height);
  if (!card.picture.empty() && height >= min_picture_mm) {
    items.emplace_back(illustration(view, card, text, column.take(height)));
  }
  append(items, std::move(below));
  return items;
}

// The heading of `part`.
std::string heading_of(const View& view, const CardText& text, const DetailPart& part,
                       std::optional<std::size_t> shown) {
  switch (part.kind) {
    case DetailKind::explanation:
      return exhibit_heading(text, shown);
    case DetailKind::text:
      return text.pages[part.text].title;
    case DetailKind::ask:
      return view.say("ask");
    default:
      return text.title;
  }
}

std::vector<scene::Item> words_of(const View& view, const CardText& text, const DetailPart& part,
                                  std::optional<std::size_t> shown, scene::Column& column) {
  const std::string above = part.kind == DetailKind::lead ? text.topic : text.title;
  const View own = in_language_of(text, view);
  const View& of_heading = part.kind == DetailKind::ask ? view : own;
  std::vector<scene::Item> items = page_heading(of_heading, above, heading_of(view, text, part, shown), column);
  text::Layout body = lay_out_body(own, part.body, type_scale(own).body, column.width());
  add_text(items, own, column, {std::move(body), TextRole::body, view.colors().ink});
  return items;
}

std::size_t index_of(const std::vector<DetailPart>& parts, const Session& session) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool reached =
        parts[i].page < session.page || (parts[i].page == session.page && parts[i].part <= session.part);
    if (reached) at = i;
  }
  return at;
}

}  // namespace

Controls detail_controls(const View& view, const std::vector<DetailPart>& parts, std::size_t at, bool paused) {
  const auto show = [&](std::size_t i) { return Action(ShowPage{parts[i].page, parts[i].part}); };
  Controls controls;
  controls.back = at > 0 ? show(at - 1) : Action(Leave{});
  if (at + 1 < parts.size()) controls.next = show(at + 1);
  controls.paused = paused;
  controls.position = {at, parts.size()};
  controls.where = view.say("page", {{"n", view.number(at + 1)}, {"total", view.number(parts.size())}});
  return controls;
}

scene::Scene detail(const View& view, const Card& card, const CardText& text, const Session& session,
                    const std::vector<DetailPart>& parts) {
  const std::size_t at = index_of(parts, session);
  const Controls controls = detail_controls(view, parts, at, session.paused);
  const DetailPart& part = parts[at];
  if (part.kind == DetailKind::exhibit) return exhibit_page(view, card, text, session, controls);
  const DetailAreas areas = detail_areas(view);
  scene::Scene scene = blank(view, screen_name::detail, card.id);
  scene.swipe = {controls.next, controls.back};
  scene::Column words(areas.words);
  if (part.kind == DetailKind::source) {
    scene.items = source_at_foot(view, card, areas.words);
  } else {
    scene.items = words_of(view, text, part, part_shown(card.exhibit, session.exhibit), words);
    if (part.source) append(scene.items, source_at_foot(view, card, words.rest()));
  }
  if (areas.side.w > 0) append(scene.items, side_column(view, card, text, part, at + 1 == parts.size(), areas.side));
  append(scene.items, control_bar(view, controls));
  return scene;
}

}  // namespace anteroom::screens

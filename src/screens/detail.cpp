#include "screens/detail.h"

#include <algorithm>

#include "model/names.h"
#include "screens/code_size.h"
#include "screens/exhibit_page.h"

namespace anteroom::screens {

namespace {

using scene::TextRole;

// The code with its words beside it, standing on `bottom`.
std::vector<scene::Item> link_block(const View& view, const std::string& link, const scene::Rect& column,
                                    double bottom) {
  const double size = code_size_mm(view.content.settings);
  const double gap = measures(view).gap;
  const scene::Rect code{column.x, bottom - size, size, size};
  text::Layout scan = text::lay_out(view.say("scan"), type_scale(view).label, column.w - size - gap, view.fonts);
  const double y = code.y + (size - scan.height_mm) / 2;
  std::vector<scene::Item> items;
  items.emplace_back(scene::Code{code, link});
  items.emplace_back(text_at(code.right() + gap, y, std::move(scan), TextRole::label, view.colors().ink));
  return items;
}

// Picture on top, then the question, the link's code and the source, from the foot upwards as far as there is room.
std::vector<scene::Item> side_column(const View& view, const Card& card, const CardText& text, const DetailPart& part,
                                     bool last, const scene::Rect& column) {
  const double gap = measures(view).gap;
  text::Layout source = source_layout(view, column.w);
  double bottom = column.bottom() - source.height_mm;
  std::vector<scene::Item> items;
  if (bottom >= column.y)
    items.emplace_back(text_at(column.x, bottom, std::move(source), TextRole::label, view.colors().ink));
  bottom -= gap;
  if (part.ask) {
    append(items, ask_panel(view, text.ask, column, bottom));
    bottom -= ask_height(view, text.ask, column.w) + gap;
  }
  const double code = code_size_mm(view.content.settings);
  if (last && !card.link.empty() && bottom - code >= column.y) {
    append(items, link_block(view, card.link, column, bottom));
    bottom -= code + gap;
  }
  const double height = std::min(bottom - column.y, column.w * 0.75);
  constexpr double min_picture_mm = 30;  // smaller, nobody sees what it shows
  if (!card.picture.empty() && height >= min_picture_mm) {
    items.insert(items.begin(),
                 scene::Item(scene::Picture{
                     .box = {column.x, column.y, column.w, height}, .file = card.picture, .alt = text.picture_alt}));
  }
  return items;
}

// For large letters: the source on the foot of `column`, and the link's code above it where there is room below `top`.
std::vector<scene::Item> source_at_foot(const View& view, const Card& card, const scene::Rect& column, double top) {
  text::Layout source = source_layout(view, column.w);
  const double y = column.bottom() - source.height_mm;
  std::vector<scene::Item> items;
  const double code = code_size_mm(view.content.settings);
  if (!card.link.empty() && y - measures(view).gap - code >= top) {
    append(items, link_block(view, card.link, column, y - measures(view).gap));
  }
  items.emplace_back(text_at(column.x, y, std::move(source), TextRole::label, view.colors().ink));
  return items;
}

// What stands above the words of `part`.
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

std::vector<scene::Item> words_column(const View& view, const CardText& text, const DetailPart& part,
                                      std::optional<std::size_t> shown, const scene::Rect& column) {
  const std::string above = part.kind == DetailKind::lead ? text.topic : text.title;
  PageHeading heading = page_heading(view, above, heading_of(view, text, part, shown), column);
  text::Layout body = lay_out_body(view, part.body, type_scale(view).body, column.w);
  if (body.height_mm > 0) {
    heading.items.emplace_back(text_at(column.x, heading.bottom, std::move(body), TextRole::body, view.colors().ink));
  }
  return std::move(heading.items);
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
  if (part.kind == DetailKind::source) {
    scene.items = source_at_foot(view, card, areas.words, areas.words.y);
  } else {
    scene.items = words_column(view, text, part, part_shown(card.exhibit, session.exhibit), areas.words);
    const scene::Rect last_box = std::get<scene::Text>(scene.items.back()).box;
    if (part.source) append(scene.items, source_at_foot(view, card, areas.words, last_box.bottom()));
  }
  if (areas.side.w > 0) append(scene.items, side_column(view, card, text, part, at + 1 == parts.size(), areas.side));
  append(scene.items, control_bar(view, controls));
  return for_direction(std::move(scene), view);
}

}  // namespace anteroom::screens
